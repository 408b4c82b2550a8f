/// Continues every row with each relationship that leads on from a node.
///
/// The hottest operator: it works on local variables and whole runs of neighbours, not row by row.
final class ExpandOperator: StepOperator {
  private let step: ExpandStep
  private let neighbourhood: Neighbourhood
  private let keepsRelationship: Bool
  private let keepsNode: Bool
  private var current: Incoming?

  /// A batch that came in, and how far it has been continued.
  private struct Incoming {
    let batch: Batch
    let from: [NodeID]
    let distinct: DistinctCheck
    var row = 0
    var run = 0
    /// The place within the run's neighbours of the row's node.
    var place = 0
  }

  /// The rows made: which incoming row each continues, over which relationship, to which node.
  private struct Made {
    var rows: [Int32] = []
    var relationships: [RelationshipID] = []
    var nodes: [NodeID] = []
  }

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: ExpandStep) {
    self.step = step
    neighbourhood = Neighbourhood(
      types: step.types, direction: step.direction, labels: step.labels, context)
    keepsRelationship = live.contains(step.relationship)
    keepsNode = live.contains(step.to)
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    current = nil
  }

  override func next() throws(QueryError) -> Batch? {
    while true {
      if current == nil { current = try nextIncoming() }
      guard var incoming = current else { return nil }
      current = nil
      var made = Made()
      made.rows.reserveCapacity(Batch.targetSize)
      fill(&made, from: &incoming)
      current = incoming.row < incoming.batch.count ? incoming : nil
      if made.rows.isEmpty { continue }
      try context.use(rows: made.rows.count)
      var result = incoming.batch.gathered(made.rows, keeping: live)
      if keepsRelationship { result[step.relationship] = .relationships(made.relationships) }
      if keepsNode { result[step.to] = .nodes(made.nodes) }
      return result
    }
  }

  private func nextIncoming() throws(QueryError) -> Incoming? {
    guard let batch = try input.next() else { return nil }
    return Incoming(
      batch: batch, from: try batch[step.from].nodes(count: batch.count, at: step.span),
      distinct: DistinctCheck(step.distinctFrom, in: batch))
  }

  private func fill(_ made: inout Made, from incoming: inout Incoming) {
    let neighbourhood = neighbourhood
    let takesAll = neighbourhood.acceptsAll && incoming.distinct.isEmpty
    while incoming.row < incoming.from.count {
      let node = incoming.from[incoming.row]
      while node != .none && incoming.run < neighbourhood.runs.count {
        if made.rows.count >= Batch.targetSize { return }
        let run = neighbourhood.runs[incoming.run]
        let range = run.adjacency.range(of: node)
        if takesAll {
          appendAll(run.adjacency, range, &made, &incoming)
        } else {
          appendAccepted(run, range, node, &made, &incoming)
        }
        if incoming.place < range.count { return }
        incoming.run += 1
        incoming.place = 0
      }
      incoming.row += 1
      incoming.run = 0
    }
  }

  /// Appends a run whole, as far as there is room.
  private func appendAll(
    _ adjacency: Adjacency, _ range: Range<Int>, _ made: inout Made, _ incoming: inout Incoming
  ) {
    let start = range.lowerBound + incoming.place
    let end = min(range.upperBound, start + max(1, Batch.targetSize - made.rows.count))
    let row = Int32(truncatingIfNeeded: incoming.row)
    for _ in start..<end { made.rows.append(row) }
    if keepsRelationship { made.relationships.append(contentsOf: adjacency.relationships[start..<end]) }
    if keepsNode { made.nodes.append(contentsOf: adjacency.neighbours[start..<end]) }
    incoming.place += end - start
  }

  /// Appends what the pattern accepts of a run, as far as there is room.
  private func appendAccepted(
    _ run: Neighbourhood.Run, _ range: Range<Int>, _ node: NodeID, _ made: inout Made, _ incoming: inout Incoming
  ) {
    let (adjacency, neighbourhood, row) = (run.adjacency, neighbourhood, incoming.row)
    let (keepsRelationship, keepsNode) = (keepsRelationship, keepsNode)
    while incoming.place < range.count && made.rows.count < Batch.targetSize {
      let index = range.lowerBound + incoming.place
      incoming.place += 1
      let (relationship, neighbour) = (adjacency.relationships[index], adjacency.neighbours[index])
      if run.skipsLoops && neighbour == node { continue }
      guard neighbourhood.accepts(relationship, neighbour), incoming.distinct.accepts(relationship, row: row) else {
        continue
      }
      made.rows.append(Int32(truncatingIfNeeded: row))
      if keepsRelationship { made.relationships.append(relationship) }
      if keepsNode { made.nodes.append(neighbour) }
    }
  }
}

