/// What nodes, relationships and paths are called in cells and drawings.
struct NodeNames {
  private let graph: PropertyGraph
  private let nameKey: KeyID?
  private let style: GraphStyle

  init(_ context: OutputContext) {
    graph = context.graph
    nameKey = graph.key(named: "name")
    style = context.options.style
  }

  /// The property `name` when it is text, else the identifier.
  func name(of node: NodeID) -> String {
    if let nameKey, case .string(let name) = graph.nodeProperties.value(nameKey, at: node.index) { return name }
    return graph.identifier(of: node)
  }

  /// `start -[TYPE]-> end`.
  func text(of relationship: RelationshipID) -> String {
    let (start, end) = (graph.start(of: relationship), graph.end(of: relationship))
    return "\(name(of: start)) -[\(graph.typeName(of: relationship))]-> \(name(of: end))"
  }

  /// `A -> forum -> B`, contracted nodes between the ends left out.
  func text(of path: PathValue) -> String {
    let last = path.nodes.count - 1
    let shown = path.nodes.enumerated().filter { place, node in
      place == 0 || place == last || style.contraction(of: node, in: graph) == nil
    }
    return shown.map { name(of: $0.element) }.joined(separator: " -> ")
  }
}
