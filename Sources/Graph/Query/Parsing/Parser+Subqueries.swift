/// Queries within expressions:
///
///     subquery = (EXISTS | COUNT) { query | path {, path} [WHERE expression] }
///              | COLLECT { query }
///              | EXISTS ( pattern )
extension Parser {
  /// The subquery a keyword begins here, nil where it is a name.
  mutating func subqueryForm(_ keyword: Keyword) throws(QueryError) -> Expression? {
    switch peek().kind {
    case .leftBrace where peek(2).kind != .dot: return try bracedSubquery(keyword)
    case .leftParenthesis where keyword == .exists: return try existsFunction()
    default: return nil
    }
  }

  private mutating func bracedSubquery(_ keyword: Keyword) throws(QueryError) -> Expression {
    let start = position
    advance()
    advance()
    let query = keyword == .collect ? try query(in: .table) : try testQuery()
    try expect(.rightBrace, "'}' at the end of the subquery")
    switch keyword {
    case .exists: return try node(.exists(query), from: start)
    case .count: return try node(.countSubquery(query), from: start)
    default: return try node(.collectSubquery(query), from: start)
    }
  }

  /// A query that may be a bare pattern.
  private mutating func testQuery() throws(QueryError) -> QuerySyntax {
    guard pathStarts(at: 0) else { return try query(in: .test) }
    let start = position
    return wrapped(try matchBody(isOptional: false, from: start))
  }

  /// A query of one MATCH.
  private func wrapped(_ match: MatchClause) -> QuerySyntax {
    let single = SingleQuerySyntax(clauses: [.match(match)], span: match.span)
    return QuerySyntax(first: single, rest: [], span: match.span)
  }

  /// `exists((a)-->(b))` as `EXISTS { (a)-->(b) }`; `exists(n.name)` stays a call.
  private mutating func existsFunction() throws(QueryError) -> Expression? {
    guard patternStarts(at: position + 2) else { return nil }
    let start = position
    advance()
    advance()
    let patternStart = position
    let elements = try patternElements(inExpression: false)
    let pattern = PathPattern(selector: .all, isFunctionForm: false, elements: elements, span: span(from: patternStart))
    try expect(.rightParenthesis, "')' after the pattern")
    let match = MatchClause(isOptional: false, patterns: [pattern], span: pattern.span)
    return try node(.exists(wrapped(match)), from: start)
  }

  /// Whether a path, with or without variable and selector, starts at a distance from the current token.
  func pathStarts(at distance: Int) -> Bool {
    let next = peek(distance + 1)
    switch peek(distance).keyword {
    case .any, .all:
      switch next.keyword {
      case .shortest, .path, .paths: return true
      default: if next.kind == .leftParenthesis { return true }
      }
    case .shortest: if next.kind == .integer { return true }
    case .shortestPath, .allShortestPaths: if next.kind == .leftParenthesis { return true }
    default: break
    }
    return peek(distance).kind == .leftParenthesis || (peek(distance).isName && next.kind == .equal)
  }
}
