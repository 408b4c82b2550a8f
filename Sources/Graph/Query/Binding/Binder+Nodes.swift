extension Binder {
  /// Finds or makes the place of a node in the pattern graph.
  mutating func bindNode(_ node: NodePattern, into draft: inout PatternDraft) throws(QueryError) -> Int {
    let place = try findNode(node, into: &draft)
    try restrict(place, by: node, &draft)
    return place
  }

  private mutating func findNode(_ node: NodePattern, into draft: inout PatternDraft) throws(QueryError) -> Int {
    guard let name = node.variable else {
      let slot = newSlot(nil)
      draft.newSlots.append(slot)
      return add(slot, isBound: false, node, &draft)
    }
    if let place = draft.places[name.text] { return place }
    let place: Int
    if let variable = scope[name.text] {
      guard !draft.isGroup else { throw .alreadyBound(placed(name)) }
      guard variable.type.isOpen || variable.type == .node else {
        throw .typeConflict(placed(name), is: variable.type, usedAs: "a node")
      }
      reads.insert(variable.slot)
      place = add(variable.slot, isBound: true, node, &draft)
    } else {
      if node.labels == nil { warnAboutMissingColon(name, .node) }
      place = add(try declare(name, .node, in: &draft), isBound: false, node, &draft)
    }
    draft.places.set(name.text, place)
    return place
  }

  private mutating func add(_ slot: Slot, isBound: Bool, _ node: NodePattern, _ draft: inout PatternDraft) -> Int {
    draft.graph.nodes.append(PatternNode(slot: slot, isBound: isBound, labels: nil, span: place(node.span)))
    return draft.graph.nodes.count - 1
  }

  /// Adds the labels, properties and condition of one more mention of a node.
  private mutating func restrict(
    _ place: Int, by node: NodePattern, _ draft: inout PatternDraft
  ) throws(QueryError) {
    if let labels = node.labels {
      let bound = bindLabels(labels, of: .node)
      draft.graph.nodes[place].labels = draft.graph.nodes[place].labels.map { .and([$0, bound]) } ?? bound
    }
    let owner = Variable(slot: draft.graph.nodes[place].slot, type: .node)
    for entry in try entries(of: node.properties) { draft.conditions.append(.property(owner, entry)) }
    if let predicate = node.predicate { draft.conditions.append(.expression(predicate)) }
  }

  /// Lets a node stand at the place of another: under a second name, or with the demand that both are the same.
  mutating func unify(_ place: Int, with node: NodePattern, _ draft: inout PatternDraft) throws(QueryError) -> Int {
    guard let name = node.variable else {
      try restrict(place, by: node, &draft)
      return place
    }
    if scope[name.text] != nil {
      let other = try bindNode(node, into: &draft)
      if other != place {
        draft.conditions.append(.same(draft.graph.nodes[place].slot, draft.graph.nodes[other].slot, name.span))
      }
      return other
    }
    guard draft.declares else { throw .patternDeclares(placed(name)) }
    let slot = draft.graph.nodes[place].slot
    scope.declare(name.text, Variable(slot: slot, type: .node))
    slotNames[slot.index] = slotNames[slot.index] ?? name.text
    draft.places.set(name.text, place)
    if draft.isGroup { draft.declared.append(name) }
    try restrict(place, by: node, &draft)
    return place
  }
}
