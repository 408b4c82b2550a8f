/// Shortest walks between two different nodes, over relationships that may all be taken: from both ends, level by level; for one
/// walk until the first step that leads from what one side has reached to what the other has.
///
/// Both sides note what they reach in one table with four bytes for a node. Where many steps are spent on hidden relationships
/// and on nodes that only join two others, the rest of the searches goes by `Shortcuts`, and finds the same walks.
///
/// Time O(relationships touched), space O(nodes) once, reused between searches.
final class MeetingSearch {
  /// The step at which both sides met.
  struct Meeting {
    /// Where the places stand in the log of the side that was widened, and in the other's.
    let from: Int
    let to: Int
    /// What joins them, in the order in which the widened side comes to it.
    var relationships: [RelationshipID]
  }

  /// Is told how many more steps were spent on what shortcuts spare; gives these once they pay, nil for not yet.
  typealias ShortcutSource = (_ spent: Int) throws(QueryError) -> Shortcuts?

  /// More nodes than this do not fit in the table.
  static let mostNodes = 1 << 30
  /// So many places of the frontier are looked up at a time, so that the waits for memory overlap.
  static let lookAhead = 16

  let steps: Neighbourhood
  let backwardSteps: Neighbourhood
  /// By node: below `base`, which is even, unless this search has reached it; else `base` plus twice its place in the log plus its
  /// side.
  let marks: ZeroedBuffer<UInt32>
  /// The same for the other side, when a node may be reached from both.
  private(set) lazy var marksBehind = ZeroedBuffer<UInt32>(count: marks.count)
  var base: UInt32 = 2
  var ahead = ReachedLog()
  var behind = ReachedLog()
  /// The steps to places that were reached already, when all walks are wanted.
  var furtherAhead: [FurtherStep] = []
  var furtherBehind: [FurtherStep] = []
  /// The steps spent on what shortcuts would spare, not told yet.
  var wasted = 0
  private var shortcuts: Shortcuts?
  private let findShortcuts: ShortcutSource?
  /// What was looked at ahead of its turn adds up to; without it the compiler would leave that out.
  var touched: UInt32 = 0
  /// Told of the steps looked at.
  let visit: ShortestWalks.Spending

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - forward: the relationships that may be taken from a node.
  ///   - backward: the same from the other end.
  ///   - findShortcuts: asked for shortcuts now and then; nil when there are none.
  init(
    nodeCount: Int, forward: Neighbourhood, backward: Neighbourhood, findShortcuts: ShortcutSource?,
    visit: @escaping ShortestWalks.Spending
  ) {
    (steps, backwardSteps) = (forward, backward)
    marks = ZeroedBuffer(count: nodeCount)
    self.findShortcuts = findShortcuts
    self.visit = visit
  }

  deinit {
    ahead.deallocate()
    behind.deallocate()
  }

  /// The relationships of a shortest walk between two different nodes; nil when there is none within the maximum.
  func walk(from start: NodeID, to end: NodeID, maximum: Int) throws(QueryError) -> [RelationshipID]? {
    begin(start, end, in: marks)
    if let shortcuts = try shortcuts(between: start, end) { return try walk(by: shortcuts, maximum: maximum) }
    while ahead.depth + behind.depth < maximum, ahead.frontierCount > 0, behind.frontierCount > 0 {
      let isForward = ahead.frontierCount <= behind.frontierCount
      let meeting =
        isForward
        ? try widen(&ahead, side: 0, steps) : try widen(&behind, side: 1, backwardSteps)
      if let meeting { return trail(through: meeting, isForward, nil) }
    }
    return nil
  }

  private func walk(by shortcuts: Shortcuts, maximum: Int) throws(QueryError) -> [RelationshipID]? {
    while ahead.depth + behind.depth < maximum, ahead.frontierCount > 0, behind.frontierCount > 0 {
      let isForward = ahead.frontierCount <= behind.frontierCount
      let meeting =
        isForward
        ? try widen(&ahead, side: 0, against: behind, by: shortcuts)
        : try widen(&behind, side: 1, against: ahead, by: shortcuts)
      if let meeting { return trail(through: meeting, isForward, shortcuts) }
    }
    return nil
  }

  /// The shortcuts, when there are any and they may be used between two nodes.
  func shortcuts(between start: NodeID, _ end: NodeID) throws(QueryError) -> Shortcuts? {
    if shortcuts == nil, wasted > 0 {
      shortcuts = try findShortcuts?(wasted)
      wasted = 0
    }
    guard let shortcuts, shortcuts.lead(from: start), shortcuts.lead(from: end) else { return nil }
    return shortcuts
  }

