/// Clauses that shape rows:
///
///     with    = WITH projection [WHERE expression]
///     return  = RETURN projection
///     projection = [DISTINCT] (* | item) {, item} [ORDER BY sort {, sort}] [(SKIP | OFFSET) expression]
///                  [LIMIT expression]
///     item    = expression [AS name]
///     sort    = expression [ASC | DESC] [NULLS (FIRST | LAST)]
///     let     = LET name = expression {, name = expression}        which is WITH *, expression AS name
///     filter  = FILTER [WHERE] expression                          which is WITH * WHERE expression
extension Parser {
  mutating func returning(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    var clause = emptyProjection(keyword: advance())
    try projectionBody(into: &clause)
    clause.span = span(from: start)
    clauses.append(.returning(clause))
  }

  mutating func with(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    var clause = emptyProjection(keyword: advance())
    try projectionBody(into: &clause)
    clause.predicate = try optionalWhere()
    clause.span = span(from: start)
    clauses.append(.with(clause))
  }

  private mutating func projectionBody(into clause: inout ProjectionClause) throws(QueryError) {
    clause.isDistinct = at(.distinct) && (canStartOperand(peek()) || peek().kind == .star)
    if clause.isDistinct { advance() }
    try projectionItems(into: &clause)
    clause.order = try sortItems()
    if at(.skip) || at(.offset) {
      advance()
      clause.skip = try expression()
    }
    if skip(.limit) { clause.limit = try expression() }
  }

  private func emptyProjection(keyword: Token) -> ProjectionClause {
    ProjectionClause(
      isDistinct: false, includesAll: false, items: [], order: [], keywordSpan: keyword.span, span: keyword.span)
  }

  private mutating func projectionItems(into clause: inout ProjectionClause) throws(QueryError) {
    clause.includesAll = skip(.star)
    if clause.includesAll, !skip(.comma) { return }
    clause.items.reserveCapacity(4)
    repeat { clause.items.append(try projectionItem()) } while skip(.comma)
  }

  private mutating func projectionItem() throws(QueryError) -> ProjectionItem {
    let expression = try expression()
    let alias = skip(.as) ? try name("a name after AS") : nil
    return ProjectionItem(expression: expression, alias: alias)
  }

  private mutating func sortItems() throws(QueryError) -> [SortItem] {
    guard at(.order), peek().keyword == .by else { return [] }
    advance()
    advance()
    var items: [SortItem] = []
    repeat { items.append(try sortItem()) } while skip(.comma)
    return items
  }

  private mutating func sortItem() throws(QueryError) -> SortItem {
    let expression = try expression()
    let isDescending = at(.desc) || at(.descending)
    if isDescending || at(.asc) || at(.ascending) { advance() }
    return SortItem(expression: expression, isDescending: isDescending, nulls: try nulls())
  }

  private mutating func nulls() throws(QueryError) -> SortItem.Nulls {
    guard skip(.nulls) else { return .standard }
    if skip(.first) { return .first }
    try expect(.last, "FIRST or LAST")
    return .last
  }

  mutating func letNames(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    var clause = emptyProjection(keyword: advance())
    clause.includesAll = true
    repeat {
      let alias = try name("a name, as in LET x = 1")
      try expect(.equal, "'=' and a value")
      clause.items.append(ProjectionItem(expression: try expression(), alias: alias))
    } while skip(.comma)
    clause.span = span(from: start)
    clauses.append(.with(clause))
  }

  mutating func filter(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    var clause = emptyProjection(keyword: advance())
    clause.includesAll = true
    if at(.where), canStartOperand(peek()) { advance() }
    clause.predicate = try expression()
    clause.span = span(from: start)
    clauses.append(.with(clause))
  }
}
