/// A column of WITH or RETURN while it is being bound.
struct ProjectedColumn {
  var name: String
  var expression: Expression
  /// Has an alias, or is a variable that keeps its name.
  var isNamed: Bool
  var hasAggregate: Bool
  /// Filled when the column is bound.
  var variable: Variable?
}

extension Binder {
  /// Binds `WITH` or `RETURN` and leaves the scope as it is after it.
  mutating func bindProjection(
    _ clause: ProjectionClause, isReturn: Bool
  ) throws(QueryError) -> (projection: BoundProjection, columns: [OutputColumn]) {
    let input = scope
    var columns = try expand(clause, isReturn: isReturn)
    try checkNames(columns)
    let isAggregating = columns.contains(where: \.hasAggregate)
    var projection = BoundProjection(
      aggregation: nil, items: [], isDistinct: clause.isDistinct, order: [], outputs: [])
    if isAggregating {
      projection.items = try bindAggregating(&columns)
    } else {
      projection.items = try bindPlain(&columns)
    }
    var output: [OutputColumn] = []
    output.reserveCapacity(columns.count)
    for column in columns {
      if let variable = column.variable { output.append(OutputColumn(name: column.name, variable: variable)) }
    }
    let after = outputScope(output, input: input)
    if clause.looksAtOutput {
      scope =
        clause.isDistinct || isAggregating
        ? replacing(columns, computedIn: input, in: after) : adding(output, to: input)
    }
    projection.order = try bindOrder(clause.order)
    projection.aggregation = grouping.map { BoundAggregation(keys: $0.keys, aggregates: $0.aggregates.map(\.bound)) }
    grouping = nil
    projection.predicate = try clause.predicate.map { predicate throws(QueryError) in
      aggregates = .forbidden("WHERE")
      return try bindPredicate(predicate, of: "WHERE")
    }
    projection.skip = try bindCount(clause.skip, of: "SKIP")
    projection.limit = try bindCount(clause.limit, of: "LIMIT")
    if !isReturn { try checkAliases(columns) }
    projection.outputs = output.slots
    scope = after
    return (projection, output)
  }

  /// `*` becomes the variables by name; a column without alias is named as it is written.
  private mutating func expand(_ clause: ProjectionClause, isReturn: Bool) throws(QueryError) -> [ProjectedColumn] {
    var columns: [ProjectedColumn] = []
    if clause.includesAll {
      if isReturn && scope.names.isEmpty { throw .nothingToReturn(at: place(clause.span)) }
      columns = scope.names.map { name in
        let variable = Expression(kind: .variable(name), span: clause.keywordSpan)
        return ProjectedColumn(name: name, expression: variable, isNamed: true, hasAggregate: false)
      }
    }
    columns.reserveCapacity(columns.count + clause.items.count)
    for item in clause.items {
      let isVariable = if case .variable = item.expression.kind { true } else { false }
      let name = item.alias?.text ?? item.expression.variableName ?? source.text(item.expression.span)
      columns.append(
        ProjectedColumn(
          name: name, expression: item.expression, isNamed: item.alias != nil || isVariable,
          hasAggregate: item.expression.containsAggregate))
    }
    return columns
  }

  private func checkNames(_ columns: [ProjectedColumn]) throws(QueryError) {
    var names = NameSet()
    for column in columns where !names.insert(column.name) {
      throw .columnConflict(column.name, at: place(column.expression.span))
    }
  }

  private func checkAliases(_ columns: [ProjectedColumn]) throws(QueryError) {
    for column in columns where !column.isNamed {
      throw .missingAlias(source.text(column.expression.span), at: place(column.expression.span))
    }
  }

  /// Columns without aggregates: each is computed from the row before.
  private mutating func bindPlain(_ columns: inout [ProjectedColumn]) throws(QueryError) -> [BoundItem] {
    aggregates = .forbidden("this place")
    var items: [BoundItem] = []
    for index in columns.indices {
      if let item = try bindColumn(&columns[index]) { items.append(item) }
    }
    return items
  }

  /// Gives a column its slot: that of the variable when it keeps its name, else a new one with the item that fills it.
  mutating func bindColumn(_ column: inout ProjectedColumn) throws(QueryError) -> BoundItem? {
    if column.expression.variableName == column.name {
      column.variable = try resolve(Name(text: column.name, span: column.expression.span))
      return nil
    }
    let expression = try bindValue(column.expression)
    let slot = newSlot(column.name)
    column.variable = Variable(slot: slot, type: expression.type)
    return BoundItem(slot: slot, expression: expression)
  }

  /// The names after the projection.
  private mutating func outputScope(_ columns: [OutputColumn], input: Scope) -> Scope {
    var result = adding(columns, to: base)
    result.markDropped(from: input)
    return result
  }

  /// What ORDER BY and WHERE see: the old names under the new ones.
  private mutating func adding(_ columns: [OutputColumn], to scope: Scope) -> Scope {
    var result = scope
    for column in columns { result.declare(column.name, column.variable) }
    return result
  }

  /// What they see after DISTINCT or aggregation: only the new names, and the expressions they stand for.
  private mutating func replacing(_ columns: [ProjectedColumn], computedIn input: Scope, in after: Scope) -> Scope {
    var result = after
    for column in columns {
      guard let variable = column.variable else { continue }
      result.replacements.append(Replacement(column.expression, computedIn: input, into: variable))
    }
    return result
  }
}

extension ProjectionClause {
  /// A part of it sees the columns.
  fileprivate var looksAtOutput: Bool { !order.isEmpty || predicate != nil || skip != nil || limit != nil }
}

extension [OutputColumn] {
  /// The slots of the columns.
  var slots: [Slot] {
    var slots: [Slot] = []
    slots.reserveCapacity(count)
    for column in self { slots.append(column.variable.slot) }
    return slots
  }

  /// The names of the columns.
  var names: [String] {
    var names: [String] = []
    names.reserveCapacity(count)
    for column in self { names.append(column.name) }
    return names
  }
}

extension Expression {
  /// The name, when this is a variable and nothing else.
  var variableName: String? { if case .variable(let name) = kind { name } else { nil } }
}
