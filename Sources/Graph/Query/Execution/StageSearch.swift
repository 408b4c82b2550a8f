/// Searches through the stages of a repeated path, from both ends.
final class StageSearch: RepeatedPathSearch {
  private let findsAll: Bool
  private let search: ShortestWalks
  private let filters: [StepFilter]
  private let first: NodeTest?
  private let last: NodeTest?
  private let nodeTests: [NodeTest]
  /// Rows with the same start may be searched for together.
  private let mayShare: Bool
  private var starts: [NodeID] = []
  private var ends: [NodeID] = []
  /// The row behind those, up to the current one, whose common start was searched from once.
  private var searchedUntil = 0

  /// - Parameters:
  ///   - findsAll: all shortest paths are wanted, and not any.
  ///   - predicate: makes the test of a slot from its expression.
  init(
    _ walk: GroupWalk, findsAll: Bool, _ context: ExecutionContext,
    _ predicate: (Slot, BoundExpression) -> WalkPredicate
  ) {
    self.findsAll = findsAll
    func test(_ node: GroupWalk.Node) -> NodeTest? {
      node.isAny ? nil : NodeTest(node.labels, node.predicate.map { predicate(node.slot, $0) }, context)
    }
    let first = test(walk.first)
    let behind = walk.stages.map { test($0.node) }
    var stages: [ShortestWalks.Stage] = []
    for (stage, node) in zip(walk.stages, behind) {
      let forward = Neighbourhood(types: stage.types, direction: stage.direction, labels: nil, context)
      let back = Neighbourhood(
        types: stage.types, direction: stage.direction.reversed(unless: false), labels: nil, context)
      var made = ShortestWalks.Stage(forward: forward, backward: back)
      made.filter = stage.predicate.map { StepFilter(predicate(stage.relationship, $0), forward, context) }
      made.accepts = node.map { node in { node.accepts($0) } }
      stages.append(made)
    }
    let last = behind.last ?? nil
    if let first {
      // Where one repetition ends the next begins.
      stages[stages.count - 1].accepts = { first.accepts($0) && last?.accepts($0) ?? true }
    }
    (self.first, self.last) = (first, last)
    nodeTests = [first].compactMap { $0 } + behind.compactMap { $0 }
    filters = stages.compactMap(\.filter)
    search = ShortestWalks(
      context.graph, stages: stages,
      spend: { count throws(QueryError) in try context.use(rows: count) })
    mayShare = !walk.isRead && !findsAll && filters.allSatisfy { !$0.dependsOnRow }
    super.init(context, lists: walk.stages.map(\.list), length: walk.length, span: walk.stages[0].span)
  }

  override func begin(_ starts: [NodeID], _ ends: [NodeID], of batch: Batch) {
    (self.starts, self.ends, searchedUntil) = (starts, ends, 0)
    for filter in filters {
      filter.beBold()
      filter.begin(row: 0, of: batch)
    }
  }

  override func walks(
    from start: NodeID, to end: NodeID, row: Int, of batch: Batch
  ) throws(QueryError) -> [[RelationshipID]] {
    for test in nodeTests { try test.prepare() }
    guard first?.accepts(start) ?? true, last?.accepts(end) ?? true else { return [] }
    let (product, overflow) = (length.maximum ?? .max).multipliedReportingOverflow(by: lists.count)
    let maximum = overflow ? .max : product
    if try isSearched(row, maximum) { return search.walkThroughStages(to: end).map { [$0] } ?? [] }
    for filter in filters { filter.begin(row: row, of: batch) }
    let found = try search.walksThroughStages(from: start, to: end, maximum: maximum, all: findsAll)
    try search.reportVisited()
    return found
  }

  /// Whether a row's walk is found among those from its start, which are searched for once where many rows have it. That gives other
  /// walks than a search from both ends, and which rows come together is chance: so only where walks are not read.
  private func isSearched(_ row: Int, _ maximum: Int) throws(QueryError) -> Bool {
    guard mayShare else { return false }
    if row >= searchedUntil {
      let end = starts[row...].firstIndex { $0 != starts[row] } ?? starts.count
      guard end - row >= ShortestWalks.worthwhileEnds else { return false }
      try search.reachThroughStages(ends[row..<end].filter { isPassed($0) }, from: starts[row], maximum: maximum)
      try search.reportVisited()
      searchedUntil = end
    }
    return isPassed(ends[row])
  }

  /// A search to many ends comes to a node only where a repetition may begin too.
  private func isPassed(_ node: NodeID) -> Bool {
    node != .none && (first?.accepts(node) ?? true) && (last?.accepts(node) ?? true)
  }
}

/// Which nodes may stand at a place within a path, judged for all nodes together once per run.
private final class NodeTest {
  private let context: ExecutionContext
  private let labels: LabelTest
  private let predicate: WalkPredicate?
  private var run = -1
  private var verdicts = BitSet(count: 0)

  init(_ labels: BoundLabels?, _ predicate: WalkPredicate?, _ context: ExecutionContext) {
    self.context = context
    self.labels = LabelTest(labels, context.graph)
    self.predicate = predicate
  }

  func accepts(_ node: NodeID) -> Bool { verdicts[node.index] }

  /// Judges the nodes, also those that no path comes to: the predicate may fail for these.
  func prepare() throws(QueryError) {
    if run == context.run { return }
    run = context.run
    verdicts = BitSet(count: context.graph.nodeCount)
    let nodes = (0..<context.graph.nodeCount).lazy.map { NodeID($0) }.filter { [labels] in labels.accepts($0) }
    guard let predicate else {
      for node in nodes { verdicts[node.index] = true }
      return
    }
    try judge(Array(nodes), predicate)
  }

  private func judge(_ nodes: [NodeID], _ predicate: WalkPredicate) throws(QueryError) {
    for start in stride(from: 0, to: nodes.count, by: Batch.targetSize) {
      let some = Array(nodes[start..<min(nodes.count, start + Batch.targetSize)])
      var batch = Batch(count: some.count)
      batch[predicate.slot] = .nodes(some)
      let truths = try predicate.evaluate(batch).truths(count: some.count, at: predicate.span)
      for (node, truth) in zip(some, truths) where truth == .yes { verdicts[node.index] = true }
    }
  }
}
