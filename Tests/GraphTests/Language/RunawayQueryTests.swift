import Testing

@testable import Graph

@Suite("A runaway query is an error, never a crash")
struct RunawayQueryTests {
  /// A graph of some thousand nodes with three labels.
  static let large: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    for number in 0..<6000 {
      guard let node = builder.addNode("\(number)", labels: [["A", "B", "C"][number % 3]]) else { continue }
      builder.setProperty("n", of: node, to: .integer(Int64(number)))
    }
    return builder.build()
  }()

  /// Every node joined to every other: the number of paths is astronomical.
  static let dense: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    let nodes = (0..<30).compactMap { builder.addNode("\($0)", labels: ["N"]) }
    for from in nodes {
      for to in nodes where from != to { _ = builder.addRelationship(from: from, to: to, type: "T") }
    }
    for (number, node) in nodes.enumerated() { builder.setProperty("n", of: node, to: .integer(Int64(number))) }
    _ = builder.addNode("alone", labels: ["Alone"])
    return builder.build()
  }()

  private func failure(_ query: String, _ graph: PropertyGraph, _ change: (inout Budget) -> Void = { _ in }) -> String?
  {
    var engine = QueryEngine(graph: graph, today: testDay)
    change(&engine.budget)
    do throws(QueryError) {
      _ = try engine.run(query)
      return nil
    } catch {
      return error.kind == .budget ? error.detail : error.headline
    }
  }

  static let product = "MATCH (a:A), (b:B), (c:C) RETURN count(*)"

  @Test("a product of three labels stops when its time is up")
  func timeout() { #expect(failure(RunawayQueryTests.product, Self.large) { $0.seconds = 0.3 } == "Timeout") }

  @Test("a product of three labels stops when it has made too many rows")
  func intermediateRows() {
    #expect(failure(RunawayQueryTests.product, Self.large) { $0.intermediateRows = 500_000 } == "TooManyRows")
  }

  @Test("an answer stops when it has too many rows")
  func resultRows() {
    #expect(failure("MATCH (a:A), (b:B) RETURN a, b", Self.large) { $0.resultRows = 10_000 } == "TooManyRows")
  }

  @Test("a statement stops when it is cancelled")
  func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(failure(RunawayQueryTests.product, Self.large) { $0.cancellation = cancellation } == "Cancelled")
  }

  @Test(
    "searches through a dense graph stop as well",
    arguments: [
      "MATCH p = SHORTEST 5000 (:N {n: 0})-[:T]->{9,}(:N {n: 1}) RETURN p",
      "MATCH p = ALL SHORTEST (:N {n: 0})-[:T]->{9,}(:N {n: 1}) RETURN p",
      "MATCH p = (:N {n: 0})-[:T*]->(:Alone) RETURN p",
      "MATCH p = (:N {n: 0}) (()-[:T]->())+ (:Alone) RETURN p",
      "MATCH p = SHORTEST 2 (:N {n: 0}) (()-[:T]->()-[:T]->())+ (:Alone) RETURN p",
      "MATCH p = ALL SHORTEST (:N {n: 0}) (()-[:T]->()-[:T]->())+ (:N {n: 0}) RETURN p",
    ])
  func dense(query: String) { #expect(failure(query, Self.dense) { $0.intermediateRows = 20_000 } == "TooManyRows") }

  @Test(
    "the shortest of astronomically many paths are found",
    arguments: [
      ("(a) (()-[:T]->()-[:T]->())+ (b:Alone)", 0), ("(a) ((u)-[:T]->()-[:T]->(v) WHERE u.n <> v.n)+ (b:Alone)", 0),
      ("(a) ((u)-[:T]->(m)-[:T]->(v) WHERE m.n > 20)+ (b:N {n: 1})", 9),
      ("(a) ((u)-[:T]->(m)-[:T]->(v) WHERE m.n > u.n + v.n + 20)+ (b:N {n: 1})", 8),
      ("(a) ((u:N)-[:T WHERE true]->(v:N WHERE v.n IN [2, 3, 1]))+ (b:N {n: 1})", 1),
    ])
  func shortestThroughDense(pattern: String, expected: Int) throws {
    let engine = QueryEngine(graph: Self.dense, today: testDay)
    let query = "MATCH (a:N {n: 0}) MATCH p = ALL SHORTEST \(pattern) RETURN count(p)"
    #expect(try engine.run(query).rows == [[.integer(Int64(expected))]])
  }

  @Test(
    "of astronomically many walks the first are found",
    arguments: [
      ("SHORTEST 5 (a)-[:T]->+(b:Alone)", []), ("SHORTEST 3 (a)-[:T]->+(b:N {n: 1})", [1, 2, 2]),
      ("ANY SHORTEST (a)-[:T]->{9,}(b:N {n: 1})", [9]), ("SHORTEST 2 (a)-[:T]-{3,}(b:N {n: 1})", [3, 3]),
      ("ANY SHORTEST (a)-[r:T WHERE 1 / r.none IS NULL]->{12}(a)", [12]),
    ])
  func walksThroughDense(pattern: String, lengths: [Int64]) throws {
    let engine = QueryEngine(graph: Self.dense, today: testDay)
    let query = "MATCH (a:N {n: 0}) MATCH p = \(pattern) RETURN length(p)"
    #expect(try engine.run(query).rows.map { $0[0] } == lengths.map { .integer($0) })
  }

  @Test("deep nesting is refused", arguments: ["(", "[", "NOT "])
  func nesting(opening: String) {
    let closing = ["(": ")", "[": "]"][opening] ?? ""
    let text = String(repeating: opening, count: 20_000) + "1" + String(repeating: closing, count: 20_000)
    #expect(failure("RETURN \(text) AS x", Self.dense) == "NestingTooDeep")
  }

  @Test("a chain of many operators is refused, one of many conditions is not")
  func chains() {
    let sum = Array(repeating: "1", count: 5000).joined(separator: " + ")
    #expect(failure("RETURN \(sum) AS x", Self.dense) == "ExpressionTooLong")
    let choice = (0..<5000).map { "1 = \($0)" }.joined(separator: " OR ")
    #expect(failure("RETURN \(choice) AS x", Self.dense) == nil)
  }

  @Test("a query of ten megabytes, and one of very many clauses, are refused")
  func length() {
    #expect(failure("RETURN '" + String(repeating: "x", count: 10_000_000) + "' AS x", Self.dense) == "QueryTooLong")
    #expect(failure(String(repeating: "WITH 1 AS x ", count: 5000) + "RETURN x", Self.dense) == "QueryTooLong")
  }

  @Test(
    "values that nest deeper and deeper are refused",
    arguments: [
      "RETURN reduce(l = [], x IN range(1, 100000) | [l]) AS x",
      "RETURN reduce(l = {}, x IN range(1, 100000) | {a: l}) AS x",
      "RETURN reduce(l = 1, x IN range(1, 100000) | [y IN [1] | l]) AS x",
      String(repeating: "WITH [1] AS x WITH [[[[x]]]] AS x ", count: 1)
        + String(repeating: "WITH [[[[x]]]] AS x ", count: 200)
        + "RETURN x",
    ])
  func deepValues(query: String) { #expect(failure(query, Self.dense) == "NestingTooDeep") }

  @Test("a list of a hundred thousand elements is looked up, not searched")
  func longList() throws {
    let list = (0..<100_000).map { String($0 * 2) }.joined(separator: ", ")
    let start = ContinuousClock.now
    let engine = QueryEngine(graph: Self.large, today: testDay)
    let rows = try engine.run("MATCH (a) WHERE a.n IN [\(list)] RETURN count(*) AS n").rows
    #expect(rows == [[.integer(3000)]])
    // Searched element by element this takes 450 million comparisons: minutes in a debug build.
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test(
    "a value that doubles again and again is refused",
    arguments: [
      "RETURN reduce(s = 'abcdefgh', x IN range(1, 60) | s + s) AS x",
      "RETURN reduce(s = 'abcdefgh', x IN range(1, 60) | s || s) AS x",
      "RETURN reduce(s = [1, 2], x IN range(1, 60) | s + s) AS x",
      "WITH reduce(s = 'a', x IN range(1, 15) | s + s) AS s RETURN replace(s, 'a', s) AS x",
    ])
  func doubling(query: String) { #expect(failure(query, Self.dense) == "ValueTooLarge") }

  @Test(
    "a query that gathers more than memory allows is refused",
    arguments: [
      "MATCH (a:A), (b:B) RETURN size(collect([a, b])) AS x", "MATCH (a:A), (b:B) RETURN a, b",
      "MATCH (a:A), (b:B) WITH DISTINCT a, b RETURN count(*) AS x",
      "MATCH (a:A), (b:B) RETURN a.n + b.n AS n ORDER BY n LIMIT 1",
    ])
  func memory(query: String) {
    #expect(failure(query, Self.large) { $0.memory = 1_000 } == "TooMuchMemory")
    #expect(failure("MATCH (a:A) RETURN count(*) AS x", Self.large) == nil)
  }
}
