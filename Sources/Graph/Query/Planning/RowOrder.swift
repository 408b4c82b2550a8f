/// What the planner knows of the order in which rows come.
enum RowOrder {
  /// There is one row.
  case single
  /// Rows with equal values in any of these slots stand together.
  case clustered(Set<Slot>)

  static let unknown = RowOrder.clustered([])

  /// Each row became several, next to each other.
  mutating func grow() {
    if case .single = self { self = .unknown }
  }

  /// A pattern was matched, from the first step on.
  mutating func match(_ firstStep: PlanStep?) {
    guard case .single = self else { return }
    switch firstStep {
    case .scanNodes(let slot, _, _), .seekNodes(let slot, _, _, _, _): self = .clustered([slot])
    default: self = .unknown
    }
  }

  /// Values were passed on to other slots.
  mutating func pass(_ items: [BoundItem]) {
    guard case .clustered(var slots) = self else { return }
    for item in items {
      if case .slot(let slot) = item.expression.kind, slots.contains(slot) { slots.insert(item.slot) }
    }
    self = .clustered(slots)
  }

  /// The key by which equal rows stand together already, nil when there is none.
  func run(among keys: [BoundItem]) -> BoundItem? {
    guard case .clustered(let slots) = self else { return nil }
    return keys.first { key in
      if case .slot(let slot) = key.expression.kind {
        slots.contains(slot) && key.expression.type == .node
      } else {
        false
      }
    }
  }
}

extension ArraySlice<BoundClause> {
  /// The nodes by which the next projection groups.
  var nextGroupingSlots: Set<Slot> {
    for clause in self {
      guard case .project(let projection) = clause else { continue }
      let keys = projection.aggregation?.keys ?? []
      return Set(
        keys.compactMap { key in
          if case .slot(let slot) = key.expression.kind, key.expression.type == .node { slot } else { nil }
        })
    }
    return []
  }
}
