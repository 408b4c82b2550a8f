import Testing

@testable import Graph

/// On a graph of some size, the ways in which the engine works faster give the rows of the plain ways, in the same order.
@Suite("Fast ways give the same rows")
struct LargeScanTests {
  /// 400 parties and 90 forums; some seats twice, some names missing, some shared.
  static let graph: PropertyGraph = {
    var random = SeededGenerator(seed: 7)
    var builder = PropertyGraphBuilder()
    let parties = (0..<400).compactMap { builder.addNode("p\($0)", labels: [$0 % 3 == 0 ? "School" : "Gemeente"]) }
    let forums = (0..<90).compactMap { builder.addNode("f\($0)", labels: ["Forum"]) }
    for (number, node) in (parties + forums).enumerated() where number % 7 != 0 {
      builder.setProperty("name", of: node, to: .string("name \(number % 50)"))
      builder.setProperty("alias", of: node, to: .string("name \(number % 20)"))
      builder.setProperty("size", of: node, to: .integer(Int64(number % 11)))
    }
    for party in parties {
      for _ in 0..<Int.random(in: 0...9, using: &random) {
        let forum = forums[Int.random(in: forums.indices, using: &random)]
        for _ in 0..<(Bool.random(using: &random) ? 1 : 2) {
          guard let seat = builder.addRelationship(from: party, to: forum, type: "SITS_IN") else { continue }
          builder.setProperty(
            "level", of: seat, to: .string(["board", "office"][Int.random(in: 0...1, using: &random)]))
        }
      }
    }
    return builder.build()
  }()

  func rows(_ query: String, sharing: Sharing) throws -> [[Value]] {
    var engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    engine.sharing = sharing
    return Array(try engine.run(query).rows)
  }

  @Test(
    "several threads give the rows of one, in its order",
    arguments: [
      "MATCH (a)-[:SITS_IN]->(f:Forum) RETURN id(a), id(f)",
      "MATCH (a)-[:SITS_IN]->(f)<-[:SITS_IN]-(b) WHERE id(a) < id(b) RETURN a, b, count(DISTINCT f), min(f)",
      "MATCH (f:Forum) WITH f, size([(f)<-[s:SITS_IN]-() WHERE s.level = 'board' | s]) AS n WHERE n > 3 RETURN f, n",
      "MATCH (a) WHERE NOT EXISTS { (a)-[s:SITS_IN]->() WHERE s.level = 'board' } RETURN a.name ORDER BY a.name",
      "MATCH (a) OPTIONAL MATCH (a)-[s:SITS_IN {level: 'board'}]->(f) RETURN DISTINCT a.name, f.alias",
      "MATCH (a:School)-[:SITS_IN]-{1,2}(b) RETURN b, count(*) SKIP 3 LIMIT 20",
      "MATCH (a), (b) RETURN id(a), id(b)",
      "UNWIND range(1, 500) AS i MATCH (a {size: i % 13})-[:SITS_IN]->(f) RETURN i, id(a), f.alias",
      "UNWIND [x IN range(1, 300) WHERE x % 3 <> 0] AS i OPTIONAL MATCH (a:School {size: i}) RETURN i, count(a)",
      "MATCH (a {name: 'name 3'})-[:SITS_IN]->(f)<-[:SITS_IN]-(b) RETURN id(a), id(f), id(b)",
      "MATCH (a:School {size: 4})-[:SITS_IN]->(f) RETURN a, count(f)",
      "UNWIND [1, 2, 3] AS i UNWIND range(0, 100) AS j RETURN i, j",
      "MATCH (a:School), (b) WHERE id(b) % 3 = 1 MATCH p = ANY SHORTEST (a)-[:SITS_IN]-+(b) RETURN id(a), id(b), p",
      "UNWIND range(0, 2000) AS i MATCH (a {size: i / 200}) MATCH (b {size: i % 11}) WITH i, min(a) AS a, max(b) AS b "
        + "MATCH ANY SHORTEST (a)-[r:SITS_IN]-{1,6}(b) RETURN i, r",
      "UNWIND range(0, 2000) AS i MATCH (a {size: i / 200}) MATCH (b {size: i % 11}) WITH i, min(a) AS a, max(b) AS b "
        + "MATCH p = ANY SHORTEST (a)-[:SITS_IN]-{1,6}(b) RETURN i, length(p)",
    ])
  func threads(query: String) throws {
    let expected = try rows(query, sharing: .never)
    #expect(!expected.isEmpty)
    #expect(try rows(query, sharing: .always) == expected)
    #expect(try rows(query, sharing: Sharing(atOnceFrom: .infinity, after: .zero)) == expected)
  }

