extension Planner {
  /// Appends the scan or seek that fills a node which nothing leads to.
  mutating func start(from index: Int, _ work: inout MatchWork) {
    let node = work.pattern.nodes[index]
    let label = cheapestLabel(node.labels)
    let seek = seek(for: node, work)
    if let step = join(node, seek, work) {
      work.append(.joinNodes(step))
      if let seek, step.lookup != nil, tracing != .everything { work.answer(node, by: seek) }
      work.expect(times: joinCost(step))
    } else if let seek {
      work.append(.seekNodes(slot: node.slot, label: label, labels: node.labels, key: seek.key, value: seek.value))
      // What a predicate reads counts: it is checked again where that is noted.
      if tracing != .everything { work.answer(node, by: seek) }
      work.expect(times: seekCost(seek.key))
    } else {
      work.rows *= Double(label.map { graph.nodes(labelled: $0).count } ?? graph.nodeCount)
      work.append(.scanNodes(slot: node.slot, label: label, labels: node.labels))
    }
    work.solve(node: index)
    checkPredicates(&work)
  }

  /// Appends the step that follows a relationship from its solved end.
  mutating func follow(_ index: Int, _ work: inout MatchWork) {
    let relationship = work.pattern.relationships[index]
    if relationship.isBound && relationship.length == nil { return place(index, &work) }
    if !work.isReached(relationship) { start(from: relationship.left, &work) }
    let forward = prefersForward(relationship, work)
    let target = forward ? relationship.right : relationship.left
    let isToBound = work.solvedNodes.contains(target)
    if relationship.length == nil {
      let step = expandStep(index, forward: forward, isToBound: isToBound, work)
      if !isToBound, meet(target, by: index, forward: forward, step, &work) {
        work.expect(times: 0.1 * fanOut(relationship, forward: forward, work))
        return
      }
      work.append(.expand(step))
    } else {
      let walk = walkStep(index, forward: forward, isToBound: isToBound, work)
      work.append(
        work.onlyEnds.contains(index)
          ? .shortest(ShortestStep(walk: walk, selector: .anyShortest, isRead: false)) : .walk(walk))
    }
    work.expect(times: isToBound ? 0.1 : fanOut(relationship, forward: forward, work))
    work.solve(relationship: index)
    work.solve(node: target)
  }

  /// Appends the step that finds a node by two relationships at once, when a second one leads to it from a solved node.
  private mutating func meet(
    _ target: Int, by index: Int, forward: Bool, _ step: ExpandStep, _ work: inout MatchWork
  ) -> Bool {
    // Where there are few nodes, and an equality leaves fewer, looking at these first is cheaper.
    let isShort = fanOut(work.pattern.relationships[index], forward: forward, work) < 16
    guard step.followsOneList(in: graph), !(isShort && work.hasEquality(once: [step.to, step.relationship])) else {
      return false
    }
    for other in work.pattern.relationships.indices where other != index && work.isOpen(relationship: other) {
      let relationship = work.pattern.relationships[other]
      let isLeft = relationship.right == target
      guard isLeft || relationship.left == target,
        work.solvedNodes.contains(isLeft ? relationship.left : relationship.right)
      else { continue }
      let second = expandStep(other, forward: isLeft, isToBound: false, work)
      guard second.followsOneList(in: graph) else { continue }
      let mayCoincide = BoundLabels.mayOverlap(step.types, second.types)
      work.append(.meet(MeetStep(first: step, second: second, mayCoincide: mayCoincide)))
      work.solve(relationship: index)
      work.solve(relationship: other)
      work.solve(node: target)
      return true
    }
    return false
  }

  /// Appends the step that fills or checks the ends of a relationship from an earlier clause.
  private func place(_ index: Int, _ work: inout MatchWork) {
    let relationship = work.pattern.relationships[index]
    func end(_ node: Int) -> PlaceStep.End {
      let pattern = work.pattern.nodes[node]
      return PlaceStep.End(slot: pattern.slot, isBound: work.solvedNodes.contains(node), labels: pattern.labels)
    }
    work.append(
      .placeRelationship(
        PlaceStep(
          relationship: relationship.slot, left: end(relationship.left), right: end(relationship.right),
          types: relationship.types, direction: relationship.direction,
          distinctFrom: work.mustDiffer(from: relationship), span: relationship.span)))
    work.solve(relationship: index)
    work.solve(node: relationship.left)
    work.solve(node: relationship.right)
  }

