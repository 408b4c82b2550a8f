/// Expressions with a variable of their own that runs over a list.
extension Binder {
  mutating func bindIteration(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .listComprehension(let name, let list, let predicate, let projection):
      return try bindComprehension(name, list, predicate, projection, span)
    case .quantifier(let quantifier, let name, let list, let predicate):
      let list = try bindList(list)
      return try over([(name, list.type.element)], quantifier.rawValue + "()") { binder, slots throws(QueryError) in
        let predicate = try binder.bindPredicate(predicate, of: "WHERE")
        let kind = BoundExpressionKind.quantifier(quantifier, slots[0], list: list, predicate: predicate)
        return BoundExpression(kind: kind, type: .boolean, span: span)
      }
    case .reduce(let accumulator, let initial, let element, let list, let step):
      let (initial, list) = (try bindValue(initial), try bindList(list))
      return try over([(accumulator, .any), (element, list.type.element)], "reduce()") {
        binder, slots throws(QueryError) in
        let step = try binder.bindValue(step)
        let kind = BoundExpressionKind.reduce(
          accumulator: slots[0], initial: initial, element: slots[1], list: list, step: step)
        return BoundExpression(kind: kind, type: initial.type == step.type ? step.type : .any, span: span)
      }
    default: return .constant(.null, span)
    }
  }

  private mutating func bindComprehension(
    _ name: Name, _ list: Expression, _ predicate: Expression?, _ projection: Expression?, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let list = try bindList(list)
    return try over([(name, list.type.element)], "a list comprehension") { binder, slots throws(QueryError) in
      let predicate = try predicate.map { predicate throws(QueryError) in
        try binder.bindPredicate(predicate, of: "WHERE")
      }
      let projection = try projection.map { projection throws(QueryError) in try binder.bindValue(projection) }
      let kind = BoundExpressionKind.listComprehension(
        slots[0], list: list, predicate: predicate, projection: projection)
      return BoundExpression(kind: kind, type: .list(projection?.type ?? list.type.element), span: span)
    }
  }

  private mutating func bindList(_ list: Expression) throws(QueryError) -> BoundExpression {
    let bound = try bindValue(list)
    guard bound.type.isOpen || bound.type.isList else {
      throw .wrongOperand("IN", bound.type, wants: "a list on its right", at: bound.span)
    }
    return bound
  }

  /// Binds a body that sees variables of its own, in which no aggregate may stand.
  private mutating func over(
    _ variables: [(Name, StaticType)], _ place: String,
    _ body: (inout Binder, [Slot]) throws(QueryError) -> BoundExpression
  ) throws(QueryError) -> BoundExpression {
    let outer = (scope, aggregates)
    let slots = variables.map { declare($0.text, $1) }
    if case .nested = aggregates {} else { aggregates = .forbidden(place) }
    let bound = try body(&self, slots)
    (scope, aggregates) = outer
    return bound
  }
}
