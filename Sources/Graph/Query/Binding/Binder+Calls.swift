extension Binder {
  /// `CALL { query }`, `CALL (a, b) { query }`: sees only what it imports.
  mutating func bindCall(_ call: CallSubqueryClause) throws(QueryError) -> BoundCall {
    let outer = scope
    var imported = Scope()
    for name in call.imports ?? [] { imported.declare(name.text, try resolve(name)) }
    if call.importsAll { imported = outer }
    imported.markDropped(from: outer)
    var (bound, outerSlots) = try inSubquery { binder throws(QueryError) in
      (binder.scope, binder.base) = (imported, imported)
      if call.imports == nil && !call.importsAll { binder.importable = outer }
      return try binder.bindQuery(call.query, as: .result)
    }
    bound.query.outerSlots = outerSlots
    for column in bound.columns { try export(column.name, column.variable, at: call.span) }
    return BoundCall(
      isOptional: call.isOptional, arguments: [], query: bound.query, procedure: nil, span: place(call.span))
  }

  /// Takes the WITH that begins a `CALL { }` as its list of imports; gives how many clauses that uses up.
  mutating func importVariables(_ clause: ClauseSyntax?) throws(QueryError) -> Int {
    guard let outer = importable, case .with(let projection)? = clause, projection.isImport else { return 0 }
    var imported = Scope()
    if projection.includesAll { imported = outer }
    scope = outer
    for item in projection.items {
      guard case .variable(let name) = item.expression.kind else { continue }
      imported.declare(name, try resolve(Name(text: name, span: item.expression.span)))
    }
    imported.markDropped(from: outer)
    scope = imported
    return 1
  }

  /// Makes a column of a subquery a variable of the surroundings.
  private mutating func export(_ name: String, _ variable: Variable, at span: SourceSpan) throws(QueryError) {
    guard scope[name] == nil else { throw .alreadyBound(Name(text: name, span: place(span))) }
    scope.declare(name, variable)
  }
}

extension ProjectionClause {
  /// Passes variables on and does nothing else.
  fileprivate var isImport: Bool {
    let passesOn = items.allSatisfy { item in
      guard case .variable(let name) = item.expression.kind else { return false }
      return item.alias.map { $0.text == name } ?? true
    }
    return passesOn && !isDistinct && order.isEmpty && skip == nil && limit == nil && predicate == nil
  }
}

// MARK: - Named queries

extension Binder {
  /// `CALL name(arguments) YIELD columns`: puts the named query in place of the call; gives the columns it yields.
  mutating func bindCall(
    _ call: CallProcedureClause, into clauses: inout [BoundClause]
  ) throws(QueryError) -> [OutputColumn] {
    let procedure = try findProcedure(call.procedure)
    let arguments = try bindArguments(of: call, for: procedure)
    let (query, columns) = try inline(procedure, arguments, at: call.procedure.span)
    clauses.append(
      .call(
        BoundCall(
          isOptional: call.isOptional, arguments: arguments, query: query, procedure: procedure.name,
          span: place(call.span))))
    let yielded = try yield(call.yield ?? [], columns, of: procedure.name)
    for column in yielded { try export(column.name, column.variable, at: call.span) }
    if let predicate = call.predicate { clauses.append(.project(try filter(by: predicate))) }
    return yielded
  }

  private func findProcedure(_ name: Name) throws(QueryError) -> Procedure {
    guard let procedure = try environment.procedures.procedure(named: name.text) else {
      throw .unknownProcedure(placed(name), among: environment.procedures.procedureNames)
    }
    guard !callStack.contains(procedure.name) else {
      throw .recursion(callStack + [procedure.name], at: place(name.span))
    }
    return procedure
  }

  private mutating func bindArguments(
    of call: CallProcedureClause, for procedure: Procedure
  ) throws(QueryError) -> [BoundItem] {
    let given =
      call.arguments
      ?? procedure.parameters.map { Expression(kind: .parameter($0), span: call.procedure.span) }
    guard given.count == procedure.parameters.count else {
      let signature = "\(procedure.name)(\(procedure.parameters.joined(separator: ", ")))"
      throw .wrongArgumentCount(signature, given.count, at: place(call.span))
    }
    var items: [BoundItem] = []
    for (name, argument) in zip(procedure.parameters, given) {
      let expression = try bindValue(argument)
      items.append(BoundItem(slot: newSlot(name), expression: expression))
    }
    return items
  }

  /// Binds the texts of a named query with its parameters as slots.
  private mutating func inline(
    _ procedure: Procedure, _ items: [BoundItem], at span: SourceSpan
  ) throws(QueryError) -> (BoundQuery, [OutputColumn]) {
    let outer = (source, arguments, callSpan)
    let names = zip(procedure.parameters, items).map { name, item in
      (name, Variable(slot: item.slot, type: item.expression.type))
    }
    callSpan = place(span)
    arguments = Dictionary(names) { $1 }
    callStack.append(procedure.name)
    let (bound, outerSlots) = try inSubquery { binder throws(QueryError) in
      (binder.scope, binder.base) = (Scope(), Scope())
      return try binder.bindBodies(procedure)
    }
    callStack.removeLast()
    (source, arguments, callSpan) = outer
    var query = bound.query
    query.outerSlots = outerSlots
    return (query, bound.columns)
  }

  private mutating func bindBodies(_ procedure: Procedure) throws(QueryError) -> BoundQueryResult {
    var parts: [BoundQueryResult] = []
    for body in procedure.bodies {
      source = body.source
      parts.append(try bindQuery(body.query, as: .result))
    }
    return parts.count == 1 ? parts[0] : try unionAll(parts, of: procedure.name)
  }

  private mutating func yield(
    _ items: [YieldItem], _ columns: [OutputColumn], of procedure: String
  ) throws(QueryError) -> [OutputColumn] {
    guard !items.isEmpty else { return columns }
    var yielded: [OutputColumn] = []
    for item in items {
      guard let column = columns.first(where: { $0.name == item.column.text }) else {
        throw .unknownYield(placed(item.column), of: procedure, among: columns.map(\.name))
      }
      yielded.append(OutputColumn(name: (item.alias ?? item.column).text, variable: column.variable))
    }
    return yielded
  }

  /// `YIELD ... WHERE predicate`: everything stays, but for rows that do not satisfy it.
  private mutating func filter(by predicate: Expression) throws(QueryError) -> BoundProjection {
    let bound = try bindPredicate(predicate, of: "WHERE")
    let slots = scope.names.compactMap { scope[$0]?.slot }
    return BoundProjection(
      aggregation: nil, items: [], isDistinct: false, order: [], predicate: bound, outputs: slots)
  }
}
