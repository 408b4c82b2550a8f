import Testing

@testable import Graph

@Suite("What was last recorded, and what is unknown")
struct LastRecordedTests {
  private static let files = [
    "nodes.csv": """
    id:ID,:LABEL,name
    p,Party,P
    q,Party,Q
    f,Forum,F
    g,Forum,G

    """,
    "sources.csv": "id:ID,:LABEL,name,published:date\ns,Source,Early,2017-05-10\nt,Source,Late,2018-06-25\n",
    "claims.csv": """
    :START_ID,:END_ID,:TYPE,certainty,source,valid_until:date,end_unknown:boolean
    p,f,PRESENT_AT,stated,s,,
    p,g,PRESENT_AT,stated,t,,
    q,f,PRESENT_AT,stated,s,2030-01-01,
    q,g,PRESENT_AT,stated,t,,true

    """,
  ]
  private static let whoSits = "MATCH (x:Party)-[:PRESENT_AT]->(y:Forum) RETURN x.id, y.id ORDER BY x.id, y.id"

  private func ask(_ query: String, at day: String, evidence: Bool = true) throws -> (Answer, Landscape) {
    let (answer, landscape) = try LineageFixture.ask(
      query, of: LandscapeFixture(LastRecordedTests.files).load(), evidence: evidence, at: day)
    return (answer, landscape)
  }

  @Test("after the day a source describes, a fact without an end holds as last recorded; one with an end just holds")
  func days() throws {
    let (answer, _) = try ask(LastRecordedTests.whoSits, at: "2026-11-21")
    #expect(
      answer.tables[0].evidence.map(\.lastRecorded) == [CalendarDate("2017-05-10"), CalendarDate("2018-06-25"), nil])
  }

  @Test("rows that differ have a column")
  func column() throws {
    let (answer, landscape) = try ask(LastRecordedTests.whoSits, at: "2026-11-21")
    var options = OutputOptions()
    options.showEvidence = true
    let text = String(
      decoding: try AnswerWriter(format: .markdown, options: options).bytes(for: [answer], graph: landscape.graph),
      as: UTF8.self)
    #expect(text.contains("| x.id | y.id | evidence | last recorded | source |"))
    #expect(text.contains("| p | f | stated | 2017-05-10 | Early |"))
    #expect(answer.tables[0].notes == [])
  }

  @Test("rows that are alike have a line")
  func line() throws {
    let (answer, _) = try ask("MATCH (x:Party {id: 'p'})-[:PRESENT_AT]->(y {id: 'g'}) RETURN x.id", at: "2026-11-21")
    #expect(answer.tables[0].notes == ["as last recorded on 2018-06-25, without an end since"])
  }

  @Test("a row is last recorded when the oldest of its facts was")
  func oldest() throws {
    let (answer, _) = try ask(
      "MATCH (x:Party {id: 'p'})-[:PRESENT_AT]->(y) RETURN collect(y.id)", at: "2026-11-21")
    #expect(answer.tables[0].evidence[0].lastRecorded == CalendarDate("2017-05-10"))
  }

  @Test("on the day itself, and before, nothing needs to be said")
  func before() throws {
    let (answer, _) = try ask("MATCH (x:Party {id: 'p'})-[:PRESENT_AT]->(y {id: 'g'}) RETURN x.id", at: "2018-06-25")
    #expect(answer.tables[0].evidence[0].lastRecorded == nil)
    #expect(answer.tables[0].notes == [])
  }

  @Test(
    "rows that would come only through facts with an unknown end stand in a table of their own",
    arguments: [true, false])
  func unknown(evidence: Bool) throws {
    let (answer, _) = try ask(LastRecordedTests.whoSits, at: "2026-11-21", evidence: evidence)
    #expect(answer.tables.map(\.title) == [nil, "Unknown at this date"])
    #expect(answer.tables[0].rows.count == 3)
    #expect(answer.tables[1].rows == [[.string("q"), .string("g")]])
  }

  @Test("up to the day they were observed they are plain rows")
  func known() throws {
    let (answer, _) = try ask(LastRecordedTests.whoSits, at: "2018-06-25")
    #expect(answer.tables.count == 1)
    #expect(answer.tables[0].rows.count == 4)
  }

  @Test("a query that cannot find them has no such table")
  func untouched() throws {
    #expect(try ask("MATCH (x:Party) RETURN count(x)", at: "2026-11-21").0.tables.count == 1)
  }
}
