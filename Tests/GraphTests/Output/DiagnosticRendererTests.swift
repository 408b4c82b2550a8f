import Testing

@testable import Graph

@Suite("Diagnostics")
struct DiagnosticRendererTests {
  private func render(_ query: String, _ lower: Int, _ upper: Int, width: Int = 100) -> String {
    let error = QueryError(
      .compileTime, .syntax, "Detail", "what is wrong", at: SourceSpan(lower, upper), hint: "try this")
    return DiagnosticRenderer(width: width).render(Diagnostic(error, in: SourceText(name: "query", text: query)))
  }

  @Test("headline, place, line, mark, hint")
  func shape() {
    #expect(
      render("MATCH (p)\nRETURN persn.name", 17, 22) == """
        error: CompileTime SyntaxError: what is wrong (Detail)
          query:2:8
        2 | RETURN persn.name
          |        ^^^^^
        hint: try this

        """)
  }

  static let lines: [(String, Int, Int, String, String)] = [
    ("RETURN", 6, 6, "RETURN", "      ^"),
    ("", 0, 0, "", "^"),
    ("a\tb c", 2, 3, "a   b c", "    ^"),
    ("\tx", 0, 1, "    x", "^^^^"),
    ("'東京' x", 9, 10, "'東京' x", "       ^"),
    ("'東京'", 1, 7, "'東京'", " ^^^^"),
    ("e\u{301}x y", 5, 6, "e\u{301}x y", "   ^"),
    ("a\u{1B}b", 2, 3, "a\\u{1b}b", "       ^"),
    ("ab\ncd", 1, 5, "ab", " ^"),
    ("ab\r\ncd", 1, 2, "ab", " ^"),
    ("abc", 2, 99, "abc", "  ^"),
    ("abc", 99, 120, "abc", "   ^"),
  ]

  @Test("the mark stands under what is meant", arguments: lines)
  func mark(_ query: String, _ lower: Int, _ upper: Int, _ shown: String, _ mark: String) {
    let lines = render(query, lower, upper).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2] == "1 | \(shown)")
    #expect(lines[3] == "  | \(mark)")
  }

  @Test("of a long line the part round the mark is shown", arguments: [0, 50, 5_000, 9_990])
  func longLine(_ place: Int) {
    var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000)
    bytes[place] = UInt8(ascii: "X")
    let lines = render(String(decoding: bytes, as: UTF8.self), place, place + 1, width: 60).split(separator: "\n")
    #expect(lines[2].count <= 4 + 60)
    let column = lines[3].distance(from: lines[3].startIndex, to: lines[3].firstIndex(of: "^")!)
    #expect(lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "X")!) == column)
    #expect(lines[2].contains("…"))
  }

  @Test("a mark longer than the window fills what is shown of it")
  func longMark() {
    let lines = render(String(repeating: "b", count: 500), 0, 500, width: 40).split(separator: "\n")
    #expect(lines[2].count <= 44 && lines[3].count <= 44)
  }

  @Test("a line break in a message stays on the first line")
  func oneLine() {
    let error = QueryError(.runtime, .type, "", "no 'a\nb'")
    let text = DiagnosticRenderer().render(Diagnostic(error, in: SourceText(name: "query", text: "x")))
    #expect(text == "error: Runtime TypeError: no 'a\\nb'\n")
  }

  @Test("warnings and data errors have the same shape")
  func others() {
    let warning = QueryWarning("no label 'Forun'", at: SourceSpan(2, 7), hint: "did you mean 'Forum'?")
    let source = SourceText(name: "query", text: "(:Forun)")
    #expect(
      DiagnosticRenderer().render(Diagnostic(warning, in: source)) == """
        warning: no label 'Forun'
          query:1:3
        1 | (:Forun)
          |   ^^^^^
        hint: did you mean 'Forum'?

        """)
    let data = Diagnostic(
      headline: "error: 'x' is no date", place: "steps.csv:12:3",
      excerpt: .init(lineNumber: 12, line: "a,x", span: SourceSpan(2, 3)))
    #expect(DiagnosticRenderer().render(data) == "error: 'x' is no date\n  steps.csv:12:3\n12 | a,x\n   |   ^\n")
  }

  @Test("colour only when asked for")
  func color() {
    let diagnostic = Diagnostic(headline: "error: no", hint: "so")
    #expect(
      DiagnosticRenderer(color: true).render(diagnostic)
        == "\u{1B}[1;31merror:\u{1B}[0m no\n\u{1B}[36mhint:\u{1B}[0m so\n")
    #expect(!DiagnosticRenderer().render(diagnostic).contains("\u{1B}"))
  }
}
