/// What has been found from the nodes at one end of a subquery, for which of them, and whether it is worth finding more.
final class KnownEnds {
  let finder: EndFinder
  /// The runs of rows of the batch at hand that are answered from what is known.
  private(set) var answered: [NodeRuns.Run] = []
  /// The other rows of the batch.
  private(set) var unanswered: [Int32] = []
  private let context: ExecutionContext
  private let payFrom: Double
  private var runs: NodeRuns
  /// By number of the node.
  private var ends: [End] = []
  private var found: FoundEnds
  /// What finding has taken.
  private(set) var finding = Effort()

  private struct End {
    /// How many rows were asked one by one since this was last tried.
    var asked = 0
    /// What was found; nil when it is not known.
    var list: Range<Int>?
  }

  /// The rows of one node in the batch at hand.
  private struct Group {
    let number: Int
    let runs: Range<Int>
    let rows: Int
  }

  /// How many nodes found are kept; each takes 16 bytes.
  private static var keptEnds: Int { 1_000_000 }
  /// Nanoseconds that it takes to make a row on the way, and to spread out a node that was found.
  private static var priceOfRow: Double { 10 }
  private static var priceOfSpreading: Double { 3 }

  init(_ context: ExecutionContext, _ finder: EndFinder) {
    self.context = context
    self.finder = finder
    payFrom = context.endsPayFrom
    runs = NodeRuns(nodeCount: context.graph.nodeCount)
    found = FoundEnds(nodeCount: context.graph.nodeCount)
  }

  /// The slots that the subquery reads.
  var slots: [Slot] { [finder.given, finder.found] }

  /// Decides which rows are answered from what is known, after finding what is worth it.
  ///
  /// - Parameter price: nanoseconds for asking about one row.
  func prepare(_ given: [NodeID], of batch: Batch, price: Double) throws(QueryError) {
    runs.read(given)
    while ends.count < runs.count { ends.append(End()) }
    if found.count > KnownEnds.keptEnds { forget() }
    let groups = self.groups
    try findMore(groups, of: batch, price)
    answered.removeAll(keepingCapacity: true)
    unanswered.removeAll(keepingCapacity: true)
    for group in groups {
      if let list = ends[group.number].list, isWorthReading(list, Double(group.rows) * price) {
        answered += runs.runs[group.runs]
      } else {
        for run in runs.runs[group.runs] { unanswered += run.rows.map { Int32(truncatingIfNeeded: $0) } }
      }
    }
  }

  /// Calls `body` with every row that is answered and how often the pair in it was found.
  @inline(__always)
  func read(_ nodes: [NodeID], _ body: (Int, Int64) -> Void) {
    for run in answered {
      guard let list = ends[run.number].list else { continue }
      found.open(list)
      for row in run.rows { body(row, found.times(nodes[row])) }
    }
  }

  private func isWorthReading(_ list: Range<Int>, _ price: Double) -> Bool {
    Double(list.count) * KnownEnds.priceOfSpreading * payFrom <= price
  }

  private var groups: [Group] {
    var groups: [Group] = []
    var (start, rows) = (0, 0)
    for (place, run) in runs.runs.enumerated() {
      rows += run.rows.count
      if place + 1 < runs.runs.count, runs.runs[place + 1].number == run.number { continue }
      groups.append(Group(number: run.number, runs: start..<place + 1, rows: rows))
      (start, rows) = (place + 1, 0)
    }
    return groups
  }

  private func findMore(_ groups: [Group], of batch: Batch, _ price: Double) throws(QueryError) {
    let cost = finding.each ?? KnownEnds.priceOfRow * finder.expectedRows
    var wanted: [Group] = []
    var allowed = 0.0
    for group in groups where ends[group.number].list == nil {
      ends[group.number].asked += group.rows
      let spent = Double(ends[group.number].asked) * price
      guard spent >= cost * payFrom else { continue }
      wanted.append(group)
      allowed += spent
    }
    if !wanted.isEmpty { try find(wanted, of: batch, within: payFrom == 0 ? .infinity : allowed) }
  }

  private func find(_ groups: [Group], of batch: Batch, within nanoseconds: Double) throws(QueryError) {
    let start = ContinuousClock.now
    let rows = groups.map { Int32(truncatingIfNeeded: runs.runs[$0.runs.lowerBound].rows.lowerBound) }
    var current = 0
    found.begin()
    func close(upTo end: Int) {
      while current < end {
        ends[groups[current].number].list = found.end()
        current += 1
        found.begin()
      }
    }
    let done = try finder.find(rows, of: batch) { place, node in
      if place > current { close(upTo: place) }
      found.add(node)
    } while: {
      found.count <= 2 * KnownEnds.keptEnds && start.nanosecondsUntilNow <= nanoseconds
    }
    if done < groups.count { found.abandon() }
    close(upTo: done)
    for group in groups[done...] { ends[group.number].asked = 0 }
    finding.add(max(1, done), since: start)
  }

  private func forget() {
    found.removeAll()
    for number in ends.indices { ends[number] = End() }
  }
}
