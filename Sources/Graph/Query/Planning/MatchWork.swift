/// A MATCH while it is being planned: what is solved, what is left, the steps so far.
struct MatchWork {
  var pattern: PatternGraph
  private(set) var steps: [PlanStep] = []
  private(set) var estimates: [Double] = []
  var filled: SlotSet
  var rows: Double
  private(set) var solvedNodes: Set<Int> = []
  private(set) var solvedRelationships: Set<Int> = []
  private(set) var solvedGroups: Set<Int> = []
  private var predicates: [BoundExpression]
  /// The slots this match fills in the end; a predicate waits for those of them that it reads.
  private let ownSlots: SlotSet
  /// The elements that may be solved, when only one path is planned.
  private var onlyRelationships: Set<Int>?
  private var onlyGroups: Set<Int>?
  /// What the rows rest on through this match.
  var untraced = Untraced()
  /// The nodes by which the next projection groups.
  var groupedLater: SlotSet = []
  /// The walks of which only the ends matter.
  var onlyEnds: Set<Int> = []
  /// The paths with a selector that are still to be planned, in order.
  var setAside: [[PatternPath.Element]]

  init(_ match: BoundMatch, filled: SlotSet, rows: Double) {
    pattern = match.pattern
    predicates = match.predicates
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
    filled.formUnion(pattern.groups[index].exports.map(\.list) + pattern.groups[index].relationshipLists)
  }

  /// Takes the predicates whose slots are all filled by now.
  mutating func takeReadyPredicates() -> [BoundExpression] {
    let missing = ownSlots.subtracting(filled)
    let ready = predicates.filter { $0.slotsRead.isDisjoint(with: missing) }
    predicates.removeAll { $0.slotsRead.isDisjoint(with: missing) }
    return ready
  }

  /// The predicates that will be checked as soon as a slot is filled too, in order.
  func predicatesReady(once slot: Slot) -> [BoundExpression] {
    let missing = ownSlots.subtracting(filled).subtracting([slot])
    return predicates.filter { $0.slotsRead.isDisjoint(with: missing) }
  }

  /// A predicate `node.key = value` whose value is known before the node is.
  func seek(for node: PatternNode) -> (key: BoundKey, value: BoundExpression)? { seeks(for: node).first }

  /// All such predicates, in order.
  func seeks(for node: PatternNode) -> [(key: BoundKey, value: BoundExpression)] {
    let missing = ownSlots.subtracting(filled)
    return predicates.compactMap { predicate in
      guard case .comparison(.equal, let left, let right) = predicate.kind else { return nil }
      for (side, other) in [(left, right), (right, left)] {
        guard case .property(let base, let key) = side.kind, case .slot(node.slot) = base.kind else { continue }
        if other.slotsRead.isDisjoint(with: missing) { return (key, other) }
      }
      return nil
    }
  }

  /// Whether an equality can be checked as soon as some slots are filled too.
  func hasEquality(once slots: SlotSet) -> Bool {
    let missing = ownSlots.subtracting(filled)
    return predicates.contains { predicate in
      guard case .comparison(.equal, _, _) = predicate.kind else { return false }
      let awaited = predicate.slotsRead.intersection(missing)
      return !awaited.isEmpty && awaited.isSubset(of: slots)
    }
  }

  /// Drops the predicate that a seek has answered.
  mutating func answer(_ node: PatternNode, by seek: (key: BoundKey, value: BoundExpression)) {
    let place = predicates.firstIndex { predicate in
      guard case .comparison(.equal, let left, let right) = predicate.kind else { return false }
      return [(left, right), (right, left)].contains { side, other in
        guard case .property(let base, let key) = side.kind, case .slot(node.slot) = base.kind else { return false }
        return key.name == seek.key.name && other.span == seek.value.span
      }
    }
    if let place { predicates.remove(at: place) }
  }
}

// MARK: - Paths with a selector come last

extension MatchWork {
  func isSetAside(relationship index: Int) -> Bool {
    setAside.joined().contains { if case .relationship(index) = $0 { true } else { false } }
  }

  func isSetAside(group index: Int) -> Bool {
    setAside.joined().contains { if case .group(index) = $0 { true } else { false } }
  }

  /// Only paths with a selector touch the node.
  func isSetAside(node index: Int) -> Bool {
    guard setAside.joined().contains(where: { if case .node(index) = $0 { true } else { false } }) else { return false }
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
    let others = solvedRelationships.sorted().map { pattern.relationships[$0] }
      .filter { $0.slot != relationship.slot && BoundLabels.mayOverlap($0.types, relationship.types) }
    return (others.map(\.slot) + groupLists()).sorted()
  }

  func relationshipSlots() -> [Slot] {
    (solvedRelationships.map { pattern.relationships[$0].slot } + groupLists()).sorted()
  }

  private func groupLists() -> [Slot] {
    solvedGroups.sorted().flatMap { pattern.groups[$0].relationshipLists }
  }
}

extension BoundLabels {
  /// Whether one relationship could have both types; two plain names must be equal.
  static func mayOverlap(_ left: BoundLabels?, _ right: BoundLabels?) -> Bool {
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
    work.onlyRelationships = Set(
      elements.compactMap { if case .relationship(let index) = $0 { Optional(index) } else { nil } })
    work.onlyGroups = Set(elements.compactMap { if case .group(let index) = $0 { Optional(index) } else { nil } })
    return work
  }

  /// The next element of the one path to solve that touches a solved node.
  func nextOnPath() -> Planner.Connection? {
    for index in (onlyRelationships ?? []).sorted() where !solvedRelationships.contains(index) {
      let relationship = pattern.relationships[index]
      if solvedNodes.contains(relationship.left) || solvedNodes.contains(relationship.right) {
        return .relationship(index)
      }
    }
    for index in (onlyGroups ?? []).sorted() where !solvedGroups.contains(index) {
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
    var slots = SlotSet(nodes.map(\.slot) + relationships.map(\.slot) + paths.map(\.slot))
    for group in groups { slots.formUnion(group.exports.map(\.list) + group.relationshipLists) }
    return slots
  }
}
