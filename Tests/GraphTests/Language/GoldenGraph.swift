@testable import Graph

/// Reads a small graph from the text of its patterns: `(a:Person {name: 'Ann'})-[:KNOWS {since: 2020}]->(b:Person), (c)`.
///
/// The nodes are numbered in the order in which they are first written; a name written again is the same node.
struct GoldenGraph {
  private let source: SourceText
  private var builder = PropertyGraphBuilder()
  private var nodes: [String: NodeID] = [:]
  private static let day = CalendarDate("2024-06-30") ?? CalendarDate(dayNumber: 0)

  static func graph(_ text: String) throws(QueryError) -> PropertyGraph {
    guard text.contains("(") else { return PropertyGraphBuilder().build() }
    var reader = GoldenGraph(source: SourceText(name: "graph", text: "MATCH \(text) RETURN 1"))
    let statement = try Parser.parse(reader.source)
    guard case .match(let match) = statement.query.first.clauses[0] else { return PropertyGraphBuilder().build() }
    for pattern in match.patterns { try reader.add(pattern) }
    return reader.builder.build()
  }

  private init(source: SourceText) { self.source = source }

  private mutating func add(_ pattern: PathPattern) throws(QueryError) {
    var before: NodeID?
    var pending: RelationshipPattern?
    for element in pattern.elements {
      switch element {
      case .relationship(let relationship): pending = relationship
      case .node(let pattern):
        guard let node = try node(pattern) else { continue }
        if let relationship = pending, let before { try add(relationship, before, node) }
        (before, pending) = (node, nil)
      case .group: continue
      }
    }
  }

  private mutating func node(_ pattern: NodePattern) throws(QueryError) -> NodeID? {
    if let name = pattern.variable?.text, let node = nodes[name] { return node }
    guard let node = builder.addNode("n\(builder.nodeCount)", labels: names(pattern.labels)) else { return nil }
    for (key, value) in try properties(pattern.properties) { builder.setProperty(key, of: node, to: value) }
    if let name = pattern.variable?.text { nodes[name] = node }
    return node
  }

  private mutating func add(
    _ pattern: RelationshipPattern, _ before: NodeID, _ after: NodeID
  ) throws(QueryError) {
    let ends = pattern.direction == .incoming ? (after, before) : (before, after)
    let type = names(pattern.types).first ?? "T"
    guard let relationship = builder.addRelationship(from: ends.0, to: ends.1, type: type) else { return }
    for (key, value) in try properties(pattern.properties) { builder.setProperty(key, of: relationship, to: value) }
  }

  private func names(_ labels: LabelExpression?) -> [String] {
    switch labels {
    case .name(let name): [name.text]
    case .and(let left, let right): names(left) + names(right)
    default: []
    }
  }

  /// The map of a pattern, its values computed as a query would.
  private func properties(_ expression: Expression?) throws(QueryError) -> [(key: String, value: Value)] {
    guard let expression else { return [] }
    let engine = QueryEngine(graph: PropertyGraphBuilder().build(), today: GoldenGraph.day)
    let table = try engine.run("RETURN \(source.text(expression.span))")
    guard case .map(let map)? = table.rows.first?.first else { return [] }
    return map.entries
  }
}
