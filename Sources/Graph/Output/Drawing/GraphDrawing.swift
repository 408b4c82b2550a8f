/// Draws the nodes and relationships of an answer as a graph.
///
/// Only relationships of the answer are drawn. A contracted node (a mandate) becomes a line from its holder to its forum,
/// which are drawn with it; when the answer also holds another relationship of it, it stays a node.
struct GraphDrawing {
  private let context: OutputContext
  private let looks: NodeLooks
  private let reader: ClaimReader
  private let claimTexts: ClaimTexts

  /// The relationships whose lines run from right to left.
  private let mirrored: Set<RelationshipID>
  /// Nodes that ought to take part and do not, with the node they are missing at.
  private let missing: [(nodes: [NodeID], from: NodeID)]

  init(
    _ context: OutputContext, mirrored: Set<RelationshipID> = [], missing: [(nodes: [NodeID], from: NodeID)] = []
  ) {
    self.context = context
    self.mirrored = mirrored
    self.missing = missing
    looks = NodeLooks(context)
    reader = ClaimReader(context)
    claimTexts = ClaimTexts(context)
  }

  private var graph: PropertyGraph { context.graph }

  /// The picture of what was collected.
  ///
  /// - Throws: `OutputError` of kind `tooLarge`.
  func picture(_ elements: DrawnElements) throws(OutputError) -> DrawnPicture {
    var drawn = DrawnPicture()
    let contracted = contractedNodes(of: elements)
    var shown = elements
    for node in contracted.order { addEnds(of: node, contracted, to: &shown) }
    let nodes = shown.nodes.filter { contracted.rules[$0] == nil }
    try DrawingLimits.check(nodes.count, most: DrawingLimits.nodes, "nodes")
    for node in nodes { addNode(node, to: &drawn) }
    for relationship in elements.relationships { addEdge(relationship, contracted, to: &drawn) }
    for node in contracted.order { addContracted(node, contracted, to: &drawn) }
    addMissing(to: &drawn)
    try DrawingLimits.check(drawn.picture.edges.count, most: DrawingLimits.edges, "lines")
    return drawn
  }

  private func addNode(_ node: NodeID, to drawn: inout DrawnPicture) {
    let pictured = looks.pictureNode(node)
    drawn.picture.nodes.append(pictured)
    if let word = looks.legendWord(for: node) { drawn.picture.legend.add(word, pictured.look) }
  }

  private func addEdge(_ relationship: RelationshipID, _ contracted: Contracted, to drawn: inout DrawnPicture) {
    let (start, end) = (graph.start(of: relationship), graph.end(of: relationship))
    guard contracted.rules[start] == nil, contracted.rules[end] == nil else { return }
    let type = graph.typeName(of: relationship)
    let certainty = certainty(of: relationship)
    var edge = PictureEdge(
      start: graph.identifier(of: start), end: graph.identifier(of: end),
      label: context.options.style.word(forType: type),
      look: LineLook(certainty: certainty, otherwise: context.options.style.types[type]?.line ?? "solid"))
    edge.isMirrored = mirrored.contains(relationship)
    edge.classes = ["relationship", type] + (certainty.map { [$0] } ?? [])
    describe(&edge, by: [relationship], in: &drawn)
    add(edge, certainty, to: &drawn)
  }

  /// What is missing at a node, as one box beside it; nodes at which the same are missing share it. Red only where the list
  /// of those who sit there is complete: elsewhere it is not recorded, which is not the same as missing.
  private func addMissing(to drawn: inout DrawnPicture) {
    var known: Set<[String]> = []
    for (nodes, from) in missing {
      let isCertain = graph.property("seats_complete", of: from) == .boolean(true)
      let word = isCertain ? "missing" : "unrecorded"
      let identifiers = nodes.map { graph.identifier(of: $0) }
      let identifier = ([word] + identifiers).joined(separator: " ")
      if known.insert([word] + identifiers).inserted { addMissing(nodes, identifier, isCertain, to: &drawn) }
      var edge = PictureEdge(
        start: identifier, end: graph.identifier(of: from), look: isCertain ? LineLook.missing : LineLook.unrecorded)
      edge.isDirected = false
      edge.classes = [word]
      drawn.picture.edges.append(edge)
    }
  }

  private func addMissing(_ nodes: [NodeID], _ identifier: String, _ isCertain: Bool, to drawn: inout DrawnPicture) {
    let names = nodes.map { looks.pictureNode($0).label }
    let word = isCertain ? context.wording.missing : context.wording.unrecorded
    drawn.picture.nodes.append(
      PictureNode(
        identifier: identifier, label: (names + (isCertain ? [] : ["?"])).joined(separator: "\n"),
        look: isCertain ? NodeLook.missing : NodeLook.unrecorded, tooltip: names.joined(separator: "\n"), kind: word,
        classes: [isCertain ? "missing" : "unrecorded"]))
    drawn.picture.legend.add(word, isCertain ? LineLook.missing : LineLook.unrecorded)
  }

