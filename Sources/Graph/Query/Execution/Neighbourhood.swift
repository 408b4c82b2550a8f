/// The relationships that a pattern follows from a node: its types in its direction, as far as the view shows them.
struct Neighbourhood {
  /// One type in one direction.
  struct Run {
    let type: TypeID
    let isIncoming: Bool
    let adjacency: Adjacency
    /// A loop was already given by the run of the other direction.
    let skipsLoops: Bool
  }

  let runs: [Run]
  private let view: View
  /// What the labels of a neighbour must be; nil when every neighbour has them.
  private let labels: LabelTest?
  /// Every neighbour of a run is wanted: nothing has to be looked at.
  let acceptsAll: Bool

  /// Some of the neighbours of another, all of which are wanted.
  private init(_ runs: [Run]) {
    self.runs = runs
    view = .everything
    labels = nil
    acceptsAll = true
  }

  /// The same runs with only neighbours that are wanted, and loops given by one run only.
  func narrowed(to adjacencies: [Adjacency]) -> Neighbourhood {
    Neighbourhood(
      zip(runs, adjacencies).map { run, adjacency in
        Run(type: run.type, isIncoming: run.isIncoming, adjacency: adjacency, skipsLoops: false)
      })
  }

  /// The view hides nothing, and every neighbour has the labels.
  var showsAll: Bool { labels == nil && view.nodes == nil && view.relationships == nil }

  init(
    types: BoundLabels?, direction: RelationshipPattern.Direction, labels: BoundLabels?, _ context: ExecutionContext
  ) {
    let graph = context.graph
    view = context.view
    let test = labels.map { LabelTest($0, graph) }
    var runs: [Run] = []
    var mustLook = false
    for index in types?.candidates(among: graph.types.count) ?? 0..<graph.types.count {
      let type = TypeID(index: index)
      guard types?.accepts(type: type) ?? true, graph.count(ofType: type) > 0 else { continue }
      for incoming in [false, true] where direction != (incoming ? .outgoing : .incoming) {
        runs.append(
          Run(
            type: type, isIncoming: incoming, adjacency: graph.adjacency(type, incoming: incoming),
            skipsLoops: incoming && direction == .either))
        if let test, !mustLook {
          mustLook = graph.neighbourLabelSets(type, incoming: incoming).contains { !test.accepts(labelSet: $0) }
        }
      }
    }
    self.runs = runs
    self.labels = mustLook ? test : nil
    acceptsAll = !mustLook && view.nodes == nil && view.relationships == nil && direction != .either
  }

  /// The neighbourhood that a step follows.
  init(_ step: ExpandStep, _ context: ExecutionContext) {
    self.init(types: step.types, direction: step.direction, labels: step.labels, context)
  }

  /// What tells apart neighbourhoods in one view.
  var key: Key {
    let numbers = runs.map { $0.type.index << 2 | ($0.isIncoming ? 2 : 0) | ($0.skipsLoops ? 1 : 0) }
    return Key(runs: numbers, labels: labels?.key)
  }

  struct Key: Hashable, Sendable {
    fileprivate let runs: [Int]
    fileprivate let labels: [Bool]?
  }

  /// How many steps there are from a node, hidden ones included.
  func degree(of node: NodeID) -> Int { runs.reduce(0) { $0 + $1.adjacency.degree(of: node) } }

  /// Whether a step of one of the runs is part of the pattern.
  @inline(__always)
  func takes(_ relationship: RelationshipID, _ neighbour: NodeID, from node: NodeID, _ run: Run) -> Bool {
    acceptsAll || !(run.skipsLoops && neighbour == node) && accepts(relationship, neighbour)
  }

  /// Whether a step over a relationship to a neighbour is part of the pattern.
  @inline(__always)
  func accepts(_ relationship: RelationshipID, _ neighbour: NodeID) -> Bool {
    view.shows(relationship) && view.shows(neighbour) && (labels?.accepts(neighbour) ?? true)
  }

  @inline(__always)
  func isVisible(_ relationship: RelationshipID, _ neighbour: NodeID) -> Bool {
    view.shows(relationship) && view.shows(neighbour)
  }

  /// Whether a relationship could be of both.
  func sharesType(with other: Neighbourhood) -> Bool {
    runs.contains { run in other.runs.contains { $0.type == run.type } }
  }

  /// How many steps there are from all nodes together, hidden ones included.
  var stepCount: Int { runs.reduce(0) { $0 + $1.adjacency.neighbours.count } }

  /// What the numbers of the first neighbours of a node add up to: a look at where its neighbours are.
  @inline(__always)
  func firstNeighbour(of node: NodeID) -> UInt32 {
    var sum: UInt32 = 0
    for run in runs {
      let places = run.adjacency.range(of: node)
      if !places.isEmpty { sum ^= run.adjacency.neighbours[places.lowerBound].rawValue }
    }
    return sum
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

/// What the labels of a node must be, looked up by its set of labels.
struct LabelTest {
  private let graph: PropertyGraph
  /// By the number of a set of labels; nil when anything will do.
  private let accepted: [Bool]?

  init(_ labels: BoundLabels?, _ graph: PropertyGraph) {
    self.graph = graph
    accepted = labels.map { labels in graph.labelSets { labels.accepts($0) } }
  }

  /// What tells apart tests of labels in one graph.
  var key: [Bool]? { accepted }

  @inline(__always)
  func accepts(_ node: NodeID) -> Bool { accepts(labelSet: graph.labelSetNumber(of: node)) }

  @inline(__always)
  func accepts(labelSet number: Int) -> Bool { accepted.map { $0[number] } ?? true }
}
