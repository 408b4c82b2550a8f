/// Elements of a graph that a query may or may not look for.
struct SoughtElements {
  var types: Set<TypeID>
  var nodes: [NodeID]
}

extension BoundQuery {
  /// Whether the query could find any of these: one of the relationships, or one of the nodes without a relationship.
  func mayFind(_ elements: SoughtElements, in graph: PropertyGraph) -> Bool {
    var matches: [BoundMatch] = []
    collectMatches(into: &matches)
    return matches.contains { $0.pattern.mayFind(elements, in: graph) }
  }

  fileprivate func collectMatches(into matches: inout [BoundMatch]) {
    for clause in branches.flatMap(\.clauses) {
      switch clause {
      case .match(let match): matches.append(match)
      case .call(let call): call.query.collectMatches(into: &matches)
      case .unwind, .project: break
      }
      for expression in clause.expressions { expression.collectMatches(into: &matches) }
    }
  }
}

extension BoundExpression {
  fileprivate func collectMatches(into matches: inout [BoundMatch]) {
    subquery?.collectMatches(into: &matches)
    for part in parts { part.collectMatches(into: &matches) }
  }
}

extension PatternGraph {
  fileprivate func mayFind(_ elements: SoughtElements, in graph: PropertyGraph) -> Bool {
    let isFollowed = relationships.contains { relationship in
      elements.types.contains { relationship.types?.accepts(type: $0) ?? true }
    }
    if isFollowed || groups.contains(where: { $0.pattern.mayFind(elements, in: graph) }) { return true }
    let joined = Set(relationships.flatMap { [$0.left, $0.right] } + groups.flatMap { [$0.left, $0.right] })
    return nodes.indices.contains { place in
      !joined.contains(place) && !nodes[place].isBound
        && elements.nodes.contains { nodes[place].labels?.accepts($0, in: graph) ?? true }
    }
  }
}
