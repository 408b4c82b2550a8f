/// The pattern of a subquery that is a single relationship at a node that is known: `EXISTS { (a)-[:T]->(b) }`,
/// `COUNT { (a)-[:T]->() }`. It is answered from the adjacency, without rows.
struct DirectPattern {
  private let from: Slot
  /// The other end, when it is known too.
  private let to: Slot?
  private let neighbourhood: Neighbourhood
  private let span: SourceSpan

  /// Nil when the query is anything else.
  init?(_ query: BoundQuery, _ context: ExecutionContext) {
    guard query.branches.count == 1, query.branches[0].clauses.count == 1,
      case .match(let match) = query.branches[0].clauses[0], !match.isOptional, match.predicates.isEmpty,
      match.pattern.isSingleRelationship
    else { return nil }
    let relationship = match.pattern.relationships[0]
    var (from, to) = (match.pattern.nodes[relationship.left], match.pattern.nodes[relationship.right])
    let forward = from.isBound
    if !forward { swap(&from, &to) }
    guard from.isBound, from.labels == nil, from.slot != to.slot, !to.isBound || to.labels == nil else { return nil }
    self.from = from.slot
    self.to = to.isBound ? to.slot : nil
    span = relationship.span
    neighbourhood = Neighbourhood(
      types: relationship.types, direction: relationship.direction.reversed(unless: forward), labels: to.labels, context
    )
  }

  /// How many relationships match in each row.
  func counts(in batch: Batch) throws(QueryError) -> [Int64] {
    let starts = try batch[from].nodes(count: batch.count, at: span)
    let runs = neighbourhood.runs
    guard let to else { return starts.map { $0 == .none ? 0 : degree(of: $0, runs) } }
    let ends = try batch[to].nodes(count: batch.count, at: span)
    return zip(starts, ends).map { $0 == .none || $1 == .none ? 0 : count(from: $0, to: $1, runs) }
  }

  private func degree(of node: NodeID, _ runs: [Neighbourhood.Run]) -> Int64 {
    var count = 0
    for run in runs {
      let range = run.adjacency.range(of: node)
      if neighbourhood.acceptsAll {
        count += range.count
        continue
      }
      for place in range where !(run.skipsLoops && run.adjacency.neighbours[place] == node) {
        if neighbourhood.accepts(run.adjacency.relationships[place], run.adjacency.neighbours[place]) { count += 1 }
      }
    }
    return Int64(count)
  }

  @inline(__always)
  private func count(from start: NodeID, to end: NodeID, _ runs: [Neighbourhood.Run]) -> Int64 {
    var count: Int64 = 0
    for run in runs where !(run.skipsLoops && start == end) {
      let places = run.adjacency.places(of: end, in: run.adjacency.range(of: start))
      for place in places where neighbourhood.accepts(run.adjacency.relationships[place], end) { count += 1 }
    }
    return count
  }
}

extension PatternGraph {
  fileprivate var isSingleRelationship: Bool {
    nodes.count == 2 && relationships.count == 1 && groups.isEmpty && paths.isEmpty && selectors.isEmpty
      && relationships[0].length == nil && !relationships[0].isBound
  }
}
