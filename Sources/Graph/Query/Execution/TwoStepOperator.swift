/// Continues every row by two relationships, past a node that nobody asks about.
///
/// Rows go through the two steps one by one, until so many did that all ways of the two are gathered: then those are copied. The rows
/// are the same, in the same order.
final class TwoStepOperator: StepOperator {
  private let first: ExpandStep
  private let second: ExpandStep
  /// The two steps one by one.
  private let single: Operator
  private let feed: Feed
  private let source: KeptTwoSteps.Source
  private var ways: TwoSteps?
  private var phase = Phase.opened
  private var current: Incoming?
  private let made = Made()

  private enum Phase { case opened, single, together }

  /// A batch that came in, and how far it has been continued.
  private struct Incoming {
    let batch: Batch
    let from: [NodeID]
    let distinct: DistinctCheck
    let alsoDistinct: DistinctCheck
    var row = 0
    /// The place among the ways from the row's node.
    var place = 0
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

  /// Gives batches to the single steps until the ways are there.
  private final class Feed: StepOperator {
    var isStopped = false

    override func next() throws(QueryError) -> Batch? { isStopped ? nil : try input.next() }
  }

  /// - Parameters:
  ///   - source: gives the ways once they are worth having.
  ///   - single: makes one of the two steps.
  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, _ first: ExpandStep, _ second: ExpandStep,
    source: @escaping KeptTwoSteps.Source, single: (Operator) -> Operator
  ) {
    (self.first, self.second, self.source) = (first, second, source)
    feed = Feed(context, live: input.live, input: input)
    self.single = single(feed)
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    single.open(argument)
    current = nil
    phase = .opened
  }

  override func next() throws(QueryError) -> Batch? {
    if phase == .opened {
      try gather(0)
      phase = .single
    }
    if phase == .single {
      // What the single steps have begun, they finish.
      if let batch = try single.next() {
        try gather(batch.count)
        return batch
      }
      phase = .together
    }
    guard let ways else { return nil }
    return try nextTogether(ways)
  }

  /// Asks for the ways, unless they are there.
  private func gather(_ followed: Int) throws(QueryError) {
    if ways == nil { ways = try source(followed) }
    feed.isStopped = ways != nil
  }

  private func nextTogether(_ ways: TwoSteps) throws(QueryError) -> Batch? {
    while true {
      if current == nil { current = try nextIncoming() }
      guard var incoming = current else { return nil }
      current = nil
      fill(from: &incoming, ways)
      current = incoming.row < incoming.batch.count ? incoming : nil
      if made.count == 0 { continue }
      try context.use(rows: made.count)
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
    return Incoming(
      batch: batch, from: try batch[first.from].nodes(count: batch.count, at: first.span),
      distinct: DistinctCheck(first.distinctFrom, in: batch),
      alsoDistinct: DistinctCheck(second.distinctFrom.filter { $0 != first.relationship }, in: batch))
  }

  /// Makes rows until there is no more room or no more to continue.
  private func fill(from incoming: inout Incoming, _ ways: TwoSteps) {
    let (rows, found) = (made.rows, made.ways)
    let takesAll = incoming.distinct.isEmpty && incoming.alsoDistinct.isEmpty
    var count = 0
    defer { made.count = count }
    while incoming.row < incoming.from.count, count < Batch.targetSize {
      let (row, node) = (incoming.row, incoming.from[incoming.row])
      let left = (node == .none ? 0..<0 : ways.range(of: node)).dropFirst(incoming.place)
      let taken = left.prefix(Batch.targetSize - count)
      for place in taken {
        let way = ways[place]
        rows[count] = Int32(truncatingIfNeeded: row)
        found[count] = way
        // Added without a branch, as where single steps make rows.
        let passes =
          takesAll
          || incoming.distinct.accepts(way.first, row: row) && incoming.alsoDistinct.accepts(way.second, row: row)
        count &+= passes ? 1 : 0
      }
      if taken.count < left.count {
        incoming.place += taken.count
        return
      }
      incoming.row += 1
      incoming.place = 0
    }
  }
}
