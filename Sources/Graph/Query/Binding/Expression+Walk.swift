extension Expression {
  /// The direct parts, without those inside subqueries and patterns.
  var parts: [Expression] {
    switch kind {
    case .integer, .float, .string, .boolean, .null, .parameter, .variable, .countAll: []
    case .exists, .countSubquery, .collectSubquery, .patternPredicate: []
    case .property(let operand, _), .hasLabels(let operand, _), .unary(_, let operand), .isNull(let operand, _):
      [operand]
    case .list(let elements), .call(_, _, let elements): elements
    case .map(let entries): entries.map(\.value)
    case .mapProjection(_, let items): items.compactMap(\.value)
    case .binary(_, let left, let right), .index(let left, let right): [left, right]
    case .comparison(let first, let steps): [first] + steps.map(\.operand)
    case .slice(let list, let from, let to): [list] + [from, to].compactMap { $0 }
    case .conditional(let subject, let branches, let otherwise):
      [subject, otherwise].compactMap { $0 } + branches.flatMap { [$0.condition, $0.result] }
    case .listComprehension(_, let list, let predicate, let projection):
      [list] + [predicate, projection].compactMap { $0 }
    case .patternComprehension(_, let predicate, let projection): [predicate, projection].compactMap { $0 }
    case .quantifier(_, _, let list, let predicate): [list, predicate]
    case .reduce(_, let initial, _, let list, let step): [initial, list, step]
    }
  }

  /// Whether any part, at any depth and itself included, satisfies a condition. O(size), without recursion.
  func contains(where condition: (Expression) -> Bool) -> Bool {
    var pending = [self]
    while let next = pending.popLast() {
      if condition(next) { return true }
      next.addParts(to: &pending)
    }
    return false
  }

  /// Appends its direct parts to a list, without one of their own where there are none or few.
  private func addParts(to list: inout [Expression]) {
    switch kind {
    case .integer, .float, .string, .boolean, .null, .parameter, .variable, .countAll: break
    case .property(let operand, _): list.append(operand)
    case .call(_, _, let elements): for element in elements { list.append(element) }
    case .binary(_, let left, let right):
      list.append(left)
      list.append(right)
    default: list += parts
    }
  }

  /// `count(*)` or a call of an aggregate.
  var isAggregate: Bool {
    switch kind {
    case .countAll: true
    case .call(let name, _, _): AggregateTable.aggregate(named: name.text) != nil
    default: false
    }
  }

  /// Has an aggregate anywhere outside subqueries and lists made from a pattern.
  var containsAggregate: Bool {
    var pending = [self]
    while let next = pending.popLast() {
      if next.isAggregate { return true }
      if case .patternComprehension = next.kind { continue }
      next.addParts(to: &pending)
    }
    return false
  }

  /// The names of the variables it mentions, those it declares itself included.
  var mentionedVariables: NameSet {
    var names = NameSet()
    _ = contains { part in
      switch part.kind {
      case .variable(let name): names.insert(name)
      case .mapProjection(let name, _): names.insert(name.text)
      default: break
      }
      return false
    }
    return names
  }

  /// Something whose value depends on the row it is evaluated for.
  var dependsOnRow: Bool {
    contains { part in
      switch part.kind {
      case .variable, .mapProjection, .patternPredicate, .patternComprehension: true
      case .exists, .countSubquery, .collectSubquery: true
      default: part.isAggregate
      }
    }
  }

  /// A variable, or properties of one.
  var isVariableOrProperty: Bool {
    var part = self
    while case .property(let operand, _) = part.kind { part = operand }
    if case .variable = part.kind { return true }
    return false
  }
}

extension MapProjectionItem {
  fileprivate var value: Expression? {
    if case .entry(let entry) = self { entry.value } else { nil }
  }
}
