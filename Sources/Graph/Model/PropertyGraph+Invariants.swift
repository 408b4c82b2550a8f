/// What must always hold in a graph, for tests.
extension PropertyGraph {
  /// What does not hold, empty when all is well. O(size of the graph).
  func invariantViolations() -> [String] {
    labelViolations() + endViolations() + claimViolations() + adjacencyViolations()
      + columnViolations(nodeProperties, rows: nodeCount, of: "nodes")
      + columnViolations(relationshipProperties, rows: relationshipCount, of: "relationships")
  }

  private func labelViolations() -> [String] {
    var violations: [String] = []
    if identifiers.count != nodeCount { violations.append("\(identifiers.count) identifiers for \(nodeCount) nodes") }
    for label in (0..<labels.count).map(LabelID.init) {
      let nodes = nodes(labelled: label)
      if nodes != (0..<nodeCount).map(NodeID.init(_:)).filter({ has(label, $0) }) {
        violations.append("the nodes of label \(labels[label.index]) are not those that carry it, ascending")
      }
    }
    return violations
  }

  private func endViolations() -> [String] {
    (0..<relationshipCount).filter { starts[$0].index >= nodeCount || ends[$0].index >= nodeCount }
      .map { "relationship \($0) ends outside the graph" }
  }

  private func claimViolations() -> [String] {
    var violations: [String] = []
    for (relationship, others) in relationshipsWithSeveralClaims.sorted(by: { $0.key < $1.key }) {
      for claim in others where !isSameRelationship(relationship, claim) {
        violations.append("claim \(claim.rawValue) differs from relationship \(relationship.rawValue)")
      }
    }
    let listed = (0..<types.count).reduce(0) { $0 + count(ofType: TypeID(index: $1)) }
    let merged = relationshipsWithSeveralClaims.values.reduce(0) { $0 + $1.count }
    if listed + merged != relationshipCount {
      violations.append("\(listed) + \(merged) of \(relationshipCount) relationships")
    }
    return violations
  }

  private func isSameRelationship(_ left: RelationshipID, _ right: RelationshipID) -> Bool {
    start(of: left) == start(of: right) && end(of: left) == end(of: right) && type(of: left) == type(of: right)
  }

  private func adjacencyViolations() -> [String] {
    (0..<types.count).map(TypeID.init).flatMap { type in
      [false, true].compactMap { incoming in
        let found = pairs(adjacency(type, incoming: incoming))
        let near = incoming ? ends : starts
        let far = incoming ? starts : ends
        let expected = relationships(ofType: type).sorted {
          (near[$0.index], far[$0.index], $0) < (near[$1.index], far[$1.index], $1)
        }
        return found == expected ? nil : "adjacency of \(types[type.index]) is not sorted or not complete"
      }
    }
  }

  private func pairs(_ adjacency: Adjacency) -> [RelationshipID] {
    (0..<nodeCount).flatMap { adjacency.range(of: NodeID($0)).map { adjacency.relationships[$0] } }
  }

  private func columnViolations(_ table: PropertyTable, rows: Int, of what: String) -> [String] {
    table.columns.enumerated().compactMap { key, column in
      guard let column, column.firstRow + column.presence.count > rows else { return nil }
      return "the column \(keys[key]) of \(what) is longer than the graph"
    }
  }
}
