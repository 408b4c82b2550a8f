import Testing

@testable import Graph

@Suite("Places in a text")
struct SourceTextTests {
  @Test(
    "lines and columns count from 1, columns in characters; a byte order mark is none",
    arguments: [
      ("RETURN 1", 7, 1, 8), ("a\né b", 5, 2, 3), ("\u{FEFF}RETURN 1", 10, 1, 8), ("\u{FEFF}a\nb", 5, 2, 1),
      ("\u{FEFF}", 0, 1, 1), ("", 5, 1, 1),
    ])
  func location(text: String, offset: Int, line: Int, column: Int) {
    let place = SourceText(name: "q", text: text).location(of: offset)
    #expect(place == (line, column))
  }

  @Test("a statement among others keeps its text and its places")
  func statement() {
    let source = SourceText(name: "q", text: "RETURN 1; // one\n RETURN é")
    let statements = Asker.statements(in: source)
    #expect(statements.map(\.text) == ["RETURN 1", "RETURN é"])
    #expect(statements[1].location(of: 18) == (2, 2))
  }
}
