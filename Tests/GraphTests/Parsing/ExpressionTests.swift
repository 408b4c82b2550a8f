import Testing

@testable import Graph

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "Operators bind in the order OR, XOR, AND, NOT, comparison, predicate, sum, product, power, sign, postfix",
    arguments: [
      ParsingCase("a OR b AND c", "(or a (and b c))"),
      ParsingCase("a OR b XOR c", "(or a (xor b c))"),
      ParsingCase("a XOR b AND c", "(xor a (and b c))"),
      ParsingCase("NOT a AND b", "(and (not a) b)"),
      ParsingCase("NOT NOT a", "(not (not a))"),
      ParsingCase("NOT a = b", "(not (a = b))"),
      ParsingCase("a = b IN c", "(a = (in b c))"),
      ParsingCase("a < b IS NULL", "(a < (null b))"),
      ParsingCase("a IN b + c", "(in a (+ b c))"),
      ParsingCase("a IN b IN c", "(in (in a b) c)"),
      ParsingCase("a + b * c", "(+ a (* b c))"),
      ParsingCase("a * b ^ c", "(* a (^ b c))"),
      ParsingCase("-a ^ b", "(^ (minus a) b)"),
      ParsingCase("a ^ -b", "(^ a (minus b))"),
      ParsingCase("-a.b", "(minus a.b)"),
      ParsingCase("- -a", "(minus (minus a))"),
      ParsingCase("+a - +b", "(- (plus a) (plus b))"),
      ParsingCase("a || b + c", "(+ (|| a b) c)"),
      ParsingCase("a STARTS WITH b AND c ENDS WITH d", "(and (starts-with a b) (ends-with c d))"),
      ParsingCase("a CONTAINS b OR c =~ d", "(or (contains a b) (=~ c d))"),
      ParsingCase("NOT a:A = true", "(not (a:A = true))"),
    ])
  func precedence(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Arithmetic groups from the left",
    arguments: [
      ParsingCase("a - b - c", "(- (- a b) c)"),
      ParsingCase("a / b * c % d", "(% (* (/ a b) c) d)"),
      ParsingCase("a ^ b ^ c", "(^ (^ a b) c)"),
      ParsingCase("a - (b - c)", "(- a (- b c))"),
    ])
  func association(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Comparisons in a row are one chain",
    arguments: [
      ParsingCase("1 < x <= 3", "(1 < x <= 3)"),
      ParsingCase("a = b <> c > d >= e", "(a = b <> c > d >= e)"),
      ParsingCase("(a < b) < c", "((a < b) < c)"),
    ])
  func chains(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Long chains of AND and OR are balanced, in their order",
    arguments: [
      ParsingCase("a OR b OR c", "(or a (or b c))"),
      ParsingCase("a AND b AND c AND d", "(and (and a b) (and c d))"),
    ])
  func balance(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Tests for null and labels",
    arguments: [
      ParsingCase("a IS NULL", "(null a)"),
      ParsingCase("a.b iS nOt NuLl", "(not-null a.b)"),
      ParsingCase("a IS NULL IS NOT NULL", "(not-null (null a))"),
      ParsingCase("n:A", "n:A"),
      ParsingCase("n:A:B", "n:(A&B)"),
      ParsingCase("n:A&!B|C", "n:((A&!B)|C)"),
      ParsingCase("n IS LABELED A|B", "n:(A|B)"),
      ParsingCase("n IS NOT LABELED A", "(not n:A)"),
      ParsingCase("startNode(r):A", "startNode(r):A"),
    ])
  func tests(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Properties, indexes and ranges",
    arguments: [
      ParsingCase("a.b.c", "a.b.c"),
      ParsingCase("a[0].b[1]", "a[0].b[1]"),
      ParsingCase("a['b']", "a['b']"),
      ParsingCase("a[1..2]", "a[1..2]"),
      ParsingCase("a[..2]", "a[..2]"),
      ParsingCase("a[-3..]", "a[-3..]"),
      ParsingCase("a[..]", "a[..]"),
      ParsingCase("[1, 2][0]", "[1 2][0]"),
      ParsingCase("{a: 1}.a", "{a:1}.a"),
      ParsingCase("$p.a", "$p.a"),
    ])
  func postfixes(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Lists, maps and map projections",
    arguments: [
      ParsingCase("[]", "[]"),
      ParsingCase("[1, [2], {}]", "[1 [2] {}]"),
      ParsingCase("{a: 1, `b c`: {d: 2}}", "{a:1 b c:{d:2}}"),
      ParsingCase("n {.name, .*, x: 1, y}", "n{.name .* x:1 y}"),
      ParsingCase("n {}", "n{}"),
    ])
  func collections(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Comprehensions, quantifiers and reduce bind a name",
    arguments: [
      ParsingCase("[x IN l WHERE x > 1 | x + 1]", "[x in l (where (x > 1)) | (+ x 1)]"),
      ParsingCase("[x IN l | x]", "[x in l | x]"),
      ParsingCase("[x IN l WHERE x]", "[x in l (where x)]"),
      ParsingCase("[x IN l]", "[x in l]"),
      ParsingCase("[x IN l, y]", "[(in x l) y]"),
      ParsingCase("[x IN [y IN l | y] | x]", "[x in [y in l | y] | x]"),
      ParsingCase("[(a)-->(b) | b.c]", "[(a)-[]->(b) | b.c]"),
      ParsingCase("[p = (a)-[:T]->() WHERE a.b | p]", "[p=(a)-[:T]->() (where a.b) | p]"),
      ParsingCase("[(a)-->(b)]", "[<(a)-[]->(b)>]"),
      ParsingCase("all(x IN l WHERE x = 1)", "(all x l (x = 1))"),
      ParsingCase("any(x IN l WHERE x)", "(any x l x)"),
      ParsingCase("none(x IN l WHERE x)", "(none x l x)"),
      ParsingCase("single(x IN l WHERE x)", "(single x l x)"),
      ParsingCase("reduce(t = 0, x IN l | t + x)", "(reduce t=0 x l (+ t x))"),
    ])
  func binders(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "A bar in a comprehension ends its condition; label alternatives there need parentheses",
    arguments: [
      ParsingCase("[x IN l WHERE x:A | x.b]", "[x in l (where x:A) | x.b]"),
      ParsingCase("[x IN l WHERE x:(A|B) | x.b]", "[x in l (where x:(A|B)) | x.b]"),
      ParsingCase("[x IN l WHERE (x:A|B) | x.b]", "[x in l (where x:(A|B)) | x.b]"),
      ParsingCase("[(a)-[:T|U]->(b:A|B) | b]", "[(a)-[:(T|U)]->(b:(A|B)) | b]"),
    ])
  func bars(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "CASE with and without a subject",
    arguments: [
      ParsingCase("CASE x WHEN 1 THEN a WHEN 2 THEN b ELSE c END", "(case x 1→a 2→b else→c)"),
      ParsingCase("CASE WHEN a THEN b END", "(case a→b)"),
      ParsingCase("CASE WHEN a THEN b ELSE CASE WHEN c THEN d END END", "(case a→b else→(case c→d))"),
    ])
  func conditionals(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Calls",
    arguments: [
      ParsingCase("f()", "f()"),
      ParsingCase("f(a, b)", "f(a b)"),
      ParsingCase("count(*)", "count(*)"),
      ParsingCase("COUNT ( * )", "count(*)"),
      ParsingCase("count(DISTINCT a.b)", "count(distinct a.b)"),
      ParsingCase("a.b.f(c)", "a.b.f(c)"),
      ParsingCase("f(distinct)", "f(distinct)"),
      ParsingCase("exists(n.a)", "exists(n.a)"),
    ])
  func calls(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "Subqueries",
    arguments: [
      ParsingCase("EXISTS { MATCH (n) }", "exists{(match (n))}"),
      ParsingCase("EXISTS { (a)-->(b) WHERE b.c }", "exists{(match (a)-[]->(b) (where b.c))}"),
      ParsingCase("exists((a)-->())", "exists{(match (a)-[]->())}"),
      ParsingCase("COUNT { p = (a), (b) }", "count{(match p=(a) (b))}"),
      ParsingCase("COUNT { ANY SHORTEST (a)-->+(b) }", "count{(match any-shortest (a)-[*1..]->(b))}"),
      ParsingCase(
        "EXISTS { MATCH (a) RETURN a UNION MATCH (b) RETURN b }",
        "exists{(match (a)) (return a) union (match (b)) (return b)}"),
      ParsingCase("COLLECT { UNWIND l AS x RETURN x }", "collect{(unwind l x) (return x)}"),
    ])
  func subqueries(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "A pattern is told from an expression in parentheses by what follows",
    arguments: [
      ParsingCase("(n)", "n"),
      ParsingCase("(n:A)", "n:A"),
      ParsingCase("(a)-->(b)", "<(a)-[]->(b)>"),
      ParsingCase("(a)--(b)", "<(a)-[]-(b)>"),
      ParsingCase("(a)->(b)", "<(a)-[]->(b)>"),
      ParsingCase("(a)<--(b)", "<(a)<-[]-(b)>"),
      ParsingCase("(a)-[:T*2]-()<-[r]-({x: 1})", "<(a)-[:T*2..2]-()<-[r]-({x:1})>"),
      ParsingCase("(a) - (b)", "(- a b)"),
      ParsingCase("(a)-(b)", "(- a b)"),
      ParsingCase("(a)<-(b)", "(a < (minus b))"),
      ParsingCase("(a)--5", "(- a -5)"),
      ParsingCase("(a)-[1]", "(- a [1])"),
      ParsingCase("(a)-->(b) = true", "(<(a)-[]->(b)> = true)"),
      ParsingCase("NOT (a)-->(b) AND ((a)-->())", "(and (not <(a)-[]->(b)>) <(a)-[]->()>)"),
      ParsingCase("size((a)-->())", "size(<(a)-[]->()>)"),
      ParsingCase("length(shortestPath((a)-[*]-(b)))", "length(<f:any-shortest (a)-[*1..]-(b)>)"),
    ])
  func patterns(_ example: ParsingCase) throws {
    #expect(try Parsing.expression(example.text) == example.expected)
  }

  @Test(
    "A column without alias is named by the text of its expression, parentheses and blanks included",
    arguments: [
      "a.b", "count( * )", "( a + b )", "(a) + (b)", "aVg(    n.aGe     )", "- 1", "NOT a", "x IS NOT LABELED A",
      "(n:Foo)", "[x IN l | x]", "CASE WHEN a THEN b END", "EXISTS { (a) }", "`a b`", "$`p q`", "'it''s'",
      "l[ 1 .. 2 ]",
      "n {.a}", "(a)-->( b )", "shortestPath((a)-[*]-(b))", "a OR b OR c",
    ])
  func columnNames(_ text: String) throws {
    #expect(try Parsing.columns("RETURN  \(text) , 1 AS x") == [text, "x"])
  }
}