/// Continues every row with each relationship between two nodes that are both there.
final class ExpandIntoOperator: GrowingOperator {
  private let step: ExpandStep
  private let neighbourhood: Neighbourhood
  private let keepsRelationship: Bool
  private var from: [NodeID] = []
  private var to: [NodeID] = []
  private var distinct = DistinctCheck([], in: Batch(count: 0, columns: []))

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: ExpandStep) {
    self.step = step
    neighbourhood = Neighbourhood(types: step.types, direction: step.direction, labels: nil, context)
    keepsRelationship = live.contains(step.relationship)
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    from = try batch[step.from].nodes(count: batch.count, at: step.span)
    to = try batch[step.to].nodes(count: batch.count, at: step.span)
    distinct = DistinctCheck(step.distinctFrom, in: batch)
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let (node, target) = (from[row], to[row])
    guard node != .none, target != .none else { return true }
    for run in neighbourhood.runs where !(run.skipsLoops && node == target) {
      let range = run.adjacency.range(of: node)
      var place = run.adjacency.firstPlace(of: target, in: range)
      while place < range.upperBound, run.adjacency.neighbours[place] == target {
        let relationship = run.adjacency.relationships[place]
        place += 1
        guard neighbourhood.accepts(relationship, target), distinct.accepts(relationship, row: row) else { continue }
        output.rows.append(Int32(row))
        if keepsRelationship { output.relationships.append(relationship) }
      }
    }
    return true
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if keepsRelationship { batch[step.relationship] = .relationships(output.relationships) }
  }
}

extension Adjacency {
  /// The first place in a row's range whose neighbour is not below `target`. O(log degree).
  func firstPlace(of target: NodeID, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if neighbours[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Puts a relationship from an earlier clause in its place: fills or checks the nodes at its ends.
final class PlaceRelationshipOperator: GrowingOperator {
  private let step: PlaceStep
  private var relationships: [RelationshipID] = []
  private var left: [NodeID]?
  private var right: [NodeID]?
  private var distinct = DistinctCheck([], in: Batch(count: 0, columns: []))

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: PlaceStep) {
    self.step = step
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    relationships = try batch[step.relationship].relationships(count: batch.count, at: step.span)
    left = step.left.isBound ? try batch[step.left.slot].nodes(count: batch.count, at: step.span) : nil
    right = step.right.isBound ? try batch[step.right.slot].nodes(count: batch.count, at: step.span) : nil
    distinct = DistinctCheck(step.distinctFrom, in: batch)
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let relationship = relationships[row]
    guard relationship != .none, context.view.shows(relationship), distinct.accepts(relationship, row: row),
      step.types?.accepts(type: context.graph.type(of: relationship)) ?? true
    else { return true }
    let (start, end) = (context.graph.start(of: relationship), context.graph.end(of: relationship))
    if step.direction != .incoming { offer(start, end, row, &output) }
    if step.direction != .outgoing && !(step.direction == .either && start == end) { offer(end, start, row, &output) }
    return true
  }

  private func offer(_ first: NodeID, _ second: NodeID, _ row: Int, _ output: inout Output) {
    guard fits(first, step.left, left?[row]), fits(second, step.right, right?[row]) else { return }
    if step.left.slot == step.right.slot && first != second { return }
    output.rows.append(Int32(row))
    output.nodes.append(first)
    output.values.append(.node(second))
  }

  private func fits(_ node: NodeID, _ end: PlaceStep.End, _ bound: NodeID?) -> Bool {
    if let bound, bound != node { return false }
    return context.view.shows(node) && (end.labels?.accepts(node, in: context.graph) ?? true)
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.left.slot) { batch[step.left.slot] = .nodes(output.nodes) }
    if isLive(step.right.slot) { batch[step.right.slot] = .compact(output.values) }
  }
}

extension Vector {
  /// The rows as relationships; anything but a relationship or null is a TypeError at `span`.
  func relationships(count: Int, at span: SourceSpan) throws(QueryError) -> [RelationshipID] {
    if case .relationships(let relationships) = self { return relationships }
    var relationships: [RelationshipID] = []
    for row in 0..<count {
      switch value(at: row) {
      case .relationship(let relationship): relationships.append(relationship)
      case .null: relationships.append(.none)
      case let other: throw RuntimeErrors.notARelationship(other, at: span)
      }
    }
    return relationships
  }
}
