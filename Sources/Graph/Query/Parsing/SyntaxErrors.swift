/// The catalogue of what can be wrong with the form of a query: one small function per kind of mistake.
enum SyntaxErrors {
  private static func syntax(_ detail: String, _ message: String, _ span: SourceSpan, _ hint: String?) -> QueryError {
    QueryError(.compileTime, .syntax, detail, message, at: span, hint: hint)
  }

  // MARK: Words and signs

  static func unexpected(_ found: String, expected: String, at span: SourceSpan, hint: String? = nil) -> QueryError {
    syntax("UnexpectedSyntax", "expected \(expected), found \(found)", span, hint)
  }

  static func foreign(_ found: String, at span: SourceSpan, hint: String) -> QueryError {
    syntax("UnexpectedSyntax", "\(found) is not part of the query language", span, hint)
  }

  static func emptyQuery(at span: SourceSpan) -> QueryError {
    syntax("UnexpectedSyntax", "there is no query here", span, "a query looks like MATCH (n) RETURN n")
  }

  static func secondStatement(at span: SourceSpan) -> QueryError {
    syntax("UnexpectedSyntax", "a second statement follows the ';'", span, "run one statement at a time")
  }

  static func unclosed(_ opening: Token) -> QueryError {
    syntax("UnexpectedSyntax", "this \(sign(opening)) is never closed", opening.span, closeHint(opening))
  }

  static func unopened(_ closing: Token) -> QueryError {
    syntax(
      "UnexpectedSyntax", "this \(sign(closing)) closes nothing", closing.span, "remove it, or add what it should close"
    )
  }

  static func mismatched(_ opening: Token, _ closing: Token) -> QueryError {
    let message = "\(sign(closing)) cannot close \(sign(opening))"
    return syntax("UnexpectedSyntax", message, opening.span.joined(with: closing.span), closeHint(opening))
  }

  private static func closeHint(_ opening: Token) -> String {
    switch opening.kind {
    case .leftParenthesis: "close it with ')'"
    case .leftBracket: "close it with ']'"
    default: "close it with '}'"
    }
  }

  private static func sign(_ bracket: Token) -> String {
    switch bracket.kind {
    case .leftParenthesis: "'('"
    case .rightParenthesis: "')'"
    case .leftBracket: "'['"
    case .rightBracket: "']'"
    case .leftBrace: "'{'"
    default: "'}'"
    }
  }

  static func unterminatedString(at span: SourceSpan, quote: String) -> QueryError {
    let hint = "close it with \(quote); inside the text write \\\(quote)"
    return syntax("UnexpectedSyntax", "this text is never closed", span, hint)
  }

  static func unterminatedName(at span: SourceSpan) -> QueryError {
    syntax("UnexpectedSyntax", "this back-quoted name is never closed", span, "close it with `")
  }

  static func unterminatedComment(at span: SourceSpan) -> QueryError {
    syntax("UnexpectedSyntax", "this comment is never closed", span, "close it with */")
  }

  static func emptyName(at span: SourceSpan) -> QueryError {
    syntax("UnexpectedSyntax", "a name between back quotes cannot be empty", span, nil)
  }

  static func strayCharacter(_ text: String, at span: SourceSpan) -> QueryError {
    let detail = text.utf8.allSatisfy { $0 < 0x80 } ? "UnexpectedSyntax" : "InvalidUnicodeCharacter"
    return syntax(detail, "the character '\(text)' means nothing here", span, Habits.hint(forCharacter: text))
  }

  // MARK: Literals

  static func malformedNumber(_ text: String, at span: SourceSpan) -> QueryError {
    let hint = text.contains("_") ? "write it without '_'" : "numbers look like 42, 4.2, 1e9, 0x2A or 0o52"
    return syntax("InvalidNumberLiteral", "'\(text)' is not a number", span, hint)
  }

  static func integerOverflow(_ text: String, at span: SourceSpan) -> QueryError {
    let hint = "whole numbers go from -9223372036854775808 to 9223372036854775807; write \(text).0 for a fraction"
    let isDecimal = text.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
    return syntax("IntegerOverflow", "the number \(text) is too large", span, isDecimal && text.count < 40 ? hint : nil)
  }

