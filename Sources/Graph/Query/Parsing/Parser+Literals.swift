/// Numbers, texts and parameters.
extension Parser {
  mutating func integerLiteral(isNegative: Bool) throws(QueryError) -> Expression {
    let start = isNegative ? position - 1 : position
    let digits = advance().span
    let span = span(from: start)
    guard let value = IntegerLiteral.value(bytes(of: digits), isNegative: isNegative) else {
      throw SyntaxErrors.integerOverflow(source.text(span), at: span)
    }
    return Expression(kind: .integer(value), span: span)
  }

  mutating func floatLiteral(isNegative: Bool) throws(QueryError) -> Expression {
    let start = isNegative ? position - 1 : position
    let text = source.text(advance().span)
    let span = span(from: start)
    guard let value = Double(text), value.isFinite else {
      throw SyntaxErrors.floatOverflow(source.text(span), at: span)
    }
    return Expression(kind: .float(isNegative ? -value : value), span: span)
  }

  /// Whether the minus here and a number are to be read as one.
  var isNegativeNumber: Bool {
    guard peek().kind == .integer || peek().kind == .float else { return false }
    switch peek(2).kind {
    case .dot, .leftBracket, .colon: return false
    default: return true
    }
  }

  /// `-1` as one number: only so can the smallest integer be written. A postfix binds tighter than the sign.
  mutating func negativeNumber() throws(QueryError) -> Expression {
    advance()
    return at(.integer) ? try integerLiteral(isNegative: true) : try floatLiteral(isNegative: true)
  }

  mutating func stringLiteral() throws(QueryError) -> Expression {
    let span = advance().span
    return Expression(kind: .string(try StringLiteral.value(bytes(of: span))), span: span)
  }

  mutating func parameter() throws(QueryError) -> Expression {
    let span = advance().span
    let name = bytes(of: span).dropFirst()
    guard name.first == UInt8(ascii: "`") else {
      return Expression(kind: .parameter(String(decoding: name, as: UTF8.self)), span: span)
    }
    let text = StringLiteral.name(name)
    guard !text.isEmpty else { throw SyntaxErrors.emptyName(at: span) }
    return Expression(kind: .parameter(text), span: span)
  }
}
