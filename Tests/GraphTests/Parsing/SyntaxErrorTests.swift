import Testing

@testable import Graph

/// A mistake, the marked text, the message and the hint; an empty hint means none.
struct Mistake: Sendable, CustomStringConvertible {
  var text: String
  var marked: String
  var message: String
  var hint: String

  init(_ text: String, marks marked: String, _ message: String, hint: String = "") {
    self.text = text
    self.marked = marked
    self.message = message
    self.hint = hint
  }

  var description: String { text }
}

@Suite("Syntax errors")
struct SyntaxErrorTests {
  private func check(_ mistake: Mistake) throws {
    let error = try #require(Parsing.error(mistake.text))
    let span = try #require(error.span)
    #expect(SourceText(name: "query", text: mistake.text).text(span) == mistake.marked)
    #expect(error.message == mistake.message)
    #expect(error.hint ?? "" == mistake.hint)
    #expect(error.phase == .compileTime)
  }

  @Test(
    "Habits from other languages get advice",
    arguments: [
      Mistake(
        "RETURN a != b", marks: "!=", "'!=' is not part of the query language", hint: "write <> for 'is not equal to'"),
      Mistake(
        "RETURN a == b", marks: "==", "'==' is not part of the query language",
        hint: "write a single = for 'is equal to'"),
      Mistake("RETURN a && b", marks: "&", "'&' is not part of the query language", hint: "write AND"),
      Mistake("RETURN !a", marks: "!", "'!' is not part of the query language", hint: "write NOT"),
      Mistake(
        "MATCH (n) WHERE n.a LIKE 'x%' RETURN n", marks: "LIKE", "'LIKE' is not part of the query language",
        hint: "write STARTS WITH, ENDS WITH, CONTAINS, or =~ with a regular expression"),
      Mistake(
        "RETURN a BETWEEN 1 AND 2", marks: "BETWEEN", "'BETWEEN' is not part of the query language",
        hint: "write low <= x <= high"),
      Mistake(
        "SELECT * FROM t", marks: "SELECT", "'SELECT' is not part of the query language",
        hint: "write MATCH (n:Label) ... RETURN n.property instead of SELECT ... FROM"),
      Mistake(
        "RETURN a, count(*) GROUP BY a", marks: "GROUP", "'GROUP' is not part of the query language",
        hint: "leave GROUP BY out: rows are grouped by the columns that are not aggregates"),
      Mistake(
        "RETURN a HAVING a > 1", marks: "HAVING", "'HAVING' is not part of the query language",
        hint: "write WITH ... WHERE after the aggregate"),
      Mistake(
        "RETURN a NOT IN b", marks: "NOT", "expected the end of the query, found 'NOT'", hint: "write NOT x IN list"),
      Mistake(
        "RETURN n.name name", marks: "name", "expected the end of the query, found 'name'",
        hint: "to rename a column write AS name"),
      Mistake(
        "RETURN 1 – 2", marks: "–", "the character '–' means nothing here",
        hint: "use the minus sign of the keyboard: -"),
      Mistake(
        "RETURN “a”", marks: "“", "the character '“' means nothing here", hint: "use the straight quotes ' or \""),
      Mistake(
        "RETURN {'a': 1}", marks: "'a'", "expected a key, found 'a'",
        hint: "write the key without quotes, or with back quotes: `a key`"),
    ])
  func habits(_ mistake: Mistake) throws {
    try check(mistake)
  }

  @Test(
    "Clauses that write are refused by name",
    arguments: [
      "CREATE (n)", "MERGE (n)", "INSERT (n)", "MATCH (n) SET n.a = 1", "MATCH (n) DELETE n",
      "MATCH (n) DETACH DELETE n",
      "MATCH (n) REMOVE n.a", "FOREACH (x IN l | SET x.a = 1)", "LOAD CSV FROM 'f' AS r RETURN r",
      "MATCH (n) RETURN n CREATE (m)",
      "CALL { MATCH (n) CREATE (m) } RETURN 1", "RETURN EXISTS { MATCH (n) SET n.a = 1 }",
    ])
  func writing(_ text: String) throws {
    let error = try #require(Parsing.error(text))
    #expect(error.message.hasPrefix("graphq only reads: there is no "))
    #expect(error.detail == "UnexpectedSyntax")
  }

