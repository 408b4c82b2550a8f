/// A repeated path as the stages that a search for the shortest goes through, when nothing in it is asked of two things together.
struct GroupWalk: Sendable {
  /// One relationship of the repeated path and the node behind it.
  struct Stage: Sendable {
    var types: BoundLabels?
    var direction: RelationshipPattern.Direction
    var relationship: Slot
    /// What the relationship must satisfy.
    var predicate: BoundExpression?
    var node: Slot
    var labels: BoundLabels?
    /// What the node must satisfy; it reads nothing else.
    var nodePredicate: BoundExpression?
    /// Receives the list of the relationships of this stage.
    var list: Slot
    var span: SourceSpan
  }

  var stages: [Stage]
  /// How often the path may be repeated.
  var length: PathLength
}

extension PatternGroup {
  /// The group as stages; nil when it is none: when its first or last node must satisfy something, a condition reads two of its
  /// variables, or the lists of its nodes are read.
  ///
  /// - Parameter used: the slots that anything in the statement reads.
  func asStages(used: SlotSet) -> GroupWalk? {
    guard length.minimum <= 1, pattern.groups.isEmpty, pattern.paths.isEmpty, var stages = chain() else { return nil }
    let ends = [pattern.nodes[first], pattern.nodes[last]]
    guard ends.allSatisfy({ $0.labels == nil }), stages.dropLast().allSatisfy({ $0.node != ends[0].slot }) else {
      return nil
    }
    let relationships = SlotSet(pattern.relationships.map(\.slot))
    guard exports.allSatisfy({ relationships.contains($0.inner) || !used.contains($0.list) }) else { return nil }
    let own = relationships.union(SlotSet(pattern.nodes.map(\.slot)))
    for predicate in predicates {
      let read = predicate.slotsRead.intersection(own)
      guard read.count == 1, let slot = read.first, !predicate.isRandom, predicate.isSafePredicate else {
        return nil
      }
      if let stage = stages.firstIndex(where: { $0.relationship == slot }) {
        stages[stage].predicate = .conjunction(of: [stages[stage].predicate, predicate].compactMap { $0 })
      } else if let stage = stages.dropLast().firstIndex(where: { $0.node == slot }), predicate.slotsRead == [slot] {
        stages[stage].nodePredicate = .conjunction(of: [stages[stage].nodePredicate, predicate].compactMap { $0 })
      } else {
        return nil
      }
    }
    return GroupWalk(stages: stages, length: length)
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
          node: pattern.nodes[node].slot, labels: pattern.nodes[node].labels, list: relationshipLists[index],
          span: relationship.span))
    }
    let isChain = node == last && SlotSet(stages.map(\.node)).count == stages.count
    return isChain && pattern.nodes.count == stages.count + 1 ? stages : nil
  }
}
