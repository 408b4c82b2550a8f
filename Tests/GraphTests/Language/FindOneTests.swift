import Testing

@testable import Graph

/// Where equal rows make no difference, a relationship that nobody reads is followed until one is found: the rows are those of
/// all relationships, each once.
@Suite("Relationships of which one is enough")
struct FindOneTests {
  /// What is kept, and a pattern in which something else is only looked for.
  static let patterns: [(kept: String, pattern: String)] = [
    ("a", "(a)-[:KNOWS]-(b)"), ("a, b", "(a)-[:KNOWS]-(b)-[:IN]->(c)"), ("a", "(a)-[:KNOWS]->(a2)-[:KNOWS]->(a3)"),
    ("a", "(a)-[x:IN]->(c) WHERE x.since = 4"), ("a", "(a:Old)-[x:IN {since: 7}]->(c)<-[:IN]-()"),
    ("a, c", "(a:Old)-[:IN]->(c)<-[x:IN]-(b) WHERE x.since > a.size"), ("c", "(c:Club)<-[:IN]-(a), (c)-[:WITH]-(d)"),
    ("a, c", "(a:Old)-[:IN]->(c)<-[:IN]-(b) WHERE NOT EXISTS { (a)-[:KNOWS]-(b) } AND b.size <> 1"),
    ("a, c", "(a)-[:IN]->(c)<-[:IN]-(b) WHERE EXISTS { (b)-[:KNOWS]-(p:Old) WHERE p.size > a.size } OR b.size = 2"),
    ("a, b", "(a)-[x:KNOWS]-(b)-[y]-(c) WHERE c <> a AND y.since = x.since"), ("b", "(a)-[:NONE]->(b)-[:IN]->(c)"),
    ("c", "(a:Old)-[:IN]->(c)<-[:IN]-(b:Old) WHERE a.size < b.size AND c.size IS NOT NULL"),
  ]

  @Test("give each row once", arguments: patterns, NodeConditionTests.views.indices)
  func once(kept: (kept: String, pattern: String), view: Int) throws {
    var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    engine.view = NodeConditionTests.views[view]
    let match = "MATCH \(kept.pattern)"
    var all: [[Value]] = []
    for row in try engine.run("\(match) RETURN \(kept.kept)").rows where !all.contains(row) { all.append(row) }
    let plan = try engine.run("EXPLAIN \(match) RETURN DISTINCT \(kept.kept)").rows.map { "\($0[0])" }
    #expect(plan.contains { $0.contains("find one") })
    for sharing in [Sharing.never, .always] {
      engine.sharing = sharing
      #expect(try engine.run("\(match) RETURN DISTINCT \(kept.kept)").rows.map(\.self) == all)
      #expect(
        try engine.run("\(match) WITH DISTINCT \(kept.kept) RETURN count(*)").rows[0] == [.integer(Int64(all.count))])
    }
  }

  @Test(
    "are all followed where that is seen",
    arguments: [
      "MATCH (a)-[:KNOWS]-(b) RETURN a", "MATCH (a)-[:KNOWS]-(b) RETURN DISTINCT a, b",
      "MATCH (a)-[:KNOWS]-(b) RETURN a, count(*)",
      "MATCH (a)-[x:KNOWS]-() RETURN DISTINCT a, x.since", "MATCH p = (a)-[:KNOWS]-() RETURN DISTINCT p",
      "MATCH (a)-[:KNOWS]-(b) RETURN a, count(DISTINCT b.size)",
      "MATCH (a)-[:KNOWS]-(b) WHERE rand() < 2 RETURN DISTINCT a",
      "MATCH (a)-[:KNOWS]-(b) WHERE 10 / b.size > 1 RETURN DISTINCT a",
      "MATCH (a)-[:KNOWS]-(b) MATCH (b)-[:IN]->(c) RETURN DISTINCT a, c",
    ])
  func followed(query: String) throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    let plan = try engine.run("EXPLAIN " + query).rows.map { "\($0[0])" }
    #expect(!plan.contains { $0.contains("find one") })
    #expect(plan.contains { $0.contains("expand") })
  }

  @Test("a condition that fails is asked of every row", arguments: ["1", "2", "3"])
  func failing(size: String) {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    #expect(throws: QueryError.self) {
      try engine.run("MATCH (a)-[:KNOWS]-(b) WHERE 10 / (b.size - \(size)) < 99 RETURN DISTINCT a")
    }
  }
}
