/// Keeps rows from which some relationship leads on to where conditions hold; nobody reads the relationship or the node.
///
/// Rows take turns: each offers one relationship, those without success two more, then four. So few more are looked at than are
/// needed, and conditions are asked a batch at a time all the same.
final class FindOneOperator: StepOperator {
  private let step: ExpandStep
  private let conditions: [(evaluate: Evaluate, span: SourceSpan)]
  /// What the conditions read of the incoming row.
  private let reads: [Slot]
  private let neighbours: NarrowedNeighbours
  private let tests: [PropertyTest]
  private let made = MadeRows(capacity: Batch.targetSize, keepsRelationships: true)
  private var found: [Bool] = []

  /// How far the relationships of a row have been looked at.
  private struct Cursor {
    var run: Int32 = 0
    /// The place within the run's neighbours of the row's node.
    var place: Int32 = 0
  }

  /// The rows that offer some more of their relationships.
  private struct Turn {
    let from: [NodeID]
    let distinct: DistinctCheck
    var cursors: [Cursor]
    /// The rows whose turn it is, and how many relationships each offers.
    var searching: [Int32]
    var width = 1
    /// The place of the row that offers next.
    var next = 0
    /// The rows that have more relationships.
    var left: [Int32] = []

    /// Goes on with those of the rows left for which nothing was found.
    mutating func end(where isSearching: (Int32) -> Bool) {
      searching = left.filter(isSearching)
      (left, next) = ([], 0)
      width = min(2 * width, Batch.targetSize / 8)
    }
  }

  /// - Parameter compiler: compiles the conditions.
  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: FindOneStep, compiler: ExpressionCompiler
  ) {
    self.step = step.expand
    conditions = step.conditions.map { (compiler.compileCondition($0), $0.span) }
    reads = step.conditionReads.sorted()
    tests = step.expand.propertyTests(compiler)
    let neighbourhood = Neighbourhood(step.expand, context)
    neighbours = NarrowedNeighbours(neighbourhood, step.expand.narrowingTests(compiler), context)
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      try search(batch)
      let rows = found.placesOfTrue
      if !rows.isEmpty { return batch.continued(by: rows, keeping: live) }
    }
    return nil
  }

  /// Finds out which rows of a batch lead on.
  private func search(_ batch: Batch) throws(QueryError) {
    found = [Bool](filledWith: false, count: batch.count)
    try neighbours.narrow()
    let from = try batch[step.from].nodes(count: batch.count, at: step.span)
    let tests = try TextTests(neighbours.isNarrowed ? [] : tests, for: batch)
    var turn = Turn(
      from: from, distinct: DistinctCheck(step.distinctFrom, in: batch),
      cursors: [Cursor](filledWith: Cursor(), count: batch.count), searching: from.rows)
    while !turn.searching.isEmpty {
      while turn.next < turn.searching.count {
        tests.withTest { offer(&turn, where: $0) }
        try judge(batch)
      }
      turn.end { !found[Int($0)] }
    }
  }

  /// Makes rows of the next relationships of the rows whose turn it is, until there is no room for those of another row.
  @inline(__always)
  private func offer(_ turn: inout Turn, where passes: (RelationshipID, NodeID) -> Bool) {
    let (neighbourhood, made, distinct) = (neighbours.current, made, turn.distinct)
    let (runs, width) = (neighbourhood.runs, turn.width)
    var looked = 0
    while turn.next < turn.searching.count && made.count + width <= Batch.targetSize {
      let row = Int(turn.searching[turn.next])
      let (node, full) = (turn.from[row], made.count + width)
      var cursor = turn.cursors[row]
      while made.count < full && cursor.run < runs.count {
        let run = runs[Int(cursor.run)]
        let range = run.adjacency.range(of: node)
        let start = range.lowerBound + Int(cursor.place)
        let end = made.append(
          run.adjacency, start..<range.upperBound, row: row, most: full - made.count
        ) { relationship, neighbour in
          passes(relationship, neighbour) && !(run.skipsLoops && neighbour == node)
            && neighbourhood.accepts(relationship, neighbour) && distinct.accepts(relationship, row: row)
        }
        looked += end - start
        cursor.place = end < range.upperBound ? Int32(truncatingIfNeeded: end - range.lowerBound) : 0
        cursor.run += end < range.upperBound ? 0 : 1
      }
      turn.cursors[row] = cursor
      turn.next += 1
      if cursor.run < runs.count { turn.left.append(Int32(truncatingIfNeeded: row)) }
    }
    neighbours.look(at: looked)
  }

  /// Asks the conditions of the rows made, and notes which incoming rows have one for which they hold.
  private func judge(_ batch: Batch) throws(QueryError) {
    defer { made.count = 0 }
    guard made.count > 0 else { return }
    try context.use(rows: made.count)
    var rows = made.rows
    if !conditions.isEmpty {
      var candidates = batch.gathered(rows, keeping: reads)
      candidates[step.relationship] = .relationships(made.relationships)
      candidates[step.to] = .nodes(made.nodes)
      for condition in conditions where candidates.count > 0 {
        let truths = try condition.evaluate(candidates).truths(count: candidates.count, at: condition.span)
        let kept = truths.rows(where: .yes)
        if kept.count == candidates.count { continue }
        rows = kept.mapped { rows[Int($0)] }
        candidates = candidates.gathered(kept)
      }
    }
    for row in rows { found[Int(row)] = true }
  }
}

extension [NodeID] {
  /// The rows that have a node.
  fileprivate var rows: [Int32] {
    (0..<Int32(truncatingIfNeeded: count)).filter { self[Int($0)] != .none }
  }
}
