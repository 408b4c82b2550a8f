/// One claim as a reader wants to see it: what it says, how certain it is, and where it stands.
struct Claim {
  /// What makes the claim.
  enum Kind: String {
    case relationship, statement
  }

  let kind: Kind
  /// The identifier of the relationship or of the Statement.
  let identifier: String
  /// What is claimed, as a short sentence.
  let text: String
  let certainty: String?
  let sourceIdentifier: String?
  let sourceTitle: String?
  /// The short name of the source.
  let sourceName: String?
  let section: String?
  /// The file that holds the source, for whoever wants to read the passage.
  var sourceFile: String?
  /// Of a statement: the property it is about, its node and the value it gives.
  var property: String?
  var aboutIdentifier: String?
  var value: String?
}

/// Reads claims out of the graph. The names it looks for are those of the model: `certainty`, `source`, `section`,
/// `STATED_IN`, `ABOUT_NODE`, `property`, `text_value`.
struct ClaimReader {
  private let context: OutputContext
  private let names: DrawnNames

  init(_ context: OutputContext) {
    self.context = context
    names = DrawnNames(context)
  }

  var graph: PropertyGraph { context.graph }

  /// The claims a row rests on.
  func claims(of evidence: Evidence) -> [Claim] {
    evidence.claims.map { claim in
      switch claim {
      case .relationship(let relationship): self.claim(relationship)
      case .statement(let node): self.claim(node)
      }
    }
  }

  /// What was searched in vain, each as a line: `searched in vain: seats of REA Zuid; that list is complete`.
  func searches(of evidence: Evidence) -> [String] {
    evidence.absences.map { absence in
      let name = names.name(of: absence.node)
      if absence.isOwnList {
        let list = context.options.words.word(absence.type, column: "list")
        return context.wording.searched(list, of: name, isClosed: absence.isClosed)
      }
      let word = context.options.style.word(forType: absence.type)
      return context.wording.searched("\(name) \(word) …", isClosed: absence.isClosed)
    }
  }

  /// What a relationship claims.
  func claim(_ relationship: RelationshipID) -> Claim {
    let source = text("source", of: relationship)
    let word = context.options.style.word(forType: graph.typeName(of: relationship))
    let start = names.name(of: graph.start(of: relationship))
    let end = names.name(of: graph.end(of: relationship))
    return Claim(
      kind: .relationship, identifier: graph.identifier(of: relationship), text: "\(start) \(word) \(end)",
      certainty: text("certainty", of: relationship), sourceIdentifier: source, sourceTitle: title(ofSource: source),
      sourceName: name(ofSource: source), section: text("section", of: relationship), sourceFile: file(ofSource: source)
    )
  }

  /// What a Statement claims.
  private func claim(_ statement: NodeID) -> Claim {
    let about = target(of: statement, over: "ABOUT_NODE")
    let source =
      target(of: statement, over: "STATED_IN").map { graph.identifier(of: $0) } ?? text("source", of: statement)
    let property = text("property", of: statement) ?? ""
    let value = text("text_value", of: statement)
    let word = context.options.words.word(value ?? "–", column: property)
    return Claim(
      kind: .statement, identifier: graph.identifier(of: statement),
      text: "\(about.map { names.name(of: $0) } ?? "–"): "
        + "\(context.options.words.word(property, column: "property")) = \(word)",
      certainty: text("certainty", of: statement), sourceIdentifier: source, sourceTitle: title(ofSource: source),
      sourceName: name(ofSource: source), section: text("section", of: statement), sourceFile: file(ofSource: source),
      property: property, aboutIdentifier: about.map { graph.identifier(of: $0) }, value: value)
  }

  /// The title of a source, its name when it has no title, nil when there is no such node.
  func title(ofSource identifier: String?) -> String? {
    guard let identifier, let source = graph.node(identifier: identifier) else { return nil }
    return text("title", of: source) ?? text("name", of: source)
  }

  /// The short name of a source, nil when there is no such node.
  private func name(ofSource identifier: String?) -> String? {
    identifier.flatMap { graph.node(identifier: $0) }.flatMap { text("name", of: $0) }
  }

  /// The file that a source is in, nil when none is named.
  private func file(ofSource identifier: String?) -> String? {
    identifier.flatMap { graph.node(identifier: $0) }.flatMap { text("file", of: $0) }
  }

  private func target(of node: NodeID, over type: String) -> NodeID? {
    guard let type = graph.type(named: type) else { return nil }
    let adjacency = graph.adjacency(type, incoming: false)
    return adjacency.range(of: node).first.map { adjacency.neighbours[$0] }
  }

  private func text(_ key: String, of node: NodeID) -> String? { ClaimReader.text(graph.property(key, of: node)) }

  private func text(_ key: String, of relationship: RelationshipID) -> String? {
    ClaimReader.text(graph.property(key, of: relationship))
  }

  private static func text(_ value: Value) -> String? {
    if case .string(let text) = value { text } else { nil }
  }
}
