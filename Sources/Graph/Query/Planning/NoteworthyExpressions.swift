extension BoundExpression {
  /// Its parts, those with variables of their own and the queries of subqueries included.
  var parts: [BoundExpression] {
    switch kind {
    case .listComprehension(_, let list, let predicate, let projection):
      [list] + [predicate, projection].compactMap { $0 }
    case .quantifier(_, _, let list, let predicate): [list, predicate]
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    default: operands
    }
  }

  /// Calls `body` with each of `parts`, without a list of them.
  func forEachPart(_ body: (BoundExpression) -> Void) {
    switch kind {
    case .constant, .parameter, .slot: break
    case .property(let base, _), .hasLabels(let base, _), .not(let base), .negate(let base), .plus(let base),
      .isNull(let base, _):
      body(base)
    case .list(let items), .and(let items), .or(let items), .function(_, let items): for item in items { body(item) }
    case .xor(let left, let right), .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .isIn(let left, let right), .textMatch(_, let left, let right), .index(let left, let right):
      body(left)
      body(right)
    default: for part in parts { body(part) }
    }
  }

  /// The query of a subquery in the expression itself, nil when it is none.
  var subquery: BoundQuery? {
    switch kind {
    case .exists(let query), .count(let query), .collect(let query): query
    default: nil
    }
  }

  /// Whether evaluating it may note something that a row rests on.
  func isNoteworthy(_ tracing: Tracing) -> Bool {
    if subquery != nil { return true }
    if tracing == .everything {
      switch kind {
      case .property(let base, _) where base.type != .relationship && base.type != .map: return true
      case .index: return true
      default: break
      }
    }
    return parts.contains { $0.isNoteworthy(tracing) }
  }

  /// As a condition, a subquery that is true notes nothing, and a row for which it is not true is gone with its notes.
  func isPlainExistence(_ tracing: Tracing, _ search: ListSearch) -> Bool {
    guard tracing == .absences, case .exists(let query) = kind else { return false }
    return !query.searchesLists(search)
  }

  fileprivate func searchesLists(_ search: ListSearch) -> Bool {
    if let subquery, search.searched(in: subquery) != nil || subquery.searchesLists(search) { return true }
    return parts.contains { $0.searchesLists(search) }
  }
}

extension BoundQuery {
  /// Whether rows may rest on nothing being found where the table says what that means.
  func searchesLists(_ search: ListSearch) -> Bool {
    branches.contains { $0.clauses.contains { $0.searchesLists(search, outer: outerSlots) } }
  }
}

extension BoundClause {
  fileprivate func searchesLists(_ search: ListSearch, outer: [Slot]) -> Bool {
    switch self {
    case .match(let match) where match.isOptional:
      let newSlots = SlotSet(match.newSlots)
      let known = SlotSet(match.pattern.nodes.map(\.slot)).subtracting(newSlots)
      if search.searched(in: match, outer: known) != nil { return true }
    case .call(let call):
      if call.query.searchesLists(search) { return true }
    case .match, .unwind, .project: break
    }
    return expressions.contains { $0.searchesLists(search) }
  }

  /// Calls `body` with the expressions on which rows or values depend: all but those that only put rows in order.
  func forEachExpression(_ body: (BoundExpression) -> Void) {
    switch self {
    case .match(let match):
      for predicate in match.predicates { body(predicate) }
      for group in match.pattern.groups { for predicate in group.predicates { body(predicate) } }
    case .unwind(let list, _): body(list)
    case .call(let call): for item in call.arguments { body(item.expression) }
    case .project(let projection):
      if let aggregation = projection.aggregation {
        for key in aggregation.keys { body(key.expression) }
        for aggregate in aggregation.aggregates { if let argument = aggregate.argument { body(argument) } }
      }
      for item in projection.items { body(item.expression) }
      if let predicate = projection.predicate { body(predicate) }
    }
  }

  /// The expressions on which rows or values depend, in a list.
  var expressions: [BoundExpression] {
    var expressions: [BoundExpression] = []
    forEachExpression { expressions.append($0) }
    return expressions
  }

  /// Some of them calls `rand()` somewhere.
  var isRandom: Bool {
    var isRandom = false
    forEachExpression { if !isRandom { isRandom = $0.isRandom } }
    return isRandom
  }
}
