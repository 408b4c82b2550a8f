/// The search by shortcuts: it takes the same steps in the same order, and does not look at the nodes that are passed.
extension MeetingSearch {
  /// Looks at what the next steps need, without waiting for each; gives the place after those.
  @inline(__always)
  func lookUp(
    _ log: ReachedLog, upTo end: Int, _ marks: UnsafeMutablePointer<UInt32>, _ shortcuts: Shortcuts
  ) -> Int {
    let last = min(end, log.next + MeetingSearch.lookAhead)
    var sum = touched
    for place in log.next..<last {
      let target = log.entries[place].target
      sum ^=
        Shortcuts.passes(target)
        ? marks[Shortcuts.node(target)] : shortcuts.firstTarget(from: NodeID(rawValue: target))
    }
    touched = sum
    return last
  }

  /// Takes every step from the frontier, until one leads to the other side.
  func widen(
    _ log: inout ReachedLog, side: UInt32, against other: ReachedLog, by shortcuts: Shortcuts
  ) throws(QueryError) -> Meeting? {
    let (marks, base) = (marks.start, base)
    var (looked, lookedUp) = (0, log.next)
    let end = log.count
    log.depth += 1
    while log.next < end {
      let at = log.next
      if at == lookedUp { lookedUp = lookUp(log, upTo: end, marks, shortcuts) }
      log.next += 1
      let entry = log.entries[at]
      if Shortcuts.passes(entry.target) {
        // The second step of a shortcut: there is only the one node behind.
        log.makeRoom(for: 1)
        looked += 2
        let target = Shortcuts.node(entry.target)
        let mark = marks[target]
        if mark >= base {
          if mark & 1 == side { continue }
          try visit(looked)
          return Meeting(
            from: at, to: Int(mark - base) >> 1,
            relationships: [shortcuts.relationship(behind: entry.relationship)])
        }
        marks[target] = base + (UInt32(truncatingIfNeeded: log.count) << 1 | side)
        log.append(
          ReachedLog.Entry(
            target: UInt32(truncatingIfNeeded: target), relationship: .none, before: UInt32(truncatingIfNeeded: at)))
        continue
      }
      let places = shortcuts.steps(from: NodeID(rawValue: entry.target))
      log.makeRoom(for: places.count)
      looked += places.count
      for step in places {
        let target = Shortcuts.node(step.target)
        let mark = marks[target]
        if Shortcuts.passes(step.target) {
          // The node that is passed was reached when all steps were taken from the one behind.
          let place = Int(mark &- base) >> 1
          if mark >= base && place < (mark & 1 == side ? at : other.next) {
            if mark & 1 == side { continue }
            try visit(looked)
            return Meeting(
              from: at, to: place,
              relationships: [step.relationship, shortcuts.relationship(behind: step.relationship)])
          }
        } else {
          if mark >= base {
            if mark & 1 == side { continue }
            try visit(looked)
            return Meeting(from: at, to: Int(mark - base) >> 1, relationships: [step.relationship])
          }
          marks[target] = base + (UInt32(truncatingIfNeeded: log.count) << 1 | side)
        }
        log.append(
          ReachedLog.Entry(
            target: step.target, relationship: step.relationship, before: UInt32(truncatingIfNeeded: at)))
      }
      if looked >= 4096 {
        try visit(looked)
        looked = 0
      }
    }
    try visit(looked)
    return nil
  }
}
