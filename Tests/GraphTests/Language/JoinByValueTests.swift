import Testing

@testable import Graph

/// Two nodes of which an expression gives the same are found without looking at every pair: the rows are those of looking at
/// every pair, in the same order, and so are the errors.
@Suite("Nodes joined by what an expression gives for them")
struct JoinByValueTests {
  /// 40 nodes `X` and 60 nodes `Y`, with values of all kinds that are often missing.
  static let graph: PropertyGraph = {
    var random = SeededGenerator(seed: 11)
    let texts = ["a", "A", "b", "ab", "aB", "e\u{301}", "\u{e9}", "3", "", "bab"]
    let numbers: [Value] = [.integer(0), .integer(1), .float(1), .float(.nan), .float(-0.0), .integer(7), .float(2.5)]
    let lists: [Value] = [.list([.integer(1), .null]), .list([.float(1)]), .list([.integer(1)]), .list([])]
    var builder = PropertyGraphBuilder()
    for number in 0..<100 {
      guard let node = builder.addNode("n\(number)", labels: [number < 40 ? "X" : "Y"]) else { continue }
      for (key, values) in [
        ("t", texts.map { .string($0) }), ("n", numbers), ("l", lists), ("m", texts.map { .string($0) } + numbers),
      ]
      where Int.random(in: 0...4, using: &random) > 0 {
        builder.setProperty(key, of: node, to: values[Int.random(in: values.indices, using: &random)])
      }
      builder.setProperty("i", of: node, to: .integer(Int64.random(in: 0...9, using: &random)))
      builder.setProperty("kind", of: node, to: .string(["p", "q"][Int.random(in: 0...1, using: &random)]))
    }
    return builder.build()
  }()

  private func answer(_ query: String, sharing: Sharing = .never) -> String {
    var engine = QueryEngine(graph: JoinByValueTests.graph, today: CalendarDate(dayNumber: 0))
    engine.sharing = sharing
    do {
      return try engine.run(query).rows.map { "\($0)" }.joined(separator: "\n")
    } catch {
      return "error: \(error.message)"
    }
  }

  private func isJoined(_ query: String) throws -> Bool {
    let engine = QueryEngine(graph: JoinByValueTests.graph, today: CalendarDate(dayNumber: 0))
    return try engine.run("EXPLAIN " + query).rows.contains { "\($0[0])".contains("join (b:Y) by") }
  }

  @Test(
    "the rows are those of every pair, in the same order",
    arguments: [
      "toLower(a.t) = toLower(b.t)", "right(b.t, 1) = left(a.t, 1)", "a.n * 1 = b.n * 1", "a.i + 1 = b.i",
      "[a.l, 1] = [b.l, 1]", "coalesce(a.m, 1) = coalesce(b.m, 1.0)", "{k: a.n} = {k: b.n}", "a.t + 'x' = b.t + 'x'",
      "toLower(a.t) = toLower(b.t) AND b.kind = 'p'", "a.i < b.i AND b.i % 5 = a.i % 5",
      "size(b.t) > 0 AND toUpper(a.t) = toUpper(b.t)", "b.i % 5 = a.i % 5 AND b.t = a.t",
      "[x IN [1, 2] WHERE x = a.n] = [x IN [1, 2] WHERE x = b.n]", "b.m + '' = a.m + ''", "id(a) % 7 = id(b) % 7",
    ])
  func rows(condition: String) {
    let expected = answer("MATCH (a:X), (b:Y) WITH a, b WHERE \(condition) RETURN id(a), id(b)")
    #expect(!expected.isEmpty)
    for sharing in [Sharing.never, .always] {
      let found = answer("MATCH (a:X), (b:Y) WHERE \(condition) RETURN id(a), id(b)", sharing: sharing)
      #expect(found == expected)
    }
    let optional = answer("MATCH (a:X) OPTIONAL MATCH (b:Y) WHERE \(condition) RETURN a, count(b)")
    #expect(optional == answer("MATCH (a:X) RETURN a, COUNT { MATCH (b:Y) WITH a, b WHERE \(condition) RETURN b }"))
  }

  @Test(
    "what fails for a pair fails, and what is not asked of any does not",
    arguments: [
      "a.i + 1 = 10 / (b.i - 3)", "10 / (a.i - 3) = b.i + 1", "a.i % 3 = b.i % 3 AND 1 / (b.i - 4) > 9",
      "1 / (b.i - 4) > 9 AND a.i % 3 = b.i % 3", "1 / (a.i - b.i) > 9 AND a.i % 3 = b.i % 3",
      "b.i <> 3 AND a.i + 1 = 10 / (b.i - 3)", "substring(b.t, b.i - 1) = substring(a.t, a.i)",
    ])
  func failures(condition: String) {
    let expected = answer("MATCH (a:X), (b:Y) WITH a, b WHERE \(condition) RETURN id(a), id(b)")
    #expect(answer("MATCH (a:X), (b:Y) WHERE \(condition) RETURN id(a), id(b)") == expected)
  }

  @Test(
    "it is planned where the two sides are known one after the other, and nothing before them could fail for a pair")
  func plan() throws {
    #expect(try isJoined("MATCH (a:X), (b:Y) WHERE a.i < b.i AND right(a.t, 1) = right(b.t, 1) RETURN a"))
    #expect(try isJoined("MATCH (a:X {kind: 'p'}), (b:Y {kind: 'q'}) WHERE a.i + 1 = b.i RETURN a"))
    #expect(try !isJoined("MATCH (a:X), (b:Y) WHERE 1 / (a.i - b.i) > 0 AND a.i + 1 = b.i RETURN a"))
    #expect(try !isJoined("MATCH (a:X), (b:Y) WHERE a.i + rand() = b.i RETURN a"))
    #expect(try !isJoined("MATCH (a:X), (b:Y) WHERE toLower(b.t) = 'x' RETURN a"))
  }
}
