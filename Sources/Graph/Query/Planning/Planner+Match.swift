extension Planner {
  mutating func append(_ match: BoundMatch, to steps: inout [PlanStep], _ builder: inout BranchBuilder) {
    var match = match
    if !match.pattern.groups.isEmpty { match.pattern = match.pattern.withGroupsAsWalks(used: used) }
    for node in match.pattern.nodes where labelOfSlot[node.slot] == nil {
      if let label = cheapestLabel(node.labels) { labelOfSlot[node.slot] = label }
    }
    guard match.isOptional else {
      var work = MatchWork(match, filled: builder.filled, rows: builder.rows)
      work.groupedLater = builder.later.groupingSlots
      if builder.later.dropEqualRows, tracing != .everything, !match.predicates.contains(where: \.isRandom) {
        work.onlyEnds = match.pattern.walksByEnds(used: used)
      }
      plan(&work)
      var unread = unreadNodes(of: match, builder)
      if !unread.isEmpty { unread = unread.subtracting(work.findOnlyOne(used: builder.later.slotsUsed)) }
      for step in work.steps { step.reorder(&builder.order, in: graph) }
      steps.append(contentsOf: work.steps)
      builder.estimates.append(contentsOf: work.estimates)
      if !unread.isEmpty {
        steps.append(.dropRepeats)
        builder.estimates.append(work.rows)
      }
      builder.rows = work.rows
      builder.filled.formUnion(match.newSlots)
      if tracesLineage { builder.untraced.add(work.untraced) }
      return
    }
    let (part, rows) = planOptional(match, filled: builder.filled)
    let lineage = part.plan.lineage
    let known = SlotSet(match.pattern.nodes.map(\.slot)).subtracting(SlotSet(match.newSlots))
    let searched = tracesLineage ? search.searched(in: match, outer: known) : nil
    steps.append(.optional(part, newSlots: match.newSlots + [lineage].compactMap { $0 }, searched: searched))
    builder.untraced.add(lineage)
    builder.rows *= max(1, rows)
    builder.order.grow()
    builder.filled.formUnion(match.newSlots)
  }

  /// The nodes that nothing reads any more, when rows that differ in nothing else need not all come.
  private func unreadNodes(of match: BoundMatch, _ builder: BranchBuilder) -> SlotSet {
    guard builder.later.dropEqualRows, builder.partition == nil, tracing != .everything,
      !match.pattern.relationships.isEmpty, !match.predicates.contains(where: \.isRandom)
    else { return [] }
    return SlotSet(match.newSlots).intersection(SlotSet(match.pattern.nodes.map(\.slot)))
      .subtracting(builder.later.slotsUsed)
  }

  private mutating func planOptional(_ match: BoundMatch, filled: SlotSet) -> (PartPlan, Double) {
    let tag = newSlot()
    var work = MatchWork(match, filled: filled, rows: 1)
    plan(&work)
    let lineage = tracesLineage ? newSlot() : nil
    if let lineage { work.append(.trace(newTrace(work.untraced, earlier: nil, into: lineage))) }
    var reads: SlotSet = []
    for step in work.steps { step.collectReads(into: &reads) }
    let inputs = reads.intersection(filled).sorted()
    var query = plan(work, outputs: match.newSlots + [lineage].compactMap { $0 }, tag: tag)
    query.lineage = lineage
    return (PartPlan(plan: query, tag: tag, inputs: inputs), work.rows)
  }

  /// The steps of a match as a part plan that hands on the given slots.
  mutating func plan(_ work: MatchWork, outputs: [Slot], tag: Slot) -> QueryPlan {
    var needed = SlotSet(outputs)
    needed.insert(tag)
    var live: [[Slot]] = []
    live.reserveCapacity(work.steps.count)
    for step in work.steps.reversed() {
      live.append(needed.sorted())
      step.collectReads(into: &needed)
    }
    live.reverse()
    let branch = BranchPlan(steps: work.steps, live: live, outputs: outputs, estimates: work.estimates)
    return QueryPlan(branches: [branch], keepsDuplicates: true, outputs: outputs, partition: tag)
  }

  /// Chooses an order for everything in the pattern and appends the steps.
  mutating func plan(_ work: inout MatchWork) {
    startFromFilledNodes(&work)
    solveConnections(&work)
    planSelectedPaths(&work)
    solveConnections(&work)
    for path in work.pattern.paths where !work.filled.contains(path.slot) {
      work.append(.buildPath(slot: path.slot, parts: work.parts(of: path.elements)))
      work.filled.insert(path.slot)
    }
    checkPredicates(&work)
  }

  /// Solves, cheapest first, what is not set aside for a selector.
  private mutating func solveConnections(_ work: inout MatchWork) {
    while let next = cheapestConnection(work) {
      connect(next, &work)
      checkPredicates(&work)
    }
  }

  private mutating func startFromFilledNodes(_ work: inout MatchWork) {
    for (index, node) in work.pattern.nodes.enumerated() where work.filled.contains(node.slot) {
      work.append(.checkNode(slot: node.slot, labels: node.labels, span: node.span))
      work.solve(node: index)
    }
    checkPredicates(&work)
  }

  /// Solves the next part: a relationship or group with a solved end, or else a node to start from.
  private mutating func connect(_ connection: Connection, _ work: inout MatchWork) {
    switch connection {
    case .node(let index): start(from: index, &work)
    case .relationship(let index): follow(index, &work)
    case .group(let index): follow(group: index, &work)
    }
  }

  /// What to solve next.
  enum Connection { case node(Int), relationship(Int), group(Int) }

  /// The cheapest part to solve next; nil when everything is solved.
  private func cheapestConnection(_ work: MatchWork) -> Connection? {
    var best: (cost: Double, connection: Connection)?
    func offer(_ cost: Double, _ connection: Connection) {
      if best.map({ cost < $0.cost }) ?? true { best = (cost, connection) }
    }
    for (index, relationship) in work.pattern.relationships.enumerated()
    where !work.solvedRelationships.contains(index) && !work.isSetAside(relationship: index) {
      guard let cost = cost(of: relationship, work) else { continue }
      offer(cost, .relationship(index))
    }
    for (index, group) in work.pattern.groups.enumerated()
    where !work.solvedGroups.contains(index) && !work.isSetAside(group: index) {
      guard work.solvedNodes.contains(group.left) || work.solvedNodes.contains(group.right) else { continue }
      offer(1000, .group(index))
    }
    for index in work.pattern.nodes.indices
    where !work.solvedNodes.contains(index) && !work.isSetAside(node: index) && best != nil {
      // Looking the other end up and joining is cheaper than following many relationships to find it.
      if let seek = work.seek(for: work.pattern.nodes[index]) { offer(seekCost(seek.key), .node(index)) }
    }
    if let best { return best.connection }
    for index in work.pattern.nodes.indices where !work.solvedNodes.contains(index) && !work.isSetAside(node: index) {
      offer(startCost(of: index, work), .node(index))
    }
    return best?.connection
  }

  /// Expected rows per incoming row, nil when neither end is solved and the relationship is not there yet either.
  private func cost(of relationship: PatternRelationship, _ work: MatchWork) -> Double? {
    let (left, right) = (
      work.solvedNodes.contains(relationship.left), work.solvedNodes.contains(relationship.right)
    )
    if relationship.isBound { return 0 }
    if left && right { return relationship.length == nil ? 0.1 : 2 }
    guard left || right else { return nil }
    let target = work.pattern.nodes[left ? relationship.right : relationship.left]
    let fanOut = fanOut(relationship, forward: left, work) * selectivity(target.labels)
    guard let length = relationship.length else { return fanOut }
    return 10 + fanOut * Double(min(length.maximum ?? 8, 8))
  }
}
