import Testing

@testable import Graph

@Suite("Clauses")
struct ClauseTests {
  @Test(
    "Clauses follow each other until RETURN",
    arguments: [
      ParsingCase("MATCH (n) RETURN n", "(match (n)) (return n)"),
      ParsingCase("match (n) where n.a return n", "(match (n) (where n.a)) (return n)"),
      ParsingCase(
        "OPTIONAL MATCH (a), (b) WHERE a = b RETURN *", "(optional-match (a) (b) (where (a = b))) (return *)"),
      ParsingCase("UNWIND [1] AS x RETURN x", "(unwind [1] x) (return x)"),
      ParsingCase("WITH 1 AS a WHERE a > 0 RETURN a", "(with (as 1 a) (where (a > 0))) (return a)"),
      ParsingCase("EXPLAIN RETURN 1", "(explain (return 1))"),
      ParsingCase("PROFILE RETURN 1;", "(profile (return 1))"),
    ])
  func clauses(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "GQL's FOR, LET and FILTER are UNWIND and WITH by another name",
    arguments: [
      ParsingCase("FOR x IN [1] RETURN x", "(unwind [1] x) (return x)"),
      ParsingCase("LET a = 1, b = 2 RETURN a", "(with * (as 1 a) (as 2 b)) (return a)"),
      ParsingCase("MATCH (n) FILTER n.a RETURN n", "(match (n)) (with * (where n.a)) (return n)"),
      ParsingCase("MATCH (n) FILTER WHERE n.a RETURN n", "(match (n)) (with * (where n.a)) (return n)"),
    ])
  func renamed(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "Columns, their names, order and extent",
    arguments: [
      ParsingCase("RETURN a, b AS c", "(return a (as b c))"),
      ParsingCase("RETURN *, a AS b", "(return * (as a b))"),
      ParsingCase("RETURN DISTINCT a", "(return distinct a)"),
      ParsingCase("RETURN DISTINCT *", "(return distinct *)"),
      ParsingCase("RETURN a ORDER BY a, b DESC, c ASC", "(return a (order a (b desc) c))"),
      ParsingCase("RETURN a ORDER BY a DESCENDING, b ASCENDING", "(return a (order (a desc) b))"),
      ParsingCase("RETURN a ORDER BY a NULLS FIRST", "(return a (order (a nulls-first)))"),
      ParsingCase("RETURN a ORDER BY a DESC NULLS LAST", "(return a (order (a desc nulls-last)))"),
      ParsingCase("RETURN a SKIP 1 LIMIT $n", "(return a (skip 1) (limit $n))"),
      ParsingCase("RETURN a OFFSET 1 + 1", "(return a (skip (+ 1 1)))"),
      ParsingCase(
        "WITH DISTINCT a ORDER BY a LIMIT 1 WHERE a RETURN a",
        "(with distinct a (order a) (limit 1) (where a)) (return a)"),
    ])
  func projections(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "UNION joins queries, of one kind each",
    arguments: [
      ParsingCase("RETURN 1 UNION RETURN 2", "(return 1) union (return 2)"),
      ParsingCase("RETURN 1 UNION DISTINCT RETURN 2", "(return 1) union (return 2)"),
      ParsingCase(
        "RETURN 1 UNION ALL RETURN 2 UNION ALL RETURN 3", "(return 1) union-all (return 2) union-all (return 3)"),
    ])
  func unions(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "CALL runs a procedure or a subquery",
    arguments: [
      ParsingCase("CALL p", "(call p)"),
      ParsingCase("CALL a.b.p()", "(call a.b.p ())"),
      ParsingCase("CALL p(1, $x) YIELD *", "(call p (1 $x) (yield))"),
      ParsingCase("CALL p() YIELD a AS b, c WHERE c RETURN b", "(call p () (yield a→b c) (where c)) (return b)"),
      ParsingCase("OPTIONAL CALL p() YIELD a RETURN a", "(optional-call p () (yield a)) (return a)"),
      ParsingCase("CALL { RETURN 1 AS a } RETURN a", "(call {(return (as 1 a))}) (return a)"),
      ParsingCase("CALL (x, y) { RETURN x AS a } RETURN a", "(call [x y] {(return (as x a))}) (return a)"),
      ParsingCase("CALL () { RETURN 1 AS a } RETURN a", "(call [] {(return (as 1 a))}) (return a)"),
      ParsingCase("OPTIONAL CALL (*) { RETURN 1 AS a } RETURN a", "(optional-call [*] {(return (as 1 a))}) (return a)"),
    ])
  func calls(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "No word is reserved where a name is expected",
    arguments: [
      ParsingCase(
        "MATCH (match:MATCH {order: 1})-[return:RETURN]->(where) RETURN match.return AS return",
        "(match (match:MATCH {order:1})-[return:RETURN]->(where)) (return (as match.return return))"),
      ParsingCase("RETURN order, count, exists, case, all, reduce", "(return order count exists case all reduce)"),
      ParsingCase("RETURN {null: 1, true: 2, end: 3}.null", "(return {null:1 true:2 end:3}.null)"),
      ParsingCase("RETURN n.case, n.null, n.limit", "(return n.case n.null n.limit)"),
      ParsingCase("RETURN $return, $null", "(return $return $null)"),
      ParsingCase("UNWIND l AS as RETURN as", "(unwind l as) (return as)"),
      ParsingCase("RETURN distinct", "(return distinct)"),
      ParsingCase("RETURN count {.a}", "(return count{.a})"),
      ParsingCase(
        "MATCH (n) WITH n.count AS count ORDER BY count RETURN count > 0",
        "(match (n)) (with (as n.count count) (order count)) (return (count > 0))"),
      ParsingCase(
        "MATCH (gemeente:Gemeente_Ʒ) RETURN gemeente.naäm", "(match (gemeente:Gemeente_Ʒ)) (return gemeente.naäm)"),
      ParsingCase("RETURN `a``b`", "(return a`b)"),
    ])
  func names(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }

  @Test(
    "Comments: two slashes, slash and star, and two dashes unless they are a relationship",
    arguments: [
      ParsingCase("// a\nRETURN /* b\n */ 1 // c", "(return 1)"),
      ParsingCase("RETURN 1 -- a comment", "(return 1)"),
      ParsingCase("-- a comment\nRETURN 1", "(return 1)"),
      ParsingCase("RETURN 1 --", "(return 1)"),
      ParsingCase("RETURN count(n) -- a comment", "(return count(n))"),
      ParsingCase("MATCH (a)--(b) RETURN a", "(match (a)-[]-(b)) (return a)"),
      ParsingCase("MATCH (a) -- (b) RETURN a", "(match (a)-[]-(b)) (return a)"),
      ParsingCase("MATCH (a)\n--\n(b) RETURN a", "(match (a)-[]-(b)) (return a)"),
      ParsingCase("MATCH (a)<-- (b) RETURN a", "(match (a)<-[]-(b)) (return a)"),
      ParsingCase("MATCH (a) -- the first\nRETURN a", "(match (a)) (return a)"),
      ParsingCase("RETURN 1--2", "(return (- 1 -2))"),
      ParsingCase("\u{FEFF}RETURN\u{A0}1", "(return 1)"),
    ])
  func comments(_ example: ParsingCase) throws {
    #expect(try Parsing.tree(example.text) == example.expected)
  }
}