  @Test("an error on several threads is the error on one")
  func errors() throws {
    let query = "MATCH (a) RETURN 1 / (id(a) - 200)"
    let plain = #expect(throws: QueryError.self) { try rows(query, sharing: .never) }
    let shared = #expect(throws: QueryError.self) { try rows(query, sharing: .always) }
    #expect(plain?.message == shared?.message)
  }

  @Test("too many rows stop several threads as they stop one")
  func budget() throws {
    var engine = QueryEngine(graph: LargeScanTests.graph, today: CalendarDate(dayNumber: 0))
    engine.sharing = .always
    engine.budget.resultRows = 1000
    let error = #expect(throws: QueryError.self) { try engine.run("MATCH (a), (b), (c), (d) RETURN id(a), id(d)") }
    #expect(error?.detail == "TooManyRows")
  }

  /// A query, and one that asks the same of numbers in place of nodes and texts, which the engine groups value by value.
  struct Pair: CustomTestStringConvertible {
    let fast: String
    let plain: String
    var testDescription: String { fast }
  }

  @Test(
    "what is judged, compared and met faster agrees with the plain way",
    arguments: [
      Pair(
        fast: "MATCH (a:School {size: 3}) MATCH (b {size: 5}) MATCH (a)-[s:SITS_IN]->(f:Forum)<-[t:SITS_IN]-(b) "
          + "RETURN id(a), id(b), id(f), id(s), id(t) ORDER BY id(s), id(t)",
        plain: "MATCH (a:School {size: 3})-[s:SITS_IN]->(f:Forum) MATCH (b {size: 5})-[t:SITS_IN]->(g) WHERE f = g "
          + "RETURN id(a), id(b), id(f), id(s), id(t) ORDER BY id(s), id(t)"),
      Pair(
        fast: "MATCH (a:School) MATCH (a)-[s:SITS_IN]->(f)<-[t:SITS_IN]-(a) RETURN id(s), id(t) ORDER BY id(s), id(t)",
        plain: "MATCH (a:School)-[s:SITS_IN]->(f) MATCH (b:School)-[t:SITS_IN]->(g) WHERE a = b AND f = g AND s <> t "
          + "RETURN id(s), id(t) ORDER BY id(s), id(t)"),
      Pair(
        fast:
          "MATCH (a:School {size: 3}), (b:Gemeente) MATCH p = ANY SHORTEST (a)-[x:SITS_IN WHERE x.level = 'board']-{1,6}(b) "
          + "RETURN id(a), id(b), length(p) ORDER BY id(a), id(b)",
        plain:
          "MATCH (a:School {size: 3}) MATCH p = ANY SHORTEST (a)-[x:SITS_IN WHERE x.level + '' = 'board']-{1,6}(b) "
          + "WITH a, b, p WHERE b:Gemeente RETURN id(a), id(b), length(p) ORDER BY id(a), id(b)"),
      Pair(
        fast: "MATCH (a:School)-[x:SITS_IN*2..3 {level: 'board'}]-(b) RETURN id(a), count(DISTINCT b) ORDER BY id(a)",
        plain: "MATCH (a:School)-[x:SITS_IN*2..3 {level: 'board'}]-(b) WITH a, b, count(*) AS walks "
          + "RETURN id(a), count(b) ORDER BY id(a)"),
      Pair(
        fast: "MATCH (a:School) WHERE EXISTS { (a)-[:SITS_IN]-{1,5}({name: 'name 3'}) } RETURN id(a) ORDER BY id(a)",
        plain: "MATCH (b {name: 'name 3'}) MATCH p = ANY SHORTEST (b)-[:SITS_IN]-{1,5}(a) WITH DISTINCT a "
          + "WHERE a:School RETURN id(a) ORDER BY id(a)"),
      Pair(
        fast: "MATCH (a:School)-[:SITS_IN]->(f)<-[s:SITS_IN]-(b) WHERE s.level = 'board' AND a.size < b.size "
          + "RETURN f.alias, count(DISTINCT a), max(a.size) ORDER BY f.alias",
        plain: "MATCH (a:School)-[:SITS_IN]->(f)<-[s:SITS_IN]-(b) WHERE s.level = 'board' AND a.size < b.size "
          + "WITH a, f, count(*) AS times RETURN f.alias, count(DISTINCT a), max(a.size) ORDER BY f.alias"),
      Pair(
        fast: "MATCH (a)-[s:SITS_IN]->() RETURN type(s), labels(a)[0], labels(a)[-1], labels(a)[1], labels(a)[-2]",
        plain: "MATCH (a)-[s:SITS_IN]->() RETURN [s, type(s)][1], [x IN labels(a) | x][0], "
          + "[x IN labels(a) | x][-1], [x IN labels(a) | x][1], [x IN labels(a) | x][-2]"),
      Pair(
        fast: "MATCH (a) RETURN id(a), a.name < a.alias, a.name >= a.alias",
        plain: "MATCH (a) RETURN id(a), a.name + '' < a.alias, a.name + '' >= a.alias"),
      Pair(
        fast: "MATCH (a)-[:SITS_IN]->(f) RETURN id(f), min(a.name), max(a.alias) ORDER BY id(f)",
        plain: "MATCH (a)-[:SITS_IN]->(f) RETURN id(f), min(a.name + ''), max(a.alias + '') ORDER BY id(f)"),
      Pair(
        fast: "MATCH (a) RETURN id(a), a.name IN [x IN range(1, 30) | 'name ' + toString(x)], a.name CONTAINS '1', "
          + "a.name STARTS WITH 'name 2', a.alias =~ '.*[13]', a.name IN ['name 1', null]",
        plain: "MATCH (a) RETURN id(a), any(x IN range(1, 30) WHERE 'name ' + toString(x) = a.name), "
          + "a.name + '' CONTAINS '1', a.name + '' STARTS WITH 'name 2', a.alias + '' =~ '.*[13]', "
          + "a.name = 'name 1' OR a.name = null"),
    ])
  func judging(pair: Pair) throws {
    let expected = try rows(pair.plain, sharing: .never)
    #expect(expected.count > 10)
    #expect(try rows(pair.fast, sharing: .never) == expected)
  }

