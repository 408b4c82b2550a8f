internal import Synchronization

/// What Statement nodes claim about properties, gathered when first asked for.
final class PropertyClaims: Sendable {
  private struct Key: Hashable {
    let node: NodeID
    let property: String
  }

  private let graph: PropertyGraph
  private let view: View
  private let certainties: [String]
  private let claims: Mutex<[Key: EvidenceRules.PropertyClaim]?> = Mutex(nil)

  init(graph: PropertyGraph, view: View, certainties: [String]) {
    self.graph = graph
    self.view = view
    self.certainties = certainties
  }

  /// What is claimed about a property of a node, nil when nothing is. O(statements) on the first call.
  func claim(_ node: NodeID, _ property: String) -> EvidenceRules.PropertyClaim? {
    claims.withLock { claims in
      if claims == nil { claims = gathered() }
      return claims?[Key(node: node, property: property)]
    }
  }

  private func gathered() -> [Key: EvidenceRules.PropertyClaim] {
    guard let about = graph.type(named: DomainNames.aboutNode) else { return [:] }
    var statements: [Key: [NodeID]] = [:]
    for relationship in graph.relationships(ofType: about) where view.shows(relationship) {
      let statement = graph.start(of: relationship)
      guard case .string(let property) = graph.property("property", of: statement) else { continue }
      statements[Key(node: graph.end(of: relationship), property: property), default: []].append(statement)
    }
    return statements.mapValues { judged($0.sorted()) }
  }

  /// Statements that give different values make the property disputed; else the strongest counts.
  private func judged(_ statements: [NodeID]) -> EvidenceRules.PropertyClaim {
    let texts = Set(statements.map { graph.property("text_value", of: $0) })
    let ranks = statements.compactMap { statement -> Int? in
      guard case .string(let certainty) = graph.property("certainty", of: statement) else { return nil }
      return certainties.firstIndex(of: certainty)
    }
    let strongest = ranks.min() ?? 0
    let disputed = certainties.firstIndex(of: DomainNames.disputed) ?? strongest
    return EvidenceRules.PropertyClaim(
      rank: texts.count > 1 ? max(strongest, disputed) : strongest, statements: statements)
  }
}
