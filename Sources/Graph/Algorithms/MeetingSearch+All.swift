/// All shortest walks between two different nodes: each side marks what it reaches in a table of its own, every level is finished,
/// and the further steps that lead to a place at its distance are kept.
extension MeetingSearch {
  /// A node that both sides have reached, and where it stands in the log of each.
  private struct Common {
    let node: NodeID
    let ahead: Int
    let behind: Int
  }

  /// The relationships of all shortest walks between two different nodes, within the maximum.
  func allWalks(from start: NodeID, to end: NodeID, maximum: Int) throws(QueryError) -> [[RelationshipID]] {
    begin(start, end, in: marksBehind)
    furtherAhead.removeAll(keepingCapacity: true)
    furtherBehind.removeAll(keepingCapacity: true)
    let shortcuts = try shortcuts(between: start, end)
    var common: [Common] = []
    while common.isEmpty, ahead.depth + behind.depth < maximum {
      if ahead.frontierCount == 0 || behind.frontierCount == 0 { return [] }
      if ahead.frontierCount <= behind.frontierCount {
        try widenAll(&ahead, &furtherAhead, marks.start, steps, shortcuts)
        for place in ahead.next..<ahead.count {
          guard let met = match(for: place, of: ahead, in: behind, marksBehind.start, shortcuts) else { continue }
          common.append(Common(node: node(at: place, in: ahead, shortcuts), ahead: place, behind: met))
        }
      } else {
        try widenAll(&behind, &furtherBehind, marksBehind.start, backwardSteps, shortcuts)
        for place in behind.next..<behind.count {
          guard let met = match(for: place, of: behind, in: ahead, marks.start, shortcuts) else { continue }
          common.append(Common(node: node(at: place, in: behind, shortcuts), ahead: met, behind: place))
        }
      }
    }
    return common.isEmpty ? [] : try walks(through: common.sorted { $0.node < $1.node }, shortcuts)
  }

  /// Every way to a common node with every way on from it.
  private func walks(
    through common: [Common], _ shortcuts: Shortcuts?
  ) throws(QueryError) -> [[RelationshipID]] {
    let first = WaysBack(ahead, furtherAhead, shortcuts)
    let second = WaysBack(behind, furtherBehind, shortcuts)
    var walks: [[RelationshipID]] = []
    for place in common {
      let heads = try first.trails(to: place.ahead, visit)
      let tails = try second.trails(to: place.behind, visit)
      for head in heads {
        let head = Array(head.reversed())
        for tail in tails {
          try visit(1)
          walks.append(head + tail)
        }
      }
    }
    return walks
  }

  /// Where a place of one side stands in the log of the other; nil when that has not reached it.
  private func match(
    for place: Int, of log: ReachedLog, in other: ReachedLog, _ marks: UnsafeMutablePointer<UInt32>,
    _ shortcuts: Shortcuts?
  ) -> Int? {
    let entry = log.entries[place]
    let mark = marks[Shortcuts.node(entry.target)]
    guard mark >= base else { return nil }
    let known = Int(mark - base) >> 1
    guard Shortcuts.passes(entry.target), let shortcuts else { return known }
    // The other side has come to a passed node when it has taken all steps from the one behind.
    guard known < other.next else { return nil }
    return other.place(behind: known, by: shortcuts.relationship(behind: entry.relationship))
  }

  private func node(at place: Int, in log: ReachedLog, _ shortcuts: Shortcuts?) -> NodeID {
    let entry = log.entries[place]
    guard Shortcuts.passes(entry.target), let shortcuts else { return NodeID(rawValue: entry.target) }
    return shortcuts.passedNode(on: entry.relationship)
  }

  /// Takes every step from the frontier.
  private func widenAll(
    _ log: inout ReachedLog, _ further: inout [FurtherStep], _ marks: UnsafeMutablePointer<UInt32>,
    _ neighbourhood: Neighbourhood, _ shortcuts: Shortcuts?
  ) throws(QueryError) {
    if let shortcuts { return try widenAll(&log, &further, marks, by: shortcuts) }
    let base = base
    // The marks of this level, and not of one before.
    let new = base + UInt32(truncatingIfNeeded: log.count) << 1
    _ = try takeSteps(&log, neighbourhood, marks, unless: { $0 >= base && $0 < new }) { log, entry, mark -> Never? in
      if mark >= new {
        further.append(FurtherStep(place: Int(mark - base) >> 1, entry: entry))
      } else {
        marks[Int(entry.target)] = base + UInt32(truncatingIfNeeded: log.count) << 1
        log.append(entry)
      }
      return nil
    }
  }

  private func widenAll(
    _ log: inout ReachedLog, _ further: inout [FurtherStep], _ marks: UnsafeMutablePointer<UInt32>,
    by shortcuts: Shortcuts
  ) throws(QueryError) {
    let end = log.count
    let new = base + UInt32(truncatingIfNeeded: end) << 1
    var (looked, lookedUp) = (0, log.next)
    log.depth += 1
    while log.next < end {
      let at = log.next
      if at == lookedUp { lookedUp = lookUp(log, upTo: end, marks, shortcuts) }
      log.next += 1
      let target = log.entries[at].target
      if Shortcuts.passes(target) {
        // The second step of a shortcut: there is only the one node behind.
        let behind = Shortcuts.Step(target: target & ~Shortcuts.passing, relationship: .none)
        log.makeRoom(for: 1)
        looked += 2
        take(behind, at, new, &log, &further, marks)
      } else {
        let list = shortcuts.steps(from: NodeID(rawValue: target))
        log.makeRoom(for: list.count)
        looked += list.count
        for step in list { take(step, at, new, &log, &further, marks) }
      }
      if looked >= 4096 {
        try visit(looked)
        looked = 0
      }
    }
    try visit(looked)
  }

  /// Takes a step from a place, unless it leads back.
  @inline(__always)
  private func take(
    _ step: Shortcuts.Step, _ at: Int, _ new: UInt32, _ log: inout ReachedLog, _ further: inout [FurtherStep],
    _ marks: UnsafeMutablePointer<UInt32>
  ) {
    let node = Shortcuts.node(step.target)
    let mark = marks[node]
    let entry = ReachedLog.Entry(
      target: step.target, relationship: step.relationship, before: UInt32(truncatingIfNeeded: at))
    if Shortcuts.passes(step.target) {
      // The node that is passed was reached when all steps were taken from the one behind.
      if mark < base || Int(mark - base) >> 1 >= at { log.append(entry) }
    } else if mark < base {
      marks[node] = base + UInt32(truncatingIfNeeded: log.count) << 1
      log.append(entry)
    } else if mark >= new {
      further.append(FurtherStep(place: Int(mark - base) >> 1, entry: entry))
    }
  }
}
