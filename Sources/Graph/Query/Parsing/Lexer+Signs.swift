extension UInt8 {
  /// The first byte of some sign of two.
  var startsPair: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
      UInt8(ascii: "!"):
      true
    default: false
    }
  }
}

extension Lexer {
  /// The sign of two bytes.
  static func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "."), UInt8(ascii: ".")): .dots
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .doubleBar
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    case (UInt8(ascii: "="), UInt8(ascii: "~")): .matches
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .foreignNotEqual
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .foreignEqual
    default: nil
    }
  }

  /// The sign of one byte.
  static func sign(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "^"): .caret
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "|"): .bar
    case UInt8(ascii: "!"): .exclamation
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    default: nil
    }
  }
}
