/// Whether a chain of relationships leads from one known node to another: `EXISTS { (a)-[:T]->(m)<-[:U {level: 'board'}]-(b) }`,
/// answered from the adjacency without rows.
///
/// What is around one end is found once for all rows that follow each other with the same node there; in each row the other end is
/// then looked up among it.
final class DirectChain {
  /// Longer chains are left to the planner.
  private static let longest = 4
  /// So many nodes are reached before the next relationships are followed, so that memory stays bounded.
  private static let most = 1 << 16

  /// The chain from one of its ends.
  private struct Side {
    let slot: Slot
    let span: SourceSpan
    let steps: [DirectStep]
    /// By step, whether its relationship could be that of the step before, which a match excludes.
    let mayRepeat: [Bool]
    /// About how many nodes are reached from one.
    private let spread: Double
    /// For so few rows it is worth a look at how many relationships there are.
    private static let few = 64

    init(_ slot: Slot, _ span: SourceSpan, _ steps: [DirectStep]) {
      (self.slot, self.span, self.steps) = (slot, span, steps)
      mayRepeat = steps.indices.map {
        $0 > 0 && steps[$0].neighbourhood.sharesType(with: steps[$0 - 1].neighbourhood)
      }
      var (nodes, spread) = (1.0, 0.0)
      for step in steps {
        nodes *= step.neighbourhood.meanDegree
        spread += nodes
      }
      self.spread = spread
    }

    /// About how many nodes are reached from the nodes of some rows.
    func cost(from nodes: [NodeID]) -> Double {
      if nodes.count > Side.few { return Double(nodes.runCount) * spread }
      let neighbourhood = steps[0].neighbourhood
      let steps = nodes.reduce(0) { steps, node in
        node == .none ? steps : neighbourhood.runs.reduce(steps) { $0 + $1.adjacency.degree(of: node) }
      }
      return steps == 0 ? 0 : Double(steps) * spread / neighbourhood.meanDegree
    }
  }

  private let context: ExecutionContext
  private let first: Side
  private let last: Side
  /// The first relationship could be the last one too, where both ends are the same node.
  private let mayMeet: Bool
  private let marks = ChainMarks()

  /// Nil when the query is anything else.
  ///
  /// - Parameter compile: makes the function of an expression.
  init?(_ query: BoundQuery, _ context: ExecutionContext, compile: (BoundExpression) -> Evaluate) {
    guard let match = query.onlyMatch, let chain = match.pattern.chain, 2...DirectChain.longest ~= chain.links.count,
      let tests = ChainTests(match.predicates, chain, context, compile: compile)
    else { return nil }
    let places = chain.links.indices
    let steps = places.map { tests.step(over: $0, to: $0 + 1) }
    var mayMeet = false
    for place in places {
      for later in places.dropFirst(place + 2)
      where steps[place].neighbourhood.sharesType(with: steps[later].neighbourhood) {
        // A relationship that leads away from one end leads to the other only where they are the same.
        guard place == 0, later == places.last, chain.links[0].direction != .either,
          chain.links[later].direction == chain.links[0].direction.reversed(unless: false)
        else { return nil }
        mayMeet = true
      }
    }
    self.context = context
    self.mayMeet = mayMeet
    first = Side(chain.nodes[0].slot, chain.links[0].span, steps)
    last = Side(
      chain.nodes[places.count].slot, chain.links[places.count - 1].span,
      places.reversed().map { tests.step(over: $0, to: $0) })
  }

  /// Whether there is such a chain in each row; not where an end is null.
  func truths(in batch: Batch) throws(QueryError) -> [Truth] {
    let starts = try batch[first.slot].nodes(count: batch.count, at: first.span)
    let ends = try batch[last.slot].nodes(count: batch.count, at: last.span)
    let isForward = first.cost(from: starts) <= last.cost(from: ends)
    let (side, given, sought) = isForward ? (first, starts, ends) : (last, ends, starts)
    var answers = ChainAnswers(runs: given.runs, sought: sought, marks: marks)
    let entries = answers.runs.indices.compactMap { run -> ChainEntry? in
      let node = given[answers.runs[run].lowerBound]
      return node == .none ? nil : ChainEntry(run: Int32(run), node: node, arrival: .none)
    }
    try follow(side, 0, entries, batch, &answers)
    if mayMeet {
      for row in 0..<batch.count where starts[row] == ends[row] && starts[row] != .none {
        answers.truths[row] = Truth(try leads(side, 0, from: starts[row], to: starts[row], [], batch))
      }
    }
    return answers.truths
  }

  /// Follows the chain from nodes to which its first steps lead.
  private func follow(
    _ side: Side, _ place: Int, _ entries: [ChainEntry], _ batch: Batch, _ answers: inout ChainAnswers
  ) throws(QueryError) {
    if entries.isEmpty { return }
    try context.use(rows: entries.count)
    let step = try side.steps[place].question(for: batch, steps: entries.count)
    if place == side.steps.count - 1 { return step.withChainStep { $0.answer(entries, &answers) } }
    var next = 0
    while next < entries.count {
      let reached = step.withChainStep {
        $0.reached(
          from: entries, &next, atMost: DirectChain.most, keepsSecond: side.mayRepeat[place + 1], answers.marks)
      }
      try follow(side, place + 1, reached, batch, &answers)
    }
  }

  /// Whether a chain of relationships, none of them twice, leads from a node to another. O(chains).
  private func leads(
    _ side: Side, _ place: Int, from node: NodeID, to end: NodeID, _ taken: [RelationshipID], _ batch: Batch
  ) throws(QueryError) -> Bool {
    let isLast = place == side.steps.count - 1
    let steps = try side.steps[place].question(for: batch, steps: 1).withChainStep { $0.steps(from: node) }
      .filter { !taken.contains($0.relationship) && (!isLast || $0.neighbour == end) }
    try context.use(rows: steps.count)
    if isLast { return !steps.isEmpty }
    for (relationship, neighbour) in steps
    where try leads(side, place + 1, from: neighbour, to: end, taken + [relationship], batch) {
      return true
    }
    return false
  }
}

extension [NodeID] {
  /// How often the node changes from row to row, and one more.
  fileprivate var runCount: Int {
    var count = 1
    for row in indices.dropFirst() { count &+= self[row] == self[row - 1] ? 0 : 1 }
    return count
  }

  /// The rows that follow each other with the same node.
  fileprivate var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    var end = 0
    while end < count {
      let start = end
      while end < count, self[end] == self[start] { end += 1 }
      runs.append(start..<end)
    }
    return runs
  }
}
