extension Binder {
  /// Binds an expression whose value is used: a bare pattern is none.
  mutating func bindValue(_ expression: Expression) throws(QueryError) -> BoundExpression {
    if expression.isBarePattern { throw .patternIsNoValue(at: place(expression.span)) }
    return try bind(expression)
  }

  /// Binds several expressions in order.
  mutating func bindValues(_ expressions: [Expression]) throws(QueryError) -> [BoundExpression] {
    var bound: [BoundExpression] = []
    bound.reserveCapacity(expressions.count)
    for expression in expressions { bound.append(try bindValue(expression)) }
    return bound
  }

  /// Binds a condition.
  mutating func bindPredicate(_ expression: Expression, of clause: String) throws(QueryError) -> BoundExpression {
    let bound = try bind(expression)
    try requireBoolean(bound, for: clause)
    return bound
  }

  func requireBoolean(_ operand: BoundExpression, for operation: String) throws(QueryError) {
    guard operand.type.isOpen || operand.type == .boolean else {
      throw .wrongOperand(
        operation, operand.type, wants: "a condition that is true or false", at: operand.span,
        hint: "compare it with something: x = 1, x IS NOT NULL")
    }
  }

  /// Binds a condition as the conjuncts it is made of.
  mutating func bindConjuncts(
    _ expression: Expression, of clause: String, into bound: inout [BoundExpression]
  ) throws(QueryError) {
    for operand in expression.operands(of: .and) { bound.append(try bindPredicate(operand, of: clause)) }
  }

  /// Binds any expression. What a projection has computed already stands for its slot.
  mutating func bind(_ expression: Expression) throws(QueryError) -> BoundExpression {
    if let replaced = try replace(expression) { return replaced }
    switch expression.kind {
    case .integer, .float, .string, .boolean, .null, .parameter, .variable: return try bindAtom(expression)
    case .property, .hasLabels, .index, .slice: return try bindAccess(expression)
    case .list, .map, .mapProjection: return try bindCollection(expression)
    case .unary, .binary, .comparison, .isNull, .conditional: return try bindOperation(expression)
    case .call, .countAll: return try bindCall(expression)
    case .listComprehension, .quantifier, .reduce: return try bindIteration(expression)
    case .patternComprehension, .patternPredicate, .exists, .countSubquery, .collectSubquery:
      return try bindNestedQuery(expression)
    }
  }

  /// The slot that already holds the value of an expression.
  mutating func replace(_ expression: Expression) throws(QueryError) -> BoundExpression? {
    guard !scope.replacements.isEmpty else { return nil }
    for replacement in scope.replacements where replacement.expression.isSame(as: expression, in: source) {
      guard replacement.isValid(in: scope) else { continue }
      if replacement.isForbidden {
        throw .ambiguousAggregation(source.text(expression.span), at: place(expression.span))
      }
      reads.insert(replacement.variable.slot)
      return BoundExpression(
        kind: .slot(replacement.variable.slot), type: replacement.variable.type, span: place(expression.span))
    }
    return nil
  }

  private mutating func bindAtom(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .integer(let number): return .constant(.integer(number), span)
    case .float(let number): return .constant(.float(number), span)
    case .string(let text): return .constant(.string(text), span)
    case .boolean(let truth): return .constant(.boolean(truth), span)
    case .parameter(let name): return try bindParameter(name, span)
    case .variable(let name):
      let variable = try resolve(Name(text: name, span: expression.span))
      return BoundExpression(kind: .slot(variable.slot), type: variable.type, span: span)
    default: return .constant(.null, span)
    }
  }

  private mutating func bindParameter(_ name: String, _ span: SourceSpan) throws(QueryError) -> BoundExpression {
    if let arguments {
      guard let argument = arguments[name] else {
        throw .missingParameter(name, among: arguments.keys.sorted(), at: span)
      }
      reads.insert(argument.slot)
      return BoundExpression(kind: .slot(argument.slot), type: argument.type, span: span)
    }
    if let names = environment.parameterNames, !names.contains(name) {
      throw .missingParameter(name, among: names, at: span)
    }
    return BoundExpression(kind: .parameter(name), type: .any, span: span)
  }

  private mutating func bindNestedQuery(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .patternPredicate(let pattern) where pattern.isFunctionForm:
      return try bindShortestPath(pattern, at: expression.span)
    case .patternPredicate(let pattern): return try bindPatternPredicate(pattern, at: expression.span)
    case .patternComprehension(let pattern, let predicate, let projection):
      return try bindPatternComprehension(pattern, predicate, projection, at: expression.span)
    case .exists(let query):
      let (bound, _) = try bindSubquery(query, as: .existence)
      return BoundExpression(kind: .exists(bound), type: .boolean, span: span)
    case .countSubquery(let query):
      let (bound, _) = try bindSubquery(query, as: .existence)
      return BoundExpression(kind: .count(bound), type: .integer, span: span)
    case .collectSubquery(let query):
      let (bound, columns) = try bindSubquery(query, as: .collection)
      let type = columns.first?.variable.type ?? .any
      return BoundExpression(kind: .collect(bound), type: .list(type), span: span)
    default: return .constant(.null, span)
    }
  }
}

extension BoundExpression {
  static func constant(_ value: Value, _ span: SourceSpan) -> BoundExpression {
    BoundExpression(kind: .constant(value), type: StaticType(of: value), span: span)
  }

  /// The value, when it is the same for every row and known now.
  var constantValue: Value? { if case .constant(let value) = kind { value } else { nil } }
}

extension Expression {
  /// `(a)-->(b)`: a condition, never a value. `shortestPath((a)-[*]->(b))` is one.
  var isBarePattern: Bool {
    if case .patternPredicate(let pattern) = kind { !pattern.isFunctionForm } else { false }
  }

  /// The operands of a chain of one operator, left to right: `a AND b AND c`. Without recursion, since chains are long.
  func operands(of wanted: BinaryOperator) -> [Expression] {
    guard case .binary(wanted, _, _) = kind else { return [self] }
    var operands: [Expression] = []
    var pending = [self]
    while let next = pending.popLast() {
      if case .binary(wanted, let left, let right) = next.kind {
        pending.append(right)
        pending.append(left)
      } else {
        operands.append(next)
      }
    }
    return operands
  }
}
