import Testing

@testable import Graph

@Suite("Texts are searched by their bytes")
struct TextSearchTests {
  /// Letters with marks of their own and added, characters that equal an ASCII one, and ends of lines that are one character.
  private static let letters = [
    "a", "b", "ab", "K", ";", "\u{212A}", "\u{37E}", "\u{301}", "\u{e9}", "e", "\r", "\n", " ", "\u{1F600}",
  ]

  @Test("what is found is what comparing characters finds, and at the ends what comparing bytes finds")
  func characters() {
    var random = SeededGenerator(seed: 3)
    func text(upTo length: Int) -> String {
      (0..<Int.random(in: 0...length, using: &random))
        .map { _ in TextSearchTests.letters[Int.random(in: TextSearchTests.letters.indices, using: &random)] }.joined()
    }
    for _ in 0..<20_000 {
      let (text, part) = (text(upTo: 30), text(upTo: 3))
      let contains = part.isEmpty || text.contains(part)
      #expect(TextSearch(.contains, part).truth(of: .string(text)) == Truth(contains), "\(text) contains \(part)")
      let starts = Array(text.utf8).starts(with: Array(part.utf8))
      #expect(TextSearch(.startsWith, part).truth(of: .string(text)) == Truth(starts))
      let ends = Array(text.utf8.reversed()).starts(with: Array(part.utf8.reversed()))
      #expect(TextSearch(.endsWith, part).truth(of: .string(text)) == Truth(ends))
    }
  }

  @Test("anything that is no text is unknown")
  func others() {
    #expect(TextSearch(.contains, "a").truth(of: .null) == .unknown)
    #expect(TextSearch(.startsWith, "").truth(of: .integer(1)) == .unknown)
  }

  @Test("functions of texts give the same for many rows as for each")
  func functions() throws {
    let engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    let fast =
      "MATCH (a)-[:SITS_IN]->() RETURN toUpper(a.name), size(a.name), right(a.alias, 2), replace(a.name, '1', 'x')"
    let plain =
      "MATCH (a)-[:SITS_IN]->() WITH a.name + '' AS n, a.alias + '' AS k "
      + "RETURN toUpper(n), size(n), right(k, 2), replace(n, '1', 'x')"
    #expect(Array(try engine.run(fast).rows) == Array(try engine.run(plain).rows))
  }
}
