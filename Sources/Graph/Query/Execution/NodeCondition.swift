/// That a node has something around it, or has not: `EXISTS { (n)-[:T {level: 'board'}]->() }`.
///
/// It is asked about one node at a time at first. When asking has cost as much as looking at every relationship there is, all
/// nodes that satisfy it are found at once, and kept for later statements.
final class NodeCondition {
  private let context: ExecutionContext
  private let step: DirectStep
  private let isNegated: Bool
  /// The values to compare with do not depend on the parameters.
  let isSameInEveryRun: Bool
  /// What was asked last, and what is known of it.
  private var known = NodeMarks()
  private var key: DirectStep.Key?
  private var run = -1

  /// Nil when a predicate is not a condition on what is around the node alone.
  ///
  /// - Parameters:
  ///   - node: the slot of the node.
  ///   - compile: makes the function of an expression.
  convenience init?(
    _ predicate: BoundExpression, of node: Slot, _ context: ExecutionContext, compile: (BoundExpression) -> Evaluate
  ) {
    switch predicate.kind {
    case .exists(let query): self.init(query, isNegated: false, of: node, context, compile: compile)
    case .not(let operand):
      guard case .exists(let query) = operand.kind else { return nil }
      self.init(query, isNegated: true, of: node, context, compile: compile)
    default: return nil
    }
  }

  private convenience init?(
    _ query: BoundQuery, isNegated: Bool, of node: Slot, _ context: ExecutionContext,
    compile: (BoundExpression) -> Evaluate
  ) {
    guard let pattern = DirectPattern(query, context, isExistence: true, compile: compile), pattern.isAround(node)
    else { return nil }
    self.init(pattern.step, isNegated: isNegated, context)
  }

  init(_ step: DirectStep, isNegated: Bool, _ context: ExecutionContext) {
    self.step = step
    self.isNegated = isNegated
    isSameInEveryRun = step.isSameInEveryRun
    self.context = context
  }

  /// The condition ready to be asked.
  ///
  /// - Parameters:
  ///   - batch: gives the values to compare with, which are the same in every row.
  ///   - asked: about how many nodes it will be asked.
  func question(for batch: Batch, asked: Int) throws(QueryError) -> Question {
    try learn(of: batch, asked: asked)
    if let marked = known.nodes { return Question(marked: marked, step: nil, isNegated: isNegated) }
    let degree = Int(step.neighbourhood.meanDegree.rounded(.up))
    let (steps, overflow) = asked.multipliedReportingOverflow(by: max(1, degree))
    return Question(
      marked: nil, step: try step.question(for: batch, steps: overflow ? .max : steps), isNegated: isNegated)
  }

  /// Finds all nodes if that pays.
  private func learn(of batch: Batch, asked: Int) throws(QueryError) {
    if run == context.run || isSameInEveryRun, known.nodes != nil { return }
    let key = try step.key(for: batch)
    if self.key != key { (self.key, known) = (key, NodeMarks()) }
    run = context.run
    if known.nodes != nil { return }
    let cost = Double(asked) * step.neighbourhood.askingCost
    known = context.kept.conditions.marks(for: key, adding: cost)
    if known.nodes == nil, known.cost >= Double(step.neighbourhood.relationshipCount) {
      known.nodes = try step.question(for: batch, steps: .max).starts(in: context.graph)
      context.kept.conditions.keep(known, for: key)
    }
  }

  func key(for batch: Batch) throws(QueryError) -> Key { Key(isNegated: isNegated, step: try step.key(for: batch)) }

  struct Key: Hashable, Sendable {
    let isNegated: Bool
    let step: DirectStep.Key
  }

  /// A condition with the values to compare with.
  struct Question {
    /// All nodes for which there is something; nil when they are not known.
    let marked: BitSet?
    fileprivate let step: DirectStep.Question?
    let isNegated: Bool

    /// Whether it is so of each node; null has nothing around it.
    func truths(of nodes: [NodeID]) -> [Truth] {
      if let marked { return nodes.mapped { Truth($0 != .none && marked[$0.index] != isNegated) } }
      guard let counts = step?.counts(from: nodes, upTo: 1) else { return Array(filledWith: .no, count: nodes.count) }
      return nodes.indices.mapped { Truth(nodes[$0] != .none && (counts[$0] > 0) != isNegated) }
    }

    @inline(__always)
    func isTrue(of node: NodeID) -> Bool {
      let isFound = marked.map { $0[node.index] } ?? step?.leadsOn(from: node) ?? false
      return isFound != isNegated
    }
  }
}

/// The nodes that satisfy a condition, once they were found, and what asking about single ones has cost until then.
struct NodeMarks: Sendable {
  var nodes: BitSet?
  /// In relationships that could have been looked at instead.
  var cost = 0.0
}

extension Neighbourhood {
  /// How many relationships there are of its types.
  fileprivate var relationshipCount: Int { runs.reduce(0) { $0 + $1.adjacency.relationships.count } }

  /// How many of them a node has, on average over those that may have some.
  var meanDegree: Double {
    runs.reduce(0) { $0 + Double($1.adjacency.relationships.count) / Double(max(1, $1.adjacency.rowCount)) }
  }

  /// What asking about one node costs, in relationships that are looked at in their order: a node lies anywhere in memory.
  fileprivate var askingCost: Double { 12 + 4 * meanDegree }
}
