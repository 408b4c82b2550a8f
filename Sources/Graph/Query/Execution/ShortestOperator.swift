/// Continues every row with the shortest walks from a node: to the node at the other end, or to every node with the labels.
final class ShortestOperator: GrowingOperator {
  private let step: ShortestStep
  private let target: LabelTest
  private let filter: StepFilter?
  private let search: ShortestWalks
  private var from: [NodeID] = []
  private var to: [NodeID]?
  /// The row behind those, up to the current one, whose common start was searched from once.
  private var searchedUntil = 0
  private var distinct = DistinctCheck([], in: .none)

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: ShortestStep, predicate: WalkPredicate?) {
    self.step = step
    let neighbourhood = Neighbourhood(types: step.walk.types, direction: step.walk.direction, labels: nil, context)
    filter = predicate.map { StepFilter($0, neighbourhood, context) }
    target = LabelTest(step.walk.labels, context.graph)
    let back = Neighbourhood(
      types: step.walk.types, direction: step.walk.direction.reversed(unless: false), labels: nil, context)
    search = ShortestWalks(
      context.graph, stages: [ShortestWalks.Stage(forward: neighbourhood, backward: back)],
      findShortcuts: context.kept.shortcuts.source(for: step.walk, neighbourhood, context),
      spend: { count throws(QueryError) in try context.use(rows: count) })
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    let walk = step.walk
    from = try batch[walk.from].nodes(count: batch.count, at: walk.span)
    to = walk.isToBound ? try batch[walk.to].nodes(count: batch.count, at: walk.span) : nil
    distinct = DistinctCheck(walk.distinctFrom, in: batch)
    searchedUntil = 0
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) throws(QueryError) -> Bool {
    let start = from[row]
    guard start != .none else { return true }
    if to == nil && step.selector.wantsOnlyOne && step.walk.length.minimum <= 1 {
      try growToAll(from: start, row, batch, &output)
      return true
    }
    for walk in try walks(from: start, row, batch) {
      output.rows.append(Int32(row))
      output.nodes.append(walk.end)
      output.walks.append(step.walk.isReversed ? walk.relationships.reversed() : walk.relationships)
    }
    return true
  }

  /// Makes a row for every node that one walk leads to.
  private func growToAll(
    from start: NodeID, _ row: Int, _ batch: Batch, _ output: inout Output
  ) throws(QueryError) {
    let options = self.options
    let filter = stepFilter(row, batch)
    if output.rows.isEmpty { output.reserveFew() }
    if options.minimum > 0 && target.accepts(start) {
      for walk in try search.cycles(start, options, filter) {
        output.rows.append(Int32(row))
        output.nodes.append(start)
        output.walks.append(step.walk.isReversed ? walk.relationships.reversed() : walk.relationships)
      }
    }
    try search.reachAll(from: start, maximum: options.maximum, filter) { node, way in
      guard target.accepts(node), node != start || options.minimum == 0 else { return }
      output.rows.append(Int32(row))
      output.nodes.append(node)
      output.walks.append(way, isReversed: step.walk.isReversed)
    }
  }

  private var options: ShortestWalks.Options {
    ShortestWalks.Options(
      selector: step.selector, minimum: step.walk.length.minimum, maximum: step.walk.length.maximum ?? .max)
  }

  /// The walks from a node. A condition that may fail keeps the search from going from both ends: it is asked of anything first,
  /// and where that fails, of what the language asks it of.
  private func walks(from start: NodeID, _ row: Int, _ batch: Batch) throws(QueryError) -> [ShortestWalks.Walk] {
    guard to != nil, let filter else { return try search(from: start, row, batch) }
    filter.beBold()
    do {
      return try search(from: start, row, batch)
    } catch {
      guard filter.beCautious() else { throw error }
      return try search(from: start, row, batch)
    }
  }

  private func search(from start: NodeID, _ row: Int, _ batch: Batch) throws(QueryError) -> [ShortestWalks.Walk] {
    let options = self.options
    let filter = stepFilter(row, batch)
    if let to {
      if to[row] == .none { return [] }
      try searchOnce(from: row, to, options, filter)
      return row < searchedUntil
        ? try search.walk(to: to[row], from: start, options, filter)
        : try search.walks(from: start, to: to[row], options, filter)
    }
    let target = target
    return try search.walks(from: start, toAll: { target.accepts($0) }, options, filter)
  }

  /// When many rows have the same start, searches from it once for all of them. That gives other walks than a search from both
  /// ends, and which rows come together is chance: so only when the walks are not read.
  private func searchOnce(
    from row: Int, _ to: [NodeID], _ options: ShortestWalks.Options, _ filter: ShortestWalks.Filter?
  ) throws(QueryError) {
    guard !step.isRead, row >= searchedUntil, distinct.isEmpty, filter?.steps?.dependsOnRow != true,
      options.selector.wantsOnlyOne, options.minimum <= 1
    else { return }
    let end = from[row...].firstIndex { $0 != from[row] } ?? from.count
    guard end - row >= ShortestWalks.worthwhileEnds else { return }
    try search.reach(to[row..<end].lazy.filter { $0 != .none }, from: from[row], options, filter)
    searchedUntil = end
  }

  /// What a single step must satisfy besides the pattern; nil when nothing.
  private func stepFilter(_ row: Int, _ batch: Batch) -> ShortestWalks.Filter? {
    if filter == nil && distinct.isEmpty { return nil }
    filter?.begin(row: row, of: batch)
    return ShortestWalks.Filter(steps: filter, distinct: distinct, row: row)
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.walk.to) { batch[step.walk.to] = .nodes(output.nodes) }
    if isLive(step.walk.relationships) { batch[step.walk.relationships] = .walks(output.walks) }
  }
}
