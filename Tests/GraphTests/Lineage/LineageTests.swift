import Testing

@testable import Graph

@Suite("What rows rest on")
struct LineageTests {
  private func evidence(_ query: String) throws -> [String] { try LineageFixture.evidence(query) }

  @Test("a row rests on the relationships of its pattern and is as certain as the weakest")
  func weakest() throws {
    #expect(
      try evidence(
        "MATCH (:Party {id: 'a'})-[:PRESENT_AT]->(f)<-[:PRESENT_AT]-(:Party {id: 'b'}) RETURN f.id ORDER BY f.id")
        == ["disputed: p1 p3", "inferred: p2 p4"])
  }

  @Test("a relationship with several claims rests on all, and is as certain as the strongest")
  func severalClaims() throws {
    #expect(try evidence("MATCH (:Party {id: 'a'})-[:ADVISES]->(b) RETURN b.id") == ["stated: p5 p6"])
  }

  @Test("certainty, source and section read from a relationship are those of its strongest claim")
  func strongestClaimIsRead() throws {
    let (answer, _) = try LineageFixture.ask(
      "MATCH (:Party {id: 'a'})-[r:ADVISES]->(b) WHERE r.certainty = 'stated' RETURN r.certainty, r.source, r['section']"
    )
    #expect(answer.tables[0].rows == [[.string("stated"), .string("late"), .string("p6")]])
  }

  @Test("a property that is claimed counts when it is read; one with two values is disputed and shows both sides")
  func properties() throws {
    #expect(
      try evidence("MATCH (f:Forum) WHERE f.id IN ['f', 'g'] RETURN f.level ORDER BY f.id")
        == ["disputed: §1 §2", "stated: §3"])
    #expect(try evidence("MATCH (f:Forum {id: 'g'}) WITH f WHERE f.level = 'board' RETURN f.id") == ["stated: §3"])
    #expect(try evidence("MATCH (f:Forum {level: 'board'}) WHERE f.id = 'g' RETURN f.id") == ["stated: §3"])
  }

  @Test(
    "it counts wherever it is read",
    arguments: [
      "MATCH (f:Forum {id: 'g'}) WITH f AS x RETURN x.level",
      "MATCH (f:Forum {id: 'g'}) WITH collect(f) AS fs RETURN fs[0].level",
      "MATCH (f:Forum {id: 'g'}) WITH collect(f) AS fs RETURN [x IN fs | x.level]",
      "MATCH (f:Forum {id: 'g'}) WITH collect(f) AS fs UNWIND fs AS x RETURN x.level",
      "MATCH (f:Forum {id: 'g'}) UNWIND [f.level] AS x RETURN x",
      "MATCH (f:Forum {id: 'g'}) RETURN count(f.level)",
      "MATCH (f:Forum {id: 'g'}) RETURN f.level, count(*)",
      "MATCH (f:Forum {id: 'g'}) CALL (f) { RETURN f.level AS x } RETURN x",
    ])
  func readAnywhere(query: String) throws {
    #expect(try evidence(query) == ["stated: §3"])
  }

  @Test("it does not count when it only puts rows in order, or stands in a branch that is not taken")
  func notRead() throws {
    #expect(try evidence("MATCH (f:Forum {id: 'g'}) RETURN f.id ORDER BY f.level") == ["–: "])
    #expect(
      try evidence("MATCH (f:Forum {id: 'g'}) RETURN CASE WHEN f.id = 'g' THEN 1 ELSE f.level END") == ["–: "])
  }

  @Test("DISTINCT and UNION keep the strongest of several derivations")
  func alternatives() throws {
    #expect(
      try evidence("MATCH (p:Party)-[:PRESENT_AT]->(f) RETURN DISTINCT f.id ORDER BY f.id")
        == ["stated: p1", "inferred: p2"])
    #expect(
      try evidence(
        "MATCH (p:Party {id: 'b'})-[:PRESENT_AT]->(f) RETURN f.id AS x UNION MATCH (p:Party {id: 'a'})-[:PRESENT_AT]->(f) "
          + "RETURN f.id AS x") == ["stated: p1", "inferred: p2"])
    #expect(
      try evidence(
        "MATCH (p:Party {id: 'b'})-[:PRESENT_AT]->(f {id: 'f'}) RETURN f.id AS x UNION ALL "
          + "MATCH (p:Party {id: 'a'})-[:PRESENT_AT]->(f {id: 'f'}) RETURN f.id AS x") == [
          "disputed: p3", "stated: p1",
        ])
  }

  @Test("an aggregate is as certain as its weakest input, with numbers")
  func aggregates() throws {
    #expect(
      try evidence("MATCH (p:Party)-[:PRESENT_AT]->(f) RETURN p.id, count(f) ORDER BY p.id")
        == ["inferred (1 stated, 1 inferred): p1 p2", "disputed (1 inferred, 1 disputed): p3 p4"])
  }

  @Test("EXISTS rests on one witness: the strongest, then the lowest")
  func witness() throws {
    #expect(
      try evidence("MATCH (p:Party) WHERE EXISTS { (p)-[:PRESENT_AT]->() } RETURN p.id ORDER BY p.id")
        == ["stated: p1", "inferred: p4"])
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) RETURN EXISTS { (p)-[:PRESENT_AT]->(:Forum {id: 'g'}) } AS x")
        == ["inferred: p2"])
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) WITH p, EXISTS { (p)-[:PRESENT_AT]->() } AS x WHERE x RETURN p.id")
        == ["stated: p1"])
  }

  @Test("of OR the strongest alternative that is true counts, and only that")
  func either() throws {
    #expect(
      try evidence(
        "MATCH (p:Party {id: 'a'}) WHERE EXISTS { (p)-[:PRESENT_AT]->({id: 'g'}) } OR EXISTS { (p)-[:ADVISES]->() } RETURN p.id"
      ) == ["stated: p5 p6"])
    #expect(
      try evidence(
        "MATCH (p:Party {id: 'b'}) WHERE EXISTS { (p)-[:PRESENT_AT]->({id: 'g'}) } OR EXISTS { (p)-[:INFORMS]->() } RETURN p.id"
      ) == ["inferred: p4"])
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) WHERE p.id = 'a' OR EXISTS { (p)-[:ADVISES]->() } RETURN p.id") == ["–: "]
    )
  }

  @Test("COUNT, COLLECT and pattern comprehensions rest on all they find")
  func counted() throws {
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) RETURN COUNT { (p)-[:PRESENT_AT]->() } AS n")
        == ["inferred (1 stated, 1 inferred): p1 p2"])
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) RETURN COLLECT { MATCH (p)-[:PRESENT_AT]->(f) RETURN f.id } AS l")
        == ["inferred (1 stated, 1 inferred): p1 p2"])
    #expect(
      try evidence("MATCH (p:Party {id: 'a'}) RETURN [(p)-[:PRESENT_AT]->(f) | f.id] AS l")
        == ["inferred (1 stated, 1 inferred): p1 p2"])
  }

  @Test(
    "walks, repeated paths and shortest paths rest on every relationship",
    arguments: [
      "MATCH (:Party {id: 'a'})-[:ADVISES*2]->(c) RETURN c.id",
      "MATCH (:Party {id: 'a'}) ((x)-[:ADVISES]->(y)){2} (c) RETURN c.id",
      "MATCH p = ANY SHORTEST (:Party {id: 'a'})-[:ADVISES*]->(:Party {id: 'c'}) RETURN length(p)",
      "MATCH p = (:Party {id: 'a'})-[:ADVISES*2]->(c) WITH p RETURN p",
      "MATCH p = (:Party {id: 'a'})-[:ADVISES*2]->(c) UNWIND relationships(p) AS r RETURN DISTINCT c.id",
      "MATCH (:Party {id: 'a'})-[r:ADVISES]->(b) WITH r, b MATCH (b)-[:ADVISES]->(c) RETURN type(r), c.id",
    ])
  func walks(query: String) throws {
    #expect(try evidence(query) == ["outside: p5 p6 p7"])
  }

  @Test("an optional pattern counts where it is found, and is searched in vain where not")
  func optional() throws {
    #expect(
      try evidence(
        "MATCH (p:Party) WHERE p.id <> 'r' AND p.id <> 'w' OPTIONAL MATCH (p)-[:INFORMS]->(x) RETURN p.id, x.id ORDER BY p.id"
      )
        == ["stated: p8", "–:  no INFORMS at b (open)", "–:  no INFORMS at c (open)"])
  }

  @Test("groups by two keys are the same with evidence and without")
  func groups() throws {
    let query =
      "MATCH (p:Party) MATCH (f:Forum) OPTIONAL MATCH (p)-[x:PRESENT_AT]->(f) WITH f, p, count(x) AS n RETURN count(*)"
    for evidence in [false, true] {
      #expect(try LineageFixture.ask(query, evidence: evidence).answer.tables[0].rows == [[.integer(20)]])
    }
  }

  @Test("without evidence the plan notes nothing")
  func off() throws {
    let landscape = try LineageFixture.landscape()
    var engine = QueryEngine(graph: landscape.graph, today: CalendarDate(dayNumber: 0))
    engine.evidenceRules = EvidenceRules(
      certainties: landscape.schema.certainties, certaintyProperty: "certainty", lists: landscape.schema.recordedLists
    ) { _, _ in nil }
    let plan = try engine.run("EXPLAIN MATCH (p:Party)-[:PRESENT_AT]->(f) WHERE f.level = 'board' RETURN DISTINCT f.id")
    #expect(!plan.rows.contains { $0[0] == .string("note what rows rest on") })
    let query = try engine.prepare(SourceText(name: "query", text: "MATCH (p:Party)-[:PRESENT_AT]->(f) RETURN f.level"))
    #expect(!query.hasLineage)
    #expect(try query.run().evidence.isEmpty)
  }
}