  @Test(
    "Brackets and quotes without a partner are pointed out where they open",
    arguments: [
      Mistake("MATCH (n RETURN n", marks: "(", "this '(' is never closed", hint: "close it with ')'"),
      Mistake("RETURN [[1]", marks: "[", "this '[' is never closed", hint: "close it with ']'"),
      Mistake("RETURN {a: 1", marks: "{", "this '{' is never closed", hint: "close it with '}'"),
      Mistake("MATCH (n] RETURN n", marks: "(n]", "']' cannot close '('", hint: "close it with ')'"),
      Mistake("RETURN 1)", marks: ")", "this ')' closes nothing", hint: "remove it, or add what it should close"),
      Mistake(
        "RETURN f('a)", marks: "'", "this text is never closed", hint: "close it with '; inside the text write \\'"),
      Mistake("RETURN 1 /* a", marks: "/* a", "this comment is never closed", hint: "close it with */"),
    ])
  func partners(_ mistake: Mistake) throws {
    try check(mistake)
  }

  @Test(
    "A query has an end, and only one",
    arguments: [
      Mistake(
        "MATCH (n)", marks: "MATCH (n)", "the query ends without RETURN", hint: "add RETURN and what you want to see"),
      Mistake(
        "CALL { MATCH (n) } RETURN 1", marks: "MATCH (n)", "the query ends without RETURN",
        hint: "add RETURN and what you want to see"),
      Mistake(
        "MATCH (n) CALL p()", marks: "MATCH (n) CALL p()", "the query ends without RETURN",
        hint: "add RETURN and what you want to see"),
      Mistake(
        "RETURN 1 AS a MATCH (n) RETURN n", marks: "MATCH", "nothing may follow RETURN here",
        hint: "RETURN ends a query; pass results on with WITH, or join two queries with UNION"),
      Mistake(
        "RETURN 1 UNION RETURN 2 UNION ALL RETURN 3", marks: "UNION", "UNION and UNION ALL cannot be mixed",
        hint: "use only one of them, or put one part in CALL { ... }"),
      Mistake(
        "RETURN 1; RETURN 2", marks: "RETURN", "a second statement follows the ';'", hint: "run one statement at a time"
      ),
      Mistake(" // nothing", marks: "", "there is no query here", hint: "a query looks like MATCH (n) RETURN n"),
      Mistake("RETURN 1 +", marks: "", "expected a value, a variable or a condition, found the end of the query"),
    ])
  func ends(_ mistake: Mistake) throws {
    try check(mistake)
  }

  @Test(
    "Texts that do not fit the grammar",
    arguments: [
      "RETURN", "RETURN ,", "RETURN [,]", "RETURN {a 1}", "RETURN {1: 2}", "RETURN {[]}", "RETURN {{}}",
      "RETURN {a.b: 1}",
      "RETURN {1B2c3e67:1}", "RETURN f(1 2)", "RETURN sum(*)", "RETURN all(x IN l)", "RETURN CASE WHEN a END",
      "RETURN CASE a END",
      "RETURN a = NOT b", "RETURN n IS Person", "RETURN n.", "RETURN a[1", "RETURN a[1..2..3]", "RETURN (1, 2)",
      "RETURN ()",
      "RETURN [x IN l WHERE x:A|B | x]", "RETURN reduce(a = 1, x IN l)", "UNWIND [1] RETURN 1", "UNWIND [1] AS RETURN",
      "WITH 1 AS x WHERE x ORDER BY x RETURN x", "MATCH (n) RETURN n LIMIT 1 SKIP 2", "RETURN 1 ORDER a",
      "RETURN 1 ORDER BY a NULLS",
      "LET x RETURN x", "FOR x l RETURN x", "CALL p( RETURN 1", "CALL (a b) { RETURN 1 } RETURN 1", "UNION RETURN 1",
      "RETURN 1 UNION",
      "OPTIONAL (n) RETURN n", "MATCH (n) WHERE n.a = 1, n.b = 2 RETURN n", "EXPLAIN", "RETURN EXISTS { }",
      "RETURN COLLECT { (a) }",
      "RETURN 1 AS 'x'", "FOO BAR", "RETURN n {.}", "RETURN n {1}",
    ])
  func misfits(_ text: String) throws {
    let error = try #require(Parsing.error(text))
    #expect(error.kind == .syntax)
    #expect(error.span != nil)
  }
}
