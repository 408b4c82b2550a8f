import Testing

@testable import Graph

/// What is asked about one node of the row is answered by looking at what is around that node, or from all nodes that satisfy
/// it: the answer is that of the rows which the subquery makes.
@Suite("Subqueries about one node")
struct NodeConditionTests {
  static let patterns = [
    "(a)-[:KNOWS]->()", "(a)-[x:KNOWS]-() WHERE x.since = 4", "(a)<-[x:IN {since: 7}]-()",
    "(a)-[x]->() WHERE x.since = 1",
    "(a)-[:IN]->(c) WHERE c.kind = 'chess'", "(a)-[x:IN]->(c:Club {size: 2}) WHERE x.since = 3", "(a)-[:KNOWS]-(p:Old)",
    "(a)-[:IN]->()-[:WITH]-()", "(a)-[x:KNOWS]-(p)-[y:IN]->(c) WHERE x.since = 4 AND c.kind = 'music' AND p.size = 1",
    "(a)<-[:IN]-(p)-[:KNOWS]->(q:Old)", "(a)-[:KNOWS]-(p)-[:KNOWS]-(q)", "(a)-[:IN]->(c)<-[:IN]-(p) WHERE p.size = 2",
    "(a)-[:KNOWS]-(p)-[:IN]->(c)-[:WITH]-(d) WHERE d.size = 0", "(a)-[:KNOWS]->(a)",
    "(a)-[x:KNOWS]->(a) WHERE x.since = 1",
    "(a)-[:KNOWS]-(p) WHERE EXISTS { (p)-[y:IN]->() WHERE y.since = 7 }",
    "(a)-[:KNOWS]-(p) WHERE NOT EXISTS { (p)-[:IN]->({kind: 'sport'}) }",
    "(a)-[x:IN]->(c) WHERE x.since = 2 AND NOT EXISTS { (c)-[:WITH]-(d) WHERE NOT EXISTS { (d)<-[y:IN {since: 4}]-() } }",
    "(a)-[:IN]->(c) WHERE EXISTS { (c)<-[:IN]-(a) }", "(a)-[x:IN]->(c) WHERE x.since = null", "(a)-[:NONE]->(p)",
    "(a)-[x:KNOWS]-(p) WHERE x.since = $since", "(a)-[:IN]->(c) WHERE EXISTS { (c)<-[y:IN]-() WHERE y.since = $since }",
    "(a)-[:IN]->(c) WHERE c.kind = 'chess' AND EXISTS { (c)-[:WITH]-() }",
    "(a)-[:KNOWS]-(p) WHERE p.kind = 'music' AND NOT EXISTS { (p)-[:IN]->({kind: 'sport'}) } AND EXISTS { (p)-[:KNOWS]->() }",
    "(a)-[:KNOWS]-(p) WHERE p.size = 1 OR EXISTS { (p)-[:IN]->() }", "(a)-[x:IN]->(c) WHERE x.since = 2.0",
  ]

  /// Everything, and a view that hides some nodes and relationships.
  static let views: [View] = [
    .everything,
    View.of(TwoNodeSubqueryTests.graph, hidingNodes: { $0 % 9 == 1 }, relationships: { $0 % 5 == 0 }),
  ]

  @Test("the rows of the subquery are counted without being made", arguments: patterns, views.indices)
  func counts(pattern: String, view: Int) throws {
    var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    engine.view = NodeConditionTests.views[view]
    let query = """
      MATCH (a) OPTIONAL MATCH (a)-[:KNOWS]->(b:Old) WITH a, b
      RETURN id(a), EXISTS { \(pattern) }, COUNT { \(pattern) }, EXISTS { \(pattern.aboutB) }, COUNT { \(pattern.aboutB) },
        size(COLLECT { MATCH \(pattern) RETURN 1 }), size(COLLECT { MATCH \(pattern.aboutB) RETURN 1 })
      """
    let prepared = try engine.prepare(SourceText(name: "query", text: query))
    for since in [Int64(4), 4, 9] {
      for row in try prepared.run(["since": .integer(since)]).rows {
        let ofA = try #require(row[5].number)
        let ofB = try #require(row[6].number)
        #expect(row[1...4] == [.boolean(ofA > 0), .integer(ofA), .boolean(ofB > 0), .integer(ofB)], "\(row[0])")
      }
    }
  }

