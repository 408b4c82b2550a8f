/// What nodes, relationships and paths are called in cells and drawings.
struct NodeNames {
  private let graph: PropertyGraph
  private let nameKey: KeyID?
  private let style: GraphStyle
  /// For people: a type of relationship is its word, and a contracted node without a name is what it joins.
  private let language: Language?

  /// - Parameters:
  ///   - context: the graph and its display words.
  ///   - language: the language of the people who read; nil for programs.
  init(_ context: OutputContext, speaking language: Language? = nil) {
    graph = context.graph
    nameKey = graph.key(named: "name")
    style = context.options.style
    self.language = language
  }

  /// The property `name` when it is text, else the identifier; for people a mandate is `mandate of Oldambt in AGO`.
  func name(of node: NodeID) -> String {
    properName(of: node) ?? language.flatMap { joint(node, in: $0) } ?? graph.identifier(of: node)
  }

  private func properName(of node: NodeID) -> String? {
    guard let nameKey, case .string(let name) = graph.nodeProperties.value(nameKey, at: node.index) else { return nil }
    return name
  }

  /// What a contracted node joins: `mandate of Oldambt in AGO`.
  private func joint(_ node: NodeID, in language: Language) -> String? {
    ends(of: node).map { "\($0.word) \(language.choose("of", "van")) \($0.holder) in \($0.place)" }
  }

  /// What a contracted node is, and the names of what it joins.
  private func ends(of node: NodeID) -> (word: String, holder: String, place: String)? {
    guard let contraction = style.contraction(of: node, in: graph),
      let holder = neighbour(of: node, over: contraction.incoming, incoming: true).flatMap(properName),
      let place = neighbour(of: node, over: contraction.outgoing, incoming: false).flatMap(properName)
    else { return nil }
    return (graph.labelNames(of: node).first.flatMap { style.labels[$0]?.word } ?? "", holder, place)
  }

  private func neighbour(of node: NodeID, over type: String, incoming: Bool) -> NodeID? {
    guard let type = graph.type(named: type) else { return nil }
    let adjacency = graph.adjacency(type, incoming: incoming)
    return adjacency.neighbours[adjacency.range(of: node)].first
  }

  /// `start -[TYPE]-> end`, for people `start decides on end`; half of a contracted node stands for the whole:
  /// `Oldambt: mandate in AGO`.
  func text(of relationship: RelationshipID) -> String {
    let (start, end) = (graph.start(of: relationship), graph.end(of: relationship))
    let type = graph.typeName(of: relationship)
    if language != nil, let whole = [start, end].lazy.filter({ properName(of: $0) == nil }).compactMap(ends).first {
      return "\(whole.holder): \(whole.word) in \(whole.place)"
    }
    if language != nil, let word = style.types[type]?.word { return "\(name(of: start)) \(word) \(name(of: end))" }
    return "\(name(of: start)) -[\(type)]-> \(name(of: end))"
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
