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

  @Test("the widest columns give way first")
  func fit() {
    #expect(AlignedTable.fit([10, 20, 90], into: 200) == [10, 20, 90])
    #expect(AlignedTable.fit([10, 20, 90], into: 80) == [10, 20, 50])
    #expect(AlignedTable.fit([10, 60, 90], into: 71) == [10, 31, 30])
    #expect(AlignedTable.fit([60, 60, 60], into: 20) == nil)
  }
}
