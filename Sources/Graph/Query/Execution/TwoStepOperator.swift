/// Continues every row by two relationships, past a node that nobody asks about.
///
/// The ways are followed one by one, until so many were that all ways of the two are gathered: then those are copied. The rows are
/// those of the two steps one after the other, in the same order. Where the next step looks for a node between the end and
/// another known one, most ends without such a node are left out here.
final class TwoStepOperator: StepOperator {
  private let first: ExpandStep
  private let second: ExpandStep
  private let ones: NarrowedNeighbours
  private let twos: NarrowedNeighbours
  private let source: KeptTwoSteps.Source
  private var ways: TwoSteps?
  /// How many ways were followed one by one since the ways were asked for.
  private var followed = 0
  /// The step that looks for a node between the end of a way and another one.
  private let meeting: MeetStep?
  private let sieve: MeetSieve?
  /// The other end of that, and the ends of ways between which and that there may be a node.
  private var sieved = (other: NodeID.none, ends: MeetSieve.Noted.all)
  private var current: Incoming?
  private let made = Made()
  /// What looking ahead gave; nobody reads it.
  private var touched: UInt32 = 0

  /// So many neighbours of a node are looked at ahead.
  private static let mostTouched = 64
  /// So many ways are looked at before it is asked whether the statement may go on.
  private static let mostBetweenChecks = 65_536

  /// A batch that came in, and how far it has been continued.
  private struct Incoming {
    let batch: Batch
    let from: [NodeID]
    /// The other ends of the meeting.
    let others: [NodeID]
    let distinct: DistinctCheck
    let alsoDistinct: DistinctCheck
    let ways: TwoSteps?
    var takesAll: Bool { distinct.isEmpty && alsoDistinct.isEmpty }
    var row = 0
    var isBegun = false
    var place = Place()
  }

  /// How far the ways from one node have been taken.
  private struct Place {
    /// Among the first relationships; among all ways, where those are gathered.
    var run = 0
    var first = 0
    /// Among the second ones behind that.
    var secondRun = 0
    var second = 0
  }

  /// The rows of one batch: which incoming row each continues, and by which way.
  private final class Made {
    let rows = UnsafeMutablePointer<Int32>.allocate(capacity: Batch.targetSize)
    let ways = UnsafeMutablePointer<TwoSteps.Way>.allocate(capacity: Batch.targetSize)
    var count = 0

    deinit {
      rows.deallocate()
      ways.deallocate()
    }
  }