  @Test("groups of groups differ where anything grouped by does")
  func groupsOfGroups() throws {
    let pairs = [
      Pair(
        fast: "MATCH (a)-[:SITS_IN]->(f) WITH a, f, f.alias AS n, count(*) AS c WITH a, n, sum(c) AS k "
          + "RETURN id(a), n, k ORDER BY id(a), n",
        plain: "MATCH (a)-[:SITS_IN]->(f) RETURN id(a), f.alias, count(*) ORDER BY id(a), f.alias"),
      Pair(
        fast: "MATCH (a)-[s:SITS_IN]->() WITH a, s, s.level AS n, count(*) AS c "
          + "WITH a, n, count(*) AS k WITH a, max(k) AS m, min(n) AS l RETURN id(a), l, m ORDER BY id(a)",
        plain: "MATCH (a)-[s:SITS_IN]->() WITH id(a) AS i, s.level + '' AS n, count(*) AS k "
          + "RETURN i, min(n), max(k) ORDER BY i"),
      Pair(
        fast: "MATCH (a)-[:SITS_IN]->(f) WITH a, count(DISTINCT f) AS d MATCH (a)-[:SITS_IN]->(f) "
          + "WITH a, d, f, f.alias AS n, d + 1 AS e, count(*) AS c WITH a, e, n, count(*) AS k RETURN id(a), e, n, k "
          + "ORDER BY id(a), n",
        plain: "MATCH (a)-[:SITS_IN]->(f) WITH id(a) AS i, f.alias + '' AS n, count(DISTINCT id(f)) AS k "
          + "WITH collect([i, n, k]) AS all, i WITH all, i, reduce(s = 1, x IN all | s + x[2]) AS e UNWIND all AS x "
          + "RETURN i, e, x[1], x[2] ORDER BY i, x[1]"),
    ]
    for pair in pairs {
      let expected = try rows(pair.plain, sharing: .never)
      #expect(expected.count > 10)
      #expect(try rows(pair.fast, sharing: .never) == expected, "\(pair.fast)")
    }
  }

  @Test("more rows may be expected than there are numbers")
  func endlessRows() throws {
    let nodes = (0..<120).map { "(a\($0))" }
    for pattern in [nodes.joined(separator: ", "), nodes.joined(separator: "-->")] {
      let found = try rows("MATCH \(pattern) RETURN 1 AS x LIMIT 1", sharing: .standard)
      #expect(found == (pattern.contains("-->") ? [] : [[.integer(1)]]))
    }
  }

  @Test("nothing is in an empty list, for many rows as for few")
  func emptyList() throws {
    let answers = try rows("MATCH (a) RETURN DISTINCT a.name IN []", sharing: .never)
    #expect(answers == [[.boolean(false)]])
  }

