/// Operands without operators:
///
///     atom = number | string | parameter | TRUE | FALSE | NULL | name | list | map | ( expression ) | pattern
///          | name { projection } | name {. name} ( [DISTINCT] [expression {, expression}] ) | COUNT ( * )
///          | CASE ... END | comprehension | quantifier | REDUCE ( ... ) | (EXISTS | COUNT | COLLECT) { query }
extension Parser {
  mutating func atom() throws(QueryError) -> Expression {
    switch current.kind {
    case .integer: return try integerLiteral(isNegative: false)
    case .float: return try floatLiteral(isNegative: false)
    case .string: return try stringLiteral()
    case .parameter: return try parameter()
    case .word, .quotedName: return try wordAtom()
    case .leftParenthesis: return patternStarts(at: position) ? try patternPredicate() : try parenthesised()
    case .leftBracket: return try bracketed()
    case .leftBrace: return try mapLiteral()
    default: throw unexpected("a value, a variable or a condition")
    }
  }

  /// The parentheses belong to the expression's place, since a column is named by its text.
  private mutating func parenthesised() throws(QueryError) -> Expression {
    let start = position
    advance()
    var inner = try expression()
    try expect(.rightParenthesis, "')' after the expression")
    inner.span = span(from: start)
    return inner
  }

  private mutating func patternPredicate() throws(QueryError) -> Expression {
    let start = position
    let elements = try patternElements(inExpression: true)
    let pattern = PathPattern(selector: .all, isFunctionForm: false, elements: elements, span: span(from: start))
    return try node(.patternPredicate(pattern), from: start)
  }

  /// An expression that contains what was completed since the rule began.
  mutating func node(_ kind: ExpressionKind, from start: Int) throws(QueryError) -> Expression {
    try grow()
    return Expression(kind: kind, span: span(from: start))
  }

  // MARK: Words

  private mutating func wordAtom() throws(QueryError) -> Expression {
    if let keyword = current.keyword, let special = try specialForm(keyword) { return special }
    if callStarts { return try call() }
    if peek().kind == .leftBrace { return try mapProjection() }
    let variable = try name("a variable")
    return Expression(kind: .variable(variable.text), span: variable.span)
  }

  /// The expression that a keyword begins here, nil where it is a name like any other.
  private mutating func specialForm(_ keyword: Keyword) throws(QueryError) -> Expression? {
    switch keyword {
    case .true, .false: return literal(.boolean(keyword == .true))
    case .null: return literal(.null)
    case .case where canStartOperand(peek()): return try conditional()
    case .exists, .count, .collect: return try subqueryForm(keyword)
    case .all, .any, .none, .single: return opensElement(then: .in) ? try quantifier(keyword) : nil
    case .reduce: return peek().kind == .leftParenthesis && peek(3).kind == .equal ? try reduce() : nil
    case .shortestPath, .allShortestPaths: return isNestedOpening ? try shortestPathCall() : nil
    case _ where isMisplaced(keyword): throw unexpected("a value, a variable or a condition")
    default: return nil
    }
  }

  private mutating func literal(_ kind: ExpressionKind) -> Expression {
    Expression(kind: kind, span: advance().span)
  }

  /// `all(x IN`
  private func opensElement(then keyword: Keyword) -> Bool {
    peek().kind == .leftParenthesis && peek(2).isName && peek(3).keyword == keyword
  }

  /// `shortestPath((`
  private var isNestedOpening: Bool {
    peek().kind == .leftParenthesis && peek(2).kind == .leftParenthesis
  }

  /// A clause word directly before another word cannot be a variable: `RETURN 1 + MATCH n`.
  private func isMisplaced(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .match, .optional, .return, .with, .unwind, .where, .as, .and, .or, .xor, .then, .else: break
    default: return false
    }
    switch peek().kind {
    case .word: return !(peek().keyword?.isConnective ?? false)
    case .integer, .float, .string, .parameter: return true
    default: return false
    }
  }

  private mutating func shortestPathCall() throws(QueryError) -> Expression {
    let start = position
    return try node(.patternPredicate(functionPath()), from: start)
  }

  // MARK: Calls

  /// Whether a name, dotted or not, is followed by `(`.
  private var callStarts: Bool {
    var index = 1
    while peek(index).kind == .dot, peek(index + 1).isName { index += 2 }
    return peek(index).kind == .leftParenthesis
  }

  private mutating func call() throws(QueryError) -> Expression {
    let start = position
    let function = try dottedName("a function")
    advance()
    if at(.star), function.text.lowercased() == "count", peek().kind == .rightParenthesis {
      advance()
      advance()
      return try node(.countAll, from: start)
    }
    if at(.star) { throw unexpected("an argument", hint: "only count takes '*', as in count(*)") }
    let isDistinct = at(.distinct) && canStartOperand(peek())
    if isDistinct { advance() }
    let arguments = try expressions(until: .rightParenthesis, "',' or ')' after an argument")
    return try node(.call(function, isDistinct: isDistinct, arguments), from: start)
  }

  // MARK: CASE

  private mutating func conditional() throws(QueryError) -> Expression {
    let start = position
    advance()
    let subject = at(.when) ? nil : try expression()
    var branches: [ConditionalBranch] = []
    repeat {
      try expect(.when, "WHEN and a condition")
      let condition = try expression()
      try expect(.then, "THEN and a value")
      branches.append(ConditionalBranch(condition: condition, result: try expression()))
    } while at(.when)
    let otherwise = skip(.else) ? try expression() : nil
    try expect(.end, "WHEN, ELSE or END")
    return try node(.conditional(subject: subject, branches: branches, otherwise: otherwise), from: start)
  }
}
