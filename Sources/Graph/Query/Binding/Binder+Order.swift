extension Binder {
  /// Binds ORDER BY in the scope as it is. With `grouping`, aggregates may stand in it.
  mutating func bindOrder(_ items: [SortItem]) throws(QueryError) -> [BoundSortKey] {
    var keys: [BoundSortKey] = []
    for item in items {
      keys.append(
        BoundSortKey(
          expression: try bindSortExpression(item.expression), isDescending: item.isDescending,
          nullsFirst: item.nulls == .standard ? nil : item.nulls == .first))
    }
    return keys
  }

  private mutating func bindSortExpression(_ expression: Expression) throws(QueryError) -> BoundExpression {
    guard grouping != nil, expression.containsAggregate else {
      aggregates = .forbidden(grouping == nil ? "ORDER BY after a projection without aggregates" : "ORDER BY")
      return try bindValue(expression)
    }
    let outer = scope
    aggregates = .collected
    forbidComplexReplacements()
    let bound = try bindValue(expression)
    scope = outer
    return bound
  }

  /// `SKIP` and `LIMIT`: one whole number for all rows, not negative.
  mutating func bindCount(_ expression: Expression?, of clause: String) throws(QueryError) -> BoundExpression? {
    guard let expression else { return nil }
    guard !expression.dependsOnRow else { throw .rowDependent(clause, at: place(expression.span)) }
    aggregates = .forbidden(clause)
    let bound = try bindValue(expression)
    if case .constant(.integer(let count)) = bound.kind, count < 0 {
      throw .negativeCount(clause, at: bound.span)
    }
    guard bound.type == .any || bound.type == .integer || bound.type == .number else {
      throw .wrongOperand(clause, bound.type, wants: "a whole number", at: bound.span)
    }
    return bound
  }
}
