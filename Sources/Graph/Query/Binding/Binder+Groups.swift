extension Binder {
  /// Adds a repeated path between two places of the pattern graph; gives its own place. Inside, its variables stand for one
  /// repetition; outside, for the list of all.
  mutating func bindGroup(
    _ group: QuantifiedGroup, _ left: Int, _ right: Int, _ draft: inout PatternDraft
  ) throws(QueryError) -> Int {
    guard !draft.isGroup, let length = group.length else {
      throw .invalidPattern("a repeated path cannot hold another repetition", at: place(group.span))
    }
    let outer = scope
    var inner = PatternDraft(declares: draft.declares)
    inner.isGroup = true
    var (first, last) = (0, 0)
    try bindRepetition(group, &inner, &first, &last)
    let predicates = try bindConditions(&inner)
    warnAboutImpossible(inner.graph)
    let repeated = scope
    scope = outer
    let exports = try export(inner.declared, from: repeated, &draft)
    let lists = inner.graph.relationships.map { relationship in
      exports.first { $0.inner == relationship.slot }?.list ?? hiddenList(&draft)
    }
    draft.graph.groups.append(
      PatternGroup(
        left: left, right: right, pattern: inner.graph, first: first, last: last, predicates: predicates,
        length: length, exports: exports, relationshipLists: lists, span: place(group.span)))
    return draft.graph.groups.count - 1
  }

  private mutating func bindRepetition(
    _ group: QuantifiedGroup, _ inner: inout PatternDraft, _ first: inout Int, _ last: inout Int
  ) throws(QueryError) {
    guard group.pattern.selector == .all else {
      throw .invalidPattern("a repeated path cannot choose the shortest", at: place(group.span))
    }
    let steps = try bindSteps(of: group.pattern, into: &inner)
    guard steps.count > 1, case .node(let start)? = steps.first, case .node(let end)? = steps.last else {
      throw .invalidPattern("a repeated path needs a relationship", at: place(group.span))
    }
    (first, last) = (start, end)
    if let predicate = group.predicate { inner.conditions.append(.expression(predicate)) }
  }

  private mutating func export(
    _ names: [Name], from repeated: Scope, _ draft: inout PatternDraft
  ) throws(QueryError) -> [GroupExport] {
    var exports: [GroupExport] = []
    for name in names {
      guard let variable = repeated[name.text] else { continue }
      let list = try declare(name, .list(variable.type), in: &draft)
      exports.append(GroupExport(inner: variable.slot, list: list))
      if variable.type == .relationship { draft.relationshipNames.insert(name.text) }
    }
    return exports
  }

  private mutating func hiddenList(_ draft: inout PatternDraft) -> Slot {
    let slot = newSlot(nil)
    draft.newSlots.append(slot)
    return slot
  }
}
