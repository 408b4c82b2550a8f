/// What has joined the rows of a branch since it was last written down what they rest on.
struct Untraced {
  /// Lineages of part plans, and of what expressions read.
  var lineages: [Slot] = []
  var relationships: [Slot] = []

  mutating func add(_ other: Untraced) {
    lineages += other.lineages
    relationships += other.relationships
  }

  /// Adds the lineage of a part or of expressions, if there is one.
  mutating func add(_ lineage: Slot?) {
    if let lineage { lineages.append(lineage) }
  }

  var isEmpty: Bool { lineages.isEmpty && relationships.isEmpty }
}

extension Planner {
  /// A slot for what expressions read, when they may read something that counts.
  mutating func newNotes(_ expressions: [BoundExpression]) -> Slot? {
    guard tracesLineage, expressions.contains(where: { $0.isNoteworthy(tracing) }) else { return nil }
    return newSlot()
  }

  /// A slot for what conditions read on which rows depend.
  private mutating func newNotes(ofConditions predicates: [BoundExpression]) -> Slot? {
    newNotes(predicates.filter { !$0.isPlainExistence(tracing, search) })
  }

  /// The step that writes down what rows rest on.
  func newTrace(_ untraced: Untraced, earlier: Slot?, into lineage: Slot) -> TraceStep {
    TraceStep(
      lineage: lineage, earlier: [earlier].compactMap { $0 } + untraced.lineages,
      relationships: tracing == .everything ? untraced.relationships : [])
  }

  /// Appends the step that writes down what the rows rest on, when something joined them.
  mutating func trace(_ steps: inout [PlanStep], _ builder: inout BranchBuilder) {
    if tracing == .absences { builder.untraced.relationships = [] }
    guard !builder.untraced.isEmpty || builder.lineage == nil else { return }
    let lineage = newSlot()
    steps.append(.trace(newTrace(builder.untraced, earlier: builder.lineage, into: lineage)))
    while builder.estimates.count < steps.count { builder.estimates.append(builder.rows) }
    builder.lineage = lineage
    builder.untraced = Untraced()
  }

  /// Appends a filter.
  mutating func appendFilter(
    _ predicates: [BoundExpression], to steps: inout [PlanStep], _ builder: inout BranchBuilder
  ) {
    let notes = newNotes(ofConditions: predicates)
    steps.append(.filter(predicates, notes: notes))
    builder.untraced.add(notes)
  }

  /// Appends a filter with every predicate of a match whose slots are all filled by now.
  mutating func checkPredicates(_ work: inout MatchWork) {
    let ready = work.takeReadyPredicates()
    guard !ready.isEmpty else { return }
    work.rows *= 0.5
    let notes = newNotes(ofConditions: ready)
    work.narrowLastStep(by: Array(ready.prefix(while: \.isSafePredicate)))
    work.append(.filter(ready, notes: notes))
    work.untraced.add(notes)
  }
}
