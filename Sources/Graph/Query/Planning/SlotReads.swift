extension BoundExpression {
  /// The slots the expression reads from the row it is evaluated in, without those it fills itself.
  var slotsRead: SlotSet {
    var reads: SlotSet = []
    collectReads(into: &reads)
    return reads
  }

  func collectReads(into reads: inout SlotSet) {
    switch kind {
    case .slot(let slot): reads.insert(slot)
    case .exists(let query), .count(let query), .collect(let query): reads.formUnion(query.outerSlots)
    case .listComprehension(let slot, let list, let predicate, let projection):
      list.collectReads(into: &reads)
      collectLocal([predicate, projection], without: [slot], into: &reads)
    case .quantifier(_, let slot, let list, let predicate):
      list.collectReads(into: &reads)
      collectLocal([predicate], without: [slot], into: &reads)
    case .reduce(let accumulator, let initial, let element, let list, let step):
      initial.collectReads(into: &reads)
      list.collectReads(into: &reads)
      collectLocal([step], without: [accumulator, element], into: &reads)
    default: forEachPart { $0.collectReads(into: &reads) }
    }
  }

  private func collectLocal(_ parts: [BoundExpression?], without local: SlotSet, into reads: inout SlotSet) {
    for part in parts { reads.formUnion((part?.slotsRead ?? []).subtracting(local)) }
  }

  /// Reads nothing of the row it is evaluated for, and is not random.
  var isSameInEveryRow: Bool { slotsRead.isEmpty && !isRandom }

  /// Working it out again costs more than keeping it.
  var isWorthKeeping: Bool {
    switch kind {
    case .list(let items): items.count > 1
    case .map, .listComprehension, .quantifier, .reduce, .function, .exists, .count: true
    default: false
    }
  }

  /// Calls `rand()` somewhere.
  var isRandom: Bool {
    if case .function(let function, _) = kind, function.name == "rand" { return true }
    if let subquery {
      return subquery.branches.contains { $0.clauses.contains(where: \.isRandom) }
    }
    var isRandom = false
    forEachPart { if !isRandom { isRandom = $0.isRandom } }
    return isRandom
  }

  /// The operands of the forms that have no variables of their own.
  var operands: [BoundExpression] {
    switch kind {
    case .constant, .parameter, .slot, .exists, .count, .collect, .listComprehension, .quantifier, .reduce: []
    case .property(let base, _), .hasLabels(let base, _), .not(let base), .negate(let base), .plus(let base),
      .isNull(let base, _):
      [base]
    case .list(let items), .and(let items), .or(let items), .function(_, let items): items
    case .map(let entries): entries.map(\.value)
    case .mapWithAll(let base, let entries): [base] + entries.map(\.value)
    case .xor(let left, let right), .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .isIn(let left, let right), .textMatch(_, let left, let right), .index(let left, let right):
      [left, right]
    case .slice(let base, let from, let to): [base] + [from, to].compactMap { $0 }
    case .conditional(let subject, let branches, let otherwise):
      [subject, otherwise].compactMap { $0 } + branches.flatMap { [$0.condition, $0.result] }
    }
  }
}

extension PlanStep {
  /// The slots the step reads from the rows that come in.
  var slotsRead: SlotSet {
    var reads: SlotSet = []
    collectReads(into: &reads)
    return reads
  }

  /// Adds the slots the step reads to others.
  func collectReads(into reads: inout SlotSet) {
    switch self {
    case .scanNodes, .dropRepeats: break
    case .seekNodes(_, _, _, _, let value): value.collectReads(into: &reads)
    case .joinNodes(let step): step.value.collectReads(into: &reads)
    case .checkNode(let slot, _, _): reads.insert(slot)
    case .expand(let step):
      reads.insert(step.from)
      reads.formUnion(step.distinctFrom)
      if step.isToBound { reads.insert(step.to) }
    case .findOne(let step):
      reads.insert(step.expand.from)
      reads.formUnion(step.expand.distinctFrom)
      reads.formUnion(step.conditionReads)
    case .meet(let step):
      for step in [step.first, step.second] {
        reads.insert(step.from)
        reads.formUnion(step.distinctFrom)
      }
    case .placeRelationship(let step):
      reads.insert(step.relationship)
      reads.formUnion(step.distinctFrom)
      for end in [step.left, step.right] where end.isBound { reads.insert(end.slot) }
    case .walk(let step): step.collectReads(into: &reads)
    case .shortest(let step): step.walk.collectReads(into: &reads)
    case .repeatGroup(let step): reads.formUnion(step.slotsRead)
    case .selectShortest(let step): reads.formUnion(step.part.inputs)
    case .filter(let predicates, _): for predicate in predicates { predicate.collectReads(into: &reads) }
    case .buildPath(_, let parts): for part in parts { reads.formUnion(part.slots) }
    case .optional(let part, _, let searched):
      reads.formUnion(part.inputs)
      reads.insert(searched?.slot)
    default: collectRowReads(into: &reads)
    }
  }

  private func collectRowReads(into reads: inout SlotSet) {
    switch self {
    case .unwind(let list, _, _): list.collectReads(into: &reads)
    case .project(let items, _): for item in items { item.expression.collectReads(into: &reads) }
    case .aggregate(let step):
      step.aggregation.collectReads(into: &reads)
      reads.formUnion(step.carried)
      reads.insert(step.partition)
      reads.insert(step.lineage)
    case .sort(let keys, let limit, let skip, let partition):
      for key in keys { key.expression.collectReads(into: &reads) }
      limit?.collectReads(into: &reads)
      skip?.collectReads(into: &reads)
      reads.insert(partition)
    case .distinct(let slots, let partition):
      reads.formUnion(slots)
      reads.insert(partition)
    case .strongest(let slots, let partition, let lineage):
      reads.formUnion(slots)
      reads.insert(partition)
      reads.insert(lineage)
    case .trace(let step):
      reads.formUnion(step.earlier)
      reads.formUnion(step.relationships)
    case .skip(let count, let partition), .limit(let count, let partition):
      count.collectReads(into: &reads)
      reads.insert(partition)
    case .call(let call, let part):
      reads.formUnion(SlotSet(part.inputs).subtracting(SlotSet(call.arguments.map(\.slot))))
      for item in call.arguments { item.expression.collectReads(into: &reads) }
    default: break
    }
  }

  /// Nothing that was in the rows before passes the step, except what it reads and fills itself.
  var endsScope: Bool {
    if case .aggregate = self { true } else { false }
  }
}

extension WalkStep {
  fileprivate func collectReads(into reads: inout SlotSet) {
    reads.insert(from)
    reads.formUnion(distinctFrom)
    if isToBound { reads.insert(to) }
    if isListBound { reads.insert(relationships) }
    var predicateReads = elementPredicate?.slotsRead ?? []
    if let elementSlot { predicateReads.remove(elementSlot) }
    reads.formUnion(predicateReads)
  }
}

extension RepeatStep {
  fileprivate var slotsRead: SlotSet {
    var reads = SlotSet([from] + distinctFrom + part.inputs).subtracting([entry])
    if isToBound { reads.insert(to) }
    return reads
  }
}

extension BoundAggregation {
  fileprivate func collectReads(into reads: inout SlotSet) {
    for key in keys { key.expression.collectReads(into: &reads) }
    for aggregate in aggregates {
      aggregate.argument?.collectReads(into: &reads)
      aggregate.parameter?.collectReads(into: &reads)
    }
  }
}

extension PathPart {
  var slots: [Slot] {
    switch self {
    case .start(let slot), .relationships(let slot): [slot]
    case .interleaved(let slots): slots
    }
  }
}
