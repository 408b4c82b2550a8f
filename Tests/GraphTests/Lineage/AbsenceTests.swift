import Testing

@testable import Graph

@Suite("What was searched in vain")
struct AbsenceTests {
  private static let noSeats =
    "MATCH (f:Forum) WHERE NOT EXISTS { (:Mandate)-[:IN_FORUM]->(f) } RETURN f.id ORDER BY f.id"

  private func notes(_ query: String, evidence: Bool = false, language: Language = .english) throws -> [String] {
    try LineageFixture.ask(query, evidence: evidence, language: language).answer.tables[0].notes
      .filter { !$0.contains("last recorded") }
  }

  @Test("a line says how many lists were searched and how many of them are not complete, with or without evidence")
  func line() throws {
    let line = "no seats recorded for 4 forums; the lists of 3 of these are not complete"
    #expect(try notes(AbsenceTests.noSeats) == [line])
    #expect(try notes(AbsenceTests.noSeats, evidence: true) == [line])
    #expect(
      try notes(AbsenceTests.noSeats, language: .dutch)
        == ["geen zetels vastgelegd bij 4 overleggen; de lijsten van 3 daarvan zijn niet volledig"])
  }

  @Test("a closed list makes it a no, which needs no line")
  func closed() throws {
    #expect(try notes("MATCH (f:Forum {id: 'k'}) WHERE NOT EXISTS { (:Mandate)-[:IN_FORUM]->(f) } RETURN f.id") == [])
  }

  @Test("only the rows that are left count")
  func rowsLeft() throws {
    #expect(
      try notes("MATCH (f:Forum) WHERE NOT EXISTS { (:Mandate)-[:IN_FORUM]->(f) } AND f.id = 'h' RETURN f.id")
        == ["no seats recorded for 1 forum; that list is not complete"])
  }

  @Test(
    "it makes no difference how nothing is said",
    arguments: [
      "MATCH (f:Forum {id: 'h'}) WHERE NOT (:Mandate)-[:IN_FORUM]->(f) RETURN f.id",
      "MATCH (f:Forum {id: 'h'}) WHERE COUNT { (:Mandate)-[:IN_FORUM]->(f) } = 0 RETURN f.id",
      "MATCH (f:Forum {id: 'h'}) RETURN EXISTS { (:Mandate)-[:IN_FORUM]->(f) } AS x",
      "MATCH (f:Forum {id: 'h'}) RETURN COLLECT { MATCH (m:Mandate)-[:IN_FORUM]->(f) RETURN m.id } AS x",
      "MATCH (f:Forum {id: 'h'}) OPTIONAL MATCH (m:Mandate)-[:IN_FORUM]->(f) RETURN f.id, m.id",
      "MATCH (f:Forum {id: 'h'}) OPTIONAL MATCH (m:Mandate)-[:IN_FORUM]->(f) RETURN f.id, count(m)",
      "MATCH (f:Forum {id: 'h'}) WHERE f.id = 'x' OR NOT (:Mandate)-[:IN_FORUM]->(f) RETURN f.id",
      "MATCH (f:Forum {id: 'h'}) WHERE NOT EXISTS { (:Party)-[:HOLDS]->(:Mandate)-[:IN_FORUM]->(f) } RETURN f.id",
    ])
  func anyForm(query: String) throws {
    #expect(try notes(query) == ["no seats recorded for 1 forum; that list is not complete"])
    #expect(try notes(query, evidence: true) == ["no seats recorded for 1 forum; that list is not complete"])
  }

  @Test("a row that another alternative carries rests on no absence")
  func otherAlternative() throws {
    #expect(
      try notes("MATCH (f:Forum {id: 'h'}) WHERE f.level = 'official' OR NOT (:Mandate)-[:IN_FORUM]->(f) RETURN f.id")
        == [])
  }

  @Test("where the lists are those of the other end, all that could hold it must be complete")
  func otherEnd() throws {
    let query = "MATCH (a:Party {id: 'a'}) WHERE NOT EXISTS { (a)-[:IN_REGION]->(:Region) } RETURN a.id"
    let line = "not recorded, which is not the same as no: “falls in” (1 party)"
    #expect(try notes(query) == [line])
    let complete = try LandscapeFixture([
      "parties.csv": "id:ID,:LABEL\na,Party\n",
      "regions.csv": "id:ID,:LABEL,complete:boolean\nr,Region,true\nw,Region,true\n",
    ]).load()
    #expect(try LineageFixture.ask(query, of: complete, evidence: false).answer.tables[0].notes == [])
  }

  @Test("one line sums up what no list could hold; the lists that could are told apart")
  func summary() throws {
    let none = ["INFORMS", "PREPARES", "OWNS", "USES"].map { "NOT (a)-[:\($0)]->()" }.joined(separator: " AND ")
    let query = "MATCH (a:Party {id: 'w'}), (f:Forum {id: 'h'}) WHERE \(none) AND NOT (f)<-[:IN_FORUM]-() RETURN a.id"
    #expect(
      try notes(query) == [
        "no seats recorded for 1 forum; that list is not complete",
        "not recorded, which is not the same as no: “informs” (1 party), “prepares” (1 party), “leads” (1 party) "
          + "and 1 more kind",
      ])
    #expect(
      try notes(query, language: .dutch).last
        == "niet vastgelegd, wat nog geen nee is: “informeert” (1 partij), “bereidt voor” (1 partij), "
        + "“is trekker van” (1 partij) en nog 1 soort")
  }

  @Test("why says which list was searched, and whether it is complete")
  func why() throws {
    #expect(
      try LineageFixture.evidence(AbsenceTests.noSeats)
        == ["f", "g", "h"].map { "–:  no IN_FORUM at \($0) (open)" } + ["–:  no IN_FORUM at k (closed)"])
    let (answer, landscape) = try LineageFixture.ask(AbsenceTests.noSeats)
    var options = OutputOptions()
    options.showWhy = true
    options.words = landscape.schema.displayWords(in: .english)
    let text = String(
      decoding: try AnswerWriter(format: .table, options: options).bytes(for: [answer], graph: landscape.graph),
      as: UTF8.self)
    #expect(text.contains("searched in vain: seats of H; that list is not complete"))
    #expect(text.contains("searched in vain: seats of K; that list is complete"))
  }

  @Test("types that the vocabulary does not know, and structure, need no line")
  func noList() throws {
    #expect(try notes("MATCH (f:Forum {id: 'h'}) WHERE NOT (f)-[:KNOWS]->() RETURN f.id") == [])
    #expect(try notes("MATCH (f:Forum {id: 'h'}) WHERE NOT (f)-[:OF_DIVISION]->() RETURN f.id") == [])
  }
}
