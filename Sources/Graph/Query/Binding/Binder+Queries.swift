/// What a query is bound for.
enum QueryPurpose {
  /// Its rows are the answer, or those of `CALL { }`.
  case result
  /// Only whether or how many rows there are matters: RETURN may be left out.
  case existence
  /// Its single column is collected.
  case collection
}

/// A bound query with what its columns are.
struct BoundQueryResult {
  var query: BoundQuery
  var columns: [OutputColumn]
}

/// A column that a projection leaves behind.
struct OutputColumn {
  var name: String
  var variable: Variable
}

extension Binder {
  /// Binds the branches of a query, each from the scope as it is, and leaves the scope as it was.
  mutating func bindQuery(_ query: QuerySyntax, as purpose: QueryPurpose) throws(QueryError) -> BoundQueryResult {
    let start = scope
    var branches = [try bindBranch(query.first, as: purpose)]
    let keepsDuplicates = query.rest.first?.isAll ?? false
    for branch in query.rest {
      guard branch.isAll == keepsDuplicates else { throw .mixedUnion(at: place(branch.keywordSpan)) }
      scope = start
      let next = try bindBranch(branch.query, as: purpose)
      branches.append(try align(next, with: branches[0].columns, at: branch.keywordSpan))
    }
    scope = start
    return join(branches, keepsDuplicates: keepsDuplicates)
  }

  private struct Branch {
    var clauses: [BoundClause]
    var columns: [OutputColumn]
  }

  /// Puts the columns of a branch into the order of the first.
  private func align(
    _ branch: Branch, with first: [OutputColumn], at span: SourceSpan
  ) throws(QueryError) -> Branch {
    var aligned = branch
    aligned.columns = first.compactMap { column in branch.columns.first { $0.name == column.name } }
    guard aligned.columns.count == first.count, branch.columns.count == first.count else {
      throw .differentColumns(first.map(\.name), branch.columns.map(\.name), at: place(span))
    }
    return aligned
  }

  private mutating func join(_ branches: [Branch], keepsDuplicates: Bool) -> BoundQueryResult {
    var columns = branches[0].columns
    for branch in branches { for column in branch.columns { reads.insert(column.variable.slot) } }
    if branches.count > 1 {
      for place in columns.indices {
        let type = StaticType.merged(branches.map { $0.columns[place].variable.type })
        columns[place].variable = Variable(slot: newSlot(columns[place].name), type: type)
      }
    }
    var bound: [BoundBranch] = []
    bound.reserveCapacity(branches.count)
    for branch in branches { bound.append(BoundBranch(clauses: branch.clauses, outputs: branch.columns.slots)) }
    let query = BoundQuery(
      branches: bound, keepsDuplicates: keepsDuplicates, columns: columns.names, outputs: columns.slots, outerSlots: [])
    return BoundQueryResult(query: query, columns: columns)
  }

  /// The rows of several queries with the same columns, one after the other.
  mutating func unionAll(_ parts: [BoundQueryResult], of procedure: String) throws(QueryError) -> BoundQueryResult {
    var branches: [Branch] = []
    for part in parts {
      let call = BoundCall(
        isOptional: false, arguments: [], query: part.query, procedure: procedure, span: callSpan ?? SourceSpan(0, 0))
      let branch = Branch(clauses: [.call(call)], columns: part.columns)
      branches.append(try align(branch, with: parts[0].columns, at: call.span))
    }
    return join(branches, keepsDuplicates: true)
  }

  private mutating func bindBranch(
    _ branch: SingleQuerySyntax, as purpose: QueryPurpose
  ) throws(QueryError) -> Branch {
    var clauses: [BoundClause] = []
    clauses.reserveCapacity(branch.clauses.count)
    var columns: [OutputColumn]?
    let imports = importable == nil ? 0 : try importVariables(branch.clauses.first)
    for clause in branch.clauses.dropFirst(imports) {
      guard columns == nil else { throw .clauseAfterReturn(at: place(clause.span)) }
      columns = try bind(clause, isLast: clause.span == branch.clauses.last?.span, into: &clauses)
    }
    guard columns != nil || purpose == .existence else { throw .mustEndWithReturn(at: place(branch.span)) }
    if purpose == .collection, columns?.count != 1 { throw .collectNeedsOneColumn(at: place(branch.span)) }
    return Branch(clauses: clauses, columns: columns ?? [])
  }

  /// Binds one clause; gives the columns when it ends the query.
  private mutating func bind(
    _ clause: ClauseSyntax, isLast: Bool, into clauses: inout [BoundClause]
  ) throws(QueryError) -> [OutputColumn]? {
    aggregates = .forbidden(clause.keyword)
    grouping = nil
    switch clause {
    case .match(let match): clauses.append(.match(try bindMatch(match)))
    case .unwind(let unwind): clauses.append(try bindUnwind(unwind))
    case .with(let projection): clauses.append(.project(try bindProjection(projection, isReturn: false).projection))
    case .returning(let projection):
      let bound = try bindProjection(projection, isReturn: true)
      clauses.append(.project(bound.projection))
      return bound.columns
    case .callSubquery(let call): clauses.append(.call(try bindCall(call)))
    case .callProcedure(let call):
      let columns = try bindCall(call, into: &clauses)
      return isLast ? columns : nil
    }
    return nil
  }

  private mutating func bindUnwind(_ unwind: UnwindClause) throws(QueryError) -> BoundClause {
    let list = try bindValue(unwind.list)
    guard scope[unwind.variable.text] == nil else { throw .alreadyBound(placed(unwind.variable)) }
    let type: StaticType = list.type.isList ? list.type.element : list.type
    return .unwind(list: list, slot: declare(unwind.variable.text, type))
  }

  /// A name with the span to report.
  func placed(_ name: Name) -> Name { Name(text: name.text, span: place(name.span)) }
}

extension ClauseSyntax {
  var span: SourceSpan {
    switch self {
    case .match(let clause): clause.span
    case .unwind(let clause): clause.span
    case .with(let clause), .returning(let clause): clause.span
    case .callProcedure(let clause): clause.span
    case .callSubquery(let clause): clause.span
    }
  }

  /// The clause as messages name it.
  fileprivate var keyword: String {
    switch self {
    case .match: "MATCH or its WHERE"
    case .unwind: "UNWIND"
    case .with: "WITH"
    case .returning: "RETURN"
    case .callProcedure, .callSubquery: "CALL"
    }
  }
}
