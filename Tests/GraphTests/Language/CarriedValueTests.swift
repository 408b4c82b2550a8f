import Testing

@testable import Graph

/// A map or a list of a row goes on with all rows that are made from it, without being copied: the answers are those of plain
/// numbers in its place.
@Suite("Maps and lists that go on with many rows")
struct CarriedValueTests {
  /// `%` stands for what holds the number.
  @Test(
    "give what a number gives",
    arguments: [
      "MATCH (a {size: %})-[:SITS_IN]->(f)<-[:SITS_IN]-(b) RETURN %, id(a), id(f), id(b)",
      "MATCH (a {size: %})-[:SITS_IN]->(f) WHERE id(f) % 7 < 2 RETURN %, id(f)",
      "MATCH (a {size: %})-[:SITS_IN]->(f) WHERE id(f) = 401 RETURN %, id(a)",
      "MATCH (a {size: %})-[:SITS_IN]->(f) RETURN DISTINCT %, id(f) ORDER BY % DESC, id(f) LIMIT 200",
      "MATCH (a {size: %})-[:SITS_IN]->(f) RETURN %, count(DISTINCT f), min(%), max(%), sum(%)",
      "OPTIONAL MATCH (a {size: %})-[:SITS_IN]->(f)<-[:SITS_IN]-(b:School) WHERE id(b) < 30 RETURN %, id(b)",
      "MATCH (a:School)-[:SITS_IN]->(f) WHERE a.size = % AND EXISTS { (f)<-[:SITS_IN]-(b) WHERE b.size = % } RETURN %, count(*)",
      "MATCH (a {size: %})-[:SITS_IN]->(f) WITH *, % AS n MATCH (f)<-[:SITS_IN]-(b {size: n}) RETURN n, %, count(b)",
    ],
    [
      ("[x IN range(0, 12) | {s: x}]", "p.s"), ("[x IN range(0, 12) | [x, 'x']]", "p[0]"),
      ("[x IN range(0, 12) | {l: [{s: x}, null]}]", "head(p.l).s"),
    ])
  func carried(query: String, holder: (list: String, number: String)) throws {
    func rows(_ list: String, _ number: String, _ sharing: Sharing) throws -> [[Value]] {
      var engine = QueryEngine(graph: LargeScanTests.graph, today: testDay)
      engine.sharing = sharing
      let asked = query.replacing("% 7", with: "\u{1} 7").replacing("%", with: number).replacing("\u{1}", with: "%")
      return try engine.run("UNWIND \(list) AS p \(asked)").rows.map(\.self)
    }
    let plain = try rows("range(0, 12)", "p", .never)
    #expect(plain.count > 5)
    for sharing in [Sharing.never, .always] { #expect(try rows(holder.list, holder.number, sharing) == plain) }
  }

  @Test("are given as they are, and sorted and told apart by what they hold")
  func whole() throws {
    let engine = QueryEngine(graph: LargeScanTests.graph, today: testDay)
    let query = "UNWIND [[2], [1, 9], [1], [2]] AS p MATCH (f:Forum)<-[:SITS_IN]-() RETURN DISTINCT p ORDER BY p"
    #expect(
      try engine.run(query).rows.map { $0[0] } == [
        .list([.integer(1)]), .list([.integer(1), .integer(9)]), .list([.integer(2)]),
      ])
  }
}