  /// Forgets the search before, and marks both ends, the second in a table that may be another.
  func begin(_ start: NodeID, _ end: NodeID, in otherMarks: ZeroedBuffer<UInt32>) {
    let used = base + UInt32(truncatingIfNeeded: 2 * max(ahead.count, behind.count))
    if Int(used) + 2 * (marks.count + 1) > Int(UInt32.max) {
      marks.clear()
      marksBehind.clear()
      base = 2
    } else {
      base = used
    }
    ahead.start(at: start)
    behind.start(at: end)
    marks[start.index] = base
    otherMarks[end.index] = base + 1
  }

  /// Takes every step from the frontier, until one leads to the other side.
  private func widen(
    _ log: inout ReachedLog, side: UInt32, _ neighbourhood: Neighbourhood
  ) throws(QueryError) -> Meeting? {
    let (marks, base) = (marks.start, base)
    return try takeSteps(&log, neighbourhood, marks, unless: { $0 >= base && $0 & 1 == side }) { log, entry, mark in
      if mark >= base {
        return Meeting(from: Int(entry.before), to: Int(mark - base) >> 1, relationships: [entry.relationship])
      }
      marks[Int(entry.target)] = base + (UInt32(truncatingIfNeeded: log.count) << 1 | side)
      log.append(entry)
      return nil
    }
  }

  /// Takes every step from the frontier over what may be taken, until one finds something.
  ///
  /// - Parameters:
  ///   - isDone: says by the mark of the node behind a step whether it is left out.
  ///   - take: is given the step as the log would have it, for which there is room, and the mark of the node behind it.
  @inline(__always)
  func takeSteps<Found>(
    _ log: inout ReachedLog, _ neighbourhood: Neighbourhood, _ marks: UnsafeMutablePointer<UInt32>,
    unless isDone: (_ mark: UInt32) -> Bool,
    _ take: (_ log: inout ReachedLog, _ entry: ReachedLog.Entry, _ mark: UInt32) -> Found?
  ) throws(QueryError) -> Found? {
    var (looked, wasted, lookedUp) = (0, 0, log.next)
    defer { self.wasted += wasted }
    let end = log.count
    log.depth += 1
    while log.next < end {
      let at = log.next
      if at == lookedUp { lookedUp = lookUp(log, upTo: end, neighbourhood) }
      log.next += 1
      let node = NodeID(rawValue: log.entries[at].target)
      var degree = 0
      for run in neighbourhood.runs {
        let places = run.adjacency.range(of: node)
        if places.isEmpty { continue }
        degree += places.count
        log.makeRoom(for: places.count)
        for place in places {
          let neighbour = run.adjacency.neighbours[place]
          let mark = marks[neighbour.index]
          if isDone(mark) { continue }
          let relationship = run.adjacency.relationships[place]
          guard neighbourhood.isVisible(relationship, neighbour) else {
            wasted += 1
            continue
          }
          let entry = ReachedLog.Entry(
            target: neighbour.rawValue, relationship: relationship, before: UInt32(truncatingIfNeeded: at))
          if let found = take(&log, entry, mark) {
            try visit(looked + degree)
            return found
          }
        }
      }
      if degree == 2 { wasted += 2 }
      looked += degree
      if looked >= 4096 {
        try visit(looked)
        looked = 0
      }
    }
    try visit(looked)
    return nil
  }

  /// Looks at where the neighbours of the next places are, without waiting for each; gives the place after those.
  @inline(__always)
  func lookUp(_ log: ReachedLog, upTo end: Int, _ neighbourhood: Neighbourhood) -> Int {
    let last = min(end, log.next + MeetingSearch.lookAhead)
    var sum = touched
    for place in log.next..<last {
      sum ^= neighbourhood.firstNeighbour(of: NodeID(rawValue: log.entries[place].target))
    }
    touched = sum
    return last
  }

  /// The whole walk, in its own order.
  private func trail(through meeting: Meeting, _ isForward: Bool, _ shortcuts: Shortcuts?) -> [RelationshipID] {
    let (first, second) = isForward ? (meeting.from, meeting.to) : (meeting.to, meeting.from)
    return trail(to: first, in: ahead, shortcuts).reversed()
      + (isForward ? meeting.relationships : meeting.relationships.reversed())
      + trail(to: second, in: behind, shortcuts)
  }

  /// The relationships from a place back to the start of its side.
  private func trail(to place: Int, in log: ReachedLog, _ shortcuts: Shortcuts?) -> [RelationshipID] {
    var trail: [RelationshipID] = []
    var at = place
    while at > 0 {
      let entry = log.entries[at]
      at = Int(entry.before)
      if entry.relationship != .none {
        trail.append(entry.relationship)
      } else if let shortcuts {
        trail.append(shortcuts.relationship(behind: log.entries[at].relationship))
      }
    }
    return trail
  }
}