  @Test("the greatest numbers are no nulls, and a LIMIT may be as great")
  func extremes() throws {
    let numbers: [Value] = [.integer(.min), .integer(0), .integer(.max - 1), .integer(.max), .null]
    let list = "[null, 9223372036854775806, 0, 9223372036854775807, -9223372036854775808]"
    let ordered = try rows("UNWIND \(list) AS x RETURN x ORDER BY x", sharing: .never)
    #expect(ordered == numbers.map { [$0] })
    for cut in ["LIMIT 9223372036854775807", "SKIP 0 LIMIT 2305843009213693952", "SKIP 0 LIMIT 4611686018427387904"] {
      let all = try rows("MATCH (n) RETURN id(n) ORDER BY id(n) \(cut)", sharing: .never)
      #expect(all.count == LargeScanTests.graph.nodeCount, "\(cut)")
    }
  }

  @Test(
    "every walk counts where something is random",
    arguments: [
      "MATCH (a)-[:SITS_IN*1..2]->(f) WITH DISTINCT a, f, rand() AS r RETURN count(*)",
      "MATCH (a)-[:SITS_IN*1..2]->(f) UNWIND [rand()] AS r RETURN count(DISTINCT r)",
    ])
  func randomRows(query: String) throws {
    let seats = Int64(LargeScanTests.graph.relationshipCount)
    #expect(try rows(query, sharing: .never) == [[.integer(seats)]])
  }

  @Test(
    "a condition that would fail elsewhere is asked only of what a walk comes to",
    arguments: [
      (
        "MATCH (s {n: 1}), (t {n: 3}) MATCH p = ANY SHORTEST (s)((x)-[r:R]->(y) WHERE 10/r.w > 1)+(t) RETURN length(p)",
        2
      ),
      ("MATCH (s {n: 1}), (t {n: 3}) MATCH p = ANY SHORTEST (s)-[r:R WHERE 10/r.w > 1]->+(t) RETURN length(p)", 2),
      (
        "MATCH (s {n: 1}), (t {n: 3}) "
          + "MATCH p = ANY SHORTEST (s)((x)-[r:R]->()-[q:R]->(y) WHERE 10/r.w > 1 AND 10/q.w > 1)+(t) RETURN length(p)",
        2
      ),
      ("MATCH (s {n: 1}), (t {n: 3}) MATCH (s)-[r:R* WHERE 10/r.w > 1]->(t) RETURN DISTINCT t.n", 3),
      ("MATCH (s {n: 1}), (t {n: 3}) WHERE EXISTS { (s)-[r:R* WHERE 10/r.w > 1]->(t) } RETURN t.n", 3),
      ("MATCH (z {n: 4})-[q]->(t)-[r* WHERE 10/r.w > 1]-(b) RETURN min(b.n)", 1),
      ("MATCH (n {n: 1}) WHERE NOT EXISTS { (n)-[:NONE {w: 1/0}]->() } RETURN n.n", 1),
    ])
  func failing(query: String, answer: Int64) throws {
    var builder = PropertyGraphBuilder()
    let nodes = (1...4).compactMap { builder.addNode("\($0)") }
    for (number, node) in nodes.enumerated() { builder.setProperty("n", of: node, to: .integer(Int64(number + 1))) }
    for (from, to, weight) in [(0, 1, 1), (1, 2, 1), (3, 2, 0)] {
      guard let added = builder.addRelationship(from: nodes[from], to: nodes[to], type: "R") else { continue }
      builder.setProperty("w", of: added, to: .integer(Int64(weight)))
    }
    #expect(try QueryEngine(graph: builder.build(), today: testDay).run(query).rows == [[.integer(answer)]])
  }