  private func add(_ edge: PictureEdge, _ certainty: String?, to drawn: inout DrawnPicture) {
    drawn.picture.edges.append(edge)
    if let width = edge.weight.penWidth, let word = edge.weight.levelWord {
      drawn.picture.legend.add(word, .sample(width: width))
    }
    if let sign = edge.weight.sign { drawn.picture.legend.add(sign) }
    if let certainty {
      drawn.picture.legend.add(context.options.words.word(certainty, column: "certainty"), edge.look)
    }
  }

  /// Gives a line the claims it stands for as tooltip, and the address of the first source that has one.
  private func describe(_ edge: inout PictureEdge, by relationships: [RelationshipID], in drawn: inout DrawnPicture) {
    let claims = relationships.flatMap { reader.claims(of: Evidence(certainty: nil, claims: [.relationship($0)])) }
    edge.tooltip = claims.map { claimTexts.line($0) }.joined(separator: "\n")
    edge.url = claims.lazy.compactMap { reader.address(ofSource: $0.sourceIdentifier) }.first
    for claim in claims { drawn.add(source: claim.sourceIdentifier) }
  }

  /// The strongest certainty among the visible claims of a relationship.
  private func certainty(of relationship: RelationshipID) -> String? {
    let claims = reader.claims(of: Evidence(certainty: nil, claims: [.relationship(relationship)]))
    return claims.compactMap(\.certainty).reduce(nil) { strongest, next in
      strongest.map { LineLook.stronger($0, next) } ?? next
    }
  }
}

// MARK: - Contracted nodes

extension GraphDrawing {
  /// The nodes that are drawn as lines.
  private struct Contracted {
    var order: [NodeID] = []
    var rules: [NodeID: (rule: GraphStyle.Contraction, ends: ContractedEnds)] = [:]
  }

  private func contractedNodes(of elements: DrawnElements) -> Contracted {
    var contracted = Contracted()
    for node in elements.nodes {
      guard let rule = context.options.style.contraction(of: node, in: graph) else { continue }
      let ends = ContractedEnds(of: node, by: rule, context)
      guard !ends.starts.isEmpty, !ends.ends.isEmpty else { continue }
      contracted.order.append(node)
      contracted.rules[node] = (rule, ends)
    }
    for relationship in elements.relationships {
      for node in [graph.start(of: relationship), graph.end(of: relationship)] {
        guard let rule = contracted.rules[node]?.rule else { continue }
        if ![rule.incoming, rule.outgoing].contains(graph.typeName(of: relationship)) { contracted.rules[node] = nil }
      }
    }
    contracted.order.removeAll { contracted.rules[$0] == nil }
    return contracted
  }

  private func addEnds(of node: NodeID, _ contracted: Contracted, to elements: inout DrawnElements) {
    guard let ends = contracted.rules[node]?.ends else { return }
    for end in ends.starts + ends.ends { elements.add(end.node) }
  }

  private func addContracted(_ node: NodeID, _ contracted: Contracted, to drawn: inout DrawnPicture) {
    guard let (rule, ends) = contracted.rules[node] else { return }
    for start in ends.starts {
      for end in ends.ends { addLine(for: node, rule, from: start, to: end, in: &drawn) }
    }
  }

  private func addLine(
    for node: NodeID, _ rule: GraphStyle.Contraction, from start: ContractedEnds.End, to end: ContractedEnds.End,
    in drawn: inout DrawnPicture
  ) {
    let parts = [certainty(of: start.relationship), certainty(of: end.relationship)].compactMap { $0 }
    let certainty = LineLook.weakest(parts)
    var edge = PictureEdge(
      start: graph.identifier(of: start.node), end: graph.identifier(of: end.node), label: label(of: node, rule),
      look: LineLook(certainty: certainty))
    edge.isDirected = false
    edge.isMirrored = mirrored.contains(start.relationship)
    edge.weight = LineWeight(of: node, in: context)
    edge.classes = ["relationship"] + graph.labelNames(of: node) + (certainty.map { [$0] } ?? [])
    describe(&edge, by: [start.relationship, end.relationship], in: &drawn)
    add(edge, certainty, to: &drawn)
  }

  /// `board level, decides, standing`: what is known of a mandate.
  private func label(of node: NodeID, _ rule: GraphStyle.Contraction) -> String {
    let words = rule.labelledBy.compactMap { property -> String? in
      guard case .string(let value) = graph.property(property, of: node), value != "unknown" else { return nil }
      return context.options.words.word(value, column: property)
    }
    return words.joined(separator: ", ")
  }
}
