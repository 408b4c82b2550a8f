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
    let output = columns.compactMap { column in
      column.variable.map { OutputColumn(name: column.name, variable: $0) }
    }
    scope = sortScope(output, columns, input: input, isNarrow: clause.isDistinct || isAggregating)
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
    projection.outputs = output.map(\.variable.slot)
    scope = outputScope(output, input: input)
    return (projection, output)
  }

  /// `*` becomes the variables by name; a column without alias is named as it is written.
  private func expand(_ clause: ProjectionClause, isReturn: Bool) throws(QueryError) -> [ProjectedColumn] {
    var columns: [ProjectedColumn] = []
    if clause.includesAll {
      if isReturn && scope.names.isEmpty { throw .nothingToReturn(at: place(clause.span)) }
      columns = scope.names.map { name in
        let variable = Expression(kind: .variable(name), span: clause.keywordSpan)
        return ProjectedColumn(name: name, expression: variable, isNamed: true, hasAggregate: false)
      }
    }
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
    var names: Set<String> = []
    for column in columns where !names.insert(column.name).inserted {
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
  private func outputScope(_ columns: [OutputColumn], input: Scope) -> Scope {
    var result = base
    for column in columns { result.declare(column.name, column.variable) }
    result.markDropped(from: input)
    return result
  }

  /// What ORDER BY and WHERE see: the old names under the new ones; after DISTINCT or aggregation only the new ones, and the
  /// expressions they stand for.
  private func sortScope(
    _ output: [OutputColumn], _ columns: [ProjectedColumn], input: Scope, isNarrow: Bool
  ) -> Scope {
    var result = isNarrow ? outputScope(output, input: input) : input
    for column in output { result.declare(column.name, column.variable) }
    if isNarrow { result.replacements += replacements(for: columns, computedIn: input) }
    return result
  }

  /// For each column: its expression stands for its slot.
  func replacements(for columns: [ProjectedColumn], computedIn input: Scope) -> [Replacement] {
    columns.compactMap { column in
      guard let variable = column.variable else { return nil }
      let names = column.expression.mentionedVariables
      let reads = names.compactMap { name in input[name].map { (name, $0.slot) } }
      return Replacement(
        expression: column.expression, variable: variable, reads: Dictionary(reads) { $1 },
        isSimple: column.expression.isVariableOrProperty)
    }
  }
}

extension Expression {
  /// The name, when this is a variable and nothing else.
  var variableName: String? { if case .variable(let name) = kind { name } else { nil } }
}
