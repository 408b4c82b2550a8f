/// Continues every row with the shortest walks from a node: to the node at the other end, or to every node with the labels.
final class ShortestOperator: GrowingOperator {
  private let step: ShortestStep
  private let target: LabelTest
  private let filter: StepFilter?
  private let search: ShortestWalks
  private var from: [NodeID] = []
  private var to: [NodeID]?
  private var distinct = DistinctCheck([], in: .none)

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: ShortestStep, predicate: WalkPredicate?) {
    self.step = step
    let neighbourhood = Neighbourhood(types: step.walk.types, direction: step.walk.direction, labels: nil, context)
    filter = predicate.map { StepFilter($0, neighbourhood, context) }
    target = LabelTest(step.walk.labels, context.graph)
    let back = Neighbourhood(
      types: step.walk.types, direction: step.walk.direction.reversed(unless: false), labels: nil, context)
    search = ShortestWalks(
      nodeCount: context.graph.nodeCount, forward: neighbourhood, backward: back,
      spend: { count throws(QueryError) in try context.use(rows: count) })
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    let walk = step.walk
    from = try batch[walk.from].nodes(count: batch.count, at: walk.span)
    to = walk.isToBound ? try batch[walk.to].nodes(count: batch.count, at: walk.span) : nil
    distinct = DistinctCheck(walk.distinctFrom, in: batch)
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) throws(QueryError) -> Bool {
    let start = from[row]
    guard start != .none else { return true }
    for walk in try walks(from: start, row, batch) {
      output.rows.append(Int32(row))
      output.nodes.append(walk.end)
      let relationships = step.walk.isReversed ? walk.relationships.reversed() : walk.relationships
      output.values.append(.list(relationships.map { .relationship($0) }))
    }
    try search.reportVisited()
    return true
  }

  private func walks(from start: NodeID, _ row: Int, _ batch: Batch) throws(QueryError) -> [ShortestWalks.Walk] {
    let options = ShortestWalks.Options(
      selector: step.selector, minimum: step.walk.length.minimum, maximum: step.walk.length.maximum ?? .max)
    let filter = stepFilter(row, batch)
    if let to {
      return to[row] == .none ? [] : try search.walks(from: start, to: to[row], options, filter)
    }
    let target = target
    return try search.walks(from: start, toAll: { target.accepts($0) }, options, filter)
  }

  /// What a single step must satisfy besides the pattern; nil when nothing.
  private func stepFilter(_ row: Int, _ batch: Batch) -> ShortestWalks.Filter? {
    if filter == nil && distinct.isEmpty { return nil }
    filter?.begin(row: row, of: batch)
    return ShortestWalks.Filter(steps: filter, distinct: distinct, row: row)
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.walk.to) { batch[step.walk.to] = .nodes(output.nodes) }
    if isLive(step.walk.relationships) { batch[step.walk.relationships] = .values(output.values) }
  }
}
