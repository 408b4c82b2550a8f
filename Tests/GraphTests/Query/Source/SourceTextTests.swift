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

  @Test("a statement among others has its own offsets, and the lines and columns of the whole")
  func statement() throws {
    let source = SourceText(name: "q", text: "RETURN 1; // one\n/* two */ RETURN é.a; RETURN )")
    let statements = Asker.statements(in: source)
    #expect(statements.map(\.text) == ["RETURN 1", "RETURN é.a", "RETURN )"])
    #expect(statements[1].location(of: 7) == (2, 18))
    #expect(statements[1].line(containing: 7) == ("/* two */ RETURN é.a; RETURN )", -10))
    let error = #expect(throws: QueryError.self) { try Parser.parse(statements[2]) }
    #expect(error?.span == SourceSpan(7, 8))
    #expect(statements[2].location(of: 7) == (2, 30))
    #expect(statements[2].location(of: 99) == (2, 31))
  }
}
