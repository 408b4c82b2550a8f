extension Binder {
  /// Adds a relationship between two places of the pattern graph; gives its own place.
  mutating func bindRelationship(
    _ pattern: RelationshipPattern, _ left: Int, _ right: Int, _ draft: inout PatternDraft
  ) throws(QueryError) -> Int {
    if draft.isGroup, let length = pattern.length {
      throw .invalidPattern("a repeated path cannot hold another repetition", at: place(length.span))
    }
    let (slot, isBound) = try relationshipSlot(pattern, &draft)
    draft.graph.relationships.append(
      PatternRelationship(
        slot: slot, isBound: isBound, left: left, right: right, direction: pattern.direction,
        types: pattern.types.map { bindLabels($0, of: .relationship) }, length: pattern.length,
        span: place(pattern.span)))
    let place = draft.graph.relationships.count - 1
    try restrict(place, by: pattern, slot, &draft)
    return place
  }

  private mutating func restrict(
    _ place: Int, by pattern: RelationshipPattern, _ slot: Slot, _ draft: inout PatternDraft
  ) throws(QueryError) {
    let entries = try entries(of: pattern.properties)
    guard pattern.length == nil else {
      guard !entries.isEmpty || pattern.predicate != nil else { return }
      draft.graph.relationships[place].elementSlot = newSlot(nil)
      draft.conditions.append(.elements(place, pattern))
      return
    }
    let owner = Variable(slot: slot, type: .relationship)
    for entry in entries { draft.conditions.append(.property(owner, entry)) }
    if let predicate = pattern.predicate { draft.conditions.append(.expression(predicate)) }
  }

  private mutating func relationshipSlot(
    _ pattern: RelationshipPattern, _ draft: inout PatternDraft
  ) throws(QueryError) -> (Slot, isBound: Bool) {
    guard let name = pattern.variable else {
      let slot = newSlot(nil)
      draft.newSlots.append(slot)
      return (slot, false)
    }
    let type: StaticType = pattern.length == nil ? .relationship : .list(.relationship)
    guard let variable = scope[name.text] else {
      draft.relationshipNames.insert(name.text)
      if pattern.types == nil { warnAboutMissingColon(name, .relationship) }
      return (try declare(name, type, in: &draft), false)
    }
    guard variable.type.mayBe(type) else {
      let use = pattern.length == nil ? "a relationship" : "a list of relationships"
      throw .typeConflict(placed(name), is: variable.type, usedAs: use)
    }
    guard draft.relationshipNames.insert(name.text) else { throw .repeatedRelationship(placed(name)) }
    guard !draft.isGroup else { throw .alreadyBound(placed(name)) }
    reads.insert(variable.slot)
    return (variable.slot, true)
  }
}
