import Testing

@testable import Graph

@Suite("Statements")
struct StatementTests {
  @Test("Semicolons separate statements, but not in quotes, back quotes and comments")
  func splitting() {
    let source = SourceText(name: "file", text: "RETURN ';' ; ;\n// a; b\nRETURN `;`; /* ; */ RETURN \";\"\n")
    let statements = Parser.statements(in: source).map(source.text)
    #expect(statements == ["RETURN ';'", "RETURN `;`", "RETURN \";\""])
  }

  @Test("A text of comments only holds no statement", arguments: ["", " \n", "// a", ";;", "/* ; */ ;"])
  func nothing(_ text: String) {
    #expect(Parser.statements(in: SourceText(name: "file", text: text)).isEmpty)
  }

  @Test(
    "A query starts with a clause word and what may follow it",
    arguments: [
      "MATCH (n) RETURN n", "match (", "MATCH p = (a)", "MATCH ANY SHORTEST (a)", "MATCH shortestPath(",
      "MATCH SHORTEST 2 (a)",
      "OPTIONAL MATCH (n)", "UNWIND [1] AS x", "UNWIND list AS x", "WITH x AS y", "with 1 as x", "WITH *", "RETURN 1",
      "return *",
      "RETURN x", "RETURN x, y", "RETURN 'a'", "RETURN -1", "RETURN DISTINCT x", "RETURN NOT true",
      "RETURN CASE x WHEN 1", "RETURN n.a",
      "RETURN f(x)", "CALL p()", "CALL a.b()", "CALL p YIELD x", "CALL p", "CALL { RETURN 1", "CALL (x) {",
      "FOR x IN l", "LET x = 1",
      "FILTER x > 1", "EXPLAIN MATCH (n)", "profile return 1", "// note\nMATCH (n)", "UNION ALL RETURN 1",
      "CREATE (n)", "MERGE (n)", "SET n.a = 1", "DELETE n", "DETACH DELETE n", "SELECT * FROM t", "SELECT a, b FROM t",
    ])
  func queries(_ text: String) {
    #expect(Parser.isQuery(text))
  }

  @Test(
    "Everything else is a sentence",
    arguments: [
      "", "match Groningen", "match any forum", "link A to B", "explain link A to B", "return forums of Groningen",
      "with whom does Oldambt talk", "for Groningen show duties", "call the office of Oldambt", "let me see",
      "filter forums by theme",
      "optional forums", "union of forums", "create report", "set of forums", "select forums", "unwind the clock",
      "check", "gaps in \"RMC 01\"",
      "(n)", "123", "'text'",
    ])
  func sentences(_ text: String) {
    #expect(!Parser.isQuery(text))
  }
}
