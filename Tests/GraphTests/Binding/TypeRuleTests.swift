import Testing

@testable import Graph

@Suite("Types that are known are checked")
struct TypeRuleTests {
  @Test(
    "an operand of the wrong type is a mistake",
    arguments: [
      "RETURN 1 AND true", "RETURN true OR 'a'", "RETURN null XOR [true]", "RETURN NOT {a: 1}", "RETURN 1 IN 2",
      "RETURN 'a' - 1", "RETURN true * 2", "RETURN -'a'", "RETURN true + 1", "RETURN {a: 1} + 1", "RETURN 1 || 2",
      "MATCH (n) WHERE (n) RETURN n", "MATCH (n) WHERE 1 RETURN n", "MATCH (n) RETURN n % 2",
      "RETURN any(x IN ['a'] WHERE x % 2 = 0)", "RETURN [x IN 'abc' | x]", "MATCH (n) RETURN type(n)",
      "MATCH (n) RETURN length(n)", "MATCH p = () RETURN size(p)", "MATCH p = () RETURN labels(p)",
      "RETURN properties(1)", "MATCH ()-[r]->() RETURN labels(r)", "RETURN toUpper(1)", "RETURN sum('a')",
      "RETURN CASE WHEN 1 THEN 2 END", "RETURN 1 IS LABELED A",
    ])
  func invalidArgumentType(query: String) {
    #expect(bindingError(query)?.kind == .syntax)
    #expect(bindingError(query)?.detail == "InvalidArgumentType")
  }

  @Test(
    "properties and elements are taken from what has them",
    arguments: [
      "WITH 1 AS x RETURN x.y", "WITH [1, true] AS x RETURN x.y", "RETURN 'a'.b", "WITH true AS x RETURN x[0]",
      "RETURN [1]['a']", "RETURN [1][1.5]", "RETURN 1[0..1]", "RETURN [1]['a'..]",
    ])
  func typeError(query: String) { #expect(bindingError(query)?.kind == .type) }

  @Test(
    "what is not certain is no mistake",
    arguments: [
      "RETURN [1, 'a'][0] % 2", "RETURN $x.y + $x[0]", "MATCH (n) RETURN n.x AND n.y", "RETURN null + 1",
      "RETURN null.x",
      "UNWIND [1, null] AS x RETURN x % 2", "RETURN 'a' + 1", "RETURN 1 + [2]", "RETURN [1] + 'a'", "RETURN 1 < 'a'",
      "RETURN 1 STARTS WITH 2", "RETURN [x IN [true, []] | toBoolean(x)]", "RETURN range(true, 1)", "RETURN {a: 1}[0]",
      "RETURN date('2018-01-01') + duration('P1Y') < date()", "RETURN duration('P1Y') * 2", "RETURN $d - $e",
      "RETURN date().year % 4", "MATCH (n) RETURN head(collect(n)).name", "RETURN coalesce(null, 1) + 1",
      "RETURN none(x IN [1, 'a'] WHERE x % 2 = 0)", "RETURN reduce(a = 0, x IN [1] | a + x) % 2",
    ])
  func noMistake(query: String) { #expect(bindingError(query) == nil) }

  @Test(
    "the type of an expression is as narrow as can be known",
    arguments: [
      ("1 + 1", StaticType.integer), ("1 + 1.0", .float), ("2 ^ 2", .float), ("'a' + 1", .string),
      ("[1, null]", .list(.integer)), ("[1, 1.5]", .list(.number)), ("[1, 'a']", .list(.any)), ("[1][0]", .integer),
      ("[x IN [1] | 'a']", .list(.string)), ("CASE WHEN true THEN 1 END", .integer), ("head(['a'])", .string),
      ("date() - duration('P1D')", .date), ("1 IN [1]", .boolean), ("$x", .any), ("null", .null),
      ("count(*)", .integer),
      ("collect(1)", .list(.integer)), ("COUNT { () }", .integer), ("{a: 1}", .map),
    ])
  func inference(text: String, type: StaticType) throws {
    let statement = try bound("WITH \(text) AS x RETURN [x] AS y")
    #expect(statement.projection?.items[0].expression.type == .list(type))
  }
}
