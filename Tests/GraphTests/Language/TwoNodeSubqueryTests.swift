import Testing

@testable import Graph

/// A subquery about two nodes of the row is asked row by row, or for all second nodes of a first one at once: its answer is
/// the same, and so is the order of the rows.
@Suite("Subqueries about two nodes")
struct TwoNodeSubqueryTests {
  /// 40 people and 14 clubs, with memberships, friendships among people and partnerships among clubs; some twice, some with
  /// themselves.
  static let graph: PropertyGraph = {
    var random = SeededGenerator(seed: 11)
    var builder = PropertyGraphBuilder()
    let people = (0..<40).compactMap {
      builder.addNode("p\($0)", labels: $0 % 4 == 0 ? ["Person", "Old"] : ["Person"])
    }
    let clubs = (0..<14).compactMap { builder.addNode("c\($0)", labels: ["Club"]) }
    for (number, node) in (people + clubs).enumerated() where number % 7 != 0 {
      builder.setProperty("size", of: node, to: .integer(Int64(number % 5)))
      builder.setProperty("kind", of: node, to: .string(["chess", "music", "sport"][number % 3]))
    }
    func join(_ starts: [NodeID], _ ends: [NodeID], _ type: String, times: Int) {
      for _ in 0..<times {
        let start = starts[Int.random(in: starts.indices, using: &random)]
        let end = ends[Int.random(in: ends.indices, using: &random)]
        for _ in 0..<(Int.random(in: 0..<5, using: &random) == 0 ? 2 : 1) {
          guard let added = builder.addRelationship(from: start, to: end, type: type) else { continue }
          builder.setProperty("since", of: added, to: .integer(Int64.random(in: 0..<10, using: &random)))
        }
      }
    }
    join(people, clubs, "IN", times: 90)
    join(people, people, "KNOWS", times: 70)
    join(clubs, clubs, "WITH", times: 20)
    for node in [people[3], people[4], people[8], clubs[2]] {
      _ = builder.addRelationship(from: node, to: node, type: "KNOWS")
    }
    return builder.build()
  }()

  /// - Parameter payFrom: 0 finds everything from a node at the first row about it, infinity never.
  func rows(_ query: String, payFrom: Double, view: View = .everything) throws -> [[Value]] {
    var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    engine.endsPayFrom = payFrom
    engine.view = view
    return Array(try engine.run(query).rows)
  }

  static let sources = [
    "MATCH (a:Person), (b:Club)", "MATCH (b:Club), (a:Person)", "MATCH (a), (b) WHERE id(a) % 3 = id(b) % 3",
    "MATCH (a)-[:KNOWS]-(b)", "MATCH (n:Old) MATCH (a)-[:IN]->(c)<-[:IN]-(b)",
    "MATCH (a) OPTIONAL MATCH (a)-[:IN]->(b {kind: 'chess'})", "MATCH (b:Person) OPTIONAL MATCH (b)-[:KNOWS]->(a:Old)",
    "MATCH (a) WITH a, a AS b", "UNWIND [1, 2] AS time MATCH (a:Old), (b)",
    "MATCH (a), (b:Old) WITH b, a ORDER BY a.size",
  ]

