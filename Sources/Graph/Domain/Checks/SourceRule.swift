/// The `source` of a row is the id of a Source.
enum SourceRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    guard context.usesVocabulary, let key = context.graph.key(named: ClaimColumns.source) else { return [] }
    let sources = context.nodes(labelled: DomainNames.source).map { context.graph.identifier(of: $0) }
    var findings: [Finding] = []
    let isWrong = { (id: String) in problem(id, context) != nil }
    context.graph.nodeProperties.column(key)?.forEachText(where: isWrong) { row in
      guard !context.kinds(of: NodeID(row)).isEmpty, let id = context.text(ClaimColumns.source, of: NodeID(row)) else {
        return
      }
      findings.append(
        context.finding(.error, "source", NodeID(row), problem(id, context) ?? "", hint: hint(id, sources)))
    }
    context.graph.relationshipProperties.column(key)?.forEachText(where: isWrong) { row in
      guard let id = context.text(ClaimColumns.source, of: RelationshipID(row)) else { return }
      findings.append(
        context.finding(.error, "source", RelationshipID(row), problem(id, context) ?? "", hint: hint(id, sources)))
    }
    return findings
  }

  private static func problem(_ id: String, _ context: CheckContext) -> String? {
    guard let node = context.graph.node(identifier: id) else { return "there is no source '\(id)'" }
    let isSource = context.kinds(of: node).contains(DomainNames.source)
    return isSource ? nil : "the source '\(id)' is not a Source: it is \(context.title(node))"
  }

  private static func hint(_ id: String, _ sources: [String]) -> String {
    NearestName.hint(for: id, in: sources) ?? "add it to the sources, with label Source"
  }
}
