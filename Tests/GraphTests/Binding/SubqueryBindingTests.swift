import Testing

@testable import Graph

@Suite("Subqueries see what they may see")
struct SubqueryBindingTests {
  @Test(
    "a subquery expression sees everything around it",
    arguments: [
      "MATCH (a) WHERE EXISTS { (a)-->(b) WHERE b.x = a.x } RETURN a",
      "MATCH (a) WHERE EXISTS { WITH 1 AS x MATCH (a)-->(b {y: x}) RETURN b } RETURN a",
      "MATCH (a) RETURN COUNT { (a)-->(b) WHERE EXISTS { (b)-->(a) } }",
      "MATCH (a) RETURN COLLECT { MATCH (a)-->(b) RETURN b.x ORDER BY b.x LIMIT 3 } AS xs",
      "MATCH (a) RETURN [p = (a)-->(b) WHERE b.x > a.x | length(p)]", "MATCH (a), (b) WHERE NOT (a)-->(b) RETURN a",
      "MATCH (a) WHERE exists((a)-->()) AND exists(a.x) RETURN a",
    ])
  func visible(query: String) { #expect(bindingError(query) == nil) }

  @Test(
    "CALL sees what it imports",
    arguments: [
      "MATCH (a) CALL { WITH a MATCH (a)-->(b) RETURN b } RETURN a, b",
      "MATCH (a) CALL { WITH a RETURN a.x AS x UNION WITH a RETURN a.y AS x } RETURN x",
      "MATCH (a) CALL (a) { MATCH (a)-->(b) WITH b RETURN a.x + b.x AS s } RETURN s",
      "MATCH (a) CALL (*) { RETURN a.x AS x } RETURN x", "CALL { MATCH (n) RETURN n } RETURN n",
    ])
  func imports(query: String) { #expect(bindingError(query) == nil) }

  @Test("the outer slots are those read inside, at any depth")
  func outerSlots() throws {
    let statement = try bound(
      "MATCH (a), (b), (c) WHERE EXISTS { (a)-->(d) WHERE EXISTS { (d)-->(b) } } RETURN c")
    guard case .exists(let query)? = statement.match?.predicates[0].kind else { throw Unexpected() }
    #expect(statement.names(query.outerSlots) == ["a", "b"])
    guard case .match(let inner) = query.branches[0].clauses[0], case .exists(let deep) = inner.predicates[0].kind
    else {
      throw Unexpected()
    }
    #expect(statement.names(deep.outerSlots) == ["b", "d"])
    #expect(statement.query.outerSlots.isEmpty)
  }
}

/// Named queries from texts.
struct NamedQueries: ProcedureSource {
  var texts: [String: (parameters: [String], bodies: [String])]

  var procedureNames: [String] { texts.keys.sorted() }

  func procedure(named name: String) throws(QueryError) -> Procedure? {
    guard let text = texts[name] else { return nil }
    var bodies: [ProcedureBody] = []
    for body in text.bodies {
      let source = SourceText(name: "\(name).gql", text: body)
      bodies.append(ProcedureBody(source: source, query: try Parser.parse(source).query))
    }
    return Procedure(name: name, parameters: text.parameters, bodies: bodies)
  }
}

@Suite("CALL puts a named query in place of its call")
struct ProcedureBindingTests {
  let library = NamedQueries(texts: [
    "seats": (["party"], ["MATCH (p {id: $party})-->(forum)-->(seat) RETURN forum, seat"]),
    "all.duties": ([], ["RETURN 1 AS duty, 2 AS cell", "RETURN 3 AS cell, 4 AS duty"]),
    "loop": ([], ["CALL round() YIELD x RETURN x"]), "round": ([], ["CALL loop() YIELD x RETURN x"]),
  ])

  @Test("arguments fill slots that the text reads as parameters")
  func arguments() throws {
    let statement = try bound("MATCH (a) CALL seats(a.id) YIELD forum AS f, seat RETURN f, seat", procedures: library)
    guard case .call(let call) = statement.clauses[1] else { throw Unexpected() }
    #expect(call.procedure == "seats")
    #expect(statement.names(call.arguments.map(\.slot)) == ["party"])
    #expect(call.query.outerSlots == call.arguments.map(\.slot))
  }

  @Test(
    "calls that are fine",
    arguments: [
      "CALL seats('x')", "CALL seats('x') YIELD *", "CALL seats", "CALL all.duties() YIELD duty RETURN duty",
      "CALL seats('x') YIELD forum CALL seats('y') YIELD forum AS other RETURN *",
      "CALL seats('x') YIELD forum WHERE forum.name = 'REA' RETURN forum",
    ])
  func fine(query: String) { #expect(bindingError(query, procedures: library) == nil) }

  @Test("several texts are one UNION ALL, columns by name")
  func folder() throws {
    let statement = try bound("CALL all.duties() YIELD duty, cell RETURN *", procedures: library)
    guard case .call(let call) = statement.clauses[0] else { throw Unexpected() }
    #expect(call.query.branches.count == 2)
    #expect(call.query.keepsDuplicates)
  }

  @Test(
    "calls that are not",
    arguments: [
      ("CALL seat('x') YIELD forum RETURN forum", "ProcedureNotFound"),
      ("CALL loop() YIELD x RETURN x", "RecursiveProcedure"),
      ("CALL seats() YIELD forum RETURN forum", "InvalidNumberOfArguments"),
      ("CALL seats('x') YIELD form RETURN form", "UndefinedVariable"),
      ("MATCH (forum) CALL seats('x') YIELD forum RETURN forum", "VariableAlreadyBound"),
      ("CALL seats(x) YIELD forum RETURN forum", "UndefinedVariable"),
    ])
  func mistakes(query: String, detail: String) { #expect(bindingError(query, procedures: library)?.detail == detail) }
}
