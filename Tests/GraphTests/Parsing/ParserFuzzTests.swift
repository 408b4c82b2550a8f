import Testing

@testable import Graph

@Suite("Parsing any text at all")
struct ParserFuzzTests {
  /// Repeatable chance.
  struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static let pieces: [String] =
    Keyword.allCases.map(\.rawValue) + [
      "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "..", "+", "-", "*", "/", "%", "^", "&", "|", "!", "~", "||",
      "=", "<", ">", "<>",
      "<=", ">=", "=~", "!=", "==", "->", "<-", "--", "-->", "n", "a", "b", "`x y`", "$p", "1", "0x1F", "9a", "1.5",
      "1e999", "'t'", "\"t\"",
      "'\\u00e9'", "'\\uH'", "'", "`", "/*", "*/", "//", "\n", " ", "é", "–", "(n)", "-[r:T]->", "(a)-->(b)",
      "count(*)", "[x IN l | x]",
      "EXISTS {", "{a: 1}", "n.a", "n:A",
    ]

  static let queries = [
    "MATCH (a:A {x: 1})-[r:T*1..3]->(b) WHERE a.x < b.x <= 3 AND NOT (a)-->(b) RETURN DISTINCT a.name AS n, count(*) ORDER BY n DESC LIMIT 5",
    "MATCH p = ANY SHORTEST ((a)-[:T]->(b) WHERE a.x){1,3} (c) OPTIONAL MATCH (c)<-[:A|B&!C]-() RETURN [x IN nodes(p) WHERE x:A | x.n]",
    "UNWIND [1, 'two', 3.0, null] AS x WITH x, CASE WHEN x IS NULL THEN -1 ELSE x END AS y WHERE y <> $p RETURN n {.a, .*, b: x[..2]}",
    "CALL (a) { MATCH (a)-->(b) RETURN b UNION ALL RETURN 1 AS b } CALL f.g(1) YIELD x AS y WHERE y RETURN EXISTS { (a)--(b) }, reduce(s = 0, i IN l | s + i)",
  ]

  private func survives(_ bytes: [UInt8]) {
    let source = SourceText(name: "fuzz", bytes: bytes)
    for span in Parser.statements(in: source) { #expect(span.upperBound <= bytes.count) }
    _ = Parser.isQuery(String(decoding: bytes, as: UTF8.self))
    do {
      let statement = try Parser.parse(source)
      #expect(statement.query.span.upperBound <= bytes.count)
    } catch {
      let span = error.span
      #expect(span.map { 0 <= $0.lowerBound && $0.upperBound <= bytes.count } == true)
      #expect(!error.message.isEmpty)
    }
  }

  @Test("Random bytes", arguments: 0..<4 as Range<UInt64>)
  func randomBytes(_ seed: UInt64) {
    var chance = Chance(state: seed)
    for _ in 0..<500 {
      survives((0..<Int.random(in: 0..<60, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) })
    }
  }

  @Test("Random tokens", arguments: 0..<4 as Range<UInt64>)
  func randomTokens(_ seed: UInt64) {
    var chance = Chance(state: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 0..<30, using: &chance)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }.joined(separator: " ")
      survives(Array(("RETURN " + text).utf8))
      survives(Array(("MATCH " + text).utf8))
    }
  }

  @Test("Queries with pieces cut out, doubled and swapped", arguments: queries)
  func mutations(_ query: String) {
    var chance = Chance(state: UInt64(query.utf8.count))
    for _ in 0..<500 {
      var bytes = Array(query.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let start = Int.random(in: 0...bytes.count, using: &chance)
        let end = min(bytes.count, start + Int.random(in: 0..<8, using: &chance))
        let piece = Bool.random(using: &chance) ? Array((Self.pieces.randomElement(using: &chance) ?? "").utf8) : []
        bytes.replaceSubrange(start..<end, with: piece)
      }
      survives(bytes)
    }
  }

  @Test("Every beginning of a query", arguments: queries)
  func beginnings(_ query: String) {
    let bytes = Array(query.utf8)
    for count in 0...bytes.count { survives(Array(bytes[..<count])) }
  }

  @Test("The queries themselves are well formed", arguments: queries)
  func originals(_ query: String) {
    #expect(Parsing.error(query) == nil)
  }
}
