import Testing

@testable import Graph

/// Two relationships past a node that nobody asks about are followed one by one, or copied from all ways there are: the rows are
/// the same, in the same order.
@Suite("Two relationships at once")
struct TwoStepTests {
  /// 30 parties, 90 mandates and 12 forums. Most mandates have one holder and one forum; some have none, two, or the same one
  /// twice; some parties hold themselves.
  static let graph: PropertyGraph = {
    var random = SeededGenerator(seed: 5)
    var builder = PropertyGraphBuilder()
    let parties = (0..<30).compactMap {
      builder.addNode("p\($0)", labels: $0 % 3 == 0 ? ["Party", "School"] : ["Party"])
    }
    let mandates = (0..<90).compactMap { builder.addNode("m\($0)", labels: ["Mandate"]) }
    let forums = (0..<12).compactMap {
      builder.addNode("f\($0)", labels: $0 % 4 == 0 ? ["Forum", "Table"] : ["Forum"])
    }
    for mandate in mandates {
      for (others, type) in [(parties, "HOLDS"), (forums, "IN_FORUM")] {
        let times = [1, 1, 1, 1, 1, 1, 0, 2].randomElement(using: &random) ?? 1
        let other = others[Int.random(in: others.indices, using: &random)]
        for time in 0..<times {
          let another = time == 0 || Bool.random(using: &random) ? other : others[0]
          let (start, end) = type == "HOLDS" ? (another, mandate) : (mandate, another)
          _ = builder.addRelationship(from: start, to: end, type: type)
        }
      }
    }
    for party in parties.prefix(3) { _ = builder.addRelationship(from: party, to: party, type: "HOLDS") }
    return builder.build()
  }()

  static let queries = [
    "MATCH (a)-[:HOLDS]->()-[:IN_FORUM]->(f) RETURN id(a), id(f)",
    "MATCH (a)-[:HOLDS]->()-[:IN_FORUM]->(f)<-[:IN_FORUM]-()<-[:HOLDS]-(b) RETURN id(a), id(f), id(b)",
    "MATCH (a:School)-[:HOLDS]->(:Mandate)-[:IN_FORUM]->(f:Table)<-[:IN_FORUM]-()<-[:HOLDS]-(b) RETURN id(a), id(b)",
    "MATCH (f:Forum)<-[x:IN_FORUM]-()<-[y:HOLDS]-(p)-[z:HOLDS]->()-[w:IN_FORUM]->(g) WHERE f <> g "
      + "RETURN id(f), id(x), id(y), id(z), id(w), id(g)",
    "MATCH (a)-[:HOLDS]->()<-[:HOLDS]-(b) RETURN id(a), id(b)",
    "MATCH (a)-[:HOLDS]-()-[:HOLDS]-(b) RETURN id(a), id(b)",
    "MATCH (f:Forum)<-[:IN_FORUM]-()-[:IN_FORUM]->(g) RETURN id(f), id(g)",
    "MATCH (a)--()--(b:Table) RETURN id(a), id(b)",
    "MATCH (a)-[:HOLDS]->(m)-[:IN_FORUM]->(f) RETURN id(a), id(m), id(f)",
    "UNWIND [1, 1, 2] AS time MATCH (a:School)-[:HOLDS]->()-[:IN_FORUM]->(f) RETURN time, id(a), id(f) LIMIT 25",
    "MATCH (f:Forum) OPTIONAL MATCH (f)<-[:IN_FORUM]-()<-[:HOLDS]-(a:School) RETURN id(f), id(a)",
    "MATCH (f:Forum) RETURN id(f), COUNT { (f)<-[:IN_FORUM]-()<-[:HOLDS]-(:School) }",
    "MATCH (a)-[:HOLDS]->()-[:IN_FORUM]->(f)<-[:IN_FORUM]-()<-[:HOLDS]-(b) WHERE id(a) < id(b) "
      + "WITH a, b, count(DISTINCT f) AS n, min(f) AS g WHERE n = 1 RETURN id(g), count(*)",
  ]

