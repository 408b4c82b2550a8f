/// Continues every row with each node next to two known ones: two sorted lists of neighbours are merged, leaping over what the
/// other does not have.
///
/// O(shorter list * log of what is leapt over) per row. Source of the search that leaps: J. Bentley and A. Yao, An almost optimal
/// algorithm for unbounded searching, Information Processing Letters 5 (1976).
final class MeetOperator: GrowingOperator {
  private let step: MeetStep
  private let ones: NarrowedNeighbours
  private let twos: NarrowedNeighbours
  private var first: Neighbourhood
  private var second: Neighbourhood
  private var acceptsAll: Bool
  private var adjacencies: (one: Adjacency, two: Adjacency)?
  private var starts: [NodeID] = []
  private var others: [NodeID] = []
  private var distinct: (first: DistinctCheck, second: DistinctCheck)
  private var lists = Lists()
  private let sieve: MeetSieve
  /// The rows that the sieve lets pass; nil for all.
  private var passing: [Bool]?
  /// What looking at neighbours ahead gave; nobody reads it.
  private var touched: UInt32 = 0

  /// What is left of the two lists of the current row.
  private struct Lists {
    var left = 0
    var leftEnd = 0
    var right = 0
    var rightEnd = 0
    /// How many of the second's relationships to the node at hand were paired with the first's.
    var paired = 0
  }

  /// - Parameter compiler: compiles the conditions of the two steps that do not depend on the row.
  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: MeetStep, compiler: ExpressionCompiler
  ) {
    self.step = step
    first = Neighbourhood(step.first, context)
    second = Neighbourhood(step.second, context)
    ones = NarrowedNeighbours(first, step.first.narrowingTests(compiler), context)
    twos = NarrowedNeighbours(second, step.second.narrowingTests(compiler), context)
    acceptsAll = first.acceptsAll && second.acceptsAll
    distinct = (DistinctCheck([], in: .none), DistinctCheck([], in: .none))
    sieve = MeetSieve(step, context)
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    try ones.narrow()
    try twos.narrow()
    (first, second) = (ones.current, twos.current)
    acceptsAll = first.acceptsAll && second.acceptsAll
    adjacencies = first.runs.first.flatMap { one in second.runs.first.map { (one.adjacency, $0.adjacency) } }
    starts = try batch[step.first.from].nodes(count: batch.count, at: step.first.span)
    others = try batch[step.second.from].nodes(count: batch.count, at: step.second.span)
    distinct = (DistinctCheck(step.first.distinctFrom, in: batch), DistinctCheck(step.second.distinctFrom, in: batch))
    passing = sieve.rows(starts, others)
    touchFirstNeighbours()
  }

  /// Looks at a neighbour of each node before they are needed one after the other: then memory is waited for only once.
  private func touchFirstNeighbours() {
    guard starts.count >= 64 else { return }
    var sum = touched
    for (row, node) in starts.enumerated() where node != .none && passing?[row] ?? true {
      sum ^= first.firstNeighbour(of: node)
    }
    touched = sum
  }

  override func begin(row: Int, of batch: Batch) {
    lists = Lists()
    guard starts[row] != .none, others[row] != .none, passing?[row] ?? true, let adjacencies else { return }
    let (left, right) = (adjacencies.one.range(of: starts[row]), adjacencies.two.range(of: others[row]))
    // Where one list is much longer it is leapt over.
    ones.look(at: min(left.count, 4 * right.count))
    twos.look(at: min(right.count, 4 * left.count))
    lists.left = left.lowerBound
    lists.leftEnd = left.upperBound
    lists.right = right.lowerBound
    lists.rightEnd = right.upperBound
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    guard lists.left < lists.leftEnd, lists.right < lists.rightEnd, let (one, two) = adjacencies else { return true }
    var lists = lists
    while lists.left < lists.leftEnd && lists.right < lists.rightEnd {
      let (node, other) = (one.neighbours[lists.left], two.neighbours[lists.right])
      if other < node {
        lists.right = two.leap(to: node, from: lists.right, end: lists.rightEnd)
      } else if node < other {
        lists.left = one.leap(to: other, from: lists.left, end: lists.leftEnd)
      } else {
        guard pair(node, one, two, &lists, row, &output) else {
          self.lists = lists
          return false
        }
        lists.left += 1
      }
    }
    return true
  }

  /// Makes rows of one relationship to a node and each of the second's; false when there is no more room.
  @inline(__always)
  private func pair(
    _ node: NodeID, _ one: Adjacency, _ two: Adjacency, _ lists: inout Lists, _ row: Int, _ output: inout Output
  ) -> Bool {
    let relationship = one.relationships[lists.left]
    while lists.right + lists.paired < lists.rightEnd, two.neighbours[lists.right + lists.paired] == node {
      if output.isFull { return false }
      let other = two.relationships[lists.right + lists.paired]
      lists.paired += 1
      guard accepts(node, relationship, other, row) else { continue }
      output.rows.append(Int32(truncatingIfNeeded: row))
      output.nodes.append(node)
      output.relationships.append(relationship)
      output.others.append(other)
    }
    lists.paired = 0
    return true
  }

  @inline(__always)
  private func accepts(_ node: NodeID, _ relationship: RelationshipID, _ other: RelationshipID, _ row: Int) -> Bool {
    !(step.mayCoincide && relationship == other)
      && (acceptsAll || first.accepts(relationship, node) && second.accepts(other, node))
      && distinct.first.accepts(relationship, row: row) && distinct.second.accepts(other, row: row)
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.first.to) { batch[step.first.to] = .nodes(output.nodes) }
    if isLive(step.first.relationship) { batch[step.first.relationship] = .relationships(output.relationships) }
    if isLive(step.second.relationship) { batch[step.second.relationship] = .relationships(output.others) }
  }
}

extension Adjacency {
  /// The first place, after one whose neighbour is below `target`, whose neighbour is not: steps twice as long each time, then
  /// a search within the last step.
  @inline(__always)
  fileprivate func leap(to target: NodeID, from place: Int, end: Int) -> Int {
    var (low, step) = (place, 1)
    while low + step < end, neighbours[low + step] < target {
      low += step
      step *= 2
    }
    return firstPlace(of: target, in: low + 1..<min(low + step, end))
  }
}
