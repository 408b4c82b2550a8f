internal import Synchronization

/// The ways of two relationships in one view of a graph, gathered by the first thread that finds that this pays: kept from
/// statement to statement, like the index of a property.
final class KeptTwoSteps: Sendable {
  /// What tells apart the ways in one view.
  private struct Key: Hashable {
    let first: Neighbourhood.Key
    let second: Neighbourhood.Key
    let areDistinct: Bool
  }

  /// The ways of one key, or that they are not worth having.
  private enum Made {
    case notYet
    case never
    case ways(TwoSteps)
  }

  private final class Entry: Sendable {
    let followed = Atomic(0)
    let made = Mutex(Made.notYet)
  }

  private let entries = FewEntries<Key, Entry>(most: 4) { Entry() }

  /// Gives the ways, told how many were followed one by one since it was asked last; nil as long as there are none.
  typealias Source = (_ followed: Int) throws(QueryError) -> TwoSteps?

  /// Where the ways of two steps come from; nil when they would take too much memory.
  func source(
    _ first: Neighbourhood, _ second: Neighbourhood, areDistinct: Bool, _ context: ExecutionContext
  ) -> Source? {
    let graph = context.graph
    guard first.stepCount < Int(UInt32.max) / 2, TwoSteps.size(of: first, in: graph) <= context.budget.memory / 16
    else {
      return nil
    }
    let entry = entries[Key(first: first.key, second: second.key, areDistinct: areDistinct)]
    let paysFrom = context.twoStepsPayFrom * Double(first.stepCount)
    return { followed throws(QueryError) in
      if Double(entry.followed.add(followed, ordering: .relaxed).newValue) < paysFrom { return nil }
      // No thread waits for another that gathers them.
      let found = try entry.made.withLockIfAvailable { made throws(QueryError) -> TwoSteps? in
        if case .notYet = made {
          let ways = try TwoSteps(first, second, areDistinct: areDistinct, in: graph) { () throws(QueryError) in
            try context.use(rows: 0)
          }
          made = ways.map { .ways($0) } ?? .never
        }
        return if case .ways(let ways) = made { ways } else { nil }
      }
      return found ?? nil
    }
  }
}