  /// - Parameters:
  ///   - source: gives the ways once they are worth having.
  ///   - meeting: the next step, if it looks for a node between the end of the ways and one that is known before.
  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, _ first: ExpandStep, _ second: ExpandStep,
    source: @escaping KeptTwoSteps.Source, meeting: MeetStep?
  ) {
    (self.first, self.second, self.source, self.meeting) = (first, second, source, meeting)
    ones = NarrowedNeighbours(Neighbourhood(first, context), nil, context)
    twos = NarrowedNeighbours(Neighbourhood(second, context), nil, context)
    sieve = meeting.map { MeetSieve($0, context) }
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    current = nil
    sieved = (.none, .all)
  }

  override func next() throws(QueryError) -> Batch? {
    while true {
      if current == nil { current = try nextIncoming() }
      guard var incoming = current else { return nil }
      current = nil
      made.count = 0
      fill(from: &incoming)
      current = incoming.row < incoming.batch.count ? incoming : nil
      try context.use(rows: made.count)
      if made.count == 0 { continue }
      var result = incoming.batch.gathered(
        Array(UnsafeBufferPointer(start: made.rows, count: made.count)), keeping: live)
      let found = UnsafeBufferPointer(start: made.ways, count: made.count)
      if isLive(first.relationship) { result[first.relationship] = .relationships(found.map { $0.first }) }
      if isLive(second.relationship) { result[second.relationship] = .relationships(found.map { $0.second }) }
      if isLive(second.to) { result[second.to] = .nodes(found.map { $0.end }) }
      return result
    }
  }

  private func nextIncoming() throws(QueryError) -> Incoming? {
    guard let batch = try input.next() else { return nil }
    if ways == nil {
      ways = try source(followed)
      followed = 0
      try ones.narrow()
      try twos.narrow()
    }
    return Incoming(
      batch: batch, from: try batch[first.from].nodes(count: batch.count, at: first.span),
      others: meeting.map { batch[$0.second.from].nodesOrNone(count: batch.count) } ?? [],
      distinct: DistinctCheck(first.distinctFrom, in: batch),
      alsoDistinct: DistinctCheck(second.distinctFrom.filter { $0 != first.relationship }, in: batch), ways: ways)
  }

  /// Makes rows until there is no more room, no more to continue, or time to ask whether to go on.
  private func fill(from incoming: inout Incoming) {
    let (one, two) = (ones.current, twos.current)
    var room = TwoStepOperator.mostBetweenChecks
    // Threads share the gathered ways: a reference counted for every row would make them wait for each other.
    if let ways = incoming.ways {
      forEachRow(of: &incoming, one) { take(from: $0, ways, &$1, &room) }
    } else {
      forEachRow(of: &incoming, one) { follow(from: $0, one, two, &$1, &room) }
    }
  }

  /// Continues the rows with a node, until one has not been continued wholly.
  @inline(__always)
  private func forEachRow(
    of incoming: inout Incoming, _ one: Neighbourhood, _ isDone: (NodeID, inout Incoming) -> Bool
  ) {
    while incoming.row < incoming.from.count {
      let node = incoming.from[incoming.row]
      if node != .none {
        if !incoming.isBegun {
          if let sieve { note(incoming.others[incoming.row], sieve, one.degree(of: node)) }
          incoming.isBegun = true
        }
        guard isDone(node, &incoming) else { return }
      }
      incoming.row += 1
      incoming.isBegun = false
      incoming.place = Place()
    }
  }

  /// Copies gathered ways; false when there is no more room.
  @inline(__always)
  private func take(
    from node: NodeID, _ ways: TwoSteps, _ incoming: inout Incoming, _ room: inout Int
  ) -> Bool {
    let left = ways.range(of: node).dropFirst(incoming.place.first)
    let taken = left.prefix(min(room, Batch.targetSize - made.count))
    make(taken, incoming) { (ways[$0], true) }
    room -= taken.count
    incoming.place.first += taken.count
    return taken.count == left.count
  }

  /// Follows ways one by one; false when there is no more room.
  private func follow(
    from node: NodeID, _ one: Neighbourhood, _ two: Neighbourhood, _ incoming: inout Incoming, _ room: inout Int
  ) -> Bool {
    let mustDiffer = second.distinctFrom.contains(first.relationship)
    var place = incoming.place
    var looked = (first: 0, second: 0)
    defer {
      incoming.place = place
      ones.look(at: looked.first)
      twos.look(at: looked.second)
      followed += looked.second
      room -= looked.second
    }
    while place.run < one.runs.count {
      let run = one.runs[place.run]
      let range = run.adjacency.range(of: node)
      if place.first == 0 { touch(run.adjacency, range.prefix(TwoStepOperator.mostTouched), two) }
      while place.first < range.count {
        let (relationship, middle) = run.adjacency.step(at: range.lowerBound + place.first)
        let isTaken = one.takes(relationship, middle, from: node, run)
        while isTaken, place.secondRun < two.runs.count {
          let secondRun = two.runs[place.secondRun]
          let left = secondRun.adjacency.range(of: middle).dropFirst(place.second)
          let taken = left.prefix(min(room - looked.second, Batch.targetSize - made.count))
          make(taken, incoming) {
            let (other, end) = secondRun.adjacency.step(at: $0)
            return (
              TwoSteps.Way(first: relationship, second: other, end: end),
              two.takes(other, end, from: middle, secondRun) && !(mustDiffer && other == relationship)
            )
          }
          looked.second += taken.count
          if taken.count < left.count {
            place.second += taken.count
            return false
          }
          place.secondRun += 1
          place.second = 0
        }
        looked.first += 1
        place.first += 1
        place.secondRun = 0
      }
      place.run += 1
      place.first = 0
    }
    return true
  }

  /// Looks at where some neighbours lead before they are needed one after the other: then memory is waited for only once.
  @inline(__always)
  private func touch(_ adjacency: Adjacency, _ places: Range<Int>, _ two: Neighbourhood) {
    var sum = touched
    for place in places { sum ^= two.firstNeighbour(of: adjacency.neighbours[place]) }
    touched = sum
  }

  /// Makes rows of the current row and the ways at some places that are wanted.
  @inline(__always)
  private func make(
    _ places: Range<Int>, _ incoming: borrowing Incoming, _ way: (Int) -> (way: TwoSteps.Way, isWanted: Bool)
  ) {
    let row = incoming.row
    let (rows, found, ends, takesAll) = (made.rows, made.ways, sieved.ends, incoming.takesAll)
    var count = made.count
    for place in places {
      let (way, isWanted) = way(place)
      rows[count] = Int32(truncatingIfNeeded: row)
      found[count] = way
      // Added without a branch.
      let passes =
        isWanted && ends.contains(way.end)
        && (takesAll
          || incoming.distinct.accepts(way.first, row: row) && incoming.alsoDistinct.accepts(way.second, row: row))
      count &+= passes ? 1 : 0
    }
    made.count = count
  }

  /// Notes the ends between which and the other end of a row there may be a node, unless the row before had the same.
  ///
  /// - Parameter steps: how many first relationships the row has to follow.
  private func note(_ other: NodeID, _ sieve: MeetSieve, _ steps: Int) {
    if other == sieved.other { return }
    guard other != .none, steps >= MeetSieve.fewestRows,
      let ends = sieve.noted(from: other, mostNext: steps * MeetSieve.mostNodesPerRow)
    else {
      sieved = (.none, .all)
      return
    }
    sieved = (other, ends)
  }
}
