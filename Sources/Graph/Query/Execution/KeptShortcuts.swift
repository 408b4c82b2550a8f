internal import Synchronization

/// The shortcuts of searches in one view of a graph, made by the first thread that finds that they pay: kept from statement to
/// statement, like the index of a property.
final class KeptShortcuts: Sendable {
  /// Those of one neighbourhood.
  private final class Entry: Sendable {
    let wasted = Atomic(0)
    let made = Mutex<Shortcuts?>(nil)
  }

  /// By the relationships that may be taken.
  private let entries = FewEntries<Neighbourhood.Key, Entry>(most: 2) { Entry() }

  /// Where the search for a walk gets its shortcuts; nil when it can have none.
  func source(
    for walk: WalkStep, _ neighbourhood: Neighbourhood, _ context: ExecutionContext
  ) -> MeetingSearch.ShortcutSource? {
    let (stepCount, graph) = (neighbourhood.stepCount, context.graph)
    guard walk.direction == .either, stepCount < Int(UInt32.max) else { return nil }
    let entry = entries[neighbourhood.key]
    let paysFrom = context.shortcutsPayFrom * Double(stepCount)
    let isTooLarge = Shortcuts.size(of: neighbourhood, in: graph) > context.budget.memory / 8
    return { wasted throws(QueryError) in
      let wasted = entry.wasted.add(wasted, ordering: .relaxed).newValue
      if isTooLarge || Double(wasted) < paysFrom { return nil }
      // No thread waits for another that makes them.
      let found = try entry.made.withLockIfAvailable { made throws(QueryError) in
        if let made { return made }
        let new = try Shortcuts(neighbourhood, in: graph) { () throws(QueryError) in try context.use(rows: 0) }
        made = new
        return new
      }
      return found
    }
  }
}
