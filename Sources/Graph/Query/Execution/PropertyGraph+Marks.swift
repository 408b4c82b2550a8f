internal import Synchronization

/// Which nodes satisfy a condition on what is around them, kept from statement to statement like the index of a property.
extension PropertyGraph {
  /// How many conditions are kept; each takes a bit per node.
  private static let keptConditions = 64

  /// What is known of a condition where everything is visible, after more was spent on asking about single nodes.
  func nodeMarks(for key: DirectStep.Key, adding cost: Double) -> NodeMarks {
    conditions.withLock { conditions in
      let marks = (conditions[key] ?? NodeMarks()).adding(cost)
      if conditions[key] == nil && conditions.count >= PropertyGraph.keptConditions { conditions.removeAll() }
      conditions[key] = marks
      return marks
    }
  }

  /// Keeps what was found out about a condition.
  func keep(_ marks: NodeMarks, for key: DirectStep.Key) { conditions.withLock { $0[key] = marks } }
}
