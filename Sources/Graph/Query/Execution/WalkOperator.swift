/// Continues every row with each walk over a number of relationships, none of them twice.
final class WalkOperator: GrowingOperator {
  private let step: WalkStep
  private let neighbourhood: Neighbourhood
  private let target: LabelTest
  private let filter: StepFilter?
  private var from: [NodeID] = []
  private var to: [NodeID]?
  private var distinct = DistinctCheck([], in: .none)
  private var lists: [Value]?
  /// The walk so far, with for each node on it the steps not yet tried.
  private var walked: [RelationshipID] = []
  private var frames: [[(RelationshipID, NodeID)]] = []
  private var isAtStart = false

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: WalkStep, predicate: WalkPredicate?) {
    self.step = step
    neighbourhood = Neighbourhood(types: step.types, direction: step.direction, labels: nil, context)
    filter = predicate.map { [neighbourhood] in StepFilter($0, neighbourhood, context) }
    target = LabelTest(step.labels, context.graph)
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    from = try batch[step.from].nodes(count: batch.count, at: step.span)
    to = step.isToBound ? try batch[step.to].nodes(count: batch.count, at: step.span) : nil
    lists = step.isListBound ? batch[step.relationships].values(count: batch.count) : nil
    distinct = DistinctCheck(step.distinctFrom, in: batch)
  }

  override func begin(row: Int, of batch: Batch) throws(QueryError) {
    filter?.begin(row: row, of: batch)
    walked = []
    frames = []
    isAtStart = from[row] != .none && !(to.map { $0[row] == .none } ?? false)
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) throws(QueryError) -> Bool {
    if let lists { return try follow(lists[row], row, batch, &output) }
    if isAtStart {
      isAtStart = false
      arrive(at: from[row], row, &output)
      try push(from[row], row)
    }
    var steps = 0
    while let frame = frames.indices.last {
      if output.isFull { return false }
      guard let (relationship, node) = frames[frame].popLast() else {
        frames.removeLast()
        walked.removeLast(walked.isEmpty ? 0 : 1)
        continue
      }
      walked.append(relationship)
      arrive(at: node, row, &output)
      try push(node, row)
      steps += 1
      if steps & 0xfff == 0 { try context.use(rows: 0x1000) }
    }
    return true
  }

  /// Makes a row when the walk so far may end at a node.
  private func arrive(at node: NodeID, _ row: Int, _ output: inout Output) {
    guard walked.count >= step.length.minimum, accepts(end: node, row) else { return }
    output.rows.append(Int32(row))
    output.nodes.append(node)
    output.values.append(.list((step.isReversed ? walked.reversed() : walked).map { .relationship($0) }))
  }

  private func accepts(end node: NodeID, _ row: Int) -> Bool {
    if let to, to[row] != node { return false }
    return target.accepts(node)
  }

  /// Adds the steps that lead on from a node; in reverse, because the last is tried first.
  private func push(_ node: NodeID, _ row: Int) throws(QueryError) {
    var steps: [(RelationshipID, NodeID)] = []
    if walked.count < step.length.maximum ?? .max {
      try filter?.judge(from: node, neighbourhood)
      try neighbourhood.forEach(from: node) { relationship, neighbour in
        guard !walked.contains(relationship), filter?.allows(relationship) ?? true,
          distinct.accepts(relationship, row: row)
        else { return }
        steps.append((relationship, neighbour))
      }
    }
    frames.append(steps.reversed())
  }

  /// The list is known from an earlier clause: it must be a walk from here.
  private func follow(_ list: Value, _ row: Int, _ batch: Batch, _ output: inout Output) throws(QueryError) -> Bool {
    guard isAtStart, case .list(let items) = list else { return true }
    var node = from[row]
    for item in step.isReversed ? items.reversed() : items {
      guard case .relationship(let wanted) = item else { return true }
      var next: NodeID?
      try neighbourhood.forEach(from: node) { relationship, neighbour in
        if relationship == wanted { next = neighbour }
      }
      guard let next, !walked.contains(wanted) else { return true }
      walked.append(wanted)
      node = next
    }
    if walked.count <= step.length.maximum ?? .max { arrive(at: node, row, &output) }
    return true
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.to) { batch[step.to] = .nodes(output.nodes) }
    if isLive(step.relationships) { batch[step.relationships] = .values(output.values) }
  }
}
