/// Makes characters visible that would otherwise act on a terminal or hide in it.
enum VisibleText {
  /// The text with control characters, line breaks included, and direction overrides written as `\n`, `\t` or `\u{1b}`.
  /// O(length).
  static func oneLine(_ text: String) -> String { escape(text, keepingLines: false) }

  /// The same, but line breaks stay (CR LF and CR become LF) and a tab becomes a space.
  static func lines(_ text: String) -> String { escape(text, keepingLines: true) }

  private static func escape(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !isHidden(scalar) {
        result.unicodeScalars.append(scalar)
      } else if !keepingLines {
        result += escaped(scalar)
      } else if !(scalar == "\n" && previous == "\r") {
        result += escapedInLines(scalar)
      }
      previous = scalar
    }
    return result
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func escapedInLines(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n", "\r", "\u{2028}", "\u{2029}": "\n"
    case "\t": " "
    default: escaped(scalar)
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
