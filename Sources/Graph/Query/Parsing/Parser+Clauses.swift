/// Where a query stands, which decides how it may end.
enum QueryPlace {
  /// The statement itself: ends with RETURN, or is one CALL of a procedure.
  case statement
  /// `EXISTS { }` and `COUNT { }`: may do without RETURN.
  case test
  /// `COLLECT { }` and `CALL { }`: ends with RETURN.
  case table
}

/// Clauses but for projections and calls:
///
///     match   = [OPTIONAL] MATCH path {, path} [WHERE expression]
///     unwind  = UNWIND expression AS name
///             | FOR name IN expression
extension Parser {
  mutating func query(in place: QueryPlace) throws(QueryError) -> QuerySyntax {
    try descend()
    defer { depth -= 1 }
    let start = position
    let first = try singleQuery(in: place)
    var rest: [UnionBranch] = []
    while at(.union) {
      let keyword = advance().span
      let isAll = skip(.all)
      if !isAll { _ = skip(.distinct) }
      if let earlier = rest.first, earlier.isAll != isAll { throw SyntaxErrors.mixedUnion(at: keyword) }
      rest.append(UnionBranch(isAll: isAll, keywordSpan: keyword, query: try singleQuery(in: place)))
    }
    return QuerySyntax(first: first, rest: rest, span: span(from: start))
  }

  private mutating func singleQuery(in place: QueryPlace) throws(QueryError) -> SingleQuerySyntax {
    let start = position
    var clauses: [ClauseSyntax] = []
    clauses.reserveCapacity(4)
    while !atQueryEnd {
      guard clauses.count < Budget.clauses else { throw SyntaxErrors.tooManyClauses(at: current.span) }
      try clause(into: &clauses)
    }
    try checkEnd(clauses, in: place, from: start)
    return SingleQuerySyntax(clauses: clauses, span: span(from: start))
  }

  private var atQueryEnd: Bool {
    at(.endOfText) || at(.semicolon) || at(.rightBrace) || at(.union)
  }

  private func checkEnd(_ clauses: [ClauseSyntax], in place: QueryPlace, from start: Int) throws(QueryError) {
    let isComplete =
      switch clauses.last {
      case nil: throw unexpected("a query that starts with MATCH, UNWIND, WITH, CALL or RETURN")
      case .returning: true
      case .callProcedure: place == .test || (place == .statement && clauses.count == 1)
      default: place == .test
      }
    guard isComplete else { throw SyntaxErrors.missingReturn(at: span(from: start)) }
  }

  private func afterReturn() -> QueryError {
    switch current.keyword {
    case .some(let keyword) where Parser.clauseWords.contains(keyword):
      SyntaxErrors.clauseAfterReturn(at: current.span)
    case .some(let keyword) where Parser.writingWords.contains(keyword):
      SyntaxErrors.onlyReads(source.text(current.span).uppercased(), at: current.span)
    default: unexpected("the end of the query", hint: renamingHint)
    }
  }

  /// For `RETURN n.name name`: what a bare word after a column was probably meant to be.
  private var renamingHint: String? {
    guard current.kind == .word, Habits.hint(forMisplaced: current, before: peek()) == nil else { return nil }
    guard peek().kind != .word || peek().keyword != nil else { return nil }
    return "to rename a column write AS \(source.text(current.span))"
  }

  // MARK: One clause

  private static let clauseWords: Set<Keyword> = [
    .match, .optional, .unwind, .for, .with, .let, .filter, .return, .call,
  ]

  /// Reads one clause. It is added in the rule that reads it, so that no frame on the way holds a copy: queries nest.
  private mutating func clause(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    if case .returning = clauses.last { throw afterReturn() }
    switch current.keyword {
    case .match: try match(isOptional: false, into: &clauses)
    case .optional: try optionalClause(into: &clauses)
    case .unwind: try unwind(into: &clauses)
    case .for: try forIn(into: &clauses)
    case .with: try with(into: &clauses)
    case .let: try letNames(into: &clauses)
    case .filter: try filter(into: &clauses)
    case .return: try returning(into: &clauses)
    case .call: try call(isOptional: false, into: &clauses)
    default: throw noClause(after: clauses.last)
    }
  }

  private func noClause(after previous: ClauseSyntax?) -> QueryError {
    if current.keyword.map(Parser.writingWords.contains) ?? false || isForeignWrite {
      return SyntaxErrors.onlyReads(source.text(current.span).uppercased(), at: current.span)
    }
    let hint: String? =
      switch previous {
      case .with: renamingHint
      case .match where at(.comma): "join conditions with AND; separate patterns with commas before WHERE"
      default: nil
      }
    return unexpected("a clause such as MATCH, WITH or RETURN", hint: hint)
  }

  /// UPDATE and TRUNCATE, which are no words of the language.
  private var isForeignWrite: Bool {
    current.kind == .word && ["UPDATE", "TRUNCATE"].contains(source.text(current.span).uppercased())
  }

  static let writingWords: Set<Keyword> = [
    .create, .merge, .insert, .set, .delete, .detach, .nodetach, .remove, .foreach, .load, .drop, .alter, .grant,
  ]

  private mutating func optionalClause(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    guard [.match, .call].contains(peek().keyword) else { throw noClause(after: nil) }
    advance()
    if at(.match) {
      try match(isOptional: true, into: &clauses)
    } else {
      try call(isOptional: true, into: &clauses)
    }
  }

  private mutating func match(isOptional: Bool, into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = isOptional ? position - 1 : position
    advance()
    clauses.append(.match(try matchBody(isOptional: isOptional, from: start)))
  }

  /// The patterns and the WHERE of a MATCH, also when `EXISTS { (a)-->(b) }` leaves the word out.
  mutating func matchBody(isOptional: Bool, from start: Int) throws(QueryError) -> MatchClause {
    var patterns: [PathPattern] = []
    repeat { patterns.append(try pathPattern()) } while skip(.comma)
    let predicate = try optionalWhere()
    return MatchClause(isOptional: isOptional, patterns: patterns, predicate: predicate, span: span(from: start))
  }

  mutating func optionalWhere() throws(QueryError) -> Expression? {
    skip(.where) ? try expression() : nil
  }

  private mutating func unwind(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    advance()
    let list = try expression()
    try expect(.as, "AS and a name for the elements")
    let variable = try name("a name for the elements")
    clauses.append(.unwind(UnwindClause(list: list, variable: variable, span: span(from: start))))
  }

  private mutating func forIn(into clauses: inout [ClauseSyntax]) throws(QueryError) {
    let start = position
    advance()
    let variable = try name("a name for the elements, as in FOR x IN list")
    try expect(.in, "IN and a list")
    let list = try expression()
    clauses.append(.unwind(UnwindClause(list: list, variable: variable, span: span(from: start))))
  }
}
