/// Turns the bytes of a text into tokens. It never fails: what is wrong becomes a token of its own, which the parser
/// reports when it gets there.
struct Lexer {
  let bytes: [UInt8]
  /// The offset at which to stop.
  let limit: Int
  var position: Int
  var tokens: [Token] = []

  /// Room is made for so many tokens before they are read, if the text is long enough for them.
  private static var roomAtFirst: Int { 1024 }

  /// The tokens of a text or of a part of it, closed by an end token just after the last one.
  ///
  /// - Parameter most: no more are read than this, besides the end token.
  static func tokens(of source: SourceText, in span: SourceSpan? = nil, upTo most: Int = .max) -> [Token] {
    let start = min(max(0, span?.lowerBound ?? 0), source.bytes.count)
    let limit = min(max(start, span?.upperBound ?? source.bytes.count), source.bytes.count)
    var lexer = Lexer(bytes: source.bytes, limit: limit, position: start)
    lexer.run(upTo: most)
    return lexer.tokens
  }

  private mutating func run(upTo most: Int) {
    tokens.reserveCapacity(1 + min(most, (limit - position) / 2, Lexer.roomAtFirst))
    skipBlanks()
    while position < limit, tokens.count < most {
      let start = position
      let kind = scan()
      append(kind, from: start)
      skipBlanks()
    }
    let end = tokens.last?.span.upperBound ?? position
    tokens.append(Token(kind: .endOfText, span: SourceSpan(end, end)))
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    let keyword = kind == .word ? Keyword.spelled(by: bytes, in: start..<position) : nil
    tokens.append(Token(kind: kind, span: SourceSpan(start, position), keyword: keyword))
  }

  /// The byte at a distance from the position; zero outside the text.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < limit ? bytes[index] : 0
  }

  /// Reads one token and says what it is.
  private mutating func scan() -> Token.Kind {
    let byte = peek()
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return scanString(quote: byte)
    case UInt8(ascii: "`"): return scanQuotedName() ? .quotedName : .unterminatedName
    case UInt8(ascii: "$"): return scanParameter()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return scanNumber()
    case UInt8(ascii: ".") where peek(1).isDigit: return scanNumber()
    case 0..<0x80 where !byte.isNameByte: return scanSign(byte)
    default: return scanWord() ? .word : scanSign(byte)
    }
  }

  /// Reads a bare word, if one starts here.
  private mutating func scanWord() -> Bool {
    guard let length = nameCharacter(isFirst: true) else { return false }
    position += length
    repeat {
      while position < limit, bytes[position].isNameByte { position += 1 }
      guard position < limit, bytes[position] >= 0x80, let length = nameCharacter(isFirst: false) else { return true }
      position += length
    } while true
  }

  private mutating func scanParameter() -> Token.Kind {
    position += 1
    if peek() == UInt8(ascii: "`") { return scanQuotedName() ? .parameter : .unterminatedName }
    guard nameCharacter(isFirst: false) != nil else { return .strayCharacter }
    while let length = nameCharacter(isFirst: false) { position += length }
    return .parameter
  }

  /// Reads a sign of one or two bytes.
  private mutating func scanSign(_ byte: UInt8) -> Token.Kind {
    if byte.startsPair, let kind = Lexer.pair(byte, peek(1)) {
      position += 2
      return kind
    }
    if let kind = Lexer.sign(byte) {
      position += 1
      return kind
    }
    position += characterLength
    return .strayCharacter
  }

}
