import Testing

@testable import Graph

@Suite("Patterns")
struct PatternTests {
  @Test(
    "Nodes have a variable, labels, properties and a condition, each optional",
    arguments: [
      ParsingCase("()", "()"), ParsingCase("(n)", "(n)"), ParsingCase("(:A)", "(:A)"), ParsingCase("(n:A)", "(n:A)"),
      ParsingCase("({a: 1})", "({a:1})"), ParsingCase("(n {a: $p})", "(n {a:$p})"),
      ParsingCase("(n:A {a: 1} WHERE n.b > 2)", "(n:A {a:1} (where (n.b > 2)))"),
      ParsingCase("(WHERE true)", "((where true))"),
      ParsingCase("(n IS A)", "(n:A)"), ParsingCase("(IS A|B)", "(:(A|B))"), ParsingCase("(is)", "(is)"),
      ParsingCase("(is:A)", "(is:A)"), ParsingCase("(where)", "(where)"), ParsingCase("(`a b`:`c d`)", "(a b:c d)"),
    ])
  func nodes(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "Labels and types combine",
    arguments: [
      ParsingCase("(:A:B)", "(:(A&B))"), ParsingCase("(:A&B)", "(:(A&B))"), ParsingCase("(:A|B)", "(:(A|B))"),
      ParsingCase("(:!A)", "(:!A)"), ParsingCase("(:!!A)", "(:!!A)"), ParsingCase("(:%)", "(:%)"),
      ParsingCase("(:!%)", "(:!%)"), ParsingCase("(:A|B&C)", "(:(A|(B&C)))"),
      ParsingCase("(:(A|B)&!C)", "(:((A|B)&!C))"),
      ParsingCase("()-[:A|B]-()", "()-[:(A|B)]-()"), ParsingCase("()-[:A|:B]-()", "()-[:(A|B)]-()"),
      ParsingCase("()-[r IS !A]-()", "()-[r:!A]-()"), ParsingCase("()-[IS A]-()", "()-[:A]-()"),
    ])
  func labels(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "Relationships point out, in or either way, in full and in short",
    arguments: [
      ParsingCase("(a)-[r]->(b)", "(a)-[r]->(b)"), ParsingCase("(a)<-[r]-(b)", "(a)<-[r]-(b)"),
      ParsingCase("(a)-[r]-(b)", "(a)-[r]-(b)"), ParsingCase("(a)<-[r]->(b)", "(a)-[r]-(b)"),
      ParsingCase("(a)-->(b)", "(a)-[]->(b)"), ParsingCase("(a)<--(b)", "(a)<-[]-(b)"),
      ParsingCase("(a)--(b)", "(a)-[]-(b)"),
      ParsingCase("(a)<-->(b)", "(a)-[]-(b)"), ParsingCase("(a)->(b)", "(a)-[]->(b)"),
      ParsingCase("(a)<-(b)", "(a)<-[]-(b)"),
      ParsingCase("(a)-(b)", "(a)-[]-(b)"), ParsingCase("(a)<->(b)", "(a)-[]-(b)"),
      ParsingCase("( a ) < - [ r ] - ( b )", "(a)<-[r]-(b)"), ParsingCase("(a) - - > (b)", "(a)-[]->(b)"),
      ParsingCase("(a)-[r:T {x: 1} WHERE r.y]->(b)", "(a)-[r:T {x:1} (where r.y)]->(b)"),
    ])
  func relationships(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "A length stands in the brackets or after the arrow",
    arguments: [
      ParsingCase("()-[*]-()", "()-[*1..]-()"), ParsingCase("()-[*2]-()", "()-[*2..2]-()"),
      ParsingCase("()-[*2..]-()", "()-[*2..]-()"), ParsingCase("()-[*..3]-()", "()-[*1..3]-()"),
      ParsingCase("()-[:T*0..3]->()", "()-[:T*0..3]->()"), ParsingCase("()-[r*3..1 {x: 1}]-()", "()-[r*3..1 {x:1}]-()"),
      ParsingCase("()-[:T]->{1,3}()", "()-[:T*1..3]->()"), ParsingCase("()-[:T]->{2}()", "()-[:T*2..2]->()"),
      ParsingCase("()-[:T]->{2,}()", "()-[:T*2..]->()"), ParsingCase("()-[:T]->{,3}()", "()-[:T*0..3]->()"),
      ParsingCase("()-[:T]->+()", "()-[:T*1..]->()"), ParsingCase("()-->*()", "()-[*0..]->()"),
      ParsingCase("()<-[:T]-+()", "()<-[:T*1..]-()"), ParsingCase("()--{1,2}()", "()-[*1..2]-()"),
    ])
  func lengths(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "Groups repeat a path; an anonymous node closes them off where the text has none",
    arguments: [
      ParsingCase("(x)((a)-[:T]->(b)){1,3}(y)", "(x){(a)-[:T]->(b)}*1..3(y)"),
      ParsingCase("((a)-->(b) WHERE a.x < b.x)+", "(){(a)-[]->(b) (where (a.x < b.x))}*1..()"),
      ParsingCase("((a)-->(b))+((c)-->(d))*", "(){(a)-[]->(b)}*1..(){(c)-[]->(d)}*0..()"),
      ParsingCase("(x)-[:T]->((a)-->(b))+<-[:U]-(y)", "(x)-[:T]->(){(a)-[]->(b)}*1..()<-[:U]-(y)"),
      ParsingCase("(p = (a)-->(b)){2}", "(){p=(a)-[]->(b)}*2..2()"),
      ParsingCase("((a)-->(b))", "(){(a)-[]->(b)}()"),
    ])
  func groups(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "Paths have a name and a choice of which matches are wanted",
    arguments: [
      ParsingCase("p = (a)-->(b), (c)", "p=(a)-[]->(b) (c)"),
      ParsingCase("p = ANY SHORTEST (a)-->+(b)", "p=any-shortest (a)-[*1..]->(b)"),
      ParsingCase("ALL SHORTEST PATHS (a)-[*]-(b)", "all-shortest (a)-[*1..]-(b)"),
      ParsingCase("SHORTEST 2 (a)--(b)", "shortest-2 (a)-[]-(b)"),
      ParsingCase("SHORTEST 1 PATH (a)--(b)", "shortest-1 (a)-[]-(b)"),
      ParsingCase("ANY (a)--(b)", "any-shortest (a)-[]-(b)"), ParsingCase("ANY 3 (a)--(b)", "shortest-3 (a)-[]-(b)"),
      ParsingCase("ALL (a)--(b)", "(a)-[]-(b)"),
      ParsingCase("p = shortestPath((a)-[*]->(b))", "p=f:any-shortest (a)-[*1..]->(b)"),
      ParsingCase("allShortestPaths((a)-[:T*..4]-(b))", "f:all-shortest (a)-[:T*1..4]-(b)"),
    ])
  func paths(_ example: ParsingCase) throws {
    #expect(try Parsing.pattern(example.text) == example.expected)
  }

