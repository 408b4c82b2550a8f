/// What the clauses behind one make of its rows.
struct LaterClauses {
  /// The nodes by which the next projection groups.
  private(set) var groupingSlots: SlotSet = []
  /// Whether a projection follows that gives the same when equal rows come once or often, without one before that does not.
  private(set) var dropEqualRows: Bool
  /// Every slot of this branch, or from around it, that any of them reads or gives; empty unless they drop equal rows.
  private(set) var slotsUsed: SlotSet = []

  init(dropEqualRows: Bool) { self.dropEqualRows = dropEqualRows }

  /// For each clause of a branch what follows it, found from the last one back.
  ///
  /// - Parameter end: whether equal rows make no difference where no projection follows.
  static func behind(each clauses: [BoundClause], orEnd end: Bool) -> [LaterClauses] {
    var result: [LaterClauses] = []
    result.reserveCapacity(clauses.count)
    var later = LaterClauses(dropEqualRows: end)
    for place in clauses.indices.reversed() {
      result.append(later)
      if place > 0 { later.put(clauses[place]) }
    }
    result.reverse()
    guard let first = result.firstIndex(where: \.dropEqualRows) else { return result }
    var used: SlotSet = []
    for place in clauses.indices.reversed() where place > first {
      clauses[place].collectOuterUses(into: &used)
      if result[place - 1].dropEqualRows { result[place - 1].slotsUsed = used }
    }
    return result
  }

  private mutating func put(_ clause: BoundClause) {
    switch clause {
    case .match, .unwind: break
    case .call: dropEqualRows = false
    case .project(let projection):
      dropEqualRows = projection.dropsEqualRows
      groupingSlots = projection.groupingSlots
    }
    if dropEqualRows && clause.isRandom { dropEqualRows = false }
  }
}

extension BoundProjection {
  /// The nodes by which it groups.
  fileprivate var groupingSlots: SlotSet {
    var slots: SlotSet = []
    for key in aggregation?.keys ?? [] {
      if case .slot(let slot) = key.expression.kind, key.expression.type == .node { slots.insert(slot) }
    }
    return slots
  }
}
