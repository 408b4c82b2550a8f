/// Turns a bound query into steps: which pattern to look for first, where predicates are checked, what each step must keep.
struct Planner {
  let graph: PropertyGraph
  /// What rows carry of what they rest on.
  private(set) var tracing: Tracing
  /// Finds the lists that patterns search.
  let search: ListSearch
  /// Holds the number of each row while expressions are evaluated, when what they read is noted.
  private(set) var rowSlot: Slot?
  /// The next slot for the tag of a part plan; grows past the slots of the statement.
  private(set) var slotCount: Int
  /// The slots that anything in the statement reads; empty when none of its patterns makes the planner ask for them.
  let used: SlotSet
  /// The whole statement.
  private let query: BoundQuery
  /// A label that the node in a slot has, as far as patterns planned so far say.
  var labelOfSlot = SlotLabels()

  /// Makes a planner for one statement.
  init(
    graph: PropertyGraph, for statement: BoundStatement, tracing: Tracing = .nothing,
    lists: [String: RecordedList] = [:]
  ) {
    self.graph = graph
    used = statement.hasWalks ? statement.query.slotsUsed() : []
    query = statement.query
    self.tracing = tracing
    slotCount = statement.slotCount
    search = ListSearch(lists: lists)
    rowSlot = tracing == .nothing ? nil : newSlot()
  }

  /// Rows carry what they rest on.
  var tracesLineage: Bool { tracing != .nothing }

  /// Whether anything in the statement reads one of some slots, and not only the length of a path.
  func reads(moreThanLengthsOf slots: [Slot]) -> Bool {
    !SlotSet(slots).isDisjoint(with: query.slotsUsed(besideLengths: true))
  }

  mutating func newSlot() -> Slot {
    slotCount += 1
    return Slot(index: slotCount - 1)
  }

  /// Plans a query.
  ///
  /// - Parameters:
  ///   - query: the bound query.
  ///   - filled: the slots that hold something in the rows that come in.
  ///   - partition: the tag slot when the query is a part plan; rows of different tags never mix.
  ///   - onlyExistence: it is only asked whether there are rows.
  mutating func plan(
    _ query: BoundQuery, filled: SlotSet, partition: Slot?, onlyExistence: Bool = false
  ) -> QueryPlan {
    let isUnion = query.branches.count > 1
    let branches = query.branches.map { branch in
      var steps: [PlanStep] = []
      steps.reserveCapacity(8)
      var builder = BranchBuilder(filled: filled, partition: partition, outerSlots: query.outerSlots)
      builder.estimates.reserveCapacity(8)
      if partition == nil { builder.order = .single }
      let later = LaterClauses.behind(each: branch.clauses, orEnd: onlyExistence)
      for place in branch.clauses.indices {
        builder.later = later[place]
        append(branch.clauses[place], to: &steps, &builder)
      }
      if tracesLineage { trace(&steps, &builder) }
      return finish(steps, outputs: branch.outputs, builder)
    }
    return QueryPlan(
      branches: branches, keepsDuplicates: query.keepsDuplicates || !isUnion, outputs: query.outputs,
      partition: partition, lineage: isUnion && tracesLineage ? newSlot() : branches[0].lineage)
  }

  /// What is known while the steps of one branch are put together.
  struct BranchBuilder {
    var filled: SlotSet
    let partition: Slot?
    let outerSlots: [Slot]
    /// Expected rows so far, and after each step.
    var rows: Double = 1
    var estimates: [Double] = []

    /// What follows. The nodes by which the next projection groups are a good place to start, because groups then come one after
    /// the other.
    var later = LaterClauses(dropEqualRows: false)
    /// The order of the rows.
    var order = RowOrder.unknown

    /// What the rows rest on so far, as of the last trace.
    var lineage: Slot?
    /// What has come since: lineages of parts, relationships, and expressions that read properties.
    var untraced = Untraced()

    /// What must survive a projection besides its outputs.
    var carried: [Slot] { outerSlots.filter { filled.contains($0) } }
  }

  private mutating func append(_ clause: BoundClause, to steps: inout [PlanStep], _ builder: inout BranchBuilder) {
    switch clause {
    case .match(let match): append(match, to: &steps, &builder)
    case .unwind(let list, let slot):
      builder.rows *= 10
      let notes = newNotes([list])
      steps.append(.unwind(list: list, slot: slot, notes: notes))
      builder.untraced.add(notes)
      builder.order.grow()
      builder.filled.insert(slot)
    case .project(let projection): append(projection, to: &steps, &builder)
    case .call(let call): append(call, to: &steps, &builder)
    }
    while builder.estimates.count < steps.count { builder.estimates.append(builder.rows) }
  }

  private mutating func append(_ call: BoundCall, to steps: inout [PlanStep], _ builder: inout BranchBuilder) {
    let tag = newSlot()
    let arguments = SlotSet(call.arguments.map(\.slot))
    let inputs = call.query.outerSlots.filter { builder.filled.contains($0) || arguments.contains($0) }
    let plan = plan(call.query, filled: SlotSet(inputs).union(arguments), partition: tag)
    steps.append(.call(call, PartPlan(plan: plan, tag: tag, inputs: SlotSet(inputs).union(arguments).sorted())))
    if let lineage = plan.lineage { builder.untraced.lineages.append(lineage) }
    builder.filled.formUnion(call.query.outputs)
    builder.order.grow()
  }

  /// Plans the query of an expression (`EXISTS { }` and the like) for the rows of `tag`.
  mutating func planPart(_ query: BoundQuery, onlyExistence: Bool) -> PartPlan {
    planPart(query, tag: newSlot(), onlyExistence: onlyExistence)
  }

  private mutating func planPart(_ query: BoundQuery, tag: Slot, onlyExistence: Bool) -> PartPlan {
    let plan = plan(query, filled: SlotSet(query.outerSlots), partition: tag, onlyExistence: onlyExistence)
    return PartPlan(plan: plan, tag: tag, inputs: query.outerSlots.sorted())
  }

  /// As `planPart` with a tag given out before, for rows that are counted and not kept: they do not carry what they rest on.
  mutating func planUntracedPart(_ query: BoundQuery, tag: Slot) -> PartPlan {
    let outer = tracing
    tracing = .nothing
    defer { tracing = outer }
    return planPart(query, tag: tag, onlyExistence: false)
  }

  /// Works out, from the last step back, which slots each step must still hand on.
  private func finish(_ steps: [PlanStep], outputs: [Slot], _ builder: BranchBuilder) -> BranchPlan {
    var needed = SlotSet(outputs)
    needed.insert(builder.partition)
    needed.insert(builder.lineage)
    var live: [[Slot]] = []
    live.reserveCapacity(steps.count)
    for step in steps.reversed() {
      live.append(needed.sorted())
      if step.endsScope {
        needed = []
        needed.insert(builder.partition)
      }
      step.collectReads(into: &needed)
    }
    live.reverse()
    return BranchPlan(
      steps: steps, live: live, outputs: outputs, lineage: builder.lineage, estimates: builder.estimates)
  }
}
