/// The nodes and relationships in the rows of an answer, in the order in which they turn up.
struct DrawnElements {
  private(set) var nodes: [NodeID] = []
  private(set) var relationships: [RelationshipID] = []
  private var knownNodes: Set<NodeID> = []
  private var knownRelationships: Set<RelationshipID> = []
  private let graph: PropertyGraph

  private static let deepest = 200

  init(_ context: OutputContext) { graph = context.graph }

  var isEmpty: Bool { nodes.isEmpty }

  /// Adds what a table holds, lists and maps included. O(values), and stops soon after the limit of a picture.
  mutating func collect(_ table: ResultTable) throws(OutputError) {
    for row in table.rows {
      for value in row { add(value, depth: 0) }
      try DrawingLimits.check(nodes.count, most: DrawingLimits.nodes * 4, "nodes")
    }
  }

  mutating func add(_ node: NodeID) {
    if knownNodes.insert(node).inserted { nodes.append(node) }
  }

  func contains(_ relationship: RelationshipID) -> Bool { knownRelationships.contains(relationship) }

  private mutating func add(_ relationship: RelationshipID) {
    guard knownRelationships.insert(relationship).inserted else { return }
    relationships.append(relationship)
    add(graph.start(of: relationship))
    add(graph.end(of: relationship))
  }

  private mutating func add(_ value: Value, depth: Int) {
    if depth > DrawnElements.deepest { return }
    switch value {
    case .node(let node): add(node)
    case .relationship(let relationship): add(relationship)
    case .path(let path):
      for node in path.nodes { add(node) }
      for relationship in path.relationships { add(relationship) }
    case .list(let values): for element in values { add(element, depth: depth + 1) }
    case .map(let map): for entry in map.entries { add(entry.value, depth: depth + 1) }
    default: break
    }
  }
}
