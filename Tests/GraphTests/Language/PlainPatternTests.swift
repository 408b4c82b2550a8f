import Testing

@testable import Graph

@Suite("Regular expressions that are followed without trying again")
struct PlainPatternTests {
  private static let elements = ["a", "b", "1", " ", "-", ".", "[ab]", "[0-9]", "[a-z]", "[A-Z0-9b]"]
  private static let times = ["", "", "", "*", "+", "?", "{1}", "{2}", "{1,3}"]

  @Test("match what the standard library matches")
  func same() throws {
    var random = SeededGenerator(seed: 5)
    func chosen(_ parts: [String]) -> String { parts[Int.random(in: parts.indices, using: &random)] }
    for _ in 0..<2000 {
      let pattern = (0...Int.random(in: 0...4, using: &random))
        .map { _ in chosen(PlainPatternTests.elements) + chosen(PlainPatternTests.times) }.joined()
      let plain = try #require(PlainPattern(pattern), "\(pattern)")
      let regex = try Regex(pattern)
      for _ in 0..<10 {
        var text = (0..<Int.random(in: 0...6, using: &random)).map { _ in chosen(["a", "b", "1", " ", "-", "Z"]) }
          .joined()
        let matches = text.withUTF8 { plain.matches($0) }
        #expect(matches == (text.wholeMatch(of: regex) != nil), "\(text) =~ \(pattern)")
      }
    }
  }

  @Test(
    "leave every other expression and text alone",
    arguments: [
      "", "a|b", "(a)", "a*?", "a++", "^a", "a$", "\\d", "[^a]", "[a-]", "[b-a]", "[]", "[a", "a{0}", "a{2,}", "a{,2}",
      "a{3,1}",
      "a{70}", "a{1,70}", "a{99999999999999999999}", "a{2", "*", "é", "(?i)a", "a\\",
    ])
  func others(pattern: String) {
    #expect(PlainPattern(pattern) == nil)
  }

  @Test("leave texts with other characters alone", arguments: ["é", "a\u{301}", "a\n", "\r\n", "\t"])
  func otherTexts(text: String) throws {
    var text = text
    let plain = try #require(PlainPattern(".+"))
    #expect(text.withUTF8 { plain.matches($0) } == nil)
  }
}
