extension Planner {
  /// Plans the paths of which only the shortest are wanted; the ends that others lead to are solved first.
  mutating func planSelectedPaths(_ work: inout MatchWork) {
    for selector in work.pattern.selectors {
      work.setAside.removeFirst()
      let ends = work.endNodes(of: selector.elements)
      for end in [ends.first, ends.last] where !work.solvedNodes.contains(end) && work.isWorthStarting(end) {
        start(from: end, &work)
      }
      if !work.solvedNodes.contains(ends.first) && !work.solvedNodes.contains(ends.last) {
        start(from: ends.first, &work)
      }
      if let relationship = work.onlyWalk(of: selector.elements) {
        appendShortest(relationship, selector, &work)
      } else {
        appendSelection(selector, ends, &work)
      }
      checkPredicates(&work)
    }
  }

  private func appendShortest(_ index: Int, _ selector: PatternSelector, _ work: inout MatchWork) {
    let relationship = work.pattern.relationships[index]
    let forward = work.solvedNodes.contains(relationship.left)
    let target = forward ? relationship.right : relationship.left
    let walk = walkStep(index, forward: forward, isToBound: work.solvedNodes.contains(target), work)
    let paths = work.pattern.paths.filter { path in
      path.elements.contains { if case .relationship(index) = $0 { true } else { false } }
    }
    let isRead = tracing == .everything || reads(moreThanLengthsOf: [relationship.slot] + paths.map(\.slot))
    work.append(.shortest(ShortestStep(walk: walk, selector: selector.selector, isRead: isRead)))
    work.expect(times: walk.isToBound ? 1 : Double(graph.nodeCount))
    work.solve(relationship: index)
    work.solve(node: target)
  }

  /// A path of several parts: all its matches are made for one incoming row, and the shortest chosen among them.
  private mutating func appendSelection(
    _ selector: PatternSelector, _ ends: (first: Int, last: Int), _ work: inout MatchWork
  ) {
    let tag = newSlot()
    var inner = work.restricted(to: selector.elements)
    let before = inner.filled
    while let next = inner.nextOnPath() { connectOnPath(next, &inner) }
    let notes = inner.untraced.lineages.dropFirst(work.untraced.lineages.count)
    let newSlots = inner.filled.subtracting(before).sorted() + notes
    let reads = inner.steps.reduce(into: SlotSet()) { $0.formUnion($1.slotsRead) }
    let ends = (
      start: work.pattern.nodes[ends.first].slot, end: work.pattern.nodes[ends.last].slot
    )
    let inputs = reads.union([ends.start, ends.end]).intersection(before).sorted()
    let outputs = SlotSet(newSlots + [ends.start, ends.end]).sorted()
    let part = PartPlan(plan: plan(inner, outputs: outputs, tag: tag), tag: tag, inputs: inputs)
    let isKnown = before.contains(ends.start) && before.contains(ends.end)
    let search = isKnown && notes.isEmpty ? search(for: selector, work) : nil
    work.append(
      .selectShortest(
        SelectStep(
          part: part, selector: selector.selector, start: ends.start, end: ends.end,
          parts: work.parts(of: selector.elements), newSlots: newSlots, search: search)))
    work.adopt(inner)
  }

  /// The search for a path that is all one repeated path.
  private mutating func search(for selector: PatternSelector, _ work: MatchWork) -> SelectStep.Search? {
    guard selector.selector.wantsOnlyShortest, selector.elements.count == 3, work.relationshipSlots().isEmpty,
      case .group(let index) = selector.elements[1]
    else { return nil }
    let group = work.pattern.groups[index]
    guard var walk = group.asStages(used: used) else { return repetition(of: group).map { .repetitions($0) } }
    let paths = work.pattern.paths.filter { path in
      path.elements.contains { if case .group(index) = $0 { true } else { false } }
    }
    walk.isRead = reads(moreThanLengthsOf: group.relationshipLists + group.exports.map(\.list) + paths.map(\.slot))
    return .stages(walk)
  }

  private mutating func connectOnPath(_ connection: Connection, _ work: inout MatchWork) {
    switch connection {
    case .node(let index): start(from: index, &work)
    case .relationship(let index): follow(index, &work)
    case .group(let index): follow(group: index, &work)
    }
  }
}
