/// A repeated path of one relationship is a relationship of variable length.
extension PatternGraph {
  /// The pattern with every repeated path made a variable-length relationship that is one: a single relationship between nodes
  /// of which nothing is asked, neither in the pattern nor later.
  ///
  /// - Parameter used: the slots that anything in the statement reads.
  func withGroupsAsWalks(used: SlotSet) -> PatternGraph {
    var result = self
    result.groups = []
    var elements: [PatternPath.Element] = []
    for group in groups {
      if let walk = group.asWalk(used: used) {
        result.relationships.append(walk)
        elements.append(.relationship(result.relationships.count - 1))
      } else {
        result.groups.append(group)
        elements.append(.group(result.groups.count - 1))
      }
    }
    func renamed(_ path: [PatternPath.Element]) -> [PatternPath.Element] {
      path.map { if case .group(let index) = $0 { elements[index] } else { $0 } }
    }
    for index in paths.indices { result.paths[index].elements = renamed(paths[index].elements) }
    for index in selectors.indices { result.selectors[index].elements = renamed(selectors[index].elements) }
    return result
  }
}

extension PatternGroup {
  fileprivate func asWalk(used: SlotSet) -> PatternRelationship? {
    guard pattern.nodes.count == 2, pattern.relationships.count == 1, pattern.groups.isEmpty, pattern.paths.isEmpty,
      let relationship = pattern.relationships.first, relationship.length == nil, !relationship.isBound,
      relationship.left == first, relationship.right == last, first != last
    else { return nil }
    let nodes = SlotSet(pattern.nodes.map(\.slot))
    guard pattern.nodes.allSatisfy({ $0.labels == nil && !$0.isBound }),
      predicates.allSatisfy({ $0.slotsRead.isDisjoint(with: nodes) }),
      exports.allSatisfy({ $0.inner == relationship.slot || !used.contains($0.list) })
    else { return nil }
    var walk = relationship
    walk.slot = relationshipLists[0]
    (walk.left, walk.right) = (left, right)
    walk.length = length
    walk.elementSlot = relationship.slot
    walk.elementPredicate = predicates.isEmpty ? nil : .conjunction(of: predicates)
    return walk
  }
}

extension BoundExpression {
  static func conjunction(of predicates: [BoundExpression]) -> BoundExpression {
    predicates.count == 1
      ? predicates[0] : BoundExpression(kind: .and(predicates), type: .boolean, span: predicates[0].span)
  }
}

// MARK: - What is read

extension BoundQuery {
  /// Every slot that anything in the query reads or gives, subqueries included.
  ///
  /// - Parameter besideLengths: a path of which only the length is read does not count.
  func slotsUsed(besideLengths: Bool = false) -> SlotSet {
    var used: SlotSet = []
    collectUses(into: &used, besideLengths)
    return used
  }

  fileprivate func collectUses(into used: inout SlotSet, _ besideLengths: Bool) {
    used.formUnion(outputs)
    for branch in branches {
      used.formUnion(branch.outputs)
      for clause in branch.clauses { clause.collectUses(into: &used, besideLengths) }
    }
  }
}

extension BoundClause {
  fileprivate func collectUses(into used: inout SlotSet, _ besideLengths: Bool) {
    collectOwnUses(into: &used) { $0.collectUses(into: &$1, besideLengths) }
    if case .call(let call) = self { call.query.collectUses(into: &used, besideLengths) }
  }

  /// Adds every slot from outside that the clause reads or gives, those that only its subqueries read included.
  func collectOuterUses(into used: inout SlotSet) {
    collectOwnUses(into: &used) { $0.collectReads(into: &$1) }
    if case .call(let call) = self {
      used.formUnion(call.query.outerSlots)
      used.formUnion(call.query.outputs)
    }
  }

  /// Adds the slots of the clause itself, and by `collect` those of its expressions.
  private func collectOwnUses(into used: inout SlotSet, _ collect: (BoundExpression, inout SlotSet) -> Void) {
    forEachExpression { collect($0, &used) }
    switch self {
    case .match(let match): match.pattern.collectElements(into: &used, collect)
    case .project(let projection):
      used.formUnion(projection.outputs)
      projection.forEachOther { collect($0, &used) }
    case .call, .unwind: break
    }
  }
}

extension PatternGraph {
  /// Adds the slots that it takes from before, and lets `collect` add those of what walks ask of their relationships.
  fileprivate func collectElements(
    into used: inout SlotSet, _ collect: (BoundExpression, inout SlotSet) -> Void
  ) {
    for node in nodes where node.isBound { used.insert(node.slot) }
    for relationship in relationships {
      if relationship.isBound { used.insert(relationship.slot) }
      if let predicate = relationship.elementPredicate { collect(predicate, &used) }
    }
  }
}

extension BoundProjection {
  /// Calls `body` with the expressions that are not among those of the clause.
  fileprivate func forEachOther(_ body: (BoundExpression) -> Void) {
    for key in order { body(key.expression) }
    if let skip { body(skip) }
    if let limit { body(limit) }
    for aggregate in aggregation?.aggregates ?? [] { if let parameter = aggregate.parameter { body(parameter) } }
  }
}

extension BoundExpression {
  fileprivate func collectUses(into used: inout SlotSet, _ besideLengths: Bool) {
    switch kind {
    case .slot(let slot): used.insert(slot)
    case .function(let function, let arguments) where besideLengths && function.name == "length":
      for argument in arguments {
        if case .slot = argument.kind { continue }
        argument.collectUses(into: &used, besideLengths)
      }
    case .exists(let query), .count(let query), .collect(let query):
      if !besideLengths { used.formUnion(query.outerSlots) }
      query.collectUses(into: &used, besideLengths)
    default: forEachPart { $0.collectUses(into: &used, besideLengths) }
    }
  }
}
