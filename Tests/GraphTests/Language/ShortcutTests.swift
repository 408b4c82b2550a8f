import Testing

@testable import Graph

/// Searches by shortcuts, past nodes that only join two others, find the very walks that searches over every step find.
@Suite("Shortcuts of a search")
struct ShortcutTests {
  /// Parties and forums, joined by mandates and now and then at once; some mandates lie one behind the other, lead back or are joined
  /// to more.
  static func graph(seed: UInt64) -> PropertyGraph {
    var random = SeededGenerator(seed: seed)
    var builder = PropertyGraphBuilder()
    let parties = (0..<9).compactMap { builder.addNode("p\($0)", labels: ["Party"]) }
    let forums = (0..<6).compactMap { builder.addNode("f\($0)", labels: ["Forum"]) }
    let mandates = (0..<24).compactMap { builder.addNode("m\($0)", labels: ["Mandate"]) }
    func join(_ from: [NodeID], _ to: [NodeID], _ type: String, times: Int) {
      for _ in 0..<times {
        let start = from[Int.random(in: from.indices, using: &random)]
        _ = builder.addRelationship(from: start, to: to[Int.random(in: to.indices, using: &random)], type: type)
      }
    }
    for mandate in mandates {
      join(parties, [mandate], "HOLDS", times: 1)
      join([mandate], forums, "IN_FORUM", times: 1)
    }
    join(mandates, mandates, "HOLDS", times: 3)
    join(mandates, forums, "IN_FORUM", times: 2)
    join(parties, forums, "HOLDS", times: 2)
    join(parties, parties, "IN_FORUM", times: 3)
    return builder.build()
  }

  /// A view that hides some nodes and some relationships between others.
  static func partial(of graph: PropertyGraph) -> View {
    View.of(graph, hidingNodes: { $0 % 11 == 3 }, relationships: { $0 % 9 == 4 })
  }

  /// - Parameter payFrom: 0 makes shortcuts as soon as they would spare anything, infinity never.
  static func rows(
    _ query: String, _ graph: PropertyGraph, _ view: View, payFrom: Double, sharing: Sharing = .never
  ) throws -> [[Value]] {
    var engine = QueryEngine(graph: graph, today: testDay)
    (engine.shortcutsPayFrom, engine.view, engine.sharing) = (payFrom, view, sharing)
    return Array(try engine.run(query).rows)
  }

  static let paths = [
    "ANY SHORTEST (a)-[:HOLDS|IN_FORUM]-{1,4}(b)", "ANY SHORTEST (a)-[:HOLDS|IN_FORUM]-{1,16}(b)",
    "ANY SHORTEST (a)-[:HOLDS|IN_FORUM]-+(b)", "shortestPath((a)-[*..7]-(b))", "ANY SHORTEST (a)-[:HOLDS]-*(b)",
    "ALL SHORTEST (a)-[:HOLDS|IN_FORUM]-{1,16}(b)", "ALL SHORTEST (b)-[]-+(a)",
    "allShortestPaths((a)-[:HOLDS|IN_FORUM*..5]-(b))", "ALL SHORTEST (a)-[:HOLDS|IN_FORUM]->{1,9}(b)",
    "ANY SHORTEST (b)-[:HOLDS|IN_FORUM]-{2,4}(a)", "ANY SHORTEST (a)-[:HOLDS|IN_FORUM]->{1,9}(b)",
  ]

  @Test("the same walks between all nodes", arguments: paths, UInt64(0)..<3)
  func walks(path: String, seed: UInt64) throws {
    let graph = ShortcutTests.graph(seed: seed)
    let query =
      "MATCH (b) MATCH (a) WHERE a <> b OPTIONAL MATCH q = \(path) "
      + "RETURN id(a), id(b), length(q), [r IN relationships(q) | id(r)], [n IN nodes(q) | id(n)]"
    for view in [.everything, ShortcutTests.partial(of: graph)] {
      let expected = try ShortcutTests.rows(query, graph, view, payFrom: .infinity)
      #expect(expected.contains { $0[2] != .null })
      for payFrom in [0, 0.25] {
        #expect(try ShortcutTests.rows(query, graph, view, payFrom: payFrom) == expected, "\(payFrom)")
      }
      #expect(try ShortcutTests.rows(query, graph, view, payFrom: 0, sharing: .always) == expected, "several threads")
      // A condition that always holds takes the search that looks at every step.
      let conditioned = query.replacing("[:HOLDS|IN_FORUM]", with: "[r:HOLDS|IN_FORUM WHERE r.ended IS NULL]")
      #expect(try ShortcutTests.rows(conditioned, graph, view, payFrom: 0) == expected, "every step")
    }
  }

