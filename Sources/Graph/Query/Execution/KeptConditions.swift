internal import Synchronization

/// Which nodes satisfy a condition on what is around them, in one view of a graph: kept from statement to statement, like the
/// index of a property.
final class KeptConditions: Sendable {
  /// So many are kept; each takes a bit per node.
  private static let most = 64

  private let known: Mutex<[DirectStep.Key: NodeMarks]> = Mutex([:])

  /// What is known of a condition, after more was spent on asking about single nodes.
  func marks(for key: DirectStep.Key, adding cost: Double) -> NodeMarks {
    known.withLock { known in
      var marks = known[key] ?? NodeMarks()
      marks.cost += cost
      if known[key] == nil && known.count >= KeptConditions.most { known.removeAll() }
      known[key] = marks
      return marks
    }
  }

  /// Keeps what was found out about a condition.
  func keep(_ marks: NodeMarks, for key: DirectStep.Key) { known.withLock { $0[key] = marks } }
}
