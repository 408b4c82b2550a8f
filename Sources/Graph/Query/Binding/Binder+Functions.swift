extension Binder {
  mutating func bindCall(_ expression: Expression) throws(QueryError) -> BoundExpression {
    guard case .call(let name, let isDistinct, let arguments) = expression.kind else {
      guard let count = AggregateTable.aggregate(named: "count") else { return .constant(.null, expression.span) }
      return try bindAggregate(expression, count, isDistinct: false, nil)
    }
    if let aggregate = AggregateTable.aggregate(named: name.text) {
      return try bindAggregate(expression, aggregate, isDistinct: isDistinct, arguments)
    }
    guard !isDistinct else {
      throw .semantic(
        "UnexpectedSyntax", "DISTINCT can only stand in an aggregate, not in \(name.text)()", at: place(name.span))
    }
    if name.text.lowercased() == "exists" { return try bindExists(arguments, expression.span) }
    guard let function = FunctionTable.function(named: name.text) else { throw .unknownFunction(placed(name)) }
    return try bindFunction(function, arguments, expression.span)
  }

  private mutating func bindFunction(
    _ function: ScalarFunction, _ arguments: [Expression], _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    guard arguments.count >= function.minimumArguments, arguments.count <= function.maximumArguments ?? .max else {
      throw .wrongArgumentCount(function.signature, arguments.count, at: place(span))
    }
    let bound = try bindValues(arguments)
    for (place, argument) in bound.enumerated() {
      guard let parameter = function.parameter(at: place), !argument.type.mayBe(anyOf: parameter.accepts) else {
        continue
      }
      throw .wrongOperand(
        "\(function.name)()", argument.type, wants: parameter.wanted, at: argument.span,
        hint: function.instead(of: argument.type))
    }
    return BoundExpression(
      kind: .function(function, bound), type: function.result(of: bound.map(\.type)), span: place(span))
  }

  /// `exists((a)-->(b))`, `exists(n.name)`: the older spellings of EXISTS { } and IS NOT NULL.
  private mutating func bindExists(_ arguments: [Expression], _ span: SourceSpan) throws(QueryError) -> BoundExpression
  {
    guard arguments.count == 1 else {
      throw .wrongArgumentCount("exists(propertyOrPattern)", arguments.count, at: place(span))
    }
    if case .patternPredicate(let pattern) = arguments[0].kind, !pattern.isFunctionForm {
      return try bindPatternPredicate(pattern, at: span)
    }
    let operand = try bindValue(arguments[0])
    return BoundExpression(kind: .isNull(operand, isNegated: true), type: .boolean, span: place(span))
  }
}

extension ScalarFunction {
  /// The function that does for another type what this one does for its own.
  fileprivate func instead(of type: StaticType) -> String? {
    switch (name, type) {
    case ("length", .list), ("length", .string): "write size(x) for lists and texts"
    case ("size", .path): "write length(p) for paths"
    case ("type", .node): "write labels(n) for nodes"
    case ("labels", .relationship): "write type(r) for relationships"
    default: nil
    }
  }
}