  func rows(_ query: String, payFrom: Double, hides: Bool = false, sharing: Sharing = .never) throws -> [[Value]] {
    var engine = QueryEngine(graph: TwoStepTests.graph, today: testDay)
    engine.view =
      hides
      ? View.of(TwoStepTests.graph, hidingNodes: { $0 % 7 == 1 }, relationships: { $0 % 5 == 0 })
      : View.everything
    (engine.twoStepsPayFrom, engine.sharing) = (payFrom, sharing)
    let prepared = try engine.prepare(SourceText(name: "query", text: query))
    let rows = Array(try prepared.run().rows)
    #expect(Array(try prepared.run().rows) == rows)
    return rows
  }

  @Test("all ways at once are the ways one by one", arguments: queries, [false, true])
  func ways(query: String, hides: Bool) throws {
    let expected = try rows(query, payFrom: .infinity, hides: hides)
    #expect(!expected.isEmpty)
    for payFrom in [0, 0.3, 1] { #expect(try rows(query, payFrom: payFrom, hides: hides) == expected, "\(payFrom)") }
    #expect(try rows(query, payFrom: 0, hides: hides, sharing: .always) == expected)
  }

  /// Where both ends are known, ends of ways that cannot meet the other are left out early.
  static let known = [
    "MATCH (a:School), (b:Party)", "MATCH (b:Party), (a:School)", "MATCH (a), (b:School) WHERE id(a) < id(b)",
    "UNWIND range(0, 40) AS time MATCH (a:Party), (b:School) WHERE id(a) = time % 9 AND id(b) = time % 13",
    "MATCH (a:Party) OPTIONAL MATCH (b:Party) WHERE id(b) = id(a) % 4", "MATCH (a:Party), (b:Party) WHERE a = b",
  ]

  @Test("two known ends meet where mandates that are named say they do", arguments: known, [false, true])
  func meeting(start: String, hides: Bool) throws {
    func query(_ one: String, _ two: String, _ condition: String) -> String {
      "\(start) MATCH (a)-[:HOLDS]->(\(one))-[:IN_FORUM]->(f)<-[:IN_FORUM]-(\(two))<-[:HOLDS]-(b) \(condition) "
        + "RETURN id(a), id(f), id(b) ORDER BY id(a), id(f), id(b)"
    }
    let named = query("m", "n", "WHERE id(m) >= 0 AND id(n) >= 0")
    let expected = try rows(named, payFrom: .infinity, hides: hides)
    #expect(!expected.isEmpty)
    let engine = QueryEngine(graph: TwoStepTests.graph, today: testDay)
    let plan = try engine.run("EXPLAIN " + query("", "", "")).rows.map { "\($0)" }.joined()
    #expect(plan.contains("meet "))
    for payFrom in [0, 0.3, Double.infinity] {
      for sharing in [Sharing.never, .always] {
        #expect(try rows(query("", "", ""), payFrom: payFrom, hides: hides, sharing: sharing) == expected, "\(payFrom)")
      }
    }
  }

  @Test("a party with many seats does not stop it", arguments: [0, 0.5, Double.infinity])
  func manyRows(payFrom: Double) throws {
    var builder = PropertyGraphBuilder()
    let ends = [("p", "Party"), ("f", "Forum")].compactMap { builder.addNode($0.0, labels: [$0.1]) }
    let (party, forum) = (ends[0], ends[1])
    for mandate in (0..<3000).compactMap({ builder.addNode("m\($0)", labels: ["Mandate"]) }) {
      _ = builder.addRelationship(from: party, to: mandate, type: "HOLDS")
      _ = builder.addRelationship(from: mandate, to: forum, type: "IN_FORUM")
    }
    var engine = QueryEngine(graph: builder.build(), today: testDay)
    engine.twoStepsPayFrom = payFrom
    let query = "MATCH (p:Party)-[x:HOLDS]->()-[:IN_FORUM]->(f) RETURN count(*), count(DISTINCT x), count(DISTINCT f)"
    #expect(Array(try engine.run(query).rows) == [[.integer(3000), .integer(3000), .integer(1)]])
  }
}
