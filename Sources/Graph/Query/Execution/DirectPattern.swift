/// The pattern of a subquery around one node that is known, or between two, answered from the adjacency without rows:
/// `EXISTS { (a)-[:T]->(b) }`, `COUNT { (a)-[:T {level: 'board'}]->(n) WHERE EXISTS { (n)<-[:U]-() } }`.
struct DirectPattern {
  let step: DirectStep
  private let from: Slot
  /// The other end, when it is known too.
  private let to: Slot?
  /// Counts between two nodes over one type where every relationship will do.
  private let pairs: JoinedPairs?
  private let span: SourceSpan

  /// Nil when the query is anything else.
  ///
  /// - Parameters:
  ///   - isExistence: whether there is a match is asked, and not how many.
  ///   - compile: makes the function of an expression.
  init?(
    _ query: BoundQuery, _ context: ExecutionContext, isExistence: Bool, compile: (BoundExpression) -> Evaluate
  ) {
    guard var match = query.onlyMatch else { return nil }
    if isExistence, let first = match.firstOfChain(in: context.graph) { match = first }
    guard match.pattern.isSingleRelationship else { return nil }
    let relationship = match.pattern.relationships[0]
    var (from, to) = (match.pattern.nodes[relationship.left], match.pattern.nodes[relationship.right])
    let forward = from.isBound
    if !forward { swap(&from, &to) }
    guard from.isBound, from.labels == nil, from.slot != to.slot, !to.isBound || to.labels == nil else { return nil }
    let neighbourhood = Neighbourhood(
      types: relationship.types, direction: relationship.direction.reversed(unless: forward), labels: to.labels, context
    )
    guard
      let step = DirectStep(
        neighbourhood, match.predicates, relationship: relationship.slot, node: to.isBound ? nil : to.slot, context,
        compile: compile)
    else { return nil }
    self.step = step
    self.from = from.slot
    self.to = to.isBound ? to.slot : nil
    if to.isBound, step.isFree, let run = neighbourhood.runs.first, neighbourhood.runs.count == 1 {
      let reverse = context.graph.adjacency(run.type, incoming: !run.isIncoming)
      pairs = JoinedPairs(run.adjacency, reverse: reverse, nodeCount: context.graph.nodeCount)
    } else {
      pairs = nil
    }
    span = relationship.span
  }

  /// It is about this node only.
  func isAround(_ node: Slot) -> Bool { from == node && to == nil }

  /// The node it is about when it looks at the relationships of that node one by one, so that the answer is worth keeping.
  var centre: (slot: Slot, span: SourceSpan)? { to == nil && !step.isFree ? (from, span) : nil }

  /// How many relationships match in each row, counted up to a limit.
  func counts(in batch: Batch, upTo limit: Int64 = .max) throws(QueryError) -> [Int64] {
    let starts = try batch[from].nodes(count: batch.count, at: span)
    let ends = try to.map { slot throws(QueryError) in try batch[slot].nodes(count: batch.count, at: span) }
    if step.isFree { return degrees(starts, ends, upTo: limit) }
    let question = try step.question(for: batch, steps: degrees(starts, ends, upTo: limit).reduce(0) { $0 + Int($1) })
    return question.counts(from: starts, to: ends, upTo: limit)
  }

  /// The counts where every relationship will do.
  private func degrees(_ starts: [NodeID], _ ends: [NodeID]?, upTo limit: Int64) -> [Int64] {
    if let pairs, let ends { return pairs.counts(from: starts, to: ends, upTo: limit) }
    let runs = step.neighbourhood.runs
    var counts = [Int64](filledWith: 0, count: starts.count)
    for (row, start) in starts.enumerated() where start != .none && ends?[row] != NodeID.none {
      counts[row] = runs.reduce(0) { count, run in
        let range = run.adjacency.range(of: start)
        return min(limit, count + Int64((ends.map { run.adjacency.places(of: $0[row], in: range) } ?? range).count))
      }
    }
    return counts
  }
}

extension PatternGraph {
  fileprivate var isSingleRelationship: Bool {
    nodes.count == 2 && relationships.count == 1 && isPlain && relationships[0].isSingle
  }
}
