import Testing

@testable import Graph

@Suite("Patterns become a small graph")
struct BoundPatternTests {
  @Test("parts of one MATCH share their nodes")
  func sharing() throws {
    let match = try #require(try bound("MATCH (a)-->(b), (b)-->(c)<--(a) RETURN a").match)
    #expect(match.pattern.nodes.count == 3)
    #expect(match.pattern.relationships.map { [$0.left, $0.right] } == [[0, 1], [1, 2], [2, 0]])
  }

  @Test("labels of several mentions are all demanded")
  func labels() throws {
    let match = try #require(try bound("MATCH (a:A), (a:B|C) RETURN a").match)
    guard case .and(let parts)? = match.pattern.nodes[0].labels else { throw Unexpected() }
    #expect(parts.count == 2)
  }

  @Test("a variable from before is bound, the others are new")
  func boundNodes() throws {
    let statement = try bound("MATCH (a) WITH a MATCH (a)-[r]->(b) RETURN b")
    guard case .match(let match) = statement.clauses[2] else { throw Unexpected() }
    #expect(match.pattern.nodes.map(\.isBound) == [true, false])
    #expect(statement.names(match.newSlots).sorted() == ["b", "r"])
  }

  @Test("property maps, inline WHERE and the conjuncts of WHERE are predicates")
  func predicates() throws {
    let match = try #require(
      try bound("MATCH (a {x: 1, y: 2} WHERE a.z)-[r {w: 3}]->() WHERE a.u AND (a.v OR a.w) AND r.t RETURN a").match)
    #expect(match.predicates.count == 7)
  }

  @Test("what a variable-length relationship demands is a predicate over one element")
  func elements() throws {
    let match = try #require(try bound("MATCH (a)-[r:T*1..3 {x: 1} WHERE r.y]->(b) RETURN r").match)
    let relationship = match.pattern.relationships[0]
    #expect(relationship.length?.maximum == 3)
    guard case .and(let conjuncts)? = relationship.elementPredicate?.kind else { throw Unexpected() }
    #expect(conjuncts.count == 2)
    #expect(match.predicates.isEmpty)
  }

  @Test("a path lists its parts in the order of the text")
  func path() throws {
    let match = try #require(try bound("MATCH (x), p = (a)-->(b)<--(a) RETURN p").match)
    #expect(match.pattern.paths.count == 1)
    #expect(match.pattern.paths[0].elements.count == 5)
  }

  @Test("a repeated path exports each variable as a list")
  func group() throws {
    let statement = try bound("MATCH (x)((a)-[r:T]->(b) WHERE a.z < b.z){1,3}(y) RETURN a, r, b")
    let match = try #require(statement.match)
    let group = try #require(match.pattern.groups.first)
    #expect(match.pattern.nodes.count == 2)
    #expect(statement.names(group.exports.map(\.list)).sorted() == ["a", "b", "r"])
    #expect(group.relationshipLists.count == 1)
    #expect(group.predicates.count == 1)
    #expect(Set(match.newSlots).isSuperset(of: group.exports.map(\.list)))
  }

  @Test("a group without quantifier is a part of the path around it")
  func flatGroup() throws {
    let match = try #require(try bound("MATCH (a) ((b)-[:T]->(c)) (d) RETURN a, b, c, d").match)
    #expect(match.pattern.groups.isEmpty)
    #expect(match.pattern.nodes.count == 2)
    #expect(match.pattern.relationships.count == 1)
  }

  @Test("where two known nodes meet they must be the same")
  func seam() throws {
    let match = try #require(try bound("MATCH (a), (b) MATCH (a) ((b)-[:T]->(c)) RETURN c").match)
    #expect(match.pattern.nodes.count == 2)
    let statement = try bound("MATCH (a), (b) MATCH (a) ((b)-[:T]->(c)) RETURN c")
    guard case .match(let second) = statement.clauses[1] else { throw Unexpected() }
    #expect(second.predicates.count == 1)
  }

  @Test(
    "shortest paths",
    arguments: [
      "MATCH p = shortestPath((a)-[*]->(b)) RETURN p", "MATCH p = ANY SHORTEST (a)-[:T]->+(b) RETURN p",
    ])
  func shortest(query: String) throws {
    #expect(try bound(query).match?.pattern.selectors.first?.selector == .anyShortest)
  }

  @Test(
    "shortestPath takes one relationship",
    arguments: [
      "MATCH p = shortestPath((a)-->()-->(b)) RETURN p", "MATCH p = shortestPath((a)) RETURN p",
    ])
  func shortestForm(query: String) { #expect(bindingError(query) != nil) }
}

struct Unexpected: Error {}
