/// The keys and aggregates of one projection while it is being bound.
struct Grouping {
  /// The names before the projection: what the arguments of aggregates see.
  var input: Scope
  var keys: [BoundItem] = []
  var aggregates: [CollectedAggregate] = []
}

/// An aggregate as written, to find it again, and as bound.
struct CollectedAggregate {
  var expression: Expression
  var type: StaticType
  var bound: BoundAggregate
}

extension Binder {
  /// Columns of which some aggregate: the others are the grouping keys; expressions around aggregates read the slots of
  /// keys and aggregates.
  mutating func bindAggregating(_ columns: inout [ProjectedColumn]) throws(QueryError) -> [BoundItem] {
    let input = scope
    var keys: [BoundItem] = []
    aggregates = .forbidden("this place")
    for index in columns.indices where !columns[index].hasAggregate {
      let item = try bindColumn(&columns[index])
      keys.append(item ?? passOn(columns[index]))
    }
    grouping = Grouping(input: input, keys: keys)
    scope = groupedScope(columns, input: input)
    aggregates = .collected
    var items: [BoundItem] = []
    for index in columns.indices where columns[index].hasAggregate {
      if let item = try bindAggregated(&columns[index], amongst: columns) { items.append(item) }
    }
    scope = input
    return items
  }

  private func passOn(_ column: ProjectedColumn) -> BoundItem {
    let variable = column.variable ?? Variable(slot: Slot(index: 0), type: .any)
    let span = place(column.expression.span)
    return BoundItem(
      slot: variable.slot, expression: BoundExpression(kind: .slot(variable.slot), type: variable.type, span: span))
  }

  /// What stands beside an aggregate sees: the variables grouped by, and properties grouped by.
  private mutating func groupedScope(_ columns: [ProjectedColumn], input: Scope) -> Scope {
    var result = base
    for column in columns where !column.hasAggregate {
      guard let variable = column.variable else { continue }
      if let name = column.expression.variableName { result.declare(name, variable) }
      if column.expression.isVariableOrProperty {
        result.replacements.append(Replacement(column.expression, computedIn: input, into: variable))
      }
    }
    result.markUngrouped(from: input)
    return result
  }

  /// A lone aggregate fills the slot of its column; anything around it is an item.
  private mutating func bindAggregated(
    _ column: inout ProjectedColumn, amongst columns: [ProjectedColumn]
  ) throws(QueryError) -> BoundItem? {
    let expression = try bindValue(column.expression)
    if column.expression.isAggregate, case .slot(let slot) = expression.kind,
      !columns.contains(where: { $0.variable?.slot == slot })
    {
      slotNames[slot.index] = column.name
      column.variable = Variable(slot: slot, type: expression.type)
      return nil
    }
    let slot = newSlot(column.name)
    column.variable = Variable(slot: slot, type: expression.type)
    return BoundItem(slot: slot, expression: expression)
  }

  /// In ORDER BY, beside an aggregate, only variables and their properties may stand for a column.
  mutating func forbidComplexReplacements() {
    for index in scope.replacements.indices where !scope.replacements[index].isSimple {
      let replacement = scope.replacements[index]
      scope.replacements[index].isForbidden = !replacement.readsNothing && !replacement.expression.containsAggregate
    }
    scope.replacements.removeAll { !$0.isSimple && !$0.isForbidden }
  }
}

// MARK: - One aggregate

extension Binder {
  /// Binds `count(*)` or a call of an aggregate; the same one twice is computed once.
  mutating func bindAggregate(
    _ expression: Expression, _ description: AggregateDescription, isDistinct: Bool, _ arguments: [Expression]?
  ) throws(QueryError) -> BoundExpression {
    switch aggregates {
    case .forbidden(let place): throw .aggregateNotAllowed(place, at: self.place(expression.span))
    case .nested: throw .nestedAggregation(at: place(expression.span))
    case .collected: break
    }
    let known = grouping?.aggregates.first { $0.expression.isSame(as: expression, in: source) }
    let aggregate: CollectedAggregate
    if let known {
      aggregate = known
    } else {
      aggregate = try collect(expression, description, isDistinct: isDistinct, arguments)
      grouping?.aggregates.append(aggregate)
    }
    return BoundExpression(kind: .slot(aggregate.bound.slot), type: aggregate.type, span: place(expression.span))
  }

  private mutating func collect(
    _ expression: Expression, _ description: AggregateDescription, isDistinct: Bool, _ arguments: [Expression]?
  ) throws(QueryError) -> CollectedAggregate {
    let outer = scope
    scope = grouping?.input ?? scope
    aggregates = .nested
    let bound = try bindAggregateArguments(arguments ?? [], of: description, expression)
    scope = outer
    aggregates = .collected
    let type = description.function.result(of: bound.first?.type ?? .any)
    let aggregate = BoundAggregate(
      slot: newSlot(nil), function: description.function, isDistinct: isDistinct, argument: bound.first,
      parameter: bound.count > 1 ? bound[1] : nil, span: place(expression.span))
    return CollectedAggregate(expression: expression, type: type, bound: aggregate)
  }

  private mutating func bindAggregateArguments(
    _ arguments: [Expression], of description: AggregateDescription, _ call: Expression
  ) throws(QueryError) -> [BoundExpression] {
    if case .countAll = call.kind { return [] }
    let name = description.function.rawValue
    guard arguments.count == description.parameters.count else {
      let signature = FunctionParameter.signature(name, description.parameters, isVariadic: false)
      throw .wrongArgumentCount(signature, arguments.count, at: place(call.span))
    }
    var bound: [BoundExpression] = []
    for (argument, parameter) in zip(arguments, description.parameters) {
      if let random = argument.firstRandom { throw .randomInAggregate(at: place(random)) }
      let value = try bindValue(argument)
      guard value.type.mayBe(anyOf: parameter.accepts) else {
        throw .wrongOperand("\(name)()", value.type, wants: parameter.wanted, at: value.span)
      }
      bound.append(value)
    }
    return bound
  }
}

extension Expression {
  /// Where `rand()` stands in it.
  fileprivate var firstRandom: SourceSpan? {
    var found: SourceSpan?
    _ = contains { part in
      if case .call(let name, _, _) = part.kind, name.text.lowercased() == "rand" { found = part.span }
      return found != nil
    }
    return found
  }
}

extension FunctionParameter {
  /// The types it accepts, for messages.
  var wanted: String {
    let numbers = accepts.contains(.number)
    var words = accepts.filter { !$0.isNumber }.map(\.words)
    if numbers { words.insert("a number", at: 0) } else if accepts.contains(.integer) { words.append("a whole number") }
    return words.joined(separator: " or ")
  }
}
