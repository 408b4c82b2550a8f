/// The relationships that a pattern follows from a node: its types in its direction, as far as the view shows them.
struct Neighbourhood {
  /// One type in one direction.
  struct Run {
    let adjacency: Adjacency
    /// A loop was already given by the run of the other direction.
    let skipsLoops: Bool
  }

  let runs: [Run]
  private let view: View
  private let graph: PropertyGraph
  private let labels: BoundLabels?
  private let label: LabelID?
  /// Every neighbour of a run is wanted: nothing has to be looked at.
  let acceptsAll: Bool

  init(
    types: BoundLabels?, direction: RelationshipPattern.Direction, labels: BoundLabels?, _ context: ExecutionContext
  ) {
    graph = context.graph
    view = context.view
    if case .name(_, let label?, _) = labels {
      self.label = label
      self.labels = nil
    } else {
      label = nil
      self.labels = labels
    }
    var runs: [Run] = []
    for index in 0..<graph.types.count {
      let type = TypeID(index: index)
      guard types?.accepts(type: type) ?? true else { continue }
      if direction != .incoming {
        runs.append(Run(adjacency: graph.adjacency(type, incoming: false), skipsLoops: false))
      }
      if direction != .outgoing {
        runs.append(Run(adjacency: graph.adjacency(type, incoming: true), skipsLoops: direction == .either))
      }
    }
    self.runs = runs
    acceptsAll = labels == nil && view.nodes == nil && view.relationships == nil && direction != .either
  }

  /// Whether a step over a relationship to a neighbour is part of the pattern.
  @inline(__always)
  func accepts(_ relationship: RelationshipID, _ neighbour: NodeID) -> Bool {
    view.shows(relationship) && view.shows(neighbour) && acceptsLabels(neighbour)
  }

  @inline(__always)
  func isVisible(_ relationship: RelationshipID, _ neighbour: NodeID) -> Bool {
    view.shows(relationship) && view.shows(neighbour)
  }

  @inline(__always)
  func acceptsLabels(_ node: NodeID) -> Bool {
    if let label { return graph.has(label, node) }
    if let labels { return labels.accepts(node, in: graph) }
    return true
  }

  /// Calls `body` with every relationship and neighbour of a node, in order of type, direction and neighbour.
  @inline(__always)
  func forEach(from node: NodeID, _ body: (RelationshipID, NodeID) throws(QueryError) -> Void) throws(QueryError) {
    for run in runs {
      for place in run.adjacency.range(of: node) {
        let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
        if run.skipsLoops && neighbour == node { continue }
        if view.shows(relationship) && view.shows(neighbour) { try body(relationship, neighbour) }
      }
    }
  }
}

/// The relationships that a new one of the same MATCH must differ from, for the rows of one batch.
struct DistinctCheck {
  private var singles: [[RelationshipID]] = []
  private var lists: [[Value]] = []

  init(_ slots: [Slot], in batch: Batch) {
    for slot in slots {
      switch batch[slot] {
      case .relationships(let relationships): singles.append(relationships)
      case let other: lists.append(other.values(count: batch.count))
      }
    }
  }

  var isEmpty: Bool { singles.isEmpty && lists.isEmpty }

  func accepts(_ relationship: RelationshipID, row: Int) -> Bool {
    for single in singles where single[row] == relationship { return false }
    for list in lists where list[row].holds(relationship) { return false }
    return true
  }
}

extension Value {
  /// Is the relationship, or a list with it.
  fileprivate func holds(_ relationship: RelationshipID) -> Bool {
    switch self {
    case .relationship(relationship): true
    case .list(let items): items.contains { $0.holds(relationship) }
    default: false
    }
  }
}
