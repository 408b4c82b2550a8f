import Testing

@testable import Graph

@Suite("JSON")
struct JSONFormatTests {
  static let values: [(Value, String)] = [
    (.null, "null"),
    (.boolean(false), "false"),
    (.integer(9_007_199_254_740_993), "9007199254740993"),
    (.integer(.min), "-9223372036854775808"),
    (.float(1), "1.0"),
    (.float(-0.0), "-0.0"),
    (.float(0.1), "0.1"),
    (.float(1e22), "1e+22"),
    (.float(.leastNonzeroMagnitude), "5e-324"),
    (.float(.nan), "{\"_float\":\"NaN\"}"),
    (.float(.infinity), "{\"_float\":\"Infinity\"}"),
    (.float(-.infinity), "{\"_float\":\"-Infinity\"}"),
    (.string("a\"b\\c\n\t\u{0}é"), "\"a\\\"b\\\\c\\n\\t\\u0000é\""),
    (.date(CalendarDate("2026-11-21")!), "\"2026-11-21\""),
    (.duration(CalendarDuration(months: 0, days: -1)), "\"P-1D\""),
    (.list([]), "[]"),
    (.list([.integer(1), .list([.null])]), "[1,[null]]"),
    (.map(ValueMap()), "{}"),
    (.map(ValueMap([("b", .integer(1)), ("a", .integer(2))])), "{\"b\":1,\"a\":2}"),
    (.map(ValueMap([("_node", .integer(1))])), "{\"_map\":{\"_node\":1}}"),
    (.map(ValueMap([("_map", .map(ValueMap([("_x", .null)])))])), "{\"_map\":{\"_map\":{\"_map\":{\"_x\":null}}}}"),
    (.map(ValueMap([("_a", .integer(1)), ("_b", .integer(2))])), "{\"_a\":1,\"_b\":2}"),
    (
      .node(OutputFixture.node("GM1895")),
      "{\"_node\":{\"id\":\"GM1895\",\"labels\":[\"Municipality\",\"Party\"],"
        + "\"properties\":{\"name\":\"Oldambt\",\"population\":38000}}}"
    ),
    (
      OutputFixture.relationship(0),
      "{\"_relationship\":{\"id\":\"GM1895|IN_REGION|MC01|0\",\"start\":\"GM1895\",\"end\":\"MC01\",\"type\":\"IN_REGION\","
        + "\"properties\":{\"certainty\":\"stated\",\"section\":\"§5\",\"source\":\"S1\"}}}"
    ),
  ]

  @Test("each kind of value has its encoding", arguments: values)
  func value(_ value: Value, _ expected: String) throws {
    #expect(try OutputFixture.cell(.json, value) == "{\"columns\":[\"x\"],\"rows\":[[\(expected)]]}\n")
  }

  @Test("a path alternates nodes and relationships in walking order")
  func path() throws {
    let text = try OutputFixture.cell(.json, OutputFixture.path)
    #expect(text.contains("[[{\"_path\":[{\"_node\":{\"id\":\"GM1895\""))
    #expect(text.split(separator: "\"_relationship\"").count == 5)
  }

  @Test("a phrase has view, headline, tables and notes")
  func phrase() throws {
    let text = try OutputFixture.text(.json, [OutputFixture.phrase]) {
      $0.viewFields = ValueMap([("at", .string("2026-11-21"))])
    }
    #expect(
      text.hasPrefix(
        "{\"view\":{\"at\":\"2026-11-21\"},\"headline\":\"1 forum links them\",\"tables\":[{\"title\":\"Forums\""))
    #expect(
      text.hasSuffix(
        "{\"title\":\"Unknown at this date\",\"columns\":[\"forum\"],\"rows\":[]}],"
          + "\"notes\":[\"no seat recorded in 2 forums\"]}\n"))
  }

  @Test("several statements have tables without titles")
  func statements() throws {
    let answer = Answer(tables: [ResultTable(columns: ["n"], rows: [[.integer(1)], [.integer(2)]])])
    #expect(
      try OutputFixture.text(.json, [answer, answer])
        == "{\"view\":{},\"headline\":null,\"tables\":[{\"title\":null,\"columns\":[\"n\"],\"rows\":[[1],\n[2]]},\n"
        + "{\"title\":null,\"columns\":[\"n\"],\"rows\":[[1],\n[2]]}],\"notes\":[]}\n")
  }

  @Test("why adds arrays parallel to the rows")
  func why() throws {
    let table = ResultTable(
      columns: ["n"], rows: [[.integer(1)], [.integer(2)]],
      evidence: [
        Evidence(certainty: "stated", claims: [.relationship(RelationshipID(0))]),
        Evidence(certainty: nil, counts: [], claims: [.statement(OutputFixture.node("U1"))]),
      ])
    let text = try OutputFixture.text(.json, [Answer(tables: [table])]) { $0.showWhy = true }
    #expect(
      text.hasSuffix(
        """
        "evidence":["stated",null],"why":[[{"relationship":"GM1895|IN_REGION|MC01|0","certainty":"stated","source":"S1",\
        "title":"Advice 2016","section":"§5"}],
        [{"statement":"U1","about":"M1","property":"level","value":"board","certainty":"disputed","source":"S1",\
        "title":"Advice 2016","section":"table 2"}]]}

        """))
  }
}
