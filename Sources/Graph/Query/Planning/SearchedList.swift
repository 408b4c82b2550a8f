/// The list that a pattern searches: when nothing is found, that is what the row rests on.
struct SearchedList: Sendable {
  /// The type of relationship.
  var type: String
  /// The node, known before the pattern, whose relationships are searched.
  var slot: Slot
  /// When that node itself says whether its list is complete: the property.
  var property: String?
  /// Else, when the nodes at the other end say so: which nodes these are, and the property.
  var others: Others?

  /// The nodes that say whether what they have is complete.
  struct Others: Sendable {
    var labels: BoundLabels?
    /// Properties they must have.
    var wanted: [(key: BoundKey, value: BoundExpression)]
    var property: String
  }
}

/// Finds the lists that patterns search, by the table of types whose absence says something.
struct ListSearch {
  let lists: [String: RecordedList]

  /// The list that the first pattern of a query searches; nil when nothing says what its absence means.
  func searched(in query: BoundQuery) -> SearchedList? {
    guard query.branches.count == 1 else { return nil }
    let outer = SlotSet(query.outerSlots)
    for clause in query.branches[0].clauses {
      if case .match(let match) = clause, !match.isOptional, let list = searched(in: match, outer: outer) {
        return list
      }
    }
    return nil
  }

  /// The list that a pattern searches: rather one whose own node says whether it is complete.
  func searched(in match: BoundMatch, outer: SlotSet) -> SearchedList? {
    let found = match.pattern.relationships.flatMap { relationship in
      (relationship.types?.names ?? []).flatMap { searches(relationship, $0, match, outer) }
    }
    return found.first { $0.property != nil } ?? found.first { $0.others != nil } ?? found.first
  }

  private func searches(
    _ relationship: PatternRelationship, _ type: String, _ match: BoundMatch, _ outer: SlotSet
  ) -> [SearchedList] {
    guard let list = lists[type] else { return [] }
    let (left, right) = (match.pattern.nodes[relationship.left], match.pattern.nodes[relationship.right])
    var found: [SearchedList] = []
    for (start, end) in relationship.ends(left, right) {
      let owner = list.closing.map { $0.end == .start ? start : end }
      for node in [start, end] where outer.contains(node.slot) {
        var searched = SearchedList(type: type, slot: node.slot)
        if let closing = list.closing, let owner {
          if owner.slot == node.slot {
            searched.property = closing.property
          } else {
            searched.others = SearchedList.Others(
              labels: owner.labels, wanted: match.wanted(of: owner.slot), property: closing.property)
          }
        }
        found.append(searched)
      }
    }
    return found
  }
}

extension PatternRelationship {
  /// The nodes it may lead from and to.
  fileprivate func ends(_ left: PatternNode, _ right: PatternNode) -> [(start: PatternNode, end: PatternNode)] {
    switch direction {
    case .outgoing: [(left, right)]
    case .incoming: [(right, left)]
    case .either: [(left, right), (right, left)]
    }
  }
}

extension BoundMatch {
  /// The properties that a node must have, with values that are known beforehand.
  fileprivate func wanted(of slot: Slot) -> [(key: BoundKey, value: BoundExpression)] {
    predicates.compactMap { predicate in
      guard case .comparison(.equal, let left, let right) = predicate.kind,
        case .property(let base, let key) = left.kind, case .slot(slot) = base.kind, right.isFixed
      else { return nil }
      return (key, right)
    }
  }
}

extension BoundExpression {
  /// A constant or a parameter.
  var isFixed: Bool {
    switch kind {
    case .constant, .parameter: true
    default: false
    }
  }
}

extension BoundLabels {
  /// The names it mentions as wanted.
  fileprivate var names: [String] {
    switch self {
    case .name(let name, _, _): [name]
    case .and(let parts), .or(let parts): parts.flatMap(\.names)
    case .any, .not: []
    }
  }
}