  @Test("as long as the shortest of all", arguments: UInt64(10)..<13)
  func lengths(seed: UInt64) throws {
    let graph = ShortcutTests.graph(seed: seed)
    let view = ShortcutTests.partial(of: graph)
    let lengths = { (selector: String, payFrom: Double) in
      try ShortcutTests.rows(
        """
        MATCH (b) MATCH (a) WHERE a <> b OPTIONAL MATCH q = \(selector)
        RETURN DISTINCT id(a), id(b), length(q)
        """, graph, view, payFrom: payFrom)
    }
    // A condition that always holds takes the search that looks at every step.
    let expected = try lengths("ALL SHORTEST (a)-[r:HOLDS|IN_FORUM WHERE r.ended IS NULL]-{1,30}(b)", .infinity)
    #expect(try lengths("ANY SHORTEST (a)-[:HOLDS|IN_FORUM]-{1,30}(b)", 0) == expected)
    #expect(try lengths("ALL SHORTEST (a)-[:HOLDS|IN_FORUM]-{1,30}(b)", 0) == expected)
  }

  @Test("a node that joins two others is passed, and no two next to each other")
  func passing() throws {
    var builder = PropertyGraphBuilder()
    let nodes = (0..<6).compactMap { builder.addNode("\($0)", labels: ["N"]) }
    // A row of six, whose first is joined to itself and whose last two are joined twice.
    var row: [RelationshipID] = []
    for (from, to) in [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (4, 5), (0, 0)] {
      if let added = builder.addRelationship(from: nodes[from], to: nodes[to], type: "T") { row.append(added) }
    }
    let graph = builder.build()
    let steps = ShortcutTests.neighbourhood(graph)
    let shortcuts = try Shortcuts(steps, in: graph) { () throws(QueryError) in }
    #expect(nodes.map { shortcuts.lead(from: $0) } == [true, false, true, false, true, true])
    let behind = shortcuts.steps(from: nodes[2]).map { Shortcuts.node($0.target) }
    #expect(behind == [4, 0])
    #expect(shortcuts.steps(from: nodes[2]).allSatisfy { Shortcuts.passes($0.target) })
    #expect(shortcuts.relationship(behind: row[1]) == row[0])
    #expect(shortcuts.relationship(behind: row[0]) == row[1])
    #expect(shortcuts.steps(from: nodes[5]).map(\.target) == [4, 4])
    #expect(shortcuts.steps(from: nodes[0]).count == 1)
  }

  @Test("a search whose numbers run out begins anew")
  func numbers() throws {
    let graph = ShortcutTests.graph(seed: 1)
    let steps = ShortcutTests.neighbourhood(graph)
    let makeSearch = {
      MeetingSearch(nodeCount: graph.nodeCount, forward: steps, backward: steps, findShortcuts: nil) {
        _ throws(QueryError) in
      }
    }
    let search = makeSearch()
    search.base = UInt32.max - 251
    for end in graph.allNodes.dropFirst() {
      let expected = try makeSearch().walk(from: NodeID(0), to: end, maximum: 16)
      #expect(try search.walk(from: NodeID(0), to: end, maximum: 16) == expected)
    }
    #expect(search.base < 10_000)
  }

  /// All relationships of a graph, in both directions.
  static func neighbourhood(_ graph: PropertyGraph) -> Neighbourhood {
    let context = ExecutionContext(
      graph: graph, view: .everything, today: testDay, ranks: [:], budget: Budget(), lineages: nil,
      kept: KeptOfView())
    return Neighbourhood(types: nil, direction: .either, labels: nil, context)
  }
}
