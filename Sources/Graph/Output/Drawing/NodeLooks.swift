/// How nodes of the graph, and texts that stand for them, look in a picture.
struct NodeLooks {
  private let context: OutputContext
  private let names: DrawnNames

  init(_ context: OutputContext) {
    self.context = context
    names = DrawnNames(context)
  }

  private var style: GraphStyle { context.options.style }

  /// A node of the graph.
  func pictureNode(_ node: NodeID) -> PictureNode {
    let graph = context.graph
    let (labels, name, identifier) = (graph.labelNames(of: node), names.name(of: node), graph.identifier(of: node))
    let heading = word(for: node).map { "\($0) \(name)" } ?? name
    var look = look(label: style.label(among: labels))
    if isFormal(node) { look.outlines = 2 }
    return PictureNode(
      identifier: identifier, label: name, look: look, tooltip: heading + "\n" + identifier, kind: word(for: node),
      classes: ["node"] + labels)
  }

  /// Whether the node has a formal legal status: it gets a double outline.
  func isFormal(_ node: NodeID) -> Bool { context.graph.property("legal_status", of: node) == .string("formal") }

  /// What a legend calls the look of a node: `forum (formal)`.
  func legendWord(for node: NodeID) -> String? {
    word(for: node).map { word in
      isFormal(node) ? "\(word) (\(context.options.words.word("formal", column: "legal_status")))" : word
    }
  }

  /// What a node's kind is called, nil when the style does not know it.
  func word(for node: NodeID) -> String? { word(forLabel: style.label(among: context.graph.labelNames(of: node))) }

  /// What a label is called, nil when the style does not know it.
  func word(forLabel label: String?) -> String? { label.flatMap { style.labels[$0]?.word } }

  /// The look of a label, a plain box for an unknown one.
  func look(label: String?) -> NodeLook {
    guard let labelStyle = label.flatMap({ style.labels[$0] }) else { return NodeLook() }
    return NodeLook(shape: labelStyle.shape, style: labelStyle.style, fill: labelStyle.fill)
  }

  /// The only node with a label that has a text as identifier or name; nil when there is none, or more than one.
  func node(called text: String, label: String) -> NodeID? {
    let graph = context.graph
    guard let label = graph.label(named: label) else { return nil }
    if let node = graph.node(identifier: text), graph.has(label, node) { return node }
    guard let name = graph.key(named: "name") else { return nil }
    let found = graph.nodes(labelled: label, where: name, equals: .string(text)).filter(context.options.view.shows)
    return found.count == 1 ? found[0] : nil
  }
}

extension ClaimReader {
  /// The web address of a source, nil when it has none of http or https.
  func address(ofSource identifier: String?) -> String? {
    guard let identifier, let source = graph.node(identifier: identifier),
      case .string(let url) = graph.property("url", of: source)
    else { return nil }
    return url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
  }
}
