import Testing

@testable import Graph

@Suite("Mistakes in a query are found before it runs")
struct BindingErrorTests {
  @Test(
    "a variable must be there",
    arguments: [
      "RETURN x", "MATCH (n) WHERE m.age = 1 RETURN n", "MATCH (n) WITH n.name AS name RETURN n",
      "MATCH (n {age: m.age}) RETURN n", "MATCH (n) RETURN DISTINCT n.name ORDER BY n.age",
      "MATCH (n) RETURN count(n.age) AS c ORDER BY n.name", "MATCH (n) WHERE (n)-[r]->() RETURN n",
      "MATCH (n) WHERE (n)-->(m) RETURN n", "WITH 1 AS x CALL { RETURN x AS y } RETURN y",
      "MATCH (n) WHERE EXISTS { (n)-->(m) } RETURN m", "RETURN [x IN [1] | x] + x",
    ])
  func undefinedVariable(query: String) { #expect(bindingError(query)?.detail == "UndefinedVariable") }

  @Test(
    "a variable is one kind of thing",
    arguments: [
      "MATCH (a)-[a]->() RETURN a", "MATCH ()-[r]->() MATCH (r) RETURN r", "MATCH p = (a), (p) RETURN p",
      "WITH 1 AS n MATCH (n) RETURN n", "WITH [1] AS r MATCH ()-[r]->() RETURN r",
      "MATCH (n) MATCH ()-[n*]->() RETURN n",
      "MATCH (n) WITH [n] AS ns MATCH (ns)-->() RETURN 1", "MATCH ()-[r*]->()-[r]->() RETURN r",
    ])
  func typeConflict(query: String) { #expect(bindingError(query)?.detail == "VariableTypeConflict") }

  @Test(
    "null and values of unknown type may be any kind of thing",
    arguments: [
      "WITH null AS n MATCH (n)-->(m) RETURN m", "MATCH (a) WITH a.friend AS n MATCH (n) RETURN n",
      "WITH $rs AS rs MATCH ()-[rs*]->() RETURN rs", "MATCH ()-[r]->() WITH [r] AS rs MATCH ()-[rs*]->() RETURN rs",
      "UNWIND $nodes AS n MATCH (n) RETURN n",
    ])
  func openTypes(query: String) { #expect(bindingError(query) == nil) }

  @Test(
    "a name is given once",
    arguments: [
      "MATCH (p) MATCH p = ()-->() RETURN p", "MATCH p = (p)-->() RETURN p", "MATCH p = () MATCH p = () RETURN p",
      "WITH 1 AS x UNWIND [1] AS x RETURN x", "WITH 1 AS x CALL { RETURN 2 AS x } RETURN x",
      "MATCH (a) MATCH ((a)-->(b)){1,2} RETURN b",
    ])
  func alreadyBound(query: String) { #expect(bindingError(query)?.detail == "VariableAlreadyBound") }

  @Test(
    "one MATCH names a relationship once",
    arguments: ["MATCH ()-[r]->()-[r]->() RETURN r", "MATCH ()-[r]->(), ()-[r]->() RETURN r"])
  func uniqueness(query: String) { #expect(bindingError(query)?.detail == "RelationshipUniquenessViolation") }

  @Test(
    "aggregates have their place",
    arguments: [
      ("MATCH (n) WHERE count(n) > 1 RETURN n", "InvalidAggregation"),
      ("UNWIND [count(*)] AS x RETURN x", "InvalidAggregation"),
      ("MATCH (n) RETURN n.a ORDER BY max(n.b)", "InvalidAggregation"),
      ("MATCH (n) WITH n.a AS a WHERE count(*) > 1 RETURN a", "InvalidAggregation"),
      ("RETURN [x IN [1] | count(x)]", "InvalidAggregation"),
      ("MATCH (n) RETURN [(n)-->(m) | count(m)]", "InvalidAggregation"),
      ("RETURN any(x IN [1] WHERE count(*) = x)", "InvalidAggregation"),
      ("RETURN 1 LIMIT count(*)", "NonConstantExpression"),
      ("RETURN sum(count(*))", "NestedAggregation"),
      ("RETURN count(rand())", "NonConstantExpression"),
    ])
  func aggregates(query: String, detail: String) { #expect(bindingError(query)?.detail == detail) }

  @Test(
    "what stands beside an aggregate is grouped by",
    arguments: [
      "MATCH (a) RETURN a.x + count(*)", "MATCH (a)--(b) RETURN a.x + b.x, a.x + b.x + count(*)",
      "MATCH (a)--(b) WITH a.x + b.x AS s, count(*) AS c ORDER BY a.x + b.x + count(*) RETURN s",
      "MATCH (a) RETURN {a: a, c: count(*)}", "MATCH (a) RETURN count(*) + COUNT { (a)-->() }",
    ])
  func ambiguous(query: String) { #expect(bindingError(query)?.detail == "AmbiguousAggregationExpression") }

  @Test(
    "grouping keys may be used beside aggregates",
    arguments: [
      "MATCH (a) RETURN a, a.x + count(*)", "MATCH (a) RETURN a.x, {x: a.x, c: count(*)}",
      "MATCH (a) RETURN a.x AS x, count(*) + $p ORDER BY a.x + count(*)", "MATCH (a) RETURN a AS b, a.x + count(*)",
      "MATCH (a) RETURN a.x + 1, count(*) ORDER BY a.x + 1", "MATCH (a) RETURN count(*) / 60 / 60",
      "MATCH (a) RETURN size([x IN collect(a) WHERE x.y]) AS n", "MATCH (a) RETURN count(a) AS c ORDER BY count(a) + c",
      "MATCH (a) WITH a, count(*) AS c WHERE c > 1 AND a.x = 1 RETURN a",
    ])
  func grouped(query: String) { #expect(bindingError(query) == nil) }

  @Test(
    "clauses fit together",
    arguments: [
      ("MATCH (n) WITH n, n.x RETURN n", "NoExpressionAlias"), ("RETURN 1 AS a, 2 AS a", "ColumnNameConflict"),
      ("WITH 1 AS a WITH *, 2 AS a RETURN a", "ColumnNameConflict"), ("MATCH () RETURN *", "NoVariablesInScope"),
      ("RETURN 1 AS a UNION RETURN 1 AS b", "DifferentColumnsInUnion"),
      ("RETURN 1 AS a UNION RETURN 1 AS a, 2 AS b", "DifferentColumnsInUnion"),
      ("RETURN 1 AS a UNION RETURN 1 AS a UNION ALL RETURN 1 AS a", "InvalidClauseComposition"),
      ("MATCH (n)", "InvalidClauseComposition"),
      ("RETURN COLLECT { RETURN 1 AS a, 2 AS b }", "InvalidClauseComposition"),
      ("MATCH (n) RETURN n LIMIT -1", "NegativeIntegerArgument"),
      ("MATCH (n) RETURN n SKIP 1.0", "InvalidArgumentType"),
      ("MATCH (n) RETURN n LIMIT n.x", "NonConstantExpression"), ("MATCH (n $p) RETURN n", "InvalidParameterUse"),
      ("MATCH (n) RETURN (n)-->()", "UnexpectedSyntax"), ("MATCH (n) RETURN size((n)-->())", "UnexpectedSyntax"),
    ])
  func clauses(query: String, detail: String) { #expect(bindingError(query)?.detail == detail) }

  @Test(
    "SKIP and LIMIT may be computed",
    arguments: ["RETURN 1 LIMIT toInteger(ceil(1.7))", "RETURN 1 SKIP $n LIMIT 1 + 1"])
  func computedCounts(query: String) { #expect(bindingError(query) == nil) }

  @Test("every mistake is one of the compile-time phase")
  func phase() {
    #expect(bindingError("RETURN x")?.phase == .compileTime)
    #expect(bindingError("RETURN x")?.kind == .syntax)
  }
}
