import Testing

@testable import Graph

@Suite("Measuring and breaking text")
struct TextMeasureTests {
  static let widths: [(String, Int)] = [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("東京", 4), ("ｱ", 1), ("Ａ", 2), ("🙂", 2), ("👨‍👩‍👧", 2), ("❤️", 2),
    ("–", 1),
    ("a\u{200B}b", 2), ("한국", 4), ("…", 1),
  ]

  @Test("columns of a terminal", arguments: widths)
  func width(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  static let lines: [(String, Int, Int, [String])] = [
    ("a b", 10, 0, ["a b"]),
    ("aaa bbb ccc", 7, 0, ["aaa bbb", "ccc"]),
    ("aaa bbb ccc", 7, 2, ["aaa bbb", "  ccc"]),
    ("abcdefgh", 3, 0, ["abc", "def", "gh"]),
    ("x abcdefgh", 4, 1, ["x", " abc", " def", " gh"]),
    ("東京都", 4, 0, ["東京", "都"]),
    ("a\n\nb", 4, 0, ["a", "", "b"]),
  ]

  @Test("lines never lose a character", arguments: lines)
  func wrap(_ text: String, _ width: Int, _ indent: Int, _ expected: [String]) {
    #expect(TextWrapping.lines(text, width: width, indent: indent) == expected)
  }

  @Test("columns share the width by what they hold, words stay whole")
  func columnWidths() {
    let name = ColumnMeasure(of: ["forum", "Bestuurlijk overleg RMC 01"])
    let number = ColumnMeasure(of: ["n", "12"])
    let source = ColumnMeasure(of: ["source", String(repeating: "Notitie AGO bijlage II; ", count: 6)])
    #expect(ColumnMeasure.fit([name, number], into: 28) == [26, 2])
    #expect(ColumnMeasure.fit([name, number, source], into: 105) == [26, 2, 77])
    #expect(ColumnMeasure.fit([name, number], into: 16) == [14, 2])
    #expect(ColumnMeasure.fit([name, number], into: 12) == nil)
    #expect(ColumnMeasure.fit([], into: 10) == [])
  }
}
