extension Lexer {
  /// Reads `'text'` or `"text"`. A backslash takes the next character along; a doubled quote is one quote.
  mutating func scanString(quote: UInt8) -> Token.Kind {
    position += 1
    while position < limit {
      switch peek() {
      case UInt8(ascii: "\\"):
        position = min(position + 2, limit)
      case quote where peek(1) == quote:
        position += 2
      case quote:
        position += 1
        return .string
      default:
        position += 1
      }
    }
    return .unterminatedString
  }

  /// Reads `` `a name` ``, where a doubled back quote is one; false if it is never closed.
  mutating func scanQuotedName() -> Bool {
    let quote = UInt8(ascii: "`")
    position += 1
    while position < limit {
      if peek() == quote {
        guard peek(1) == quote else {
          position += 1
          return true
        }
        position += 1
      }
      position += 1
    }
    return false
  }
}

/// The value of a string token.
struct StringLiteral {
  /// The bytes with their quotes, and where they start in the text.
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var value: [UInt8] = []

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes.dropLast()
    position = bytes.startIndex + 1
  }

  /// Takes the quotes off and resolves `\n`, `\'`, `\u00E9` and the like.
  static func value(_ bytes: ArraySlice<UInt8>) throws(QueryError) -> String {
    var literal = StringLiteral(bytes)
    try literal.decode(quote: bytes.first ?? 0)
    return String(decoding: literal.value, as: UTF8.self)
  }

  /// The text of a back-quoted name.
  static func name(_ bytes: ArraySlice<UInt8>) -> String {
    var literal = StringLiteral(bytes)
    literal.copyName()
    return String(decoding: literal.value, as: UTF8.self)
  }

  private mutating func copyName() {
    while position < bytes.endIndex {
      value.append(bytes[position])
      position += bytes[position] == UInt8(ascii: "`") ? 2 : 1
    }
  }

  private mutating func decode(quote: UInt8) throws(QueryError) {
    while position < bytes.endIndex {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.endIndex {
        try decodeEscape()
      } else {
        value.append(byte)
        position += byte == quote ? 2 : 1
      }
    }
  }

  /// Reads one escape; an unknown one stays as written, so that `'\d+'` is a usable pattern.
  private mutating func decodeEscape() throws(QueryError) {
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "u"), UInt8(ascii: "U"): return try decodeUnicode()
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "`"):
      value.append(letter)
    default: value += [UInt8(ascii: "\\"), letter]
    }
    position += 2
  }

  private mutating func decodeUnicode() throws(QueryError) {
    let start = position
    guard var code = codeUnit() else { throw badEscape(from: start) }
    if (0xD800..<0xDC00).contains(code) {
      guard let low = codeUnit(), (0xDC00..<0xE000).contains(low) else { throw badEscape(from: start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw badEscape(from: start) }
    value += Array(String(Character(scalar)).utf8)
  }

  /// Reads `\uXXXX` or `\UXXXXXXXX`.
  private mutating func codeUnit() -> UInt32? {
    guard position + 1 < bytes.endIndex, bytes[position] == UInt8(ascii: "\\") else { return nil }
    let letter = bytes[position + 1]
    guard letter | 0x20 == UInt8(ascii: "u") else { return nil }
    let start = position + 2
    let end = start + (letter == UInt8(ascii: "u") ? 4 : 8)
    guard end <= bytes.endIndex else { return nil }
    var code: UInt32 = 0
    for byte in bytes[start..<end] {
      guard let digit = byte.digitValue else { return nil }
      code = code << 4 | UInt32(digit)
    }
    position = end
    return code
  }

  private func badEscape(from start: Int) -> QueryError {
    SyntaxErrors.badEscape(at: SourceSpan(start, min(start + 2, bytes.endIndex)))
  }
}
