/// What has joined the rows of a branch since it was last written down what they rest on.
struct Untraced {
  /// Lineages of part plans.
  var lineages: [Slot] = []
  var relationships: [Slot] = []
  /// Expressions that may read properties.
  var readers: [BoundExpression] = []

  mutating func add(_ other: Untraced) {
    lineages += other.lineages
    relationships += other.relationships
    readers += other.readers
  }

  var isEmpty: Bool { lineages.isEmpty && relationships.isEmpty && readers.isEmpty }
}

extension Planner {
  /// Appends the step that writes down what the rows rest on, when something joined them.
  func newTrace(_ untraced: Untraced, earlier: Slot?, into lineage: Slot) -> TraceStep {
    var properties: [(slot: Slot, key: String)] = []
    for reader in untraced.readers { reader.collectPropertyReads(into: &properties) }
    return TraceStep(
      lineage: lineage, earlier: [earlier].compactMap { $0 } + untraced.lineages,
      relationships: untraced.relationships, properties: properties)
  }

  mutating func trace(
    _ steps: inout [PlanStep], _ builder: inout BranchBuilder, reading readers: [BoundExpression]
  ) {
    builder.untraced.readers += readers
    guard !builder.untraced.isEmpty || builder.lineage == nil else { return }
    let lineage = newSlot()
    steps.append(.trace(newTrace(builder.untraced, earlier: builder.lineage, into: lineage)))
    while builder.estimates.count < steps.count { builder.estimates.append(builder.rows) }
    builder.lineage = lineage
    builder.untraced = Untraced()
  }

  /// Appends a filter; with lineage, `EXISTS` among the conjuncts becomes a step that keeps what it found.
  mutating func appendFilter(
    _ predicates: [BoundExpression], to steps: inout [PlanStep], _ builder: inout BranchBuilder
  ) {
    guard tracesLineage else {
      steps.append(.filter(predicates))
      return
    }
    builder.untraced.readers += predicates
    let plain = predicates.filter { $0.existenceQuery == nil }
    if !plain.isEmpty { steps.append(.filter(plain)) }
    for predicate in predicates {
      guard let query = predicate.existenceQuery else { continue }
      let (step, lineage) = witness(query)
      steps.append(step)
      builder.untraced.lineages.append(lineage)
    }
  }

  /// Appends a filter with every predicate of a match whose slots are all filled by now.
  mutating func checkPredicates(_ work: inout MatchWork) {
    let ready = work.takeReadyPredicates()
    guard !ready.isEmpty else { return }
    work.rows *= 0.5
    let plain = tracesLineage ? ready.filter { $0.existenceQuery == nil } : ready
    if !plain.isEmpty { work.append(.filter(plain)) }
    guard tracesLineage else { return }
    work.untraced.readers += plain
    for query in ready.compactMap(\.existenceQuery) {
      let (step, lineage) = witness(query)
      work.append(step)
      work.untraced.lineages.append(lineage)
    }
  }

  /// The step that keeps rows for which a query finds something, and where it puts what that rests on.
  mutating func witness(_ query: BoundQuery) -> (step: PlanStep, lineage: Slot) {
    let part = planPart(query)
    let lineage = newSlot()
    return (.witness(part, lineage: lineage), lineage)
  }
}

extension BoundExpression {
  /// The query of `EXISTS { }`; nil for anything else.
  var existenceQuery: BoundQuery? {
    if case .exists(let query) = kind { return query }
    return nil
  }

  /// The properties of nodes in slots that the expression reads, outside subqueries.
  fileprivate func collectPropertyReads(into reads: inout [(slot: Slot, key: String)]) {
    if case .property(let base, let key) = kind, case .slot(let slot) = base.kind, base.type == .node {
      if !reads.contains(where: { $0.slot == slot && $0.key == key.name }) { reads.append((slot, key.name)) }
    }
    for operand in operands { operand.collectPropertyReads(into: &reads) }
  }
}

extension BoundProjection {
  /// The expressions evaluated on the rows that come in.
  var expressions: [BoundExpression] {
    guard let aggregation else { return items.map(\.expression) + order.map(\.expression) }
    return aggregation.keys.map(\.expression) + aggregation.aggregates.compactMap(\.argument)
  }
}
