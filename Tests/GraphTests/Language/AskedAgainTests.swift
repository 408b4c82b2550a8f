import Testing

@testable import Graph

/// Who asks a statement again gets the answer that somebody who never asked would get, whatever else was asked between.
@Suite("Statements asked again")
struct AskedAgainTests {
  /// One way of asking: what is visible, and what is told of the rows.
  struct Way: CustomTestStringConvertible {
    let day: String?
    let evidence: Bool
    var least = 0

    var testDescription: String { "at \(day ?? "any day"), evidence \(evidence), $least \(least)" }

    var request: AskRequest {
      var request = AskRequest(day: day.flatMap { CalendarDate($0) })
      request.wantsEvidence = evidence
      request.parameters = [("least", .integer(Int64(least)))]
      return request
    }
  }

  private static let ways = [
    Way(day: "2026-11-21", evidence: true), Way(day: "2017-01-01", evidence: false), Way(day: nil, evidence: true),
    Way(day: "2026-11-21", evidence: false, least: 2), Way(day: "2017-01-01", evidence: true, least: 2),
  ]

  private static let queries = [
    "MATCH (p:Party)-[:PRESENT_AT]->(f) WITH p, count(f) AS n WHERE n >= $least RETURN p.name, n",
    "MATCH (f:Forum) WHERE COUNT { (f)<-[:PRESENT_AT]-() } <= $least RETURN f.name, f.level",
    "MATCH (f:Form) RETURN f.name, $least",
    "MATCH p = SHORTEST 1 (a:Party {name: 'A'})-[*]-(c:Party {name: 'C'}) WHERE length(p) > $least RETURN length(p)",
    "EXPLAIN MATCH (p:Party)-[:PRESENT_AT]->(f) WHERE NOT EXISTS { (f)<-[:ADVISES]-() } RETURN $least, count(*)",
  ]

  private func asker(_ landscape: Landscape) -> Asker {
    Asker(landscape, library: PhraseLibrary([]), today: CalendarDate(dayNumber: 20_000))
  }

  private func told(_ asker: Asker, _ query: String, _ request: AskRequest) throws -> [String] {
    let answer = try asker.answer(query: SourceText(name: "query", text: query), request)
    let tables = answer.answer.tables.map { table in
      "\(table.columns) \(table.rows.map { $0 }) \(table.notes) "
        + "\(table.evidence.map { LineageFixture.brief($0, asker.landscape.graph) })"
    }
    return tables + answer.warnings.map(\.warning.message)
  }

  @Test("in other views, with other parameters, with and without evidence", arguments: queries)
  func ways(query: String) throws {
    let landscape = try LineageFixture.landscape()
    let often = asker(landscape)
    for way in Self.ways + Self.ways.reversed() {
      #expect(try told(often, query, way.request) == told(asker(landscape), query, way.request), "\(way)")
    }
  }

  @Test("a parameter that is not given any more is missed")
  func missingParameter() throws {
    let often = asker(try LineageFixture.landscape())
    let source = SourceText(name: "query", text: Self.queries[0])
    _ = try often.answer(query: source, Self.ways[0].request)
    let error = #expect(throws: AskError.self) {
      try often.answer(query: source, AskRequest(day: CalendarDate("2026-11-21")))
    }
    #expect(error?.message.contains("$least") == true)
  }

  @Test("a warning is at its own place each time")
  func places() throws {
    let often = asker(try LineageFixture.landscape())
    let text = "MATCH (f:Form) RETURN f.name;\n\n  MATCH (f:Form) RETURN f.name"
    let places = try Asker.statements(in: SourceText(name: "file", text: text)).flatMap { statement in
      let answer = try often.answer(query: statement, AskRequest(day: nil))
      return answer.warnings.map { Diagnostic($0.warning, in: $0.source).place }
    }
    #expect(places == ["file:1:10", "file:3:12"])
  }

  @Test("more statements than are kept, and all of them again")
  func many() throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    for _ in 0..<2 {
      for number in 0..<100 {
        #expect(try engine.run("MATCH (c:Club) RETURN count(*) + \(number)").rows == [[.integer(Int64(14 + number))]])
      }
    }
  }

  @Test("by several threads at once")
  func threads() async throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    let query = """
      MATCH (p:Person)-[:IN]->(c:Club) WHERE COUNT { (p)-[:KNOWS]-() } > $least RETURN p.size, count(DISTINCT c)
      """
    let expected = try (0..<4).map { try engine.run(query, parameters: ["least": .integer($0)]).rows.map { $0 } }
    let found = try await withThrowingTaskGroup(of: (Int, [[Value]]).self) { group in
      for number in 0..<40 {
        group.addTask {
          (number % 4, try engine.run(query, parameters: ["least": .integer(Int64(number % 4))]).rows.map { $0 })
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    for (least, rows) in found { #expect(rows == expected[least]) }
  }
}
