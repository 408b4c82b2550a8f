/// A MATCH while it is being planned: what is solved, what is left, the steps so far.
struct MatchWork {
  var pattern: PatternGraph
  private(set) var steps: [PlanStep] = []
  private(set) var estimates: [Double] = []
  var filled: SlotSet
  var rows: Double
  private(set) var solvedNodes = PlaceSet()
  private(set) var solvedRelationships = PlaceSet()
  private(set) var solvedGroups = PlaceSet()
  private var predicates: [Predicate] = []
  /// The slots this match fills in the end; a predicate waits for those of them that it reads.
  private let ownSlots: SlotSet
  /// The elements that may be solved, when only one path is planned.
  private var onlyRelationships: PlaceSet?
  private var onlyGroups: PlaceSet?
  /// What the rows rest on through this match.
  var untraced = Untraced()
  /// The nodes by which the next projection groups.
  var groupedLater: SlotSet = []
  /// The walks of which only the ends matter.
  var onlyEnds = PlaceSet()
  /// The paths with a selector that are still to be planned, in order.
  var setAside: [[PatternPath.Element]]

  /// A predicate that is still to be checked, with the slots it reads.
  struct Predicate {
    let expression: BoundExpression
    let reads: SlotSet
  }

  init(_ match: BoundMatch, filled: SlotSet, rows: Double) {
    pattern = match.pattern
    predicates.reserveCapacity(match.predicates.count)
    for predicate in match.predicates {
      predicates.append(Predicate(expression: predicate, reads: predicate.slotsRead))
    }
    steps.reserveCapacity(8)
    estimates.reserveCapacity(8)
    self.filled = filled
    self.rows = rows
    setAside = match.pattern.selectors.map(\.elements)
    ownSlots = match.pattern.allSlots.subtracting(filled)
  }

  mutating func append(_ step: PlanStep) {
    steps.append(step)
    estimates.append(rows)
  }

  /// The step appended last makes so many rows of one.
  mutating func expect(times factor: Double) {
    rows *= factor
    estimates[estimates.count - 1] = rows
  }

  /// Puts one step in the place of some, which gives each row that comes in at most once.
  mutating func replaceSteps(_ places: Range<Int>, by step: PlanStep) {
    let most = places.lowerBound > 0 ? estimates[places.lowerBound - 1] : 1
    let estimate = min(most, estimates[places.upperBound - 1])
    steps.replaceSubrange(places, with: CollectionOfOne(step))
    estimates.replaceSubrange(places, with: CollectionOfOne(estimate))
  }

  /// Tells the last step of conditions that are checked behind it, and cannot fail.
  mutating func narrowLastStep(by conditions: [BoundExpression]) {
    guard let last = steps.indices.last else { return }
    steps[last] = steps[last].narrowed(by: conditions)
  }

  mutating func solve(node index: Int) {
    solvedNodes.insert(index)
    filled.insert(pattern.nodes[index].slot)
  }

  mutating func solve(relationship index: Int) {
    solvedRelationships.insert(index)
    untraced.relationships.append(pattern.relationships[index].slot)
    filled.insert(pattern.relationships[index].slot)
  }

  mutating func solve(group index: Int) {
    solvedGroups.insert(index)
    untraced.relationships += pattern.groups[index].relationshipLists
    for export in pattern.groups[index].exports { filled.insert(export.list) }
    filled.formUnion(pattern.groups[index].relationshipLists)
  }

  /// Takes the predicates whose slots are all filled by now.
  mutating func takeReadyPredicates() -> [BoundExpression] {
    if predicates.isEmpty { return [] }
    let missing = ownSlots.subtracting(filled)
    var ready: [BoundExpression] = []
    for predicate in predicates where predicate.reads.isDisjoint(with: missing) { ready.append(predicate.expression) }
    if !ready.isEmpty { predicates.removeAll { $0.reads.isDisjoint(with: missing) } }
    return ready
  }

  /// The predicates that will be checked as soon as a slot is filled too, in order.
  func predicatesReady(once slot: Slot) -> [Predicate] {
    if predicates.isEmpty { return [] }
    var missing = ownSlots.subtracting(filled)
    missing.remove(slot)
    return predicates.filter { $0.reads.isDisjoint(with: missing) }
  }

