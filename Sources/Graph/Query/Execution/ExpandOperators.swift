/// Continues every row with each relationship that leads on from a node, or with each between two nodes that are both
/// there.
///
/// The hottest operator: it copies whole runs of neighbours where it can, and counts no references per row.
final class ExpandOperator: StepOperator {
  private let step: ExpandStep
  private let neighbours: NarrowedNeighbours
  private let tests: [PropertyTest]
  /// They are all the conditions of the step.
  private let testsAreAll: Bool
  /// All conditions of the step hold for the rows given last: they need not be asked behind it.
  private(set) var hasTested = false
  private let keepsRelationship: Bool
  private let keepsNode: Bool
  private let made: MadeRows
  private var current: Incoming?

  /// A batch that came in, and how far it has been continued.
  private struct Incoming {
    let batch: Batch
    let from: [NodeID]
    /// Where the relationships must end; nil when they may end anywhere.
    let to: [NodeID]?
    let distinct: DistinctCheck
    let tests: TextTests
    var row = 0
    var run = 0
    /// The place within the run's neighbours of the row's node.
    var place = 0
  }

  /// - Parameter compiler: compiles the conditions on what the step comes to that do not depend on the row.
  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: ExpandStep, compiler: ExpressionCompiler
  ) {
    self.step = step
    tests = step.propertyTests(compiler)
    testsAreAll = tests.count == step.tests.count
    neighbours = NarrowedNeighbours(Neighbourhood(step, context), step.narrowingTests(compiler), context)
    keepsRelationship = live.contains(step.relationship)
    keepsNode = !step.isToBound && live.contains(step.to)
    made = MadeRows(capacity: Batch.targetSize, keepsRelationships: keepsRelationship)
    super.init(context, live: live, input: input)
  }

  /// Whether the conditions asked right behind the step are all conditions of the step too.
  func tests(_ conditions: [BoundExpression]) -> Bool { conditions.count == step.tests.count }

  override func open(_ argument: Batch) {
    super.open(argument)
    current = nil
  }

  override func next() throws(QueryError) -> Batch? {
    while true {
      if current == nil { current = try nextIncoming() }
      guard var incoming = current else { return nil }
      current = nil
      made.count = 0
      fill(from: &incoming)
      current = incoming.row < incoming.batch.count ? incoming : nil
      if made.count == 0 { continue }
      hasTested = neighbours.isNarrowed || testsAreAll && incoming.tests.areAll
      try context.use(rows: made.count)
      var result = incoming.batch.gathered(made.rows, keeping: live)
      if keepsRelationship { result[step.relationship] = .relationships(made.relationships) }
      if keepsNode { result[step.to] = .nodes(made.nodes) }
      return result
    }
  }

  private func nextIncoming() throws(QueryError) -> Incoming? {
    guard let batch = try input.next() else { return nil }
    try neighbours.narrow()
    return Incoming(
      batch: batch, from: try batch[step.from].nodes(count: batch.count, at: step.span),
      to: step.isToBound ? try batch[step.to].nodes(count: batch.count, at: step.span) : nil,
      distinct: DistinctCheck(step.distinctFrom, in: batch),
      tests: try TextTests(neighbours.isNarrowed ? [] : tests, for: batch))
  }

  /// Makes rows until there is no more room or no more to continue.
  private func fill(from incoming: inout Incoming) {
    let (neighbourhood, distinct, made) = (neighbours.current, incoming.distinct, made)
    let runs = neighbourhood.runs
    let takesAll = neighbourhood.acceptsAll && distinct.isEmpty
    if takesAll && incoming.tests.isEmpty {
      fill(from: &incoming, runs) { run, places, row, _ in made.append(run.adjacency, places, row: row) }
      return
    }
    incoming.tests.withTest { passes in
      if takesAll {
        fill(from: &incoming, runs) { run, places, row, _ in
          made.append(run.adjacency, places, row: row, where: passes)
        }
        return
      }
      if neighbourhood.acceptsAll {
        fill(from: &incoming, runs) { run, places, row, _ in
          made.append(run.adjacency, places, row: row) { relationship, neighbour in
            passes(relationship, neighbour) && distinct.accepts(relationship, row: row)
          }
        }
        return
      }
      fill(from: &incoming, runs) { run, places, row, node in
        made.append(run.adjacency, places, row: row) { relationship, neighbour in
          passes(relationship, neighbour) && !(run.skipsLoops && neighbour == node)
            && neighbourhood.accepts(relationship, neighbour) && distinct.accepts(relationship, row: row)
        }
      }
    }
  }

  /// - Parameter append: makes rows of the neighbours at some places, as far as there is room; gives the place after the last.
  @inline(__always)
  private func fill(
    from incoming: inout Incoming, _ runs: [Neighbourhood.Run],
    append: (_ run: Neighbourhood.Run, _ places: Range<Int>, _ row: Int, _ node: NodeID) -> Int
  ) {
    // Where what passes depends on the node only, it need not be found anew for the next row with the same node.
    let isFound = !neighbours.current.acceptsAll || !incoming.tests.isEmpty
    let areRepeated = isFound && incoming.to == nil && incoming.distinct.isEmpty
    var (last, firstMade, endMade) = (NodeID.none, 0, 0)
    var looked = 0
    defer { neighbours.look(at: looked) }
    while incoming.row < incoming.from.count {
      let node = incoming.from[incoming.row]
      if areRepeated {
        let isWhole = incoming.run == 0 && incoming.place == 0
        if isWhole, node == last, node != .none, made.append(again: firstMade..<endMade, row: incoming.row) {
          incoming.row += 1
          continue
        }
        (last, firstMade) = (isWhole ? node : .none, made.count)
      }
      while node != .none && incoming.run < runs.count {
        if made.isFull { return }
        let run = runs[incoming.run]
        var range = run.adjacency.range(of: node)
        if let to = incoming.to { range = run.adjacency.places(of: to[incoming.row], in: range) }
        let left = range.lowerBound + incoming.place..<range.upperBound
        let end = append(run, left, incoming.row, node)
        looked += end - left.lowerBound
        incoming.place = end - range.lowerBound
        if end < range.upperBound { return }
        incoming.run += 1
        incoming.place = 0
      }
      endMade = made.count
      incoming.row += 1
      incoming.run = 0
    }
  }
}

/// Puts a relationship from an earlier clause in its place: fills or checks the nodes at its ends.
final class PlaceRelationshipOperator: GrowingOperator {
  private let step: PlaceStep
  private var relationships: [RelationshipID] = []
  private var left: [NodeID]?
  private var right: [NodeID]?
  private var distinct = DistinctCheck([], in: .none)

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
