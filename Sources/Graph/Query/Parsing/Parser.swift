/// Turns the text of a query into its tree, from left to right and without ever going back: where two readings begin
/// alike, the parser looks past the closing bracket to see which one it is.
///
///     statement   = [EXPLAIN | PROFILE] query [;]
///     query       = single {UNION [ALL | DISTINCT] single}
///     single      = clause {clause}
///
/// The rules of clauses, patterns and expressions stand at the head of their own files.
struct Parser {
  /// What a query may use up before it runs.
  enum Budget {
    /// Bytes of one text.
    static let length = 8 * 1_048_576
    /// How deep expressions, patterns and queries may nest.
    static let nesting = 100
    /// Bytes of stack that nesting may take: safe on a secondary thread, which has 512 KB.
    static let stack = 384 * 1024
    /// How high the tree of an expression may grow: what reads the tree is recursive too. Chains of AND and OR are
    /// balanced and may be as long as they like; `a + b + c` is as high as it is long.
    static let height = 200
    /// How many clauses one query may have: rows pass through a step for each, one calling the other.
    static let clauses = 1000
  }

  let source: SourceText
  let tokens: [Token]
  let brackets: Brackets
  /// The number of the current token.
  var position = 0
  let stack = StackMeter()
  /// How many rules that can contain themselves are being read.
  var depth = 0
  /// How high the trees are that were completed since the current rule began.
  var height = 0
  /// The opening brackets of list comprehensions and the like, in which a bare `|` is not part of a label expression.
  var barBrackets: Set<Int> = []

  /// Reads one statement.
  static func parse(_ source: SourceText) throws(QueryError) -> StatementSyntax {
    var parser = try Parser(source)
    return try parser.statement()
  }

  init(_ source: SourceText) throws(QueryError) {
    guard source.bytes.count <= Budget.length else { throw SyntaxErrors.tooLong(limit: Budget.length) }
    self.source = source
    tokens = Lexer.tokens(of: source)
    try Parser.checkTokens(tokens, of: source)
    brackets = try Brackets(tokens)
  }

  /// Reports what makes the rest of the text unreadable: an open quote, a character without meaning.
  private static func checkTokens(_ tokens: [Token], of source: SourceText) throws(QueryError) {
    for token in tokens {
      let start = SourceSpan(token.span.lowerBound, min(token.span.lowerBound + 1, token.span.upperBound))
      switch token.kind {
      case .unterminatedString: throw SyntaxErrors.unterminatedString(at: start, quote: source.text(start))
      case .unterminatedName: throw SyntaxErrors.unterminatedName(at: token.span)
      case .unterminatedComment: throw SyntaxErrors.unterminatedComment(at: token.span)
      case .strayCharacter: throw SyntaxErrors.strayCharacter(source.text(token.span), at: token.span)
      default: continue
      }
    }
  }

  // MARK: Statements

  private mutating func statement() throws(QueryError) -> StatementSyntax {
    guard !at(.endOfText), !at(.semicolon) else { throw SyntaxErrors.emptyQuery(at: current.span) }
    let mode: StatementSyntax.Mode = skip(.explain) ? .explain : skip(.profile) ? .profile : .run
    let query = try query(in: .statement)
    let isClosed = at(.semicolon)
    while skip(.semicolon) {}
    guard at(.endOfText) else {
      throw isClosed ? SyntaxErrors.secondStatement(at: current.span) : unexpected("the end of the query")
    }
    return StatementSyntax(mode: mode, query: query)
  }
}
