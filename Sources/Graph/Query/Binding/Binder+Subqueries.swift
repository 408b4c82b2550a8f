extension Binder {
  /// Binds something with a scope and slots of its own and gives the outer slots it reads. Slots are numbered in the order
  /// they are given out, so those of the surroundings are the ones below the first new one.
  mutating func inSubquery<Result>(
    _ body: (inout Binder) throws(QueryError) -> Result
  ) throws(QueryError) -> (result: Result, outerSlots: [Slot]) {
    let outer = (scope, base, reads, aggregates, grouping, importable)
    let firstOwn = Slot(index: slotNames.count)
    reads = []
    base = scope
    importable = nil
    let result = try body(&self)
    let outerSlots = reads.slots(below: firstOwn)
    (scope, base, reads, aggregates, grouping, importable) = outer
    reads.formUnion(outerSlots)
    return (result, outerSlots)
  }

  /// `EXISTS { }`, `COUNT { }`, `COLLECT { }`: sees every variable around it.
  mutating func bindSubquery(
    _ query: QuerySyntax, as purpose: QueryPurpose
  ) throws(QueryError) -> (query: BoundQuery, columns: [OutputColumn]) {
    var (bound, outerSlots) = try inSubquery { binder throws(QueryError) in
      try binder.bindQuery(query, as: purpose)
    }
    bound.query.outerSlots = outerSlots
    return (bound.query, bound.columns)
  }

  /// `(a)-->(b)` as a condition: every variable must be there already.
  mutating func bindPatternPredicate(_ pattern: PathPattern, at span: SourceSpan) throws(QueryError) -> BoundExpression
  {
    let (match, outerSlots) = try inSubquery { binder throws(QueryError) in
      binder.aggregates = .forbidden("a pattern")
      return try binder.bindMatch([pattern], predicate: nil, isOptional: false, declares: false, span: span)
    }
    return BoundExpression(kind: .exists(query(match, nil, outerSlots)), type: .boolean, span: place(span))
  }

  /// `shortestPath((a)-[*]->(b))` is a path or null, `allShortestPaths(...)` a list of paths.
  mutating func bindShortestPath(_ pattern: PathPattern, at span: SourceSpan) throws(QueryError) -> BoundExpression {
    let ((match, item), outerSlots) = try inSubquery { binder throws(QueryError) in
      binder.aggregates = .forbidden("a pattern")
      var match = try binder.bindMatch([pattern], predicate: nil, isOptional: false, declares: false, span: span)
      let slot = binder.newSlot(nil)
      let path = BoundExpression(kind: .slot(slot), type: .path, span: binder.place(span))
      match.pattern.paths.append(PatternPath(slot: slot, elements: match.pattern.selectors.first?.elements ?? []))
      match.newSlots.append(slot)
      return (match, BoundItem(slot: binder.newSlot(nil), expression: path))
    }
    let paths = BoundExpression(
      kind: .collect(query(match, item, outerSlots)), type: .list(.path), span: place(span))
    guard pattern.selector == .anyShortest else { return paths }
    return BoundExpression(
      kind: .index(paths, .constant(.integer(0), place(span))), type: .path, span: place(span))
  }

  /// `[(a)-->(b) WHERE p | e]`
  mutating func bindPatternComprehension(
    _ pattern: PathPattern, _ predicate: Expression?, _ projection: Expression, at span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let ((match, item), outerSlots) = try inSubquery { binder throws(QueryError) in
      binder.aggregates = .forbidden("a list made from a pattern")
      let match = try binder.bindMatch([pattern], predicate: predicate, isOptional: false, declares: true, span: span)
      let expression = try binder.bindValue(projection)
      return (match, BoundItem(slot: binder.newSlot(nil), expression: expression))
    }
    return BoundExpression(
      kind: .collect(query(match, item, outerSlots)), type: .list(item.expression.type), span: place(span))
  }

  /// A query of one MATCH, with one column or none.
  private func query(_ match: BoundMatch, _ item: BoundItem?, _ outerSlots: [Slot]) -> BoundQuery {
    var clauses: [BoundClause] = [.match(match)]
    let outputs = item.map { [$0.slot] } ?? []
    if let item {
      clauses.append(
        .project(BoundProjection(aggregation: nil, items: [item], isDistinct: false, order: [], outputs: outputs)))
    }
    return BoundQuery(
      branches: [BoundBranch(clauses: clauses, outputs: outputs)], keepsDuplicates: false,
      columns: outputs.map { _ in "list" }, outputs: outputs, outerSlots: outerSlots)
  }
}
