import Testing

@testable import Graph

@Suite("Functions on the graph")
struct GraphFunctionTests {
  /// (:Municipality:Party {name})-[:IN_REGION {part}]->(:Region)
  private static let graph: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    guard let a = builder.addNode("GM1895", labels: ["Municipality", "Party"]),
      let b = builder.addNode("MC01", labels: ["Region"]),
      let r = builder.addRelationship(from: a, to: b, type: "IN_REGION")
    else { return builder.build() }
    builder.setProperty("name", of: a, to: .string("Oldambt"))
    builder.setProperty("part", of: r, to: .boolean(false))
    return builder.build()
  }()
  private let a = Value.node(NodeID(rawValue: 0))
  private let r = Value.relationship(RelationshipID(rawValue: 0))
  private let path = Value.path(
    PathValue(
      nodes: [NodeID(rawValue: 0), NodeID(rawValue: 1)], relationships: [RelationshipID(rawValue: 0)]))

  private func call(_ name: String, _ value: Value) throws(QueryError) -> Value {
    try GraphTests.call(name, value, graph: GraphFunctionTests.graph)
  }

  @Test("labels, type, properties and keys")
  func descriptions() throws {
    #expect(try call("labels", a) == .list("Municipality", "Party"))
    #expect(try call("type", r) == .string("IN_REGION"))
    #expect(try call("properties", a) == .map(ValueMap([("name", .string("Oldambt"))])))
    #expect(try call("keys", r) == .list("part"))
    #expect(try call("keys", .map(ValueMap([("b", .null), ("a", .null)]))) == .list("b", "a"))
    #expect(try call("labels", .null) == .null)
  }

  @Test("identifiers are those of the files")
  func identifiers() throws {
    #expect(try call("elementId", a) == .string("GM1895"))
    #expect(try call("elementId", r) == .string("GM1895|IN_REGION|MC01|0"))
    #expect(try call("id", a) == .integer(0))
  }

  @Test("ends of relationships and parts of paths")
  func parts() throws {
    #expect(try call("startNode", r) == a)
    #expect(try call("endNode", r) == .node(NodeID(rawValue: 1)))
    #expect(try call("length", path) == .integer(1))
    #expect(try call("nodes", path) == .list([a, .node(NodeID(rawValue: 1))]))
    #expect(try call("relationships", path) == .list([r]))
  }

  @Test(
    "the wrong kind of thing is a TypeError",
    arguments: ["labels", "type", "properties", "keys", "nodes", "length", "id"])
  func wrongType(name: String) {
    #expect(callError(name, .integer(1))?.kind == .type)
    #expect(callError(name, .integer(1))?.detail == "InvalidArgumentValue")
  }
}
