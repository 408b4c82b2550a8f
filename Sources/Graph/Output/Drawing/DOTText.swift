/// A text as the DOT language quotes it: the only place that knows how.
///
/// Every identifier and value is quoted, so that keywords, digits and signs need no thought and `<` never opens an HTML-like
/// label. Inside the quotes a quote and a backslash get a backslash, a line break becomes `\n`, `&` becomes `&amp;`
/// (Graphviz decodes entities, in SVG even in identifiers), and control characters that XML forbids become U+FFFD.
struct DOTText: Equatable {
  /// The text with its quotes.
  let quoted: String

  /// Quotes a plain text. O(length).
  init(_ text: String) {
    quoted = "\"" + DOTText.escaped(text) + "\""
  }

  private init(escaped text: String) { quoted = "\"" + text + "\"" }

  /// A text of several lines that all begin at the left.
  static func leftAligned(_ text: String) -> DOTText {
    DOTText(escaped: text.isEmpty ? "" : escaped(text, lineBreak: "\\l") + "\\l")
  }

  /// The label of a `record` node whose fields are columns of texts; signs that divide fields are made harmless.
  static func record(_ fields: [[String]]) -> DOTText {
    let texts = fields.map { $0.map { recordEscaped($0) + "\\l" }.joined(separator: "|") }
    return DOTText(escaped: texts.map { "{\($0)}" }.joined(separator: "|"))
  }

  private static func recordEscaped(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text, lineBreak: "\\l").unicodeScalars {
      if "{}|<> ".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func escaped(_ text: String, lineBreak: String = "\\n") -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if !(scalar == "\n" && previous == "\r") { result += escaped(scalar, lineBreak) }
      previous = scalar
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar, _ lineBreak: String) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "&": "&amp;"
    case "\n", "\r", "\u{2028}", "\u{2029}": lineBreak
    case "\t": " "
    default: isForbidden(scalar) ? "\u{FFFD}" : String(scalar)
    }
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xFFFE...0xFFFF: true
    default: false
    }
  }
}
