import Testing

@testable import Graph

/// After many neighbours were looked at, those that are never wanted are left out: the rows stay the same, in the same order.
@Suite("Neighbours that are never wanted are left out")
struct NarrowedNeighboursTests {
  private func rows(_ query: String, hiding hidden: Bool, sharing: Sharing = .never) throws -> [[Value]] {
    var engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    engine.sharing = sharing
    if hidden {
      engine.view = View.of(LargeScanTests.graph, hidingNodes: { $0 % 9 == 3 }, relationships: { $0 % 4 == 1 })
    }
    return Array(try engine.run(query).rows)
  }

  /// Each with conditions that cannot fail, for which `%` stands; `+ ''` makes them ones that could.
  @Test(
    "whatever is asked of them",
    arguments: [
      "MATCH (a)-[:SITS_IN]->(f)<-[:SITS_IN]-(b)-[:SITS_IN]->(g) WHERE g.alias% > 'name 3' AND id(a) < 40 RETURN id(a), id(b), id(g)",
      "MATCH (a:School)-[:SITS_IN]->(f)<-[s:SITS_IN]-(b)-[t:SITS_IN]->(g) WHERE t.level% <> 'board' AND g.name% IS NULL AND id(a) < 90 "
        + "RETURN id(f), count(DISTINCT b), count(g)",
      "MATCH (a)-[:SITS_IN]->(f)<-[s:SITS_IN]-(b)-[t:SITS_IN]->(g)<-[u:SITS_IN]-(a) WHERE g.alias% STARTS WITH 'name 1' "
        + "AND u.level% = 'office' AND f <> g AND id(a) < 60 RETURN id(a), id(b), count(*)",
      "MATCH (a:School)-[s]-(f)-[t]-(b)-[u]-(g) WHERE u.level% IN ['board', 'x'] AND id(a) < 60 RETURN id(a), id(g)",
      "MATCH (a) WHERE id(a) < 90 OPTIONAL MATCH (a)-[:SITS_IN]->()<-[:SITS_IN]-(b:School)-[:SITS_IN]->(g) "
        + "WHERE g.alias% = 'name 3' OR g.name% CONTAINS '2' RETURN id(a), id(b), id(g)",
    ], [false, true])
  func rows(query: String, hiding: Bool) throws {
    let plain = try rows(query.replacing("%", with: " + ''"), hiding: hiding)
    let fast = query.replacing("%", with: "")
    #expect(plain.count > 3)
    #expect(try rows(fast, hiding: hiding) == plain)
    #expect(try rows(fast, hiding: hiding, sharing: .always) == plain)
  }

  /// Claims of other rows count for some relationships, as where several sources say the same.
  @Test(
    "texts are compared where a step looks at neighbours",
    arguments: [
      "MATCH (a:School)-[s:SITS_IN]->(f) WHERE s.level% = 'board' RETURN id(a), id(f)",
      "MATCH (a:School)-[s:SITS_IN]->(f) WHERE s.level% = 'board' AND f.alias% = 'name 3' RETURN id(s) ORDER BY id(s)",
      "MATCH (a)-[s]-(f) WHERE s.level% = 'office' AND f.alias% = 'name 4' AND s.level% <> 'x' RETURN id(a), id(s) ORDER BY id(a), id(s)",
      "MATCH (a)-[s:SITS_IN]->(f) WHERE id(a) < 200 MATCH (f)<-[t:SITS_IN]-(a) WHERE t.level% = 'board' RETURN id(s), id(t)",
      "MATCH (a)-[s:SITS_IN]->(f) WHERE s.level% = 'nothing like it' OR f.name% = 'name 7' RETURN count(*)",
      "MATCH (a)-[s:SITS_IN]->(f)<-[t:SITS_IN]-(b) WHERE id(a) < 9 AND s.level% = t.level AND t.level% = 'board' RETURN id(s), id(t)",
      "MATCH (a) WHERE id(a) < 300 RETURN COUNT { (a)-[s:SITS_IN]->(f)<-[t:SITS_IN]-(b) WHERE t.level% = 'board' AND a <> b }",
    ], [false, true])
  func texts(query: String, claims: Bool) throws {
    var engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    if claims {
      for place in stride(from: 0, to: engine.graph.relationshipCount - 1, by: 3) {
        engine.view.strongestClaims[RelationshipID(rawValue: UInt32(place))] = RelationshipID(
          rawValue: UInt32(place + 1))
      }
    }
    let plain = Array(try engine.run(query.replacing("%", with: " + ''")).rows)
    #expect(!plain.isEmpty)
    #expect(Array(try engine.run(query.replacing("%", with: "")).rows) == plain)
  }

  @Test("a copy keeps the order of the neighbours, and nodes without any")
  func copy() {
    let graph = LargeScanTests.graph
    let whole = graph.adjacency(TypeID(index: 0), incoming: true)
    let copy = AdjacencyCopy(of: whole) { node, place in node.index % 2 == 0 && place % 3 != 0 }
    for node in graph.allNodes {
      let wanted = whole.range(of: node).filter { node.index % 2 == 0 && $0 % 3 != 0 }
      let range = copy.adjacency.range(of: node)
      #expect(range.map { copy.adjacency.neighbours[$0] } == wanted.map { whole.neighbours[$0] })
      #expect(range.map { copy.adjacency.relationships[$0] } == wanted.map { whole.relationships[$0] })
    }
  }
}
