extension ExpressionCompiler {
  func compileSubquery(_ expression: BoundExpression) -> Evaluate {
    if let arena = context.lineages {
      // What is found rests on nothing that counts: only what is not found needs to be noted.
      let isPlain = arena.tracing == .absences && expression.subquery.map { !$0.searchesLists(search) } ?? false
      return isPlain ? notingAbsences(plainSubquery(expression), of: expression) : tracedSubquery(expression)
    }
    return plainSubquery(expression)
  }

  /// Compiles a condition on which rows depend.
  func compileCondition(_ predicate: BoundExpression) -> Evaluate {
    guard predicate.isPlainExistence(context.lineages?.tracing ?? .nothing, search) else { return compile(predicate) }
    let evaluate = plainSubquery(predicate)
    return predicate.isSameInEveryRow ? oncePerRun(evaluate) : evaluate
  }

  private func plainSubquery(_ expression: BoundExpression) -> Evaluate {
    switch expression.kind {
    case .exists(let query): return exists(query)
    case .count(let query): return count(query)
    case .collect(let query): return collect(makePart(query, false), query.outputs.first)
    default: return { _ in .constant(.null) }
    }
  }

  private func exists(_ query: BoundQuery) -> Evaluate {
    let before = changing
    if let direct = DirectPattern(query, context, isExistence: true, compile: compile) {
      if let centre = direct.centre { return holds(NodeCondition(direct.step, isNegated: false, context), of: centre) }
      return { batch throws(QueryError) in
        .truths(try direct.counts(in: batch, upTo: 1).mapped { Truth($0 > 0) })
      }
    }
    if let chain = DirectChain(query, context, compile: compile) {
      return { batch throws(QueryError) in .truths(try chain.truths(in: batch)) }
    }
    let part = makePart(query, true)
    return remembered(query, finders(query, counting: false), isSameInEveryRun: changing == before) {
      batch throws(QueryError) in
      var truths = [Truth](filledWith: .no, count: batch.count)
      var missing = batch.count
      part.open(batch)
      while missing > 0, let (_, tags) = try part.next() {
        for tag in tags where truths[Int(tag)] == .no {
          truths[Int(tag)] = .yes
          missing -= 1
        }
      }
      return truths
    } answer: {
      Truth($0 > 0)
    } column: {
      .truths($0)
    }
  }

  /// Whether a node in the row has something around it; null has nothing.
  private func holds(_ condition: NodeCondition, of centre: (slot: Slot, span: SourceSpan)) -> Evaluate {
    { batch throws(QueryError) in
      let nodes = try batch[centre.slot].nodes(count: batch.count, at: centre.span)
      let question = try condition.question(for: batch, asked: batch.count)
      return .truths(question.truths(of: nodes))
    }
  }

  private func count(_ query: BoundQuery) -> Evaluate {
    let before = changing
    if let direct = DirectPattern(query, context, isExistence: false, compile: compile) {
      let ask: (Batch) throws(QueryError) -> [Int64] = { batch throws(QueryError) in try direct.counts(in: batch) }
      return direct.centre != nil
        ? remembered(query, [], isSameInEveryRun: changing == before, ask, answer: { $0 }, column: { .integers($0) })
        : { batch throws(QueryError) in .integers(try ask(batch)) }
    }
    let part = makePart(query, false)
    return remembered(query, finders(query, counting: true), isSameInEveryRun: changing == before) {
      batch throws(QueryError) in
      var counts = [Int64](filledWith: 0, count: batch.count)
      part.open(batch)
      while let (_, tags) = try part.next() {
        for tag in tags { counts[Int(tag)] += 1 }
      }
      return counts
    } answer: {
      $0
    } column: {
      .integers($0)
    }
  }

  /// A subquery that looks at one node of the row only is answered once per node; one that looks at two, for all second
  /// nodes at once where that pays.
  ///
  /// - Parameters:
  ///   - finders: the ways to find one of the two nodes from the other.
  ///   - isSameInEveryRun: what it compares with depends neither on the parameters nor on chance.
  ///   - answer: the answer for two nodes for which there are so many rows.
  private func remembered<Element: BitwiseCopyable>(
    _ query: BoundQuery, _ finders: [EndFinder], isSameInEveryRun: Bool,
    _ ask: @escaping (Batch) throws(QueryError) -> [Element], answer: @escaping (Int64) -> Element,
    column: @escaping ([Element]) -> Vector
  ) -> Evaluate {
    if !finders.isEmpty {
      let answers = EndwiseAnswers<Element>(context, finders, answer: answer)
      return { batch throws(QueryError) in column(try answers.answers(for: batch, ask: ask)) }
    }
    guard query.outerSlots.count == 1, let slot = query.outerSlots.first else {
      return { batch throws(QueryError) in column(try ask(batch)) }
    }
    let answers = NodeAnswers<Element>(isSameInEveryRun: isSameInEveryRun, context)
    return { batch throws(QueryError) in
      guard case .nodes(let nodes) = batch[slot], !answers.keepsNothing(of: nodes.count) else {
        return column(try ask(batch))
      }
      return column(
        try answers.answers(of: nodes) { rows throws(QueryError) in try ask(batch.gathered(rows, keeping: [slot])) })
    }
  }

  /// The ways to find one of the two nodes that a subquery looks at from the other.
  private func finders(_ query: BoundQuery, counting: Bool) -> [EndFinder] {
    guard context.endsPayFrom < .infinity else { return [] }
    return query.openings(counting: counting).map { EndFinder($0, makeLaterPart($0.query)) }
  }

  private func collect(_ part: PartRunner, _ output: Slot?) -> Evaluate {
    { batch throws(QueryError) in
      var lists = [[Value]](filledWith: [], count: batch.count)
      part.open(batch)
      while let (rows, tags) = try part.next() {
        for (row, tag) in tags.enumerated() { lists[Int(tag)].append(output.map { rows[$0].value(at: row) } ?? .null) }
      }
      return .values(lists.map { .list($0) })
    }
  }
}
