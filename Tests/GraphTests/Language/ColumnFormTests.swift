import Testing

@testable import Graph

/// Columns of nodes, integers, texts and lists have a compact form; values that went through a list of their own have none.
@Suite("Compact columns give what their values give")
struct ColumnFormTests {
  static let choices = [
    "CASE WHEN t = 'name 3' THEN 1 ELSE 0 END", "CASE WHEN t = 'name 3' THEN 1 END",
    "CASE t WHEN 'name 3' THEN n WHEN 'name 4' THEN 7 END", "CASE WHEN p:School THEN p ELSE q END",
    "CASE WHEN p:School THEN p END", "CASE WHEN n > 5 THEN t ELSE 'few' END",
    "CASE WHEN n > 5 THEN t WHEN n > 3 THEN 'name 5' END", "CASE n WHEN 1 THEN true WHEN 2 THEN false END",
    "CASE WHEN n > 5 THEN 1 WHEN p:School THEN 1.5 WHEN t IS NULL THEN 'x' ELSE p END",
    "CASE WHEN n = 0 THEN -1 ELSE 10 / n END",
    "CASE WHEN t < 'name 3' THEN CASE n WHEN 2 THEN p WHEN 3 THEN q END ELSE q END",
    "CASE WHEN null THEN 1 END", "CASE null WHEN null THEN 1 ELSE 2 END", "n * n - 3 % (n + 1)", "n / 2.0 + n",
    "n <= 2 * n - 4", "p:School", "p:!Forum&(School|Gemeente)", "n = 4", "t <> 'name 4'", "t = 'nobody'",
  ]

  /// Rows with the nodes `p` and `q`, the number `n` and the text `t`, some of them null.
  private static func rows(_ form: (String) -> String) -> String {
    let columns = [("a", "p"), ("f", "q"), ("a.size", "n"), ("a.name", "t")]
    return "MATCH (a)-[:SITS_IN]->(f) WITH a, f ORDER BY id(a), id(f) WITH "
      + columns.map { "\(form($0.0)) AS \($0.1)" }.joined(separator: ", ")
  }

  private func run(_ query: String) throws(QueryError) -> [[Value]] {
    Array(try QueryEngine(graph: LargeScanTests.graph, today: testDay).run(query).rows)
  }

  private func check(_ query: String) throws {
    let expected = try run("\(ColumnFormTests.rows { "[\($0)][0]" }) \(query)")
    #expect(!expected.isEmpty)
    #expect(try run("\(ColumnFormTests.rows { $0 }) \(query)") == expected, "\(query)")
  }

  @Test("in rows and in their order", arguments: choices)
  func rows(choice: String) throws {
    try check("RETURN \(choice) AS x, id(p), id(q)")
    try check("RETURN DISTINCT \(choice) AS x")
    try check("RETURN id(p), id(q) ORDER BY \(choice) DESC, t, n LIMIT 300")
    try check("WITH \(choice) AS x, p AS r WHERE x IS NOT NULL OR id(r) < 40 RETURN x, count(*), min(r)")
  }

  @Test("in aggregates", arguments: choices)
  func aggregates(choice: String) throws {
    for key in ["t", "q", "n > 4"] {
      try check(
        "WITH \(key) AS k, \(choice) AS x "
          + "RETURN k, count(x), count(DISTINCT x), min(x), max(x), collect(x), collect(DISTINCT x)")
    }
  }

  @Test(
    "in sums and means",
    arguments: choices.prefix(3) + ["n", "n * 0.1", "CASE WHEN n > 4 THEN n ELSE 0.5 END", "n * n"])
  func sums(choice: String) throws {
    try check("RETURN q, sum(\(choice)), avg(\(choice)), sum(DISTINCT \(choice)), avg(DISTINCT \(choice))")
  }

  @Test(
    "in lists that were collected",
    arguments: [
      "all(x IN ts WHERE x <> 'name 4')", "any(x IN ts WHERE x = 'name 4')", "none(x IN ns WHERE x > 9)",
      "single(x IN ns WHERE x = 3)", "single(x IN ps WHERE x:School)", "[x IN ts WHERE x STARTS WITH 'name 1']",
      "size([x IN ns WHERE x > 3])", "[x IN ps WHERE x.size > 3 | x.name]", "[x IN ns | [x, k]]", "[x IN ps | x = k]",
      "ts[1]", "ts + ns", "'name 4' IN ts", "size(ps)", "head(ps)", "ts",
      "[x IN ts WHERE any(y IN ns WHERE size(x) > y)]",
      "any(x IN ts WHERE null)", "all(x IN ts WHERE x > 3)", "reduce(s = 0, x IN ns | s + x)", "ns = reverse(ns)",
      "[x IN ps WHERE EXISTS { (x)-[:SITS_IN]->(k) } | id(x)]",
    ])
  func lists(expression: String) throws {
    let made = "WITH q AS k, collect(t) AS ts, collect(n) AS ns, collect(p) AS ps"
    try check("\(made) RETURN k, \(expression) AS x ORDER BY size(ts) DESC, ns, id(k)")
    try check("\(made) WITH k, ts, ns, ps WHERE id(k) % 3 <> 1 RETURN \(expression) AS x, count(*)")
    try check("\(made) MATCH (k)<-[:SITS_IN]-(z) WHERE id(z) % 5 = 0 RETURN id(k), id(z), \(expression) AS x")
    try check("\(made) UNWIND ts AS u RETURN u, count(*), collect(\(expression))[0] AS x")
  }

  @Test(
    "in what fails",
    arguments: [
      "CASE WHEN n > 3 THEN 1 / (n - n) ELSE 2 END", "CASE WHEN n THEN 1 END",
      "CASE WHEN n >= 0 AND 9 / n > 2 THEN 1 END", "10 / n", "n * 4611686018427387904",
      "CASE n WHEN 1 THEN 2 WHEN 10 % n THEN 3 END", "t:School", "t + 1 > 2 * t",
    ])
  func failures(expression: String) throws {
    func failure(_ form: (String) -> String) -> String? {
      do throws(QueryError) {
        _ = try run("\(ColumnFormTests.rows(form)) RETURN \(expression)")
        return nil
      } catch { return error.message }
    }
    let expected = failure { "[\($0)][0]" }
    #expect(expected != nil)
    #expect(failure { $0 } == expected)
  }

  @Test("a sum that is too large after a batch is an error, whatever stands before it")
  func overflow() throws {
    let numbers = "[5] + [x IN range(1, 2047) | 0] + [-100, 9223372036854775807, 200]"
    #expect(throws: QueryError.self) { try run("UNWIND \(numbers) AS n RETURN sum(n)") }
    #expect(try run("UNWIND \(numbers) + [1.5] AS n WITH n WHERE n < 9 RETURN sum(n)") == [[.float(-93.5)]])
  }
}