  @Test(
    "ORDER BY puts every kind of value in the order of values, and LIMIT keeps the first of them",
    arguments: ["x.name", "x.size", "x", "x.size * 1.5", "date('2020-01-0' + toString(x.size % 9 + 1))", "x.mixed"],
    ["", " DESC", " NULLS FIRST", " DESC NULLS LAST"])
  func ordering(key: String, direction: String) throws {
    let source =
      "MATCH (n) WITH {name: n.name, size: n.size, id: id(n), "
      + "mixed: CASE id(n) % 3 WHEN 0 THEN n.name WHEN 1 THEN n.size END} AS x "
    let key = key == "x" ? "x.id % 5 = 0" : key
    let all = try rows(source + "RETURN \(key) AS k, x.id AS id", sharing: .never)
    let isDescending = direction.contains("DESC")
    let nullsFirst = direction.contains("NULLS") ? direction.contains("FIRST") : isDescending
    let expected = all.enumerated().sorted { left, right in
      let (a, b) = (left.element[0], right.element[0])
      if a.isNull != b.isNull { return a.isNull == nullsFirst }
      let order = Value.order(a, b) * (isDescending ? -1 : 1)
      return order == 0 ? left.offset < right.offset : order < 0
    }.map(\.element)
    let ordered = source + "RETURN \(key) AS k, x.id AS id ORDER BY k\(direction)"
    #expect(try rows(ordered, sharing: .never) == expected)
    for limit in [1, 7, 400] {
      #expect(
        try rows("\(ordered) SKIP 3 LIMIT \(limit)", sharing: .never) == expected.dropFirst(3).prefix(limit) + [])
    }
  }

  @Test(
    "grouping by runs, nodes and texts agrees with grouping by values",
    arguments: [
      Pair(
        fast: "MATCH (a)-[:SITS_IN]->(f)<-[:SITS_IN]-(b) WITH a, b, count(DISTINCT f) AS n, min(f) AS g "
          + "RETURN id(a), id(b), n, id(g)",
        plain: "MATCH (a)-[:SITS_IN]->(f)<-[:SITS_IN]-(b) "
          + "RETURN id(a) + 0.0, id(b) + 0.0, count(DISTINCT id(f) + 0.0), min(id(f) + 0.0)"),
      Pair(
        fast: "MATCH (p)-[:SITS_IN]->(f) WITH f, count(DISTINCT p) AS n MATCH (f)<-[:SITS_IN]-(p)-[:SITS_IN]->(g) "
          + "WITH f, g, n, count(DISTINCT p) AS c, max(p) AS last RETURN id(f), id(g), n, c, id(last)",
        plain: "MATCH (p)-[:SITS_IN]->(f) WITH f, count(DISTINCT id(p) + 0.0) AS n "
          + "MATCH (f)<-[:SITS_IN]-(p)-[:SITS_IN]->(g) "
          + "RETURN id(f) + 0.0, id(g) + 0.0, n, count(DISTINCT id(p) + 0.0), max(id(p) + 0.0)"),
      Pair(
        fast: "MATCH (a)-[s:SITS_IN]->(f) WITH a, s.level AS l, f.name AS n, count(*) AS c RETURN id(a), l, n, c",
        plain: "MATCH (a)-[s:SITS_IN]->(f) RETURN id(a) + 0.0, toUpper(s.level), toUpper(f.name), count(*)"),
      Pair(
        fast: "MATCH (a) RETURN a.name, count(DISTINCT a.alias), sum(a.size)",
        plain: "MATCH (a) RETURN toUpper(a.name), count(DISTINCT toUpper(a.alias)), sum(a.size)"),
    ])
  func grouping(pair: Pair) throws {
    #expect(try rows(pair.fast, sharing: .never).map(plain) == rows(pair.plain, sharing: .never).map(plain))
  }

  /// Numbers as floats and texts in capitals, so that both queries of a pair give the same.
  private func plain(_ row: [Value]) -> [Value] {
    row.map { value in
      switch value {
      case .integer(let number): .float(Double(number))
      case .string(let text): .string(text.uppercased())
      default: value
      }
    }
  }

  @Test(
    "a question about a node, asked again and again, has the answer of a count",
    arguments: ["s.level = 'board'", "f.size > 4 AND s.level = f.level", "f.name = f.alias", "f.name <> 'name 3'"])
  func remembered(predicate: String) throws {
    let rows = try rows(
      "MATCH (a)-[:SITS_IN]->(f) OPTIONAL MATCH (f)<-[s:SITS_IN]-() WHERE \(predicate) WITH a, f, count(s) AS n "
        + "RETURN n, COUNT { (f)<-[s:SITS_IN]-() WHERE \(predicate) } AS m, "
        + "EXISTS { (f)<-[s:SITS_IN]-() WHERE \(predicate) } AS e, "
        + "COUNT { (a)-[:SITS_IN]->(f) } AS seats", sharing: .never)
    #expect(rows.count > 256)
    for row in rows {
      guard case .integer(let n) = row[0], case .integer(let m) = row[1], case .integer(let seats) = row[3] else {
        Issue.record("\(row)")
        continue
      }
      #expect(n == m * seats)
      #expect(row[2] == .boolean(m > 0))
    }
  }
}
