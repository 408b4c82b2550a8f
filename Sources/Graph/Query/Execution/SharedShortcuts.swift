internal import Synchronization

/// The shortcuts of a statement's searches, made by the first thread that finds that they pay.
final class SharedShortcuts: Sendable {
  /// Those of one walk.
  private final class Entry: Sendable {
    let wasted = Atomic(0)
    let made = Mutex<Shortcuts?>(nil)
  }

  /// By the slot that receives the relationships of the walk.
  private let entries = Mutex<[Slot: Entry]>([:])

  /// Where the search for a walk gets its shortcuts; nil when it can have none.
  func source(
    for walk: WalkStep, _ neighbourhood: Neighbourhood, _ context: ExecutionContext
  ) -> MeetingSearch.ShortcutSource? {
    let (stepCount, graph) = (neighbourhood.stepCount, context.graph)
    guard walk.direction == .either, stepCount < Int(UInt32.max) else { return nil }
    let entry = entry(for: walk.relationships)
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

  private func entry(for slot: Slot) -> Entry {
    entries.withLock { entries in
      let entry = entries[slot] ?? Entry()
      entries[slot] = entry
      return entry
    }
  }
}
