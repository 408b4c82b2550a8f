extension Binder {
  /// Binds `MATCH` and adds its variables to the scope.
  mutating func bindMatch(_ match: MatchClause) throws(QueryError) -> BoundMatch {
    try bindMatch(
      match.patterns, predicate: match.predicate, isOptional: match.isOptional, declares: true, span: match.span)
  }

  /// Binds patterns with their condition.
  /// - Parameter declares: whether they may introduce variables.
  mutating func bindMatch(
    _ patterns: [PathPattern], predicate: Expression?, isOptional: Bool, declares: Bool, span: SourceSpan
  ) throws(QueryError) -> BoundMatch {
    var draft = PatternDraft(declares: declares)
    draft.reserve(patterns)
    for pattern in patterns { try bindPath(pattern, into: &draft) }
    if let predicate { draft.conditions.append(.expression(predicate)) }
    let predicates = try bindConditions(&draft)
    warnAboutImpossible(draft.graph)
    if draft.graph.hasWalks { hasWalks = true }
    return BoundMatch(
      isOptional: isOptional, pattern: draft.graph, predicates: predicates, newSlots: draft.newSlots,
      span: place(span))
  }

  /// Binds what a pattern demands besides its shape, once all its variables are known.
  mutating func bindConditions(_ draft: inout PatternDraft) throws(QueryError) -> [BoundExpression] {
    var predicates: [BoundExpression] = []
    if draft.conditions.isEmpty { return predicates }
    predicates.reserveCapacity(draft.conditions.count)
    for condition in draft.conditions {
      switch condition {
      case .expression(let expression): try bindConjuncts(expression, of: "WHERE", into: &predicates)
      case .property(let owner, let entry): predicates.append(try bindProperty(of: owner, equals: entry))
      case .same(let left, let right, let span):
        let operands = [left, right].map { BoundExpression(kind: .slot($0), type: .node, span: place(span)) }
        let kind = BoundExpressionKind.comparison(.equal, operands[0], operands[1])
        predicates.append(BoundExpression(kind: kind, type: .boolean, span: operands[0].span))
      case .elements(let place, let pattern):
        draft.graph.relationships[place].elementPredicate = try bindElements(
          pattern, slot: draft.graph.relationships[place].elementSlot)
      }
    }
    draft.conditions = []
    return predicates
  }

  /// `{key: value}` of a node or relationship.
  private mutating func bindProperty(of owner: Variable, equals entry: MapEntry) throws(QueryError) -> BoundExpression {
    let target = BoundExpression(kind: .slot(owner.slot), type: owner.type, span: place(entry.key.span))
    let value = try bindValue(entry.value)
    let property = BoundExpression(
      kind: .property(target, key(entry.key, of: owner.type)), type: .any, span: target.span)
    let span = place(entry.key.span.joined(with: entry.value.span))
    warnAboutUnknownValue(property, value)
    return BoundExpression(kind: .comparison(.equal, property, value), type: .boolean, span: span)
  }

  /// What every relationship of a variable-length one must satisfy; its name stands for a single one there.
  private mutating func bindElements(
    _ pattern: RelationshipPattern, slot: Slot?
  ) throws(QueryError) -> BoundExpression? {
    guard let slot else { return nil }
    let element = Variable(slot: slot, type: .relationship)
    let outer = scope
    if let name = pattern.variable { scope.declare(name.text, element) }
    var conjuncts: [BoundExpression] = []
    for entry in try entries(of: pattern.properties) { conjuncts.append(try bindProperty(of: element, equals: entry)) }
    if let predicate = pattern.predicate { try bindConjuncts(predicate, of: "WHERE", into: &conjuncts) }
    scope = outer
    guard let first = conjuncts.first, let last = conjuncts.last else { return nil }
    guard conjuncts.count > 1 else { return first }
    return BoundExpression(kind: .and(conjuncts), type: .boolean, span: first.span.joined(with: last.span))
  }

  /// The entries of a property map in a pattern.
  func entries(of properties: Expression?) throws(QueryError) -> [MapEntry] {
    guard let properties else { return [] }
    guard case .map(let entries) = properties.kind else { throw .parameterAsProperties(at: place(properties.span)) }
    return entries
  }
}