  /// A predicate `node.key = value` whose value is known before the node is.
  func seek(for node: PatternNode) -> (key: BoundKey, value: BoundExpression)? { seeks(for: node).first }

  /// All such predicates, in order.
  func seeks(for node: PatternNode) -> [(key: BoundKey, value: BoundExpression)] {
    var seeks: [(key: BoundKey, value: BoundExpression)] = []
    let missing = ownSlots.subtracting(filled)
    for predicate in predicates where predicate.reads.contains(node.slot) {
      guard case .comparison(.equal, let left, let right) = predicate.expression.kind else { continue }
      if let key = left.keyRead(of: node.slot), right.slotsRead.isDisjoint(with: missing) {
        seeks.append((key, right))
      } else if let key = right.keyRead(of: node.slot), left.slotsRead.isDisjoint(with: missing) {
        seeks.append((key, left))
      }
    }
    return seeks
  }

  /// Whether an equality can be checked as soon as some slots are filled too.
  func hasEquality(once slots: SlotSet) -> Bool {
    let missing = ownSlots.subtracting(filled)
    return predicates.contains { predicate in
      guard case .comparison(.equal, _, _) = predicate.expression.kind else { return false }
      let awaited = predicate.reads.intersection(missing)
      return !awaited.isEmpty && awaited.isSubset(of: slots)
    }
  }

  /// Drops the predicate that a seek has answered.
  mutating func answer(_ node: PatternNode, by seek: (key: BoundKey, value: BoundExpression)) {
    let place = predicates.firstIndex { predicate in
      guard case .comparison(.equal, let left, let right) = predicate.expression.kind else { return false }
      return left.keyRead(of: node.slot)?.name == seek.key.name && right.span == seek.value.span
        || right.keyRead(of: node.slot)?.name == seek.key.name && left.span == seek.value.span
    }
    if let place { predicates.remove(at: place) }
  }
}

extension BoundExpression {
  /// The key, when this is a property of what a slot holds.
  fileprivate func keyRead(of slot: Slot) -> BoundKey? {
    if case .property(let base, let key) = kind, case .slot(slot) = base.kind { key } else { nil }
  }
}

// MARK: - Paths with a selector come last

extension MatchWork {
  func isSetAside(relationship index: Int) -> Bool {
    setAside.contains { $0.contains { if case .relationship(index) = $0 { true } else { false } } }
  }

  func isSetAside(group index: Int) -> Bool {
    setAside.contains { $0.contains { if case .group(index) = $0 { true } else { false } } }
  }

  /// Only paths with a selector touch the node.
  func isSetAside(node index: Int) -> Bool {
    let isOnPath = setAside.contains { $0.contains { if case .node(index) = $0 { true } else { false } } }
    guard isOnPath else { return false }
    let touched = pattern.relationships.enumerated().contains { place, relationship in
      !isSetAside(relationship: place) && (relationship.left == index || relationship.right == index)
    }
    return !touched
      && !pattern.groups.enumerated().contains { place, group in
        !isSetAside(group: place) && (group.left == index || group.right == index)
      }
  }

  /// The relationship is a single one that is yet to be found, and may be found now.
  func isOpen(relationship index: Int) -> Bool {
    let relationship = pattern.relationships[index]
    return relationship.length == nil && !relationship.isBound && !solvedRelationships.contains(index)
      && !isSetAside(relationship: index) && (onlyRelationships?.contains(index) ?? true)
  }

  /// An end of the relationship is solved.
  func isReached(_ relationship: PatternRelationship) -> Bool {
    solvedNodes.contains(relationship.left) || solvedNodes.contains(relationship.right)
  }
}

// MARK: - Relationships that must differ

extension MatchWork {
  /// The slots of the relationships solved so far that could be the same as this one.
  func mustDiffer(from relationship: PatternRelationship) -> [Slot] {
    var slots = groupLists()
    for (index, other) in pattern.relationships.enumerated()
    where solvedRelationships.contains(index) && other.slot != relationship.slot
      && BoundLabels.mayOverlap(other.types, relationship.types)
    {
      slots.append(other.slot)
    }
    return slots.count > 1 ? slots.sorted() : slots
  }

  func relationshipSlots() -> [Slot] {
    (solvedRelationships.sorted().map { pattern.relationships[$0].slot } + groupLists()).sorted()
  }

