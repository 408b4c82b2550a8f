import Testing

@testable import Graph

@Suite("A query in the clauses that most engines have")
struct PortableQueryTests {
  /// A query, and how it is written for others.
  struct Rewriting: CustomTestStringConvertible {
    let query: String
    let portable: String
    var testDescription: String { query }

    init(_ query: String, _ portable: String) {
      self.query = query
      self.portable = portable
    }
  }

  static let rewritings = [
    Rewriting("MATCH (n:A) WHERE n.x = 1 RETURN n", "MATCH (n:A) WHERE n.x = 1 RETURN n"),
    Rewriting("MATCH (n:A) WHERE (n)-[:T]->() RETURN n", "MATCH (n:A) WHERE (n)-[:T]->() RETURN n"),
    Rewriting(
      "MATCH (n) WHERE n.x = 1 AND EXISTS { (n)-[:T]->(m) WHERE m.y = n.x } RETURN n",
      """
      MATCH (n) WHERE n.x = 1
      CALL {
        WITH n
        MATCH (n)-[:T]->(m) WHERE m.y = n.x
        RETURN count(*) > 0 AS found_1
      }
      WITH n, found_1 WHERE found_1 RETURN n
      """),
    Rewriting(
      "MATCH (n:A|B) RETURN COUNT { (n)-->() } AS c",
      """
      MATCH (n)
      WHERE (n:A OR n:B) CALL {
        WITH n
        MATCH (n)-->()
        RETURN count(*) AS found_1
      }
      RETURN found_1 AS c
      """),
    Rewriting(
      "MATCH (n:A) OPTIONAL MATCH (n)-->(m) WHERE EXISTS { (m)-->(n) } RETURN m",
      """
      MATCH (n:A) CALL {
        WITH n
        MATCH (n)-->(m) CALL {
          WITH m, n
          MATCH (m)-->(n)
          RETURN count(*) > 0 AS found_3
        }
        WITH m, n, found_3 WHERE found_3
        RETURN collect([m]) AS found_1
      }
      UNWIND CASE WHEN size(found_1) = 0 THEN [[]] ELSE found_1 END AS row_2
      WITH n, row_2[0] AS m RETURN m
      """),
    Rewriting("MATCH (a)-[:T]->{1,3}(b) RETURN 'it''s'", "MATCH (a)-[:T*1..3]->(b) RETURN 'it\\'s'"),
    Rewriting("RETURN rank('low') AS r", "RETURN CASE 'low' WHEN 'low' THEN 0 WHEN 'high' THEN 1 END AS r"),
    Rewriting(
      "MATCH (n) RETURN sum(CASE WHEN n.x = 1 THEN 1 ELSE 0 END)",
      "MATCH (n) RETURN toInteger(sum(CASE WHEN n.x = 1 THEN 1 ELSE 0 END))"),
    Rewriting(
      "MATCH p = allShortestPaths((:A {x: 1})-[*]-(b:B)) RETURN p",
      """
      MATCH (node_1:A {x: 1}), (b:B)
      WITH b, node_1
      MATCH p = allShortestPaths((node_1)-[*]-(b)) RETURN p
      """),
  ]

  @Test("is rewritten clause by clause", arguments: rewritings)
  func rewriting(_ given: Rewriting) throws {
    var portable = PortableQuery { _ in ["low": 0, "high": 1] }
    let text = try portable.written(given.query)
    #expect(words(text) == words(given.portable), "\(text)")
  }

  @Test("and gives the same rows", arguments: rewritings.map(\.query))
  func rows(query: String) throws {
    var builder = PropertyGraphBuilder()
    let nodes = (0..<9).compactMap { builder.addNode("\($0)", labels: [["A"], ["B"], ["A", "B"]][$0 % 3]) }
    for (number, node) in nodes.enumerated() {
      builder.setProperty("x", of: node, to: .integer(Int64(number % 2)))
      builder.setProperty("y", of: node, to: .integer(Int64(number % 2)))
      for step in [1, 3, 7] { _ = builder.addRelationship(from: node, to: nodes[(number + step) % 9], type: "T") }
    }
    var engine = QueryEngine(graph: builder.build(), today: testDay)
    engine.ranks = ["low": 0, "high": 1]
    var portable = PortableQuery { _ in ["low": 0, "high": 1] }
    let lines = GoldenText(graph: engine.graph).lines(try engine.run(query)).dropFirst().sorted()
    let other = GoldenText(graph: engine.graph).lines(try engine.run(try portable.written(query))).dropFirst().sorted()
    #expect(lines == other)
    #expect(!lines.isEmpty)
  }

  /// The words and signs, however they are laid out.
  private func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }
}