  /// Both ends may be solved: start where fewer relationships leave.
  private func prefersForward(_ relationship: PatternRelationship, _ work: MatchWork) -> Bool {
    let (left, right) = (
      work.solvedNodes.contains(relationship.left), work.solvedNodes.contains(relationship.right)
    )
    if left && right && relationship.length == nil {
      return fanOut(relationship, forward: true, work) <= fanOut(relationship, forward: false, work)
    }
    return left
  }

  func expandStep(_ index: Int, forward: Bool, isToBound: Bool, _ work: MatchWork) -> ExpandStep {
    let relationship = work.pattern.relationships[index]
    let (from, to) = ends(relationship, forward: forward, work)
    return ExpandStep(
      from: from.slot, relationship: relationship.slot, to: to.slot, isToBound: isToBound, types: relationship.types,
      direction: relationship.direction.reversed(unless: forward), labels: isToBound ? nil : to.labels,
      distinctFrom: work.mustDiffer(from: relationship), span: relationship.span)
  }

  func walkStep(_ index: Int, forward: Bool, isToBound: Bool, _ work: MatchWork) -> WalkStep {
    let relationship = work.pattern.relationships[index]
    let (from, to) = ends(relationship, forward: forward, work)
    return WalkStep(
      from: from.slot, relationships: relationship.slot, to: to.slot, isToBound: isToBound,
      isListBound: relationship.isBound, types: relationship.types,
      direction: relationship.direction.reversed(unless: forward), labels: isToBound ? nil : to.labels,
      length: relationship.length ?? PathLength(minimum: 1, maximum: 1, span: relationship.span),
      elementSlot: relationship.elementSlot, elementPredicate: relationship.elementPredicate,
      distinctFrom: work.mustDiffer(from: relationship), isReversed: !forward, span: relationship.span)
  }

  private func ends(
    _ relationship: PatternRelationship, forward: Bool, _ work: MatchWork
  ) -> (PatternNode, PatternNode) {
    let (left, right) = (work.pattern.nodes[relationship.left], work.pattern.nodes[relationship.right])
    return forward ? (left, right) : (right, left)
  }

  /// Appends the repetition of a group from its solved end.
  mutating func follow(group index: Int, _ work: inout MatchWork) {
    let group = work.pattern.groups[index]
    let forward = work.solvedNodes.contains(group.left)
    let (from, to) = forward ? (group.left, group.right) : (group.right, group.left)
    let (entry, exit) = forward ? (group.first, group.last) : (group.last, group.first)
    let entrySlot = group.pattern.nodes[entry].slot
    let isToBound = work.solvedNodes.contains(to)
    let step = RepeatStep(
      from: work.pattern.nodes[from].slot, to: work.pattern.nodes[to].slot, isToBound: isToBound,
      labels: isToBound ? nil : work.pattern.nodes[to].labels, length: group.length,
      part: planRepetition(group, entry: entrySlot, filled: work.filled), entry: entrySlot,
      exit: group.pattern.nodes[exit].slot, exports: group.exports,
      innerRelationships: group.pattern.relationships.map(\.slot), relationshipLists: group.relationshipLists,
      distinctFrom: work.relationshipSlots(), isReversed: !forward, span: group.span)
    work.append(.repeatGroup(step))
    work.expect(times: 10)
    work.solve(group: index)
    work.solve(node: to)
  }

  /// Plans one repetition of a group from a node.
  mutating func planRepetition(_ group: PatternGroup, entry: Slot, filled: SlotSet) -> PartPlan {
    let tag = newSlot()
    let inner = BoundMatch(
      isOptional: false, pattern: group.pattern, predicates: group.predicates, newSlots: [], span: group.span)
    var work = MatchWork(inner, filled: filled.union([entry]), rows: 1)
    plan(&work)
    let outputs = SlotSet(
      group.exports.map(\.inner) + group.pattern.relationships.map(\.slot) + group.pattern.nodes.map(\.slot)
    ).sorted()
    let reads = work.steps.reduce(into: SlotSet([entry])) { $0.formUnion($1.slotsRead) }
    let inputs = reads.intersection(filled.union([entry])).sorted()
    return PartPlan(plan: plan(work, outputs: outputs, tag: tag), tag: tag, inputs: inputs)
  }
}

extension RelationshipPattern.Direction {
  /// The direction as seen from the other end, unless the step goes with the text.
  func reversed(unless forward: Bool) -> RelationshipPattern.Direction {
    switch (self, forward) {
    case (.outgoing, false): .incoming
    case (.incoming, false): .outgoing
    default: self
    }
  }
}
