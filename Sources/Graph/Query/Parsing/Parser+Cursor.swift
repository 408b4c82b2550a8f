/// Looking at tokens and taking them.
extension Parser {
  var current: Token { tokens[position] }

  /// The token at a distance from the current one; the end token past the last.
  func peek(_ distance: Int = 1) -> Token {
    tokens[min(position + distance, tokens.count - 1)]
  }

  func at(_ kind: Token.Kind) -> Bool { current.kind == kind }
  func at(_ keyword: Keyword) -> Bool { current.keyword == keyword }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if token.kind != .endOfText { position += 1 }
    return token
  }

  /// Takes the token if it is of this kind.
  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard at(kind) else { return false }
    advance()
    return true
  }

  /// Takes the word if it is this keyword.
  mutating func skip(_ keyword: Keyword) -> Bool {
    guard at(keyword) else { return false }
    advance()
    return true
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ expected: String, hint: String? = nil) throws(QueryError) -> Token {
    guard at(kind) else { throw unexpected(expected, hint: hint) }
    return advance()
  }

  @discardableResult
  mutating func expect(_ keyword: Keyword, _ expected: String? = nil) throws(QueryError) -> Token {
    guard at(keyword) else { throw unexpected(expected ?? keyword.rawValue.uppercased()) }
    return advance()
  }

  /// Takes a name: any word, keyword or not, or a back-quoted one.
  mutating func name(_ expected: String) throws(QueryError) -> Name {
    guard current.isName else {
      throw unexpected(
        expected, hint: at(.string) ? "quotes are for texts; a name has none, or back quotes: `a name`" : nil)
    }
    let token = advance()
    let text = try nameText(token)
    return Name(text: text, span: token.span)
  }

  private func nameText(_ token: Token) throws(QueryError) -> String {
    guard token.kind == .quotedName else { return source.text(token.span) }
    let text = StringLiteral.name(bytes(of: token.span))
    guard !text.isEmpty else { throw SyntaxErrors.emptyName(at: token.span) }
    return text
  }

  func bytes(of span: SourceSpan) -> ArraySlice<UInt8> {
    source.bytes[span.lowerBound..<span.upperBound]
  }

  /// From the token at an index to the last one taken.
  func span(from index: Int) -> SourceSpan {
    let start = tokens[index].span
    return position > index
      ? start.joined(with: tokens[position - 1].span) : SourceSpan(start.lowerBound, start.lowerBound)
  }

  // MARK: Budgets

  /// Enters a rule that can contain itself.
  mutating func descend() throws(QueryError) {
    depth += 1
    guard depth <= Budget.nesting, stack.used <= Budget.stack else { throw SyntaxErrors.tooDeep(at: current.span) }
  }

  /// Puts so many levels on top of the trees completed in the current rule.
  mutating func grow(by levels: Int = 1) throws(QueryError) {
    height += levels
    guard height <= Budget.height else { throw SyntaxErrors.tooHigh(at: current.span, limit: Budget.height) }
  }

  // MARK: Complaints

  /// The error for a current token that does not fit.
  func unexpected(_ expected: String, hint: String? = nil) -> QueryError {
    let token = current
    if token.kind == .malformedNumber {
      return SyntaxErrors.malformedNumber(source.text(token.span), at: token.span)
    }
    if let advice = Habits.hint(forForeign: token, before: peek()) {
      return SyntaxErrors.foreign(described(token), at: token.span, hint: advice)
    }
    let advice = advice(expecting: expected) ?? hint ?? Habits.hint(forMisplaced: token, before: peek())
    return SyntaxErrors.unexpected(described(token), expected: expected, at: token.span, hint: advice)
  }

  /// A token as messages quote it.
  func described(_ token: Token) -> String {
    guard token.kind != .endOfText else { return "the end of the query" }
    let text = source.text(token.span)
    let short = text.count <= 30 ? text : text.prefix(27) + "..."
    return token.kind == .string ? short : "'\(short)'"
  }
}