  static let patterns = [
    "MATCH (a)-[:KNOWS]-()-[:IN]->(b)", "MATCH (a)-[:KNOWS]->()-[:KNOWS]->(b)", "MATCH (a)-[:KNOWS]-()-[:KNOWS]-(b)",
    "MATCH (a)-[:IN]->(c:Club)<-[:IN]-(b)", "MATCH (b)<-[x:IN]-(p)-[y:KNOWS]->(a) WHERE x.since > y.since",
    "MATCH (a:Old)-[:IN]->(c)-[:WITH]-(b:Club)", "MATCH (a)-[x]-(b)-[y]-() WHERE x.since = y.since",
    "MATCH (a)-[:IN]->(c) WHERE c.kind = 'music' MATCH (c)<-[:IN]-(p)-[:KNOWS]-(b)",
    "MATCH (a)-[:KNOWS]-(p) WHERE p.size < b.size AND p <> a MATCH (p)-[:IN]->(b)",
    "MATCH (a)-[:KNOWS]-(p) WHERE p.kind = b.kind", "MATCH (a), (b)-[:KNOWS]->(p) WHERE p.size = a.size",
    "MATCH (a)-[:IN]->(c {kind: 'chess'}), (b)-[:IN]->(c) WHERE a.size = b.size OR b.size IS NULL",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b) WHERE EXISTS { (p)-[:IN]->()<-[:IN]-(b) } AND NOT EXISTS { (a)-[:IN]->() }",
    "MATCH (a)-[:KNOWS]-(p)-[:IN]->(c)<-[:IN]-(b) RETURN DISTINCT c.kind, p",
    "MATCH (a)-[:IN]->(c)<-[:IN]-(b) RETURN c.kind AS kind", "MATCH (a)-[:IN]->(c)<-[:IN]-(b) RETURN DISTINCT b",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b) RETURN p ORDER BY p.size LIMIT 2",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b) RETURN p.kind, count(*)",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b) RETURN count(p)",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b) WITH p WHERE p.size > 2 MATCH (p)-[:IN]->(c) RETURN c",
    "MATCH (a)-[:IN]->(c) OPTIONAL MATCH (c)<-[x:IN]-(b)", "MATCH (a)-[:KNOWS*1..2]-(b)",
    "MATCH (a)-[:KNOWS]->(b) RETURN a UNION MATCH (a)-[:IN]->()<-[:IN]-(b) RETURN a", "MATCH (a)-[:KNOWS]-(b)",
  ]

  @Test("what is found for one node at a time is what is asked row by row", arguments: sources, patterns)
  func answers(source: String, pattern: String) throws {
    let query =
      "\(source) RETURN id(a), id(b), EXISTS { \(pattern) }, COUNT { \(pattern) }, "
      + "CASE WHEN id(a) % 2 = 0 THEN NOT EXISTS { \(pattern) } ELSE COUNT { \(pattern) } > 1 END"
    let expected = try rows(query, payFrom: .infinity)
    #expect(!expected.isEmpty)
    for payFrom in [0, 0.01] { #expect(try rows(query, payFrom: payFrom) == expected, "\(payFrom)") }
    let filtered = "\(source) WITH a, b WHERE NOT EXISTS { \(pattern) } RETURN id(a), id(b)"
    #expect(try rows(filtered, payFrom: 0) == rows(filtered, payFrom: .infinity))
  }

  static let chains = [
    "MATCH (a)-[:IN]->(c:Club)<-[:IN]-(b)", "MATCH (a)-[x:IN {since: 3}]->(c {kind: 'music'})<-[y:IN]-(b)",
    "MATCH (b)<-[x:IN]-(p)-[y:KNOWS]->(a) WHERE x.since = 4 AND y.since = 2", "MATCH (a)-[]-(c)-[]-(b)",
    "MATCH (a)-[:KNOWS]-(p)-[:KNOWS]-(b)", "MATCH (a)-[:KNOWS]->(p:Old), (b)-[:KNOWS]->(p) WHERE p.size = 2",
    "MATCH (a)-[:KNOWS]-(p {kind: 'chess'})-[:IN]->(c)<-[:IN]-(b)", "MATCH (a)-[:IN]->(c)-[:WITH]-(d)<-[:IN]-(b)",
    "MATCH (a)-[:IN]->(c)-[:WITH]->(d)<-[:IN]-(b)", "MATCH (a)<-[:IN]-(p)-[:KNOWS]-(q)-[:IN]->(b)",
    "MATCH (a)-[:IN]->(c)-[:WITH]-(d)-[:WITH]-(e)<-[:IN]-(b)", "MATCH (a)-[:IN|WITH]-(p)-[:KNOWS]->(b)",
    "MATCH (a)-[:KNOWS]->(p)<-[:IN|WITH]-(b) WHERE EXISTS { (p)-[:IN]->() }",
    "MATCH (a)-[:KNOWS]->(p)-[:IN]->(b) WHERE NOT EXISTS { (p)-[:IN {since: 5}]->() } AND p.size = 1",
    "MATCH (a)-[:KNOWS]->(p)-[:KNOWS]->(q)-[:KNOWS]->(b)", "MATCH (a)-[:IN]->(c)<-[:IN]-(p)-[:IN]->(b)",
    "MATCH (a)-[:IN]->(c)<-[:IN]-(p)-[:KNOWS]-(q)<-[:IN]-(b)",
  ]

  @Test("there is a chain between two nodes where chains can be counted", arguments: sources, chains)
  func chainsExist(source: String, chain: String) throws {
    let views = [
      View.everything,
      View.of(TwoNodeSubqueryTests.graph, hidingNodes: { $0 % 6 == 1 }, relationships: { $0 % 5 == 0 }),
    ]
    for view in views {
      let query = "\(source) RETURN id(a), id(b), EXISTS { \(chain) }, COUNT { \(chain) } > 0"
      let found = try rows(query, payFrom: .infinity, view: view)
      #expect(!found.isEmpty)
      for row in found { #expect(row[2] == row[3], "\(row)") }
    }
  }

  @Test("several threads find what one finds", arguments: ["MATCH (a), (b)", "MATCH (b:Club), (a:Person)"])
  func threads(source: String) throws {
    let query = "\(source) WHERE NOT EXISTS { MATCH (a)-[:KNOWS]-()-[:IN]->(b) } RETURN id(a), id(b)"
    var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    (engine.endsPayFrom, engine.sharing) = (0, .always)
    #expect(Array(try engine.run(query).rows) == (try rows(query, payFrom: .infinity)))
  }

  @Test("what the view hides is not found", arguments: patterns)
  func views(pattern: String) throws {
    let graph = TwoNodeSubqueryTests.graph
    let view = View.of(graph, hidingNodes: { $0 % 6 == 1 }, relationships: { $0 % 5 == 0 })
    let query = "MATCH (a), (b) RETURN id(a), id(b), COUNT { \(pattern) }, EXISTS { \(pattern) }"
    let expected = try rows(query, payFrom: .infinity, view: view)
    #expect(try rows(query, payFrom: 0, view: view) == expected)
    #expect(try rows(query, payFrom: 0) != expected)
  }

  @Test("other parameters, other answers")
  func parameters() throws {
    let query =
      "MATCH (a:Person), (b:Club) RETURN COUNT { MATCH (a)-[:KNOWS]-(p)-[x:IN]->(b) WHERE x.since > $since } AS n"
    var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    engine.endsPayFrom = 0
    let fast = try engine.prepare(SourceText(name: "query", text: query))
    engine.endsPayFrom = .infinity
    let plain = try engine.prepare(SourceText(name: "query", text: query))
    var answers: [ResultRows] = []
    for since in [Int64(8), 2, 8] {
      answers.append(try fast.run(["since": .integer(since)]).rows)
      #expect(try plain.run(["since": .integer(since)]).rows == answers.last)
    }
    #expect(answers[0] == answers[2])
    #expect(answers[0] != answers[1])
  }

  @Test(
    "a condition that would fail elsewhere is not asked there",
    arguments: [
      "MATCH (a)-[:KNOWS]-(p)-[:IN]->(b) WHERE 10 / (id(b) - 44) > 1",
      "MATCH (a)-[:KNOWS]-(p)-[:IN]->(b) RETURN DISTINCT 1 / (id(b) - 44)",
      "MATCH (a)-[:KNOWS]-(p)-[:IN]->(b) WITH p, 1 / (id(b) - 44) AS x RETURN p",
    ])
  func failing(pattern: String) throws {
    let query = "MATCH (a:Person), (b:Club) WHERE id(b) <> 44 RETURN COUNT { \(pattern) }"
    #expect(try rows(query, payFrom: 0) == rows(query, payFrom: .infinity))
  }
}
