extension BoundQuery {
  /// The MATCH that is all of the query; nil when it is anything else.
  var onlyMatch: BoundMatch? {
    guard branches.count == 1, branches[0].clauses.count == 1, case .match(let match) = branches[0].clauses[0],
      !match.isOptional
    else { return nil }
    return match
  }
}

extension BoundMatch {
  /// Longer chains are left to the planner.
  private static var longestChain: Int { 4 }

  /// For a chain from a node that is known: its first relationship, with the condition that the rest exists at the node it leads to.
  ///
  /// Nil when the match is no such chain, or when the relationships could be the same, which a match excludes.
  func firstOfChain(in graph: PropertyGraph) -> BoundMatch? {
    let relationships = pattern.relationships
    guard pattern.isPlain, 2...BoundMatch.longestChain ~= relationships.count,
      pattern.nodes.count == relationships.count + 1, relationships.allSatisfy(\.isSingle),
      let root = pattern.nodes.indices.only(where: { pattern.nodes[$0].isBound }),
      let first = relationships.indices.only(where: { relationships[$0].touches(root) })
    else { return nil }
    for other in relationships.indices where other != first {
      if relationships[other].sharesType(with: relationships[first], in: graph) { return nil }
    }
    let reached = relationships[first].left == root ? relationships[first].right : relationships[first].left
    guard reached != root else { return nil }
    var (head, rest) = (self, self)
    rest.pattern.relationships.remove(at: first)
    rest.pattern.nodes[reached].isBound = true
    rest.pattern.nodes[reached].labels = nil
    let own: SlotSet = [relationships[first].slot, pattern.nodes[reached].slot]
    rest.predicates.removeAll { $0.slotsRead.isSubset(of: own) }
    rest.removeNode(root)
    head.predicates.removeAll { !$0.slotsRead.isSubset(of: own) }
    head.predicates.append(rest.exists(around: pattern.nodes[reached].slot))
    head.pattern.relationships = [relationships[first]]
    for place in head.pattern.nodes.indices.reversed() where place != root && place != reached {
      head.removeNode(place)
    }
    return head
  }

  /// Takes a node that no relationship touches out of the pattern.
  private mutating func removeNode(_ place: Int) {
    pattern.nodes.remove(at: place)
    for index in pattern.relationships.indices {
      if pattern.relationships[index].left > place { pattern.relationships[index].left -= 1 }
      if pattern.relationships[index].right > place { pattern.relationships[index].right -= 1 }
    }
  }

  private func exists(around slot: Slot) -> BoundExpression {
    let query = BoundQuery(
      branches: [BoundBranch(clauses: [.match(self)], outputs: [])], keepsDuplicates: false, columns: [], outputs: [],
      outerSlots: [slot])
    return BoundExpression(kind: .exists(query), type: .boolean, span: span)
  }
}

extension PatternGraph {
  /// Nodes and relationships only.
  var isPlain: Bool { groups.isEmpty && paths.isEmpty && selectors.isEmpty }
}

extension PatternRelationship {
  /// One relationship, to be found.
  var isSingle: Bool { length == nil && !isBound }

  fileprivate func touches(_ node: Int) -> Bool { left == node || right == node }

  /// Whether a relationship could be both.
  fileprivate func sharesType(with other: PatternRelationship, in graph: PropertyGraph) -> Bool {
    (0..<graph.types.count).contains { index in
      let type = TypeID(index: index)
      return types?.accepts(type: type) ?? true && other.types?.accepts(type: type) ?? true
    }
  }
}

extension Collection {
  /// The one element that satisfies a condition; nil when there is none, or more.
  fileprivate func only(where condition: (Element) -> Bool) -> Element? {
    let matches = filter(condition)
    return matches.count == 1 ? matches.first : nil
  }
}
