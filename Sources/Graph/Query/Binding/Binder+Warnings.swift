/// Typos are not answers: names that neither the graph nor the schema knows, and patterns that the schema rules out.
extension Binder {
  /// Whether there is anything to compare names with.
  private var knowsNames: Bool { environment.vocabulary != nil || environment.graph.nodeCount > 0 }

  func isUnknown(_ name: String, _ role: LabelRole) -> Bool {
    guard knowsNames, let vocabulary = environment.vocabulary else { return knowsNames }
    return !(role != .relationship && vocabulary.hasLabel(name) || role != .node && vocabulary.hasType(name))
  }

  mutating func warnAboutUnknown(_ name: Name, _ role: LabelRole) {
    guard isUnknown(name.text, role) else { return }
    let graph = environment.graph
    var names: [String] = []
    if role != .relationship { names += graph.labels.all + (environment.vocabulary?.labels ?? []) }
    if role != .node { names += graph.types.all + (environment.vocabulary?.types ?? []) }
    let kind =
      switch role {
      case .node: "no node has the label"
      case .relationship: "no relationship has the type"
      case .either: "nothing has the label or type"
      }
    let spoken = role == .relationship ? nil : environment.vocabulary?.labelMeant(name.text.lowercased())
    warn(
      "\(kind) \(name.text)", at: name.span,
      hint: spoken.map { "did you mean '\($0)'?" } ?? NearestName.hint(for: name.text, in: names))
  }

  mutating func warnAboutUnknownProperty(_ name: Name) {
    guard knowsNames, environment.vocabulary?.hasProperty(name.text) != true else { return }
    let names = environment.graph.keys.all + (environment.vocabulary?.properties ?? [])
    warn(
      "nothing has a property \(name.text), so this is null", at: name.span,
      hint: NearestName.hint(for: name.text, in: names))
  }

  /// Warns when the schema says that no relationship of the types asked for can join such nodes that way.
  mutating func warnAboutImpossible(_ graph: PatternGraph) {
    guard let vocabulary = environment.vocabulary else { return }
    for node in graph.nodes { labelsOfNode[node.slot, default: []] += node.labels?.required ?? [] }
    for relationship in graph.relationships where relationship.length == nil {
      let types = relationship.types?.alternatives ?? []
      guard !types.isEmpty else { continue }
      let left = labelsOfNode[graph.nodes[relationship.left].slot] ?? []
      let right = labelsOfNode[graph.nodes[relationship.right].slot] ?? []
      if vocabulary.joints.allow(types, relationship.direction, between: left, right) { continue }
      warnAboutImpossible(relationship, types, left, right, vocabulary)
    }
  }

  /// Says what the schema does allow: the same nodes the other way round if it can, else the ends of the types.
  private mutating func warnAboutImpossible(
    _ relationship: PatternRelationship, _ types: [String], _ left: [String], _ right: [String],
    _ vocabulary: Vocabulary
  ) {
    let triples = vocabulary.triples(of: types)
    let reversed = triples.filter { vocabulary.joints.allows($0, relationship.direction, between: right, left) }
    let name = types.joined(separator: " or ")
    let shown = (reversed.isEmpty ? triples : reversed).prefix(3)
    let possible = shown.map { "(:\($0.from))-[:\($0.type)]->(:\($0.to))" }.joined(separator: ", ")
    warn(
      reversed.isEmpty ? "\(name) never joins such nodes" : "\(name) runs the other way between such nodes",
      at: relationship.span, hint: "the schema has \(possible)")
  }
}

extension TextTable {
  fileprivate var all: [String] { (0..<count).map { self[$0] } }
}

extension BoundLabels {
  /// The names of which one suffices; empty when that is not how it is put.
  fileprivate var alternatives: [String] {
    switch self {
    case .name(let name, _, _): return [name]
    case .or(let parts):
      let names = parts.map(\.alternatives)
      return names.contains { $0.isEmpty } ? [] : names.flatMap { $0 }
    case .any, .and, .not: return []
    }
  }

  /// The names that are all needed; empty when that is not how it is put.
  fileprivate var required: [String] {
    switch self {
    case .name(let name, _, _): [name]
    case .and(let parts): parts.flatMap(\.required)
    case .any, .or, .not: []
    }
  }
}
