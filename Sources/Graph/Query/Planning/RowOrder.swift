/// What the planner knows of the order in which rows come.
struct RowOrder {
  /// There is one row.
  private var isSingle = false
  /// Rows with equal values in any of these slots stand together.
  private var outer: SlotSet = []
  /// Of the rows with the same outer values, those with equal values in any of these slots stand together.
  private(set) var inner: SlotSet = []
  /// No two rows have the same outer values.
  private var isUnique = false
  /// Slots with one value for all rows with the same outer values.
  private var determined: SlotSet = []

  static let unknown = RowOrder()
  static let single = RowOrder(isSingle: true)

  /// Rows with equal values in a slot stand together, and have equal values in those it determines.
  static func clustered(_ slot: Slot?, isUnique: Bool, determines: [Slot]) -> RowOrder {
    guard let slot else { return .unknown }
    return RowOrder(outer: [slot], isUnique: isUnique, determined: SlotSet(determines))
  }

  private init(isSingle: Bool = false, outer: SlotSet = [], isUnique: Bool = false, determined: SlotSet = []) {
    self.isSingle = isSingle
    self.outer = outer
    self.isUnique = isUnique
    self.determined = determined
  }

  /// Each row became several, next to each other.
  mutating func grow() {
    isSingle = false
    isUnique = false
  }

  /// Each row became several, next to each other, with values that stand together in a slot.
  mutating func grow(by slot: Slot) {
    if isUnique { inner.insert(slot) }
    grow()
  }

  /// Each row was continued with all nodes found, each once.
  mutating func find(_ slot: Slot) {
    if isSingle { self = .clustered(slot, isUnique: true, determines: []) } else { grow(by: slot) }
  }

  /// Values were passed on to other slots.
  mutating func pass(_ items: [BoundItem]) {
    for item in items {
      if determines(item.expression) { determined.insert(item.slot) }
      guard case .slot(let slot) = item.expression.kind else { continue }
      if outer.contains(slot) { outer.insert(item.slot) }
      if inner.contains(slot) { inner.insert(item.slot) }
    }
  }

  /// The expression has one value for all rows with the same outer values.
  func determines(_ expression: BoundExpression) -> Bool {
    !outer.isEmpty && !expression.isRandom && expression.slotsRead.isSubset(of: outer.union(determined))
  }

  /// The keys, besides that of the run, that have equal values where some other keys have, so that groups need not be told
  /// apart by them.
  func dependentKeys(among keys: [BoundItem], run: BoundItem?) -> [Slot] {
    let elements = keys.compactMap { key -> Slot? in
      guard case .slot(let slot) = key.expression.kind else { return nil }
      return key.expression.type == .node || key.expression.type == .relationship ? slot : nil
    }
    return keys.filter { key in
      if key.slot == run?.slot { return false }
      if run != nil && determines(key.expression) { return true }
      if case .slot = key.expression.kind { return false }
      return !key.expression.isRandom && key.expression.slotsRead.isSubset(of: SlotSet(elements))
    }.map(\.slot)
  }

  /// The key by which equal rows stand together already, nil when there is none.
  func run(among keys: [BoundItem]) -> BoundItem? {
    keys.first { key in
      if case .slot(let slot) = key.expression.kind {
        outer.contains(slot) && key.expression.type == .node
      } else {
        false
      }
    }
  }
}

extension PlanStep {
  /// Brings what is known of the order of the rows up to date with this step of a pattern.
  func reorder(_ order: inout RowOrder, in graph: PropertyGraph) {
    switch self {
    case .scanNodes(let slot, _, _), .seekNodes(let slot, _, _, _, _): order.find(slot)
    case .joinNodes(let step): order.find(step.slot)
    case .expand(let step) where !step.isToBound && step.followsOneList(in: graph): order.grow(by: step.to)
    case .meet(let step): order.grow(by: step.first.to)
    case .filter, .checkNode, .findOne, .buildPath, .trace: break
    default: order.grow()
    }
  }
}

extension ExpandStep {
  /// The neighbours come from one sorted list: one type in one direction.
  func followsOneList(in graph: PropertyGraph) -> Bool {
    if direction == .either { return false }
    var followed = 0
    for index in types?.candidates(among: graph.types.count) ?? 0..<graph.types.count {
      let type = TypeID(index: index)
      if graph.count(ofType: type) > 0 && types?.accepts(type: type) ?? true { followed += 1 }
    }
    return followed <= 1
  }
}
