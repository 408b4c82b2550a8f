/// Names in drawings and claims: as `NodeNames`, but a contracted node without a name is called after its ends.
struct DrawnNames {
  private let context: OutputContext
  private let plain: NodeNames

  init(_ context: OutputContext) {
    self.context = context
    plain = NodeNames(context)
  }

  /// The name of a node; of a nameless mandate `mandate (Oldambt – REA)`.
  func name(of node: NodeID) -> String {
    let (graph, style) = (context.graph, context.options.style)
    guard graph.property("name", of: node).isNull, let contraction = style.contraction(of: node, in: graph) else {
      return plain.name(of: node)
    }
    let ends = ContractedEnds(of: node, by: contraction, context)
    guard let start = ends.starts.first, let end = ends.ends.first else { return plain.name(of: node) }
    let word = style.label(among: graph.labelNames(of: node)).flatMap { style.labels[$0]?.word } ?? ""
    return "\(word) (\(plain.name(of: start.node)) – \(plain.name(of: end.node)))"
  }
}

/// The visible relationships that a contracted node stands between.
struct ContractedEnds {
  typealias End = (node: NodeID, relationship: RelationshipID)

  /// Over the incoming type, ascending.
  let starts: [End]
  /// Over the outgoing type, ascending.
  let ends: [End]

  init(of node: NodeID, by contraction: GraphStyle.Contraction, _ context: OutputContext) {
    starts = ContractedEnds.neighbours(of: node, over: contraction.incoming, incoming: true, context)
    ends = ContractedEnds.neighbours(of: node, over: contraction.outgoing, incoming: false, context)
  }

  private static func neighbours(
    of node: NodeID, over type: String, incoming: Bool, _ context: OutputContext
  ) -> [End] {
    guard let type = context.graph.type(named: type) else { return [] }
    let adjacency = context.graph.adjacency(type, incoming: incoming)
    return adjacency.range(of: node)
      .map { (adjacency.neighbours[$0], adjacency.relationships[$0]) }
      .filter { context.options.view.shows($0.1) }
  }
}
