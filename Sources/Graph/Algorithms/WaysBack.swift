/// A step that leads to a place at its distance, after the first that did.
struct FurtherStep: BitwiseCopyable {
  /// Where the place stands in the log.
  let place: Int
  /// The step, as the log would have it.
  let entry: ReachedLog.Entry
}

/// All ways from places of a log back to its start, by the first steps and the further ones.
struct WaysBack {
  private let log: ReachedLog
  private let further: [FurtherStep]
  private let shortcuts: Shortcuts?
  /// By place in the log: the number of its first further step; -1 for none.
  private var first: [Int32]
  /// By further step: the number of the next to the same place; -1 for none.
  private var next: [Int32]

  /// Prepares the ways. O(places + further steps).
  init(_ log: ReachedLog, _ further: [FurtherStep], _ shortcuts: Shortcuts?) {
    (self.log, self.further, self.shortcuts) = (log, further, shortcuts)
    first = Array(repeating: -1, count: log.count)
    next = Array(repeating: -1, count: further.count)
    for (number, step) in further.enumerated().reversed() {
      next[number] = first[step.place]
      first[step.place] = Int32(truncatingIfNeeded: number)
    }
  }

  /// The relationships from a place back to the start: of every way, in the order in which their steps were found.
  func trails(to place: Int, _ visit: ShortestWalks.Spending) throws(QueryError) -> [[RelationshipID]] {
    var finished: [[RelationshipID]] = []
    var trail: [RelationshipID] = []
    /// The places of the way, each with the step to try next: -2 is the first, -1 none.
    var open: [(place: Int, step: Int32)] = [(place, -2)]
    try visit(1)
    while let (place, step) = open.last {
      if place == 0 { finished.append(trail) }
      if place == 0 || step == -1 {
        open.removeLast()
        _ = trail.popLast()
        continue
      }
      let entry = step == -2 ? log.entries[place] : further[Int(step)].entry
      open[open.count - 1].step = step == -2 ? first[place] : next[Int(step)]
      trail.append(relationship(of: entry))
      open.append((Int(entry.before), -2))
      try visit(1)
    }
    return finished
  }

  private func relationship(of entry: ReachedLog.Entry) -> RelationshipID {
    guard entry.relationship == .none, let shortcuts else { return entry.relationship }
    return shortcuts.relationship(behind: log.entries[Int(entry.before)].relationship)
  }
}