  @Test(
    "What is wrong with a pattern has a name",
    arguments: [
      ParsingCase("(a)-[:T..]->(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a)-[:T 2]->(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a)-[:T*-2]->(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a)-[*1.5]->(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a)-[*2]->+(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a)-->{}(b)", "InvalidRelationshipPattern"),
      ParsingCase("(a $p)", "InvalidParameterUse"), ParsingCase("()-[r:T $p]->()", "InvalidParameterUse"),
      ParsingCase("(a)(b)", "UnexpectedSyntax"), ParsingCase("(a)-->", "UnexpectedSyntax"),
      ParsingCase("(a b)", "UnexpectedSyntax"),
      ParsingCase("a", "UnexpectedSyntax"), ParsingCase("(a)~(b)", "UnexpectedSyntax"),
      ParsingCase("(a:)", "UnexpectedSyntax"),
      ParsingCase("SHORTEST (a)--(b)", "UnexpectedSyntax"), ParsingCase("SHORTEST 0 (a)--(b)", "UnexpectedSyntax"),
      ParsingCase("TRAIL (a)--(b)", "UnexpectedSyntax"), ParsingCase("shortestPath(a)", "UnexpectedSyntax"),
      ParsingCase("()-[*99999999999999999999]-()", "IntegerOverflow"),
    ])
  func mistakes(_ example: ParsingCase) {
    #expect(Parsing.error("MATCH \(example.text) RETURN 1")?.detail == example.expected)
  }
}
