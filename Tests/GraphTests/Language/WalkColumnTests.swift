import Testing

@testable import Graph

/// Walks are kept in one column until somebody asks for their values: what is asked of the column is what its values say.
@Suite("Columns of walks")
struct WalkColumnTests {
  static let matches = [
    "MATCH q = ANY SHORTEST (a:Old)-[x:KNOWS]-{0,4}(b)", "MATCH q = ALL SHORTEST (a:Old)-[x:KNOWS]->+(b:Old)",
    "MATCH q = (a:Old)-[x:KNOWS*1..2]-(b)", "MATCH q = (b:Club)<-[x:IN*0..1]-(a)",
    "MATCH q = (a)-[x:KNOWS*2]->(b:Old)",
    "MATCH (a) OPTIONAL MATCH q = ANY SHORTEST (a)-[x:KNOWS]->{1,3}(b:Old)",
    "MATCH (a:Old) OPTIONAL MATCH q = (a)-[x:KNOWS*1..2]->(b:Old)",
    "MATCH (a:Old), (b:Club) OPTIONAL MATCH q = ANY SHORTEST (a)-[x:KNOWS|IN]-+(b)",
    "MATCH q = ANY SHORTEST (a)-[x:IN]->*(b:Club) WHERE length(q) = 1",
    "MATCH (b:Old) MATCH q = (b)<-[x:KNOWS*..2]-(a)",
  ]

  @Test("lengths, relationships and sizes", arguments: matches)
  func functions(match: String) throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    let query = "\(match) RETURN length(q), size(x), relationships(q) = x, size(relationships(q)), q, x, id(a)"
    let rows = try engine.run(query).rows
    #expect(rows.count > 10)
    for row in rows {
      guard case .path(let path) = row[4] else {
        #expect(Array(row[..<6]) == Array(repeating: .null, count: 6))
        continue
      }
      let length = Value.integer(Int64(path.relationships.count))
      #expect(Array(row[..<4]) == [length, length, .boolean(true), length])
      #expect(row[5] == .list(path.relationships.map { .relationship($0) }))
      #expect(path.nodes.count == path.relationships.count + 1)
      let ends = [path.nodes[0], path.nodes[path.nodes.count - 1]].map { Value.integer(Int64($0.rawValue)) }
      #expect(ends.contains(row[6]))
    }
  }

  @Test("sorting, grouping and joining", arguments: matches)
  func rows(match: String) throws {
    let engine = QueryEngine(graph: TwoNodeSubqueryTests.graph, today: testDay)
    let plain = try engine.run("\(match) RETURN q, x").rows
    let twice = try engine.run("\(match) RETURN q, x UNION ALL \(match) RETURN q, x").rows
    #expect(Array(twice) == Array(plain) + Array(plain))
    let sorted = try engine.run("\(match) RETURN q, x ORDER BY size(x), x, q DESC").rows
    #expect(Set(sorted) == Set(plain) && sorted.count == plain.count)
    let distinct = try engine.run("\(match) RETURN DISTINCT q, x").rows
    #expect(Set(distinct) == Set(plain) && distinct.count == Set(plain).count)
    let counted = try engine.run("\(match) WITH x, count(*) AS n, min(length(q)) AS l RETURN x, n, l").rows
    #expect(counted.count == Set(plain.map { $0[1] }).count)
    let listed = try engine.run("\(match) WITH collect(q) AS qs UNWIND qs AS q RETURN q").rows
    #expect(listed.map { $0[0] } == plain.map { $0[0] }.filter { !$0.isNull })
  }
}
