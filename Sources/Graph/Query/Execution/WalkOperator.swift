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
  /// The walk so far.
  private var walked: [RelationshipID] = []
  /// The steps not yet tried, those from the walk's last node last, and how many there were before those of each node.
  private var pending: [(relationship: RelationshipID, node: NodeID)] = []
  private var frames: [Int] = []
  private let keepsList: Bool
  private var isAtStart = false

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: WalkStep, predicate: WalkPredicate?) {
    self.step = step
    neighbourhood = Neighbourhood(types: step.types, direction: step.direction, labels: nil, context)
    filter = predicate.map { [neighbourhood] in StepFilter($0, neighbourhood, context) }
    target = LabelTest(step.labels, context.graph)
    keepsList = live.contains(step.relationships)
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
    walked.removeAll(keepingCapacity: true)
    pending.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
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
    while let start = frames.last {
      if output.isFull { return false }
      guard pending.count > start, let (relationship, node) = pending.popLast() else {
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
    guard keepsList else { return }
    output.walks.append(step.isReversed ? walked.reversed() : walked)
  }

  private func accepts(end node: NodeID, _ row: Int) -> Bool {
    if let to, to[row] != node { return false }
    return target.accepts(node)
  }

  /// Adds the steps that lead on from a node; in reverse, because the last is tried first.
  private func push(_ node: NodeID, _ row: Int) throws(QueryError) {
    frames.append(pending.count)
    guard walked.count < step.length.maximum ?? .max else { return }
    try filter?.judge(from: node, neighbourhood) { !walked.contains($0) && distinct.accepts($0, row: row) }
    let start = pending.count
    try neighbourhood.forEach(from: node) { relationship, neighbour in
      guard !walked.contains(relationship), filter?.allows(relationship) ?? true,
        distinct.accepts(relationship, row: row)
      else { return }
      pending.append((relationship, neighbour))
    }
    pending[start...].reverse()
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
    if keepsList { batch[step.relationships] = .walks(output.walks) }
  }
}
