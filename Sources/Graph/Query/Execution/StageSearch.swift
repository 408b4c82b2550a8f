/// Finds a shortest path that repeats a path between two known nodes, by a search through its stages.
final class StageSearch {
  /// What the search found for a row.
  enum Found {
    case nothing
    case path([RelationshipID])
    /// The search cannot tell: all matches must be made.
    case undecided
  }

  private let walk: GroupWalk
  private let search: ShortestWalks
  private let filters: [StepFilter]
  private let nodeTests: [NodeTest]

  /// - Parameter predicate: makes the test of a slot from its expression.
  init(_ walk: GroupWalk, _ context: ExecutionContext, _ predicate: (Slot, BoundExpression) -> WalkPredicate) {
    self.walk = walk
    var stages: [ShortestWalks.Stage] = []
    var tests: [NodeTest] = []
    for stage in walk.stages {
      let forward = Neighbourhood(types: stage.types, direction: stage.direction, labels: nil, context)
      let back = Neighbourhood(
        types: stage.types, direction: stage.direction.reversed(unless: false), labels: nil, context)
      var made = ShortestWalks.Stage(forward: forward, backward: back)
      made.filter = stage.predicate.map { StepFilter(predicate(stage.relationship, $0), forward, context) }
      if stage.labels != nil || stage.nodePredicate != nil {
        let test = NodeTest(stage.labels, stage.nodePredicate.map { predicate(stage.node, $0) }, context)
        made.accepts = { test.accepts($0) }
        tests.append(test)
      }
      stages.append(made)
    }
    filters = stages.compactMap(\.filter)
    nodeTests = tests
    search = ShortestWalks(
      context.graph, stages: stages,
      spend: { count throws(QueryError) in try context.use(rows: count) })
  }

  /// What there is between two nodes.
  func path(
    from start: NodeID, to end: NodeID, row: Int, of batch: Batch
  ) throws(QueryError) -> Found {
    if start == .none || end == .none { return .nothing }
    if start == end { return walk.length.minimum == 0 ? .path([]) : .undecided }
    for test in nodeTests { try test.prepare() }
    for filter in filters { filter.begin(row: row, of: batch) }
    let count = walk.stages.count
    let (maximum, overflow) = (walk.length.maximum ?? .max).multipliedReportingOverflow(by: count)
    let found = try search.walkThroughStages(from: start, to: end, maximum: overflow ? .max : maximum)
    try search.reportVisited()
    guard let found else { return .nothing }
    return Set(found).count == found.count ? .path(found) : .undecided
  }

  /// The list of a stage's relationships in a path.
  func list(_ stage: Int, of path: [RelationshipID]) -> Value {
    .list(stride(from: stage, to: path.count, by: walk.stages.count).map { .relationship(path[$0]) })
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

  /// Judges the nodes. The predicate is one that cannot fail, so it does no harm that a path never comes to some of them.
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
