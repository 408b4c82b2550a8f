/// What the rules of a check share.
struct CheckContext: Sendable {
  let landscape: Landscape
  /// For each list of labels on a node: those the vocabulary has, with all they are a kind of.
  private let kinds: [[LabelID]: Set<String>]

  var graph: PropertyGraph { landscape.graph }
  var schema: Schema { landscape.schema }

  init(_ landscape: Landscape) {
    self.landscape = landscape
    let graph = landscape.graph
    let names = (0..<graph.labels.count).map { graph.labels[$0] }
    let ancestries = names.map { landscape.schema.label($0) == nil ? [] : landscape.schema.ancestry(of: $0) }
    var kinds: [[LabelID]: Set<String>] = [:]
    for labels in Set(graph.allNodes.map { graph.labels(of: $0) }) {
      kinds[labels] = Set(labels.flatMap { ancestries[$0.index] })
    }
    self.kinds = kinds
  }

  /// The labels of a node that the vocabulary has, with all they are a kind of; empty when it has none of them.
  func kinds(of node: NodeID) -> Set<String> { kinds[graph.labels(of: node)] ?? [] }

  /// Whether the landscape uses the vocabulary at all.
  var usesVocabulary: Bool { kinds.values.contains { !$0.isEmpty } }

  /// The nodes with a label of this name, ascending.
  func nodes(labelled name: String) -> [NodeID] { graph.label(named: name).map { graph.nodes(labelled: $0) } ?? [] }

  /// The relationships of a type of this name, each claim by itself, ascending.
  func claims(ofType name: String) -> [RelationshipID] {
    guard let type = graph.type(named: name) else { return [] }
    return graph.relationships(ofType: type).flatMap { graph.claims(of: $0) }.sorted()
  }

  /// A node as messages name it: `'Oldambt' (GM1895)`.
  func title(_ node: NodeID) -> String {
    let id = graph.identifier(of: node)
    for key in [DomainNames.name, "title"] {
      if case .string(let name) = graph.property(key, of: node), name != id { return "'\(name)' (\(id))" }
    }
    return "'\(id)'"
  }

  /// A relationship as messages name it.
  func title(_ relationship: RelationshipID) -> String {
    let start = graph.identifier(of: graph.start(of: relationship))
    let end = graph.identifier(of: graph.end(of: relationship))
    return "\(start) \(graph.typeName(of: relationship)) \(end)"
  }

  /// A text property, nil when there is none.
  func text(_ key: String, of relationship: RelationshipID) -> String? {
    if case .string(let text) = graph.property(key, of: relationship) { text } else { nil }
  }

  func text(_ key: String, of node: NodeID) -> String? {
    if case .string(let text) = graph.property(key, of: node) { text } else { nil }
  }

  func finding(
    _ severity: Finding.Severity, _ rule: String, _ node: NodeID, _ message: String, hint: String? = nil
  ) -> Finding {
    Finding(severity: severity, rule: rule, origin: landscape.origin(of: node), message: message, hint: hint)
  }

  func finding(
    _ severity: Finding.Severity, _ rule: String, _ relationship: RelationshipID, _ message: String, hint: String? = nil
  ) -> Finding {
    Finding(severity: severity, rule: rule, origin: landscape.origin(of: relationship), message: message, hint: hint)
  }
}

extension PropertyGraph {
  /// All nodes, ascending.
  var allNodes: some RandomAccessCollection<NodeID> { (0..<nodeCount).lazy.map { NodeID($0) } }

  /// All relationship rows, ascending.
  var allRelationships: some RandomAccessCollection<RelationshipID> {
    (0..<relationshipCount).lazy.map { RelationshipID($0) }
  }
}
