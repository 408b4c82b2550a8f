import Testing

@testable import Graph

@Suite("What was searched in vain on several threads")
struct SharedAbsenceTests {
  private func table(_ query: String, sharing: Sharing) throws -> ResultTable {
    var engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    engine.sharing = sharing
    engine.evidenceRules = EvidenceRules(
      certainties: ["stated"], certaintyProperty: "certainty",
      lists: [
        "SITS_IN": RecordedList(closing: RecordedList.Closing(end: .end, property: "complete")),
        "OWNS": RecordedList(closing: nil),
      ],
      propertyClaim: { _, _ in nil })
    return try engine.run(query)
  }

  @Test(
    "rows rest on the same as on one thread",
    arguments: [
      "MATCH (a:School) WHERE NOT EXISTS { (a)-[:SITS_IN]->(:Forum) } RETURN a",
      "MATCH (f:Forum), (a:School) WHERE NOT EXISTS { (a)-[:SITS_IN]->(f) } RETURN f, count(*)",
      "MATCH (f:Forum), (a:School) WHERE NOT EXISTS { (a)-[:SITS_IN]->(f) } AND NOT (a)-[:OWNS]->() RETURN a, count(f)",
      "MATCH (f:Forum) OPTIONAL MATCH (f)<-[s:SITS_IN]-(a) WHERE s.level = 'none' RETURN f, count(a)",
      "MATCH (a) OPTIONAL MATCH (a)-[:SITS_IN]->(f) OPTIONAL MATCH (f)-[:OWNS]->(b) RETURN a.name, count(f), count(b)",
      "MATCH (a:School) RETURN a, COUNT { (a)-[:SITS_IN]->({size: 3}) } AS n ORDER BY n, id(a)",
      "MATCH (a:School) WITH a, [(a)-[:SITS_IN]->(f {size: 9}) | f] AS fs WHERE NOT (a)-[:OWNS]-() RETURN size(fs), count(a)",
      "UNWIND range(0, 10) AS i MATCH (a {size: i}) WHERE NOT (a)-[:SITS_IN]->({size: i}) RETURN i, count(a), min(a.name)",
    ])
  func evidence(query: String) throws {
    let expected = try table(query, sharing: .never)
    #expect(expected.evidence.contains { !$0.absences.isEmpty })
    for sharing in [Sharing.always, Sharing(atOnceFrom: .infinity, after: .zero)] {
      let found = try table(query, sharing: sharing)
      #expect(Array(found.rows) == Array(expected.rows))
      #expect(found.evidence == expected.evidence)
    }
  }
}
