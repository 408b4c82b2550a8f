import Testing

@testable import Graph

@Suite("Keywords")
struct KeywordTests {
  private func spelled(_ text: String) -> Keyword? {
    let bytes = Array("<\(text)>".utf8)
    return Keyword.spelled(by: bytes, in: 1..<bytes.count - 1)
  }

  @Test("each is found by its letters in any case", arguments: Keyword.allCases)
  func found(keyword: Keyword) {
    #expect(spelled(keyword.rawValue) == keyword)
    #expect(spelled(keyword.rawValue.uppercased()) == keyword)
  }

  @Test("other words are none", arguments: ["matc", "matchh", "m4tch", "_match", "allShortestPathss", "", "é", "`in`"])
  func others(word: String) { #expect(spelled(word) == nil) }
}

@Suite("The same text")
struct SameTextTests {
  @Test(
    "two places of a text say the same when their characters are the same",
    arguments: [
      ("n.a + n.a", 0..<3, 6..<9, true), ("n.a + n.b", 0..<3, 6..<9, false), ("n.a + n", 0..<3, 6..<7, false),
      ("caf\u{E9}cafe\u{301}", 0..<5, 5..<11, true), ("K\u{212A}", 0..<1, 1..<4, true), ("ab", 0..<9, 0..<2, true),
    ])
  func sameText(text: String, first: Range<Int>, second: Range<Int>, isSame: Bool) {
    let source = SourceText(name: "query", text: text)
    let spans = [first, second].map { SourceSpan($0.lowerBound, $0.upperBound) }
    #expect(source.hasSameText(spans[0], spans[1]) == isSame)
  }
}
