/// Continues every row with each relationship that leads on from a node.
final class ExpandOperator: GrowingOperator {
  private let step: ExpandStep
  private let neighbourhood: Neighbourhood
  private let keepsRelationship: Bool
  private let keepsNode: Bool
  private var from: [NodeID] = []
  private var distinct = DistinctCheck([], in: Batch(count: 0, columns: []))
  private var run = 0
  private var place = 0

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: ExpandStep) {
    self.step = step
    neighbourhood = Neighbourhood(
      types: step.types, direction: step.direction, labels: step.labels, context)
    keepsRelationship = live.contains(step.relationship)
    keepsNode = live.contains(step.to)
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    from = try batch[step.from].nodes(count: batch.count, at: step.span)
    distinct = DistinctCheck(step.distinctFrom, in: batch)
  }

  override func begin(row: Int, of batch: Batch) {
    run = 0
    place = 0
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let node = from[row]
    guard node != .none else { return true }
    while run < neighbourhood.runs.count {
      let current = neighbourhood.runs[run]
      let range = current.adjacency.range(of: node)
      if append(row, node, current, range, &output) { return false }
      run += 1
      place = 0
    }
    return true
  }

  /// Appends one run from `place` on; true when the output is full before its end.
  private func append(
    _ row: Int, _ node: NodeID, _ run: Neighbourhood.Run, _ range: Range<Int>, _ output: inout Output
  ) -> Bool {
    if neighbourhood.acceptsAll && distinct.isEmpty {
      let start = range.lowerBound + place
      let end = min(range.upperBound, start + max(0, Batch.targetSize - output.rows.count))
      output.rows.append(contentsOf: repeatElement(Int32(row), count: end - start))
      if keepsRelationship { output.relationships.append(contentsOf: run.adjacency.relationships[start..<end]) }
      if keepsNode { output.nodes.append(contentsOf: run.adjacency.neighbours[start..<end]) }
      place += end - start
      return end < range.upperBound
    }
    while range.lowerBound + place < range.upperBound {
      if output.isFull { return true }
      let index = range.lowerBound + place
      place += 1
      let (relationship, neighbour) = (run.adjacency.relationships[index], run.adjacency.neighbours[index])
      if run.skipsLoops && neighbour == node { continue }
      guard neighbourhood.accepts(relationship, neighbour), distinct.accepts(relationship, row: row) else { continue }
      output.rows.append(Int32(row))
      if keepsRelationship { output.relationships.append(relationship) }
      if keepsNode { output.nodes.append(neighbour) }
    }
    return false
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if keepsRelationship { batch[step.relationship] = .relationships(output.relationships) }
    if keepsNode { batch[step.to] = .nodes(output.nodes) }
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
