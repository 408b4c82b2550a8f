import Testing

@testable import Graph

/// Statements about the municipalities and their regions, as somebody who knows the public tables would check them.
/// The expected rows were counted in the tables themselves, without this program.
@Suite("What the public tables say, asked in a statement")
struct NederlandStatementTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let day: String
    let query: String
    let rows: [String]
    var testDescription: String { "\(day) \(query.prefix(80))" }

    init(_ day: String, _ query: String, _ rows: String...) { (self.day, self.query, self.rows) = (day, query, rows) }
  }

  /// Pairs that share a region of the first kind and none of the second.
  private static func sharing(_ first: String, _ second: String, of municipality: String = "") -> String {
    """
    MATCH (a:Municipality)-[:IN_REGION]->(:\(first))<-[:IN_REGION]-(b:Municipality)
    WHERE a.id < b.id \(municipality)
      AND NOT EXISTS { (a)-[:IN_REGION]->(:\(second))<-[:IN_REGION]-(b) }
    WITH DISTINCT a, b
    """
  }

  static let cases = [
    Case("2018-12-31", sharing("RMCRegion", "JobMarketRegion") + " RETURN count(*)", "592"),
    Case("2019-01-01", sharing("RMCRegion", "JobMarketRegion") + " RETURN count(*)", "519"),
    Case("2025-06-01", sharing("RMCRegion", "JobMarketRegion") + " RETURN count(*)", "457"),
    Case("2021-01-01", sharing("YouthRegion", "RMCRegion") + " RETURN count(*)", "339"),
    Case("2026-01-01", sharing("GGDRegion", "SafetyRegion") + " RETURN count(*)", "88"),
    Case(
      "2025-06-01",
      sharing("RMCRegion", "JobMarketRegion", of: "AND (a.id = 'GM1730' OR b.id = 'GM1730')")
        + " RETURN a.name, b.name", "Tynaarlo|Midden-Drenthe"),
    Case(
      "2015-12-31",
      """
      MATCH (m:Municipality)-[:IN_REGION]->(s:Partnership)
      WHERE s.code IS NOT NULL
      WITH m, s.sector AS sector, collect(DISTINCT s.code) AS codes
      WHERE size(codes) > 2
      RETURN m.name, sector, size(codes) ORDER BY sector
      """, "Rotterdam|PO|3", "De Fryske Marren|VO|4"),
    Case(
      "2019-01-01",
      """
      MATCH (r:RMCRegion)<-[:IN_REGION]-(:Municipality)-[:IN_REGION]->(y:YouthRegion)
      WITH r, count(DISTINCT y) AS n WHERE n > 3 RETURN r.id, n
      """, "MC19|4"),
    Case(
      "2026-01-01",
      """
      MATCH (r:RMCRegion)<-[:IN_REGION]-(m:Municipality)
      WITH DISTINCT r, m
      RETURN r.id, count(m), sum(m.population) AS people ORDER BY people DESC LIMIT 2
      """, "MC21|14|1672281", "MC29|13|1376801"),
    Case(
      "2025-06-01",
      """
      MATCH (a:Municipality)-[:NEIGHBOUR_OF]->(b:Municipality)
      WHERE NOT (a)-[:IN_REGION]->(:RMCRegion)<-[:IN_REGION]-(b)
      RETURN count(*)
      """, "313"),
    Case("2025-06-01", "MATCH (m:Municipality) WHERE NOT (m)-[:NEIGHBOUR_OF]-() RETURN count(m)", "5"),
    Case("2025-06-01", "MATCH (r:JobMarketRegion) RETURN count(r)", "35"),
    Case("2018-12-31", "MATCH (r:RMCRegion) RETURN count(r)", "39"),
    Case("2021-01-01", "MATCH (r:RMCRegion) RETURN count(r)", "40"),
    Case(
      "any",
      """
      MATCH (new:Municipality)-[s:SUCCEEDS]->(old:Municipality {name: 'Haaren'})
      RETURN new.name, s.kind ORDER BY new.name
      """, "Boxtel|part", "Oisterwijk|part", "Tilburg|part", "Vught|part"),
    Case(
      "any",
      """
      MATCH (j:JointArrangement)<-[:TAKES_PART_IN]-(m:Municipality)
      WITH m, count(DISTINCT j) AS n WHERE n > 15 RETURN m.name, n
      """, "Wijchen|16"),
    // A claim of another year is no claim of this day: in 2016 one list alone says so, in 2012 the law did.
    Case(
      "2016-06-01", "MATCH (m {id: 'GM1711'})-[r:IN_REGION]->(x:RMCRegion) RETURN x.id, r.certainty, r.source",
      "MC39|disputed|source-regioatlas-2016"),
    Case(
      "2013-01-01", "MATCH (m {id: 'GM1711'})-[r:IN_REGION]->(x:RMCRegion) RETURN x.id, r.certainty, r.source",
      "MC39|stated|source-law-rmc-2012-08-01"),
  ]

  @Test("the same rows", arguments: cases)
  func rows(of example: Case) throws {
    let table = try Self.table(example.query, at: example.day)
    #expect(table.rows.map { $0.map(Self.text).joined(separator: "|") } == example.rows)
  }

  @Test("what a complete list does not have is a no: nothing is said of incomplete ones")
  func noRemark() throws {
    let query = Self.sharing("RMCRegion", "JobMarketRegion") + " RETURN a.id, b.id"
    #expect(try Self.table(query, at: "2025-06-01").notes == [])
  }

  private static func table(_ query: String, at day: String) throws -> ResultTable {
    let request = AskRequest(day: CalendarDate(day))
    return try SharedLandscape.asker().answer(query: SourceText(name: "query", text: query), request).answer.tables[0]
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    default: "\(value)"
    }
  }
}
