/// The pattern of a subquery that is a single relationship at a node that is known, whose properties may have to equal something:
/// `EXISTS { (a)-[:T]->(b) }`, `COUNT { (a)-[:T {level: 'board'}]->() }`. It is answered from the adjacency, without rows.
struct DirectPattern {
  private let from: Slot
  /// The other end, when it is known too.
  private let to: Slot?
  private let neighbourhood: Neighbourhood
  private let tests: [PropertyTest]
  private let span: SourceSpan

  /// Nil when the query is anything else.
  ///
  /// - Parameter compile: makes the function of an expression.
  init?(_ query: BoundQuery, _ context: ExecutionContext, compile: (BoundExpression) -> Evaluate) {
    guard query.branches.count == 1, query.branches[0].clauses.count == 1,
      case .match(let match) = query.branches[0].clauses[0], !match.isOptional, match.pattern.isSingleRelationship
    else { return nil }
    let relationship = match.pattern.relationships[0]
    var (from, to) = (match.pattern.nodes[relationship.left], match.pattern.nodes[relationship.right])
    let forward = from.isBound
    if !forward { swap(&from, &to) }
    guard from.isBound, from.labels == nil, from.slot != to.slot, !to.isBound || to.labels == nil else { return nil }
    var tests: [PropertyTest] = []
    for predicate in match.predicates {
      let node = to.isBound ? nil : to.slot
      guard let test = PropertyTest(predicate, relationship.slot, node, context, compile) else { return nil }
      tests.append(test)
    }
    self.tests = tests
    self.from = from.slot
    self.to = to.isBound ? to.slot : nil
    span = relationship.span
    neighbourhood = Neighbourhood(
      types: relationship.types, direction: relationship.direction.reversed(unless: forward), labels: to.labels, context
    )
  }

  /// Whether its answer is worth keeping: it looks at every relationship of a node.
  var looksAround: Bool { to == nil && !tests.isEmpty }

  /// How many relationships match in each row, counted up to a limit.
  func counts(in batch: Batch, upTo limit: Int64 = .max) throws(QueryError) -> [Int64] {
    let starts = try batch[from].nodes(count: batch.count, at: span)
    let ends = try to.map { slot throws(QueryError) in try batch[slot].nodes(count: batch.count, at: span) }
    var questions: [PropertyTest.Question] = []
    for test in tests { questions.append(try test.question(for: batch)) }
    if questions.isEmpty {
      if neighbourhood.acceptsAll { return degrees(starts, ends, upTo: limit) }
      return counts(starts, ends, upTo: limit) { _, _ in true }
    }
    if questions.count == 1, let texts = questions[0].texts {
      // The commonest question, without counting references for each relationship.
      let (numbers, first, presence, view) = (texts.numbers, texts.firstRow, texts.presence, questions[0].view)
      let (wanted, isOfNode) = (texts.wanted, questions[0].isOfNode)
      return counts(starts, ends, upTo: limit) { relationship, neighbour in
        let place = (isOfNode ? neighbour.index : view.row(of: relationship)) - first
        return place >= 0 && place < numbers.count && numbers[place] == wanted && presence[place]
      }
    }
    return counts(starts, ends, upTo: limit) { relationship, neighbour in
      questions.allSatisfy { $0.isTrue(of: relationship, neighbour) }
    }
  }

  /// The counts where a relationship must also pass a test.
  @inline(__always)
  private func counts(
    _ starts: [NodeID], _ ends: [NodeID]?, upTo limit: Int64, where passes: (RelationshipID, NodeID) -> Bool
  ) -> [Int64] {
    let (neighbourhood, runs) = (neighbourhood, neighbourhood.runs)
    var counts = [Int64](repeating: 0, count: starts.count)
    for row in starts.indices where starts[row] != .none && ends?[row] != NodeID.none {
      let start = starts[row]
      var count: Int64 = 0
      for run in runs {
        var places = run.adjacency.range(of: start)
        if let ends { places = run.adjacency.places(of: ends[row], in: places) }
        for place in places {
          if count == limit { break }
          let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
          if run.skipsLoops && neighbour == start || !neighbourhood.accepts(relationship, neighbour) { continue }
          if passes(relationship, neighbour) { count += 1 }
        }
      }
      counts[row] = count
    }
    return counts
  }

  /// The counts where every relationship will do.
  private func degrees(_ starts: [NodeID], _ ends: [NodeID]?, upTo limit: Int64) -> [Int64] {
    let runs = neighbourhood.runs
    if runs.count == 1, let ends {
      let adjacency = runs[0].adjacency
      return zip(starts, ends).map { start, end in
        if start == .none || end == .none { return 0 }
        return min(limit, Int64(adjacency.places(of: end, in: adjacency.range(of: start)).count))
      }
    }
    return starts.indices.map { row in
      guard starts[row] != .none, ends?[row] != NodeID.none else { return 0 }
      return runs.reduce(0) { count, run in
        let range = run.adjacency.range(of: starts[row])
        return min(limit, count + Int64((ends.map { run.adjacency.places(of: $0[row], in: range) } ?? range).count))
      }
    }
  }
}

extension PatternGraph {
  fileprivate var isSingleRelationship: Bool {
    nodes.count == 2 && relationships.count == 1 && groups.isEmpty && paths.isEmpty && selectors.isEmpty
      && relationships[0].length == nil && !relationships[0].isBound
  }
}