  static func floatOverflow(_ text: String, at span: SourceSpan) -> QueryError {
    syntax(
      "FloatingPointOverflow", "the number \(text) is too large", span, "the largest is about 1.7976931348623157e308")
  }

  static func badEscape(at span: SourceSpan) -> QueryError {
    let hint = "write \\u and four hexadecimal digits, as in \\u00E9; for a plain backslash write \\\\"
    return syntax("InvalidUnicodeLiteral", "this is not the code of a character", span, hint)
  }

  // MARK: Clauses

  static func onlyReads(_ word: String, at span: SourceSpan) -> QueryError {
    let hint =
      "queries start with MATCH, UNWIND, WITH, CALL or RETURN; to try a change, use a scenario folder: --with FOLDER"
    return syntax("UnexpectedSyntax", "graphq only reads: there is no \(word)", span, hint)
  }

  static func missingReturn(at span: SourceSpan) -> QueryError {
    syntax("InvalidClauseComposition", "the query ends without RETURN", span, "add RETURN and what you want to see")
  }

  static func clauseAfterReturn(at span: SourceSpan) -> QueryError {
    let hint = "RETURN ends a query; pass results on with WITH, or join two queries with UNION"
    return syntax("InvalidClauseComposition", "nothing may follow RETURN here", span, hint)
  }

  static func mixedUnion(at span: SourceSpan) -> QueryError {
    let hint = "use only one of them, or put one part in CALL { ... }"
    return syntax("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed", span, hint)
  }

  // MARK: Patterns

  static func lengthWithoutStar(at span: SourceSpan) -> QueryError {
    syntax(
      "InvalidRelationshipPattern", "a number of steps needs '*' before it", span, "write for example [:TYPE*1..3]")
  }

  static func badLength(at span: SourceSpan) -> QueryError {
    let hint = "write *, *3, *1..3, *2.. or *..3 inside the brackets, or {1,3} after the arrow"
    return syntax("InvalidRelationshipPattern", "this is not a number of steps", span, hint)
  }

  static func doubledLength(at span: SourceSpan) -> QueryError {
    let hint = "use either '*1..3' inside the brackets or '{1,3}' after the arrow"
    return syntax("InvalidRelationshipPattern", "the number of steps is given twice", span, hint)
  }

  static func adjacentNodes(at span: SourceSpan) -> QueryError {
    let hint = "put an arrow between the two nodes, as in (a)-->(b), or a comma"
    return syntax("UnexpectedSyntax", "two nodes follow each other without a relationship", span, hint)
  }

  static func parameterAsProperties(at span: SourceSpan) -> QueryError {
    let hint = "name the properties one by one, as in {id: $id}"
    return syntax("InvalidParameterUse", "a parameter cannot stand for all properties in a pattern", span, hint)
  }

  // MARK: Budgets

  static func tooLong(limit: Int) -> QueryError {
    let message = "the query is longer than \(limit / 1_048_576) MB"
    return QueryError(
      .compileTime, .budget, "QueryTooLong", message, at: SourceSpan(0, 0), hint: "pass long lists as a parameter")
  }

  static func tooManyClauses(at span: SourceSpan) -> QueryError {
    let message = "the query has more than \(Parser.Budget.clauses) clauses"
    return QueryError(
      .compileTime, .budget, "QueryTooLong", message, at: span, hint: "pass long lists as a parameter and UNWIND them")
  }

  static func tooDeep(at span: SourceSpan) -> QueryError {
    let hint = "name intermediate results with WITH"
    return QueryError(
      .compileTime, .budget, "NestingTooDeep", "the query is nested too deeply here", at: span, hint: hint)
  }

  static func tooHigh(at span: SourceSpan, limit: Int) -> QueryError {
    let message = "more than \(limit) operators depend on each other here"
    let hint = "split the expression with WITH, or put the values in a list"
    return QueryError(.compileTime, .budget, "ExpressionTooLong", message, at: span, hint: hint)
  }
}
