import Testing

@testable import Graph

/// Shortest paths, walks and tests for existence agree with looking at every trail there is, on small random graphs.
@Suite("Paths agree with brute force")
struct ShortestPathPropertyTests {
  /// A random multigraph of a few nodes, loops and parallel relationships included.
  struct RandomGraph {
    var nodeCount: Int
    var relationships: [(from: Int, to: Int, weight: Int)]

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      nodeCount = Int.random(in: 2...5, using: &random)
      let nodes = 0..<nodeCount
      relationships = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        (
          Int.random(in: nodes, using: &random), Int.random(in: nodes, using: &random),
          Int.random(in: 1...3, using: &random)
        )
      }
    }

    func graph() -> PropertyGraph {
      var builder = PropertyGraphBuilder()
      let nodes = (0..<nodeCount).compactMap { builder.addNode("\($0)", labels: ["N"]) }
      for (number, node) in nodes.enumerated() { builder.setProperty("n", of: node, to: .integer(Int64(number))) }
      for (from, to, weight) in relationships {
        guard let added = builder.addRelationship(from: nodes[from], to: nodes[to], type: "T") else { continue }
        builder.setProperty("w", of: added, to: .integer(Int64(weight)))
      }
      return builder.build()
    }

    /// How many trails of each length lead from one node to another; a loop is walked in one direction only.
    func trails(from start: Int, to end: Int, directed: Bool, minimumWeight: Int) -> [Int: Int] {
      var counts: [Int: Int] = [:]
      func walk(_ node: Int, _ used: Set<Int>) {
        if node == end { counts[used.count, default: 0] += 1 }
        for (number, step) in relationships.enumerated() where !used.contains(number) && step.weight >= minimumWeight {
          if step.from == node { walk(step.to, used.union([number])) }
          if !directed, step.to == node, step.from != step.to { walk(step.from, used.union([number])) }
        }
      }
      walk(start, [])
      return counts
    }
  }

  /// What is asked: every combination is asked of every pair of nodes.
  struct Question: CustomTestStringConvertible {
    var directed: Bool
    var minimum: Int
    var maximum: Int?
    var minimumWeight: Int

    var testDescription: String {
      "\(directed ? "directed" : "undirected") {\(minimum),\(maximum.map(String.init) ?? "")} w >= \(minimumWeight)"
    }

    var quantifier: String { "{\(minimum),\(maximum.map(String.init) ?? "")}" }

    /// `-[r:T WHERE r.w >= 2]->{1,3}`
    var step: String {
      let inside = minimumWeight > 1 ? "r:T WHERE r.w >= \(minimumWeight)" : ":T"
      return "-[\(inside)]-\(directed ? ">" : "")\(quantifier)"
    }

    func isWithin(_ length: Int) -> Bool { length >= minimum && length <= maximum ?? .max }
  }

  static let questions: [Question] = [true, false].flatMap { directed in
    [(0, nil), (1, nil), (1, 2), (2, nil), (3, 4)].flatMap { minimum, maximum in
      [1, 2].map { Question(directed: directed, minimum: minimum, maximum: maximum, minimumWeight: $0) }
    }
  }

  @Test("the lengths and numbers of paths", arguments: questions)
  func paths(question: Question) throws {
    for seed in 0..<UInt64(8) {
      let random = RandomGraph(seed: seed)
      let engine = QueryEngine(graph: random.graph(), today: testDay)
      for from in 0..<random.nodeCount {
        for to in 0..<random.nodeCount {
          let trails = random.trails(
            from: from, to: to, directed: question.directed, minimumWeight: question.minimumWeight
          ).filter { question.isWithin($0.key) }
          try check(question, trails, from, to, engine, seed)
        }
      }
    }
  }

  private func check(
    _ question: Question, _ trails: [Int: Int], _ from: Int, _ to: Int, _ engine: QueryEngine, _ seed: UInt64
  ) throws {
    let ends = "({n: \(from)})\(question.step)({n: \(to)})"
    let lengths = trails.sorted { $0.key < $1.key }.flatMap { Array(repeating: $0.key, count: $0.value) }
    let shortest = lengths.first
    let note: Comment = "seed \(seed), \(ends)"
    #expect(try found("ANY SHORTEST", ends, engine) == Array(lengths.prefix(1)), note)
    #expect(try found("ALL SHORTEST", ends, engine) == lengths.filter { $0 == shortest }, note)
    #expect(try found("SHORTEST 3", ends, engine) == Array(lengths.prefix(3)), note)
    #expect(try found("", ends, engine) == lengths, note)
    let exists = try engine.run("RETURN EXISTS { \(ends) } AS there, COUNT { \(ends) } AS number").rows[0]
    #expect(exists == [.boolean(!lengths.isEmpty), .integer(Int64(lengths.count))], note)
    let ended = try engine.run("MATCH (a {n: \(from)})\(question.step)(b {n: \(to)}) RETURN DISTINCT b.n, a.n").rows
    #expect(ended.count == (lengths.isEmpty ? 0 : 1), note)
  }

  @Test(
    "a repeated path agrees with choosing among all its repetitions",
    arguments: [
      "((u)-[r:T]->(v))", "((u)-[r:T WHERE r.w >= 2]-(v))", "((u)-[:T]->(m)<-[:T]-(v))",
      "((u)-[:T]-(m WHERE m.n <> 0)-[s:T WHERE s.w < 3]-(v))", "((u)-[:T]-(m:N)-[:T]->(k WHERE k.n > 0)-[:T]-(v))",
      "((u)-[r:T]-(m)-[s:T]-(v) WHERE r.w <= s.w)", "((u WHERE u.n < 3)-[:T]-(m)-[:T]-(v))",
      "((u WHERE u.n < 3)-[:T]-(v WHERE v.n > 0))", "((u:N)-[:T]->(m)<-[:T]-(v:N WHERE v.n <> 1))",
      "((u)-[r:T WHERE r.w IN [1, 3]]-(m)-[s:T]-(v) WHERE NOT s.w IN $weights)",
      "((u)-[:T]-(m WHERE EXISTS { (m)-[:T]->(:N {n: 0}) })-[:T]-(v WHERE NOT v.n IN $weights))",
      "((u)-[:T]-(m)-[:T]-(v) WHERE u.n < v.n)", "((u)-[r:T]->(m)-[s:T]->(v) WHERE r.w + s.w < 5 AND m.n <> u.n)",
      "((u WHERE 1 / (u.n - 4) < 1)-[:T]->(v))", "((u)-[r:T WHERE 6 / (r.w - 3) < 0]->(m)-[:T]->(v))",
    ], ["{0,2}", "{1,2}", "{1,3}"])
  func repeatedPaths(group: String, times: String) throws {
    for seed in 200..<UInt64(215) {
      let engine = QueryEngine(graph: RandomGraph(seed: seed).graph(), today: testDay)
      let all = pathLengths("", group + times, engine)
      let shortest = all?.mapValues { lengths in lengths.filter { $0 == lengths[0] } }
      #expect(pathLengths("ALL SHORTEST", group + times, engine) == shortest, "seed \(seed)")
      let any = all?.mapValues { [$0[0]] }
      #expect(pathLengths("ANY SHORTEST", group + times, engine) == any, "seed \(seed)")
      #expect(pathLengths("ANY SHORTEST", group + times, engine, isRead: false) == any, "seed \(seed)")
    }
  }

  /// By pair of nodes the lengths of the paths between them, ascending; nil when the query fails.
  ///
  /// - Parameter isRead: the query reads more of the paths than their lengths; else it asks for many from the same start at once.
  private func pathLengths(
    _ selector: String, _ group: String, _ engine: QueryEngine, isRead: Bool = true
  ) -> [[Value]: [Value]]? {
    let query =
      isRead
      ? """
      MATCH (a:N), (b:N) MATCH p = \(selector) (a)\(group)(b)
      RETURN a.n, b.n, length(p) AS length, size(relationships(p)) = length(p) AS isWhole ORDER BY a.n, b.n, length
      """
      : """
      MATCH (a:N), (b:N) UNWIND range(1, 16) AS i MATCH p = \(selector) (a)\(group)(b)
      RETURN DISTINCT a.n, b.n, length(p) AS length, true AS isWhole ORDER BY a.n, b.n, length
      """
    let weights = Value.list([.integer(2), .null])
    guard let rows = try? engine.run(query, parameters: ["weights": weights]).rows else { return nil }
    #expect(rows.allSatisfy { $0[3] == .boolean(true) })
    return Dictionary(grouping: rows, by: { [$0[0], $0[1]] }).mapValues { $0.map { $0[2] } }
  }

  /// The lengths of the paths a selector gives, ascending.
  private func found(_ selector: String, _ ends: String, _ engine: QueryEngine) throws -> [Int] {
    try engine.run("MATCH p = \(selector) \(ends) RETURN length(p) AS length ORDER BY length").rows.map { row in
      if case .integer(let length) = row[0] { Int(length) } else { -1 }
    }
  }

  @Test("shortest paths to every node at once, and the optional form")
  func toAll() throws {
    for seed in 100..<UInt64(115) {
      let random = RandomGraph(seed: seed)
      let engine = QueryEngine(graph: random.graph(), today: testDay)
      let rows = try engine.run(
        "MATCH (a:N), (b:N) OPTIONAL MATCH p = ANY SHORTEST (a)-[:T]->+(b) RETURN a.n, b.n, length(p) ORDER BY a.n, b.n"
      ).rows
      let expected = (0..<random.nodeCount).flatMap { from in
        (0..<random.nodeCount).map { to -> [Value] in
          let shortest = random.trails(from: from, to: to, directed: true, minimumWeight: 1).keys.filter { $0 > 0 }
            .min()
          return [.integer(Int64(from)), .integer(Int64(to)), shortest.map { .integer(Int64($0)) } ?? .null]
        }
      }
      #expect(Array(rows) == expected, "seed \(seed)")
      let direct = try engine.run(
        "MATCH (a:N) MATCH p = ANY SHORTEST (a)-[:T]->+(b:N) RETURN a.n, b.n, length(p) ORDER BY a.n, b.n"
      ).rows
      #expect(Array(direct) == expected.filter { $0[2] != .null }, "seed \(seed)")
    }
  }
}
