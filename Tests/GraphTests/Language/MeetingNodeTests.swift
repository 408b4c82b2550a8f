import Testing

@testable import Graph

/// The nodes next to two known ones are those of all pairs of relationships, whether a row is alone or among many with the same
/// second node.
@Suite("Nodes between two known ones")
struct MeetingNodeTests {
  /// Between `a` and `b`, over `x` and `y`.
  static let patterns = [
    ("-[x:KNOWS]->", "-[y:IN]->"), ("<-[x:KNOWS]-", "-[y:KNOWS]->"), ("-[x:KNOWS]->", "<-[y:KNOWS]-"),
    ("-[x:IN]->", "<-[y:IN]-"), ("<-[x:IN]-", "-[y:IN]->"), ("-[x:IN]->", "-[y:WITH]->"),
    ("-[x:KNOWS]->", "-[y:KNOWS]->"),
  ]
  /// Ends in rows of many lengths with the same second one.
  static let ends = [
    "MATCH (b) MATCH (a)", "MATCH (a) MATCH (b)", "MATCH (b:Old) MATCH (a) WITH b, a ORDER BY b.size, b, a.kind, a",
    "MATCH (b)-[:KNOWS]-(a)", "MATCH (b)<-[:IN]-(q)-[:IN]->(a)",
    "UNWIND [1, 2, 3, 4, 5] AS time MATCH (b:Old)-[:KNOWS]-(a)",
  ]

  @Test("are those of all pairs of relationships", arguments: patterns, ends)
  func meeting(pattern: (String, String), ends: String) throws {
    for view in NodeConditionTests.views {
      var engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
      engine.view = view
      let (first, second) = pattern
      let results = "RETURN id(a), id(b), id(m), id(x), id(y)"
      let between = "\(ends) MATCH (a)\(first)(m)\(second)(b) \(results)"
      // The second end is sought, and compared when it is there.
      let oneByOne = "\(ends) MATCH (a)\(first)(m)\(second)(c) WHERE id(c) = id(b) + 0 \(results)"
      let plan = try engine.run("EXPLAIN " + between).rows.map { "\($0[0])" }
      let met = try engine.run(between).rows.map(\.self)
      let expected = try engine.run(oneByOne).rows.map(\.self)
      #expect(plan.contains { $0.contains("meet ") })
      #expect(Set(met) == Set(expected))
      #expect(met.count == expected.count)
    }
  }
}
