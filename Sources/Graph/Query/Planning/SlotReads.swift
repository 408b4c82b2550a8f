extension BoundExpression {
  /// The slots the expression reads from the row it is evaluated in, without those it fills itself.
  var slotsRead: SlotSet {
    var reads: SlotSet = []
    collectReads(into: &reads)
    return reads
  }

  private func collectReads(into reads: inout SlotSet) {
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
      return subquery.branches.contains { $0.clauses.contains { $0.expressions.contains(where: \.isRandom) } }
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
    switch self {
    case .scanNodes: []
    case .seekNodes(_, _, _, _, let value): value.slotsRead
    case .joinNodes(let step): step.value.slotsRead
    case .checkNode(let slot, _, _): [slot]
    case .expand(let step):
      SlotSet([step.from] + step.distinctFrom).union(step.isToBound ? [step.to] : [])
    case .meet(let step):
      SlotSet([step.first.from, step.second.from] + step.first.distinctFrom + step.second.distinctFrom)
    case .placeRelationship(let step):
      SlotSet([step.relationship] + step.distinctFrom + [step.left, step.right].filter(\.isBound).map(\.slot))
    case .walk(let step): step.slotsRead
    case .repeatGroup(let step):
      SlotSet([step.from] + step.distinctFrom + step.part.inputs).subtracting([step.entry])
        .union(step.isToBound ? [step.to] : [])
    case .shortest(let step): step.walk.slotsRead
    case .selectShortest(let step): SlotSet(step.part.inputs)
    case .filter(let predicates, _): predicates.reduce(into: []) { $0.formUnion($1.slotsRead) }
    case .buildPath(_, let parts): SlotSet(parts.flatMap(\.slots))
    case .optional(let part, _, let searched): SlotSet(part.inputs + [searched?.slot].compactMap { $0 })
    case .unwind(let list, _, _): list.slotsRead
    case .project(let items, _): items.reduce(into: []) { $0.formUnion($1.expression.slotsRead) }
    case .aggregate(let step):
      step.aggregation.slotsRead.union(SlotSet(step.carried + [step.partition, step.lineage].compactMap { $0 }))
    case .sort(let keys, let limit, let skip, let partition):
      keys.reduce(into: SlotSet([partition].compactMap { $0 })) { $0.formUnion($1.expression.slotsRead) }
        .union(limit?.slotsRead ?? []).union(skip?.slotsRead ?? [])
    case .dropRepeats: []
    case .distinct(let slots, let partition): SlotSet(slots + [partition].compactMap { $0 })
    case .strongest(let slots, let partition, let lineage): SlotSet(slots + [partition, lineage].compactMap { $0 })
    case .trace(let step): SlotSet(step.earlier + step.relationships)
    case .skip(let count, let partition), .limit(let count, let partition):
      count.slotsRead.union(SlotSet([partition].compactMap { $0 }))
    case .call(let call, let part):
      call.arguments.reduce(into: SlotSet(part.inputs).subtracting(SlotSet(call.arguments.map(\.slot)))) {
        $0.formUnion($1.expression.slotsRead)
      }
    }
  }

  /// Nothing that was in the rows before passes the step, except what it reads and fills itself.
  var endsScope: Bool {
    if case .aggregate = self { true } else { false }
  }
}

extension WalkStep {
  fileprivate var slotsRead: SlotSet {
    var reads = SlotSet([from] + distinctFrom)
    if isToBound { reads.insert(to) }
    if isListBound { reads.insert(relationships) }
    var predicateReads = elementPredicate?.slotsRead ?? []
    if let elementSlot { predicateReads.remove(elementSlot) }
    return reads.union(predicateReads)
  }
}

extension BoundAggregation {
  fileprivate var slotsRead: SlotSet {
    let keyReads = keys.reduce(into: SlotSet()) { $0.formUnion($1.expression.slotsRead) }
    return aggregates.reduce(into: keyReads) {
      $0.formUnion($1.argument?.slotsRead ?? [])
      $0.formUnion($1.parameter?.slotsRead ?? [])
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
