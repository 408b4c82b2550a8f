import Testing

@testable import Graph

@Suite("DOT")
struct DOTTests {
  static let texts: [(String, String)] = [
    ("plain", "\"plain\""),
    ("node", "\"node\""),
    ("", "\"\""),
    ("say \"no\"", "\"say \\\"no\\\"\""),
    ("C:\\N", "\"C:\\\\N\""),
    ("ends in \\", "\"ends in \\\\\""),
    ("a\nb\r\nc", "\"a\\nb\\nc\""),
    ("<b>bold</b>", "\"<b>bold</b>\""),
    ("<script>alert(1)</script>", "\"<script>alert(1)</script>\""),
    ("&lt; &foo;", "\"&amp;lt; &amp;foo;\""),
    ("nul\u{0}\u{1B}", "\"nul\u{FFFD}\u{FFFD}\""),
    ("Súdwest-Fryslân", "\"Súdwest-Fryslân\""),
  ]

  @Test("every text is quoted and nothing in it has a meaning", arguments: texts)
  func quoting(_ text: String, _ expected: String) {
    #expect(DOTText(text).quoted == expected)
  }

  @Test("fields of a record keep their signs")
  func record() {
    #expect(
      DOTText.record([["a|b", "{c}"], ["<d> e", ""]]).quoted == "\"{a\\|b\\l|\\{c\\}\\l}|{\\<d\\>\\ e\\l|\\l}\"")
  }

  @Test("attributes are sorted and the last of one name stays")
  func attributes() {
    let attributes: DOTAttributes = ["shape": "box", "label": "a", "shape": "ellipse"]
    #expect(attributes.text == " [label=\"a\", shape=\"ellipse\"]")
  }

  @Test("equal answers give equal bytes")
  func determinism() throws {
    let answer = Answer(tables: [ResultTable(columns: ["p"], rows: [[OutputFixture.path]])])
    #expect(try OutputFixture.text(.dot, [answer]) == OutputFixture.text(.dot, [answer]))
  }
}
