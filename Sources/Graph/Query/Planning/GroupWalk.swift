/// A repeated path as the stages that a search for the shortest goes through, when nothing in it is asked of two things together.
struct GroupWalk: Sendable {
  /// A node of the repeated path.
  struct Node: Sendable {
    var slot: Slot
    var labels: BoundLabels?
    /// What the node must satisfy; it reads nothing else.
    var predicate: BoundExpression?
  }

  /// One relationship of the repeated path and the node behind it.
  struct Stage: Sendable {
    var types: BoundLabels?
    var direction: RelationshipPattern.Direction
    var relationship: Slot
    /// What the relationship must satisfy.
    var predicate: BoundExpression?
    var node: Node
    /// Receives the list of the relationships of this stage.
    var list: Slot
    var span: SourceSpan
  }

  /// The node that a repetition begins at: where the one before it ended.
  var first: Node
  var stages: [Stage]
  /// How often the path may be repeated.
  var length: PathLength
  /// It matters which of several paths with the same ends and length is given.
  var isRead = true
}

extension PatternGroup {
  /// The group as stages; nil when it is none: when a condition reads two of its variables, or the lists of its nodes are read.
  ///
  /// - Parameter used: the slots that anything in the statement reads.
  func asStages(used: SlotSet) -> GroupWalk? {
    guard length.minimum <= 1, pattern.groups.isEmpty, pattern.paths.isEmpty, !pattern.nodes[first].isBound,
      let stages = chain()
    else { return nil }
    var walk = GroupWalk(first: GroupWalk.Node(pattern.nodes[first]), stages: stages, length: length)
    let relationships = SlotSet(pattern.relationships.map(\.slot))
    guard exports.allSatisfy({ relationships.contains($0.inner) || !used.contains($0.list) }) else { return nil }
    let own = relationships.union(SlotSet(pattern.nodes.map(\.slot)))
    for predicate in predicates {
      let read = predicate.slotsRead.intersection(own)
      guard read.count == 1, let slot = read.first, !predicate.isRandom, walk.add(predicate, on: slot) else {
        return nil
      }
    }
    return walk
  }

  /// The relationships one after another from the first to the last node; nil when they are no such chain.
  private func chain() -> [GroupWalk.Stage]? {
    var stages: [GroupWalk.Stage] = []
    var node = first
    for (index, relationship) in pattern.relationships.enumerated() {
      guard relationship.length == nil, !relationship.isBound, relationship.left == node,
        !pattern.nodes[relationship.right].isBound
      else { return nil }
      node = relationship.right
      stages.append(
        GroupWalk.Stage(
          types: relationship.types, direction: relationship.direction, relationship: relationship.slot,
          node: GroupWalk.Node(pattern.nodes[node]), list: relationshipLists[index], span: relationship.span))
    }
    let slots = SlotSet([pattern.nodes[first].slot] + stages.map(\.node.slot))
    let isChain = node == last && slots.count == stages.count + 1
    return isChain && pattern.nodes.count == stages.count + 1 ? stages : nil
  }
}

extension GroupWalk {
  /// Adds a condition on one of its relationships or nodes; false when it is one on a node that reads something else.
  fileprivate mutating func add(_ predicate: BoundExpression, on slot: Slot) -> Bool {
    if let stage = stages.firstIndex(where: { $0.relationship == slot }) {
      stages[stage].predicate = .conjunction(of: [stages[stage].predicate, predicate].compactMap { $0 })
      return true
    }
    guard predicate.slotsRead == [slot] else { return false }
    if first.slot == slot {
      first.add(predicate)
    } else if let stage = stages.firstIndex(where: { $0.node.slot == slot }) {
      stages[stage].node.add(predicate)
    }
    return true
  }
}

extension GroupWalk.Node {
  fileprivate init(_ node: PatternNode) { self.init(slot: node.slot, labels: node.labels, predicate: nil) }

  /// Any node may stand here.
  var isAny: Bool { labels == nil && predicate == nil }

  fileprivate mutating func add(_ predicate: BoundExpression) {
    self.predicate = .conjunction(of: [self.predicate, predicate].compactMap { $0 })
  }
}