  @Test(
    "a prepared query answers for the parameters of its run",
    arguments: [
      "COUNT { MATCH (a)-[:KNOWS]-(p) RETURN p LIMIT $n }", "COUNT { (a)-[x:KNOWS]-(p) WHERE x.since > $n }",
      "COUNT { (a)-[:KNOWS*1..2 {since: $n}]-(p) }", "COUNT { MATCH (a)-[:IN]->(c) RETURN c SKIP $n }",
      "COUNT { (a)-[:IN]->(c) WHERE EXISTS { (c)-[:WITH]-(d) WHERE d.size = $n } }",
      "EXISTS { (a)-[:KNOWS]-(p) WHERE p.size + $n = 4 }", "EXISTS { (a)-[x:KNOWS]-(p) WHERE x.since = $n }",
      "COUNT { (a)-[:KNOWS]-(p)-[:IN]->(c) WHERE p.size < 3 }", "COUNT { (a)-[:KNOWS]-(p) WHERE p.size < 3 }",
    ])
  func everyRun(expression: String) throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    let query = "MATCH (a) WHERE id(a) % 3 = $n % 3 RETURN id(a), \(expression)"
    let prepared = try engine.prepare(SourceText(name: "query", text: query))
    for run in 0..<40 {
      let parameters = ["n": Value.integer(Int64(run % 4))]
      #expect(
        try prepared.run(parameters).rows.map(\.self) == engine.run(query, parameters: parameters).rows.map(\.self))
    }
  }

  @Test("asked about one node, the answer is that of all at once", arguments: patterns)
  func oneByOne(pattern: String) throws {
    let graph = TwoNodeSubqueryTests.graph
    for modulus in [9, Int.max] {
      // Nothing found for one engine is kept for another when the view may hide something.
      let view = View.of(graph, hidingNodes: { $0 % modulus == modulus - 1 }, relationships: { $0 % 5 == 0 })
      func rows(_ start: String, _ parameters: [String: Value]) throws -> [[Value]] {
        var engine = QueryEngine(graph: graph, today: testDay)
        engine.view = view
        let source = SourceText(name: "query", text: "\(start) RETURN id(a), EXISTS { \(pattern) }")
        return Array(try engine.prepare(source).run(parameters).rows)
      }
      let all = try rows("MATCH (a)", ["since": .integer(4)])
      #expect(all.count > 40)
      for row in all {
        #expect(try rows("MATCH (a) WHERE id(a) = $id", ["id": row[0], "since": .integer(4)]) == [row])
      }
    }
  }

  @Test(
    "relationships between two nodes are counted without being made",
    arguments: [
      "MATCH (a), (b)", "MATCH (b), (a)", "MATCH (b:Club) MATCH (b)<-[:IN]-()-[:KNOWS]-(a)",
      "MATCH (a)-[:KNOWS]-()-[:KNOWS]-(b)", "MATCH (a) OPTIONAL MATCH (a)-[:IN]->(b)",
      "MATCH (b) OPTIONAL MATCH (b)-[:KNOWS]->(a:Old)", "UNWIND range(1, 10) AS time MATCH (a:Old)-[:KNOWS]-(b)",
    ],
    [
      "(a)-[:KNOWS]->(b)", "(a)<-[:KNOWS]-(b)", "(a)-[:IN]->(b)", "(b)<-[:IN]-(a)", "(a)-[:KNOWS]-(b)", "(a)-->(b)",
      "(a)-[x:KNOWS]->(b) WHERE x.since = 4", "(a)-[:WITH]->(b)",
    ])
  func pairs(source: String, pattern: String) throws {
    for view in NodeConditionTests.views {
      var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
      engine.view = view
      let query = """
        \(source) RETURN EXISTS { \(pattern) }, COUNT { \(pattern) }, size(COLLECT { MATCH \(pattern) RETURN 1 }),
          CASE WHEN a.size > 1 THEN EXISTS { \(pattern) } ELSE COUNT { \(pattern) } > 0 END
        """
      let rows = try engine.run(query).rows
      #expect(rows.count > 10)
      for row in rows {
        let count = try #require(row[2].number)
        #expect(row == [.boolean(count > 0), .integer(count), .integer(count), .boolean(count > 0)])
      }
    }
  }
}

extension Value {
  fileprivate var number: Int64? { if case .integer(let number) = self { number } else { nil } }
}

extension String {
  /// The pattern about the node `b`.
  fileprivate var aboutB: String { replacing("(a)", with: "(b)") }
}
