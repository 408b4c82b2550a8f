extension Lexer {
  /// Skips white space and comments; a comment that is never closed becomes a token.
  mutating func skipBlanks() {
    while position < limit, bytes[position] == UInt8(ascii: " ") { position += 1 }
    if position < limit, bytes[position].mayBeginBlank { skipOtherBlanks() }
  }

  private mutating func skipOtherBlanks() {
    while position < limit {
      let byte = bytes[position]
      if byte.isBlank {
        position += 1
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        skipLine()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipBlockComment()
      } else if byte == UInt8(ascii: "-"), dashesStartComment {
        skipLine()
      } else if byte >= 0x80, let scalar = scalar(at: position), scalar.isBlank {
        position += characterLength
      } else {
        return
      }
    }
  }

  private mutating func skipLine() {
    while position < limit, peek() != UInt8(ascii: "\n") { position += 1 }
  }

  private mutating func skipBlockComment() {
    let start = position
    position += 2
    while position < limit {
      if peek() == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    append(.unterminatedComment, from: start)
  }

  /// Whether the two dashes here are GQL's comment sign and not a relationship: a blank follows, and they do not stand
  /// between the end of a node, group or arrow and the `(` of a node.
  private var dashesStartComment: Bool {
    guard peek(1) == UInt8(ascii: "-"), position + 2 >= limit || peek(2).isBlank else { return false }
    switch tokens.last?.kind {
    case .less: return false
    case .rightParenthesis, .rightBrace: return firstByteAfterBlanks(from: position + 2) != UInt8(ascii: "(")
    default: return true
    }
  }

  private func firstByteAfterBlanks(from offset: Int) -> UInt8? {
    bytes[min(offset, limit)..<limit].first { !$0.isBlank }
  }
}

extension UInt8 {
  /// White space, or the start of white space beyond ASCII or of a comment.
  fileprivate var mayBeginBlank: Bool {
    self <= UInt8(ascii: " ") || self >= 0x80 || self == UInt8(ascii: "/") || self == UInt8(ascii: "-")
  }
}

extension Unicode.Scalar {
  /// White space of any script, and the mark some editors put at the start of a file.
  fileprivate var isBlank: Bool { properties.isWhitespace || self == "\u{FEFF}" }
}