  private func groupLists() -> [Slot] {
    if pattern.groups.isEmpty { return [] }
    return solvedGroups.sorted().flatMap { pattern.groups[$0].relationshipLists }
  }
}

extension BoundLabels {
  /// Whether one relationship could have both types; two plain names must be equal.
  static func mayOverlap(_ left: BoundLabels?, _ right: BoundLabels?) -> Bool {
    if case .name(let left, _, _)? = left, case .name(let right, _, _)? = right { return left == right }
    guard let left = left?.plainNames, let right = right?.plainNames else { return true }
    return !left.isDisjoint(with: right)
  }

  /// The names of `A` or `A|B`; nil for anything else.
  private var plainNames: Set<String>? {
    switch self {
    case .name(let name, _, _): return [name]
    case .or(let parts):
      var names: Set<String> = []
      for part in parts {
        guard let more = part.plainNames else { return nil }
        names.formUnion(more)
      }
      return names
    case .any, .and, .not: return nil
    }
  }
}

// MARK: - Paths

extension MatchWork {
  /// The parts of a path in walking order.
  func parts(of elements: [PatternPath.Element]) -> [PathPart] {
    var parts: [PathPart] = []
    for element in elements {
      switch element {
      case .node(let index):
        if parts.isEmpty { parts.append(.start(pattern.nodes[index].slot)) }
      case .relationship(let index): parts.append(.relationships(pattern.relationships[index].slot))
      case .group(let index): parts.append(.interleaved(pattern.groups[index].relationshipLists))
      }
    }
    return parts
  }

  func endNodes(of elements: [PatternPath.Element]) -> (first: Int, last: Int) {
    let nodes = elements.compactMap { if case .node(let index) = $0 { Optional(index) } else { nil } }
    return (nodes.first ?? 0, nodes.last ?? 0)
  }

  /// The one variable-length relationship of a path that has nothing else.
  func onlyWalk(of elements: [PatternPath.Element]) -> Int? {
    guard elements.count == 3, case .relationship(let index) = elements[1] else { return nil }
    return pattern.relationships[index].length == nil ? nil : index
  }

  /// An end of a shortest path is looked up first when something narrows it.
  func isWorthStarting(_ node: Int) -> Bool {
    pattern.nodes[node].labels != nil || seek(for: pattern.nodes[node]) != nil
  }

  /// The same work with only the elements of one path left to solve.
  func restricted(to elements: [PatternPath.Element]) -> MatchWork {
    var work = self
    work.steps = []
    work.estimates = []
    work.onlyRelationships = PlaceSet(
      elements.compactMap { if case .relationship(let index) = $0 { Optional(index) } else { nil } })
    work.onlyGroups = PlaceSet(elements.compactMap { if case .group(let index) = $0 { Optional(index) } else { nil } })
    return work
  }

  /// The next element of the one path to solve that touches a solved node.
  func nextOnPath() -> Planner.Connection? {
    for index in onlyRelationships?.sorted() ?? [] where !solvedRelationships.contains(index) {
      let relationship = pattern.relationships[index]
      if solvedNodes.contains(relationship.left) || solvedNodes.contains(relationship.right) {
        return .relationship(index)
      }
    }
    for index in onlyGroups?.sorted() ?? [] where !solvedGroups.contains(index) {
      let group = pattern.groups[index]
      if solvedNodes.contains(group.left) || solvedNodes.contains(group.right) { return .group(index) }
    }
    return nil
  }

  /// Takes over what another work on the same match solved; the steps stay there.
  mutating func adopt(_ other: MatchWork) {
    solvedNodes = other.solvedNodes
    solvedRelationships = other.solvedRelationships
    solvedGroups = other.solvedGroups
    filled = other.filled
    predicates = other.predicates
    untraced = other.untraced
    rows = other.rows
  }
}

extension PatternGraph {
  /// Every slot the pattern fills or reads as part of itself.
  var allSlots: SlotSet {
    var slots: SlotSet = []
    for node in nodes { slots.insert(node.slot) }
    for relationship in relationships { slots.insert(relationship.slot) }
    for path in paths { slots.insert(path.slot) }
    for group in groups { slots.formUnion(group.exports.map(\.list) + group.relationshipLists) }
    return slots
  }
}
