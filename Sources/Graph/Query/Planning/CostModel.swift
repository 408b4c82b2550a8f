extension Planner {
  /// Expected relationships per node when a relationship is followed from one of its ends.
  func fanOut(_ relationship: PatternRelationship, forward: Bool, _ work: MatchWork) -> Double {
    let from = work.pattern.nodes[forward ? relationship.left : relationship.right]
    let label = cheapestLabel(from.labels) ?? labelOfSlot[from.slot]
    let direction = relationship.direction.reversed(unless: forward)
    var sum = 0.0
    for index in relationship.types?.candidates(among: graph.types.count) ?? 0..<graph.types.count
    where relationship.types?.accepts(type: TypeID(index: index)) ?? true {
      sum += fanOut(TypeID(index: index), direction, from: label)
    }
    return sum
  }

  private func fanOut(_ type: TypeID, _ direction: RelationshipPattern.Direction, from label: LabelID?) -> Double {
    if direction == .either { return fanOut(type, .outgoing, from: label) + fanOut(type, .incoming, from: label) }
    return graph.meanDegree(type, incoming: direction == .incoming, from: label)
  }

  /// The share of nodes that have the labels.
  func selectivity(_ labels: BoundLabels?) -> Double {
    guard let labels, graph.nodeCount > 0 else { return 1 }
    guard let label = cheapestLabel(labels) else { return 1 }
    return max(0.01, Double(graph.nodes(labelled: label).count) / Double(graph.nodeCount))
  }

  /// Expected rows when a search starts from a node.
  func startCost(of index: Int, _ work: MatchWork) -> Double {
    let node = work.pattern.nodes[index]
    if let seek = work.seek(for: node) { return seekCost(seek.key) }
    let cost = 2 + Double(cheapestLabel(node.labels).map { graph.nodes(labelled: $0).count } ?? graph.nodeCount)
    // What follows a scan costs more than the scan: one that brings groups together is worth twenty times its price.
    return work.groupedLater.contains(node.slot) ? cost / 20 : cost
  }

  /// The predicate by which a node is looked up: the one that leaves the fewest nodes, unless what else is asked of them
  /// could fail for those that the first one leaves.
  func seek(for node: PatternNode, _ work: MatchWork) -> (key: BoundKey, value: BoundExpression)? {
    let seeks = work.seeks(for: node)
    guard seeks.count > 1, work.predicatesReady(once: node.slot).allSatisfy(\.expression.isSafePredicate) else {
      return seeks.first
    }
    return seeks.min { seekCost($0.key) < seekCost($1.key) }
  }

  /// Expected nodes with one value of a property.
  func seekCost(_ key: BoundKey) -> Double {
    guard let column = key.id.flatMap({ graph.nodeProperties.column($0) }) else { return 0 }
    guard case .strings(_, let pool) = column.storage else { return 2 }
    return Double(column.presence.count) / Double(max(1, pool.texts.count))
  }

  /// Of the labels a node must have, the one with the fewest nodes; nil when no single label is required.
  func cheapestLabel(_ labels: BoundLabels?) -> LabelID? {
    switch labels {
    case .name(_, let label?, _): label
    case .and(let parts):
      parts.compactMap { cheapestLabel($0) }.min { graph.nodes(labelled: $0).count < graph.nodes(labelled: $1).count }
    default: nil
    }
  }
}

extension BoundLabels {
  /// The numbers of the types that may satisfy the expression: only one where it is a name.
  func candidates(among count: Int) -> Range<Int> {
    guard case .name(_, _, let type) = self else { return 0..<count }
    return type.map { $0.index..<$0.index + 1 } ?? 0..<0
  }

  /// Whether a relationship of a type satisfies the expression.
  func accepts(type: TypeID) -> Bool {
    switch self {
    case .name(_, _, let own): own == type
    case .any: true
    case .and(let parts): parts.allSatisfy { $0.accepts(type: type) }
    case .or(let parts): parts.contains { $0.accepts(type: type) }
    case .not(let part): !part.accepts(type: type)
    }
  }

  /// Whether a node satisfies the expression.
  func accepts(_ node: NodeID, in graph: PropertyGraph) -> Bool { accepts(graph.labels(of: node)) }

  /// Whether a node with these labels satisfies the expression.
  func accepts(_ labels: [LabelID]) -> Bool {
    switch self {
    case .name(_, let label, _): label.map { labels.contains($0) } ?? false
    case .any: !labels.isEmpty
    case .and(let parts): parts.allSatisfy { $0.accepts(labels) }
    case .or(let parts): parts.contains { $0.accepts(labels) }
    case .not(let part): !part.accepts(labels)
    }
  }
}
