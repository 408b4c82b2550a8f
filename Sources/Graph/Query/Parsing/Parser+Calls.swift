/// CALL in its two forms:
///
///     call  = [OPTIONAL] CALL [( * | [name {, name}] )] { query }
///           | [OPTIONAL] CALL name {. name} [( [expression {, expression}] )] [YIELD yield [WHERE expression]]
///     yield = * | name [AS name] {, name [AS name]}
extension Parser {
  mutating func call(isOptional: Bool, into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = isOptional ? position - 1 : position
    advance()
    if at(.leftBrace) || at(.leftParenthesis) {
      clauses.append(.callSubquery(try callSubquery(isOptional: isOptional, from: start)))
    } else {
      clauses.append(.callProcedure(try callProcedure(isOptional: isOptional, from: start)))
    }
  }

  private mutating func callSubquery(isOptional: Bool, from start: Int) throws(QueryError) -> CallSubqueryClause {
    var imports: [Name]?
    var importsAll = false
    if skip(.leftParenthesis) {
      importsAll = skip(.star)
      if !importsAll { imports = try importedNames() }
      try expect(.rightParenthesis, "')' after the variables of the subquery")
    }
    try expect(.leftBrace, "'{' and the query of the subquery")
    let query = try query(in: .table)
    try expect(.rightBrace, "'}' at the end of the subquery")
    return CallSubqueryClause(
      isOptional: isOptional, imports: imports, importsAll: importsAll, query: query, span: span(from: start))
  }

  private mutating func importedNames() throws(QueryError) -> [Name] {
    guard !at(.rightParenthesis) else { return [] }
    var names: [Name] = []
    repeat { names.append(try name("a variable")) } while skip(.comma)
    return names
  }

  private mutating func callProcedure(isOptional: Bool, from start: Int) throws(QueryError) -> CallProcedureClause {
    let procedure = try dottedName("the name of a procedure, or '{' and a query")
    var clause = CallProcedureClause(isOptional: isOptional, procedure: procedure, span: procedure.span)
    if skip(.leftParenthesis) {
      clause.arguments = try expressions(until: .rightParenthesis, "')' after the arguments")
    }
    if skip(.yield) {
      clause.yield = try yieldItems()
      clause.predicate = try optionalWhere()
    }
    clause.span = span(from: start)
    return clause
  }

  private mutating func yieldItems() throws(QueryError) -> [YieldItem] {
    if skip(.star) { return [] }
    var items: [YieldItem] = []
    repeat {
      let column = try name("a column of the procedure")
      let alias = skip(.as) ? try name("a name after AS") : nil
      items.append(YieldItem(column: column, alias: alias))
    } while skip(.comma)
    return items
  }

  /// `a.b.c`, as one name.
  mutating func dottedName(_ expected: String) throws(QueryError) -> Name {
    let start = position
    var text = try name(expected).text
    while skip(.dot) { text += "." + (try name("a name after '.'").text) }
    return Name(text: text, span: span(from: start))
  }

  /// `a, b, c` up to a closing bracket, which is taken too.
  mutating func expressions(until closing: Token.Kind, _ expected: String) throws(QueryError) -> [Expression] {
    if skip(closing) { return [] }
    var list: [Expression] = []
    repeat { list.append(try expression()) } while skip(.comma)
    try expect(closing, expected)
    return list
  }
}
