/// A repeated path of which the search for the shortest makes each repetition as a whole: its conditions may read several of its
/// variables, but nothing outside.
struct GroupRepetition: Sendable {
  /// Makes the repetitions from a node.
  var part: PartPlan
  /// The node that a repetition begins at, and the one it ends at.
  var entry: Slot
  var exit: Slot
  /// The relationships of a repetition in walking order.
  var relationships: [Slot]
  /// Receive the lists of these.
  var lists: [Slot]
  /// How often the path may be repeated.
  var length: PathLength
  var span: SourceSpan
}

extension Planner {
  /// The group as whole repetitions; nil when these depend on the row, or the lists of its nodes are read.
  mutating func repetition(of group: PatternGroup) -> GroupRepetition? {
    let pattern = group.pattern
    guard group.length.minimum <= 1, pattern.groups.isEmpty, pattern.paths.isEmpty,
      pattern.nodes.allSatisfy({ !$0.isBound }),
      pattern.relationships.allSatisfy({ $0.length == nil && !$0.isBound })
    else { return nil }
    let relationships = pattern.relationships.map(\.slot)
    let own = SlotSet(relationships).union(SlotSet(pattern.nodes.map(\.slot)))
    guard group.predicates.allSatisfy({ $0.slotsRead.subtracting(own).isEmpty && !$0.isRandom }),
      group.exports.allSatisfy({ relationships.contains($0.inner) || !used.contains($0.list) })
    else { return nil }
    let entry = pattern.nodes[group.first].slot
    return GroupRepetition(
      part: planRepetition(group, entry: entry, filled: []), entry: entry, exit: pattern.nodes[group.last].slot,
      relationships: relationships, lists: group.relationshipLists, length: group.length, span: group.span)
  }
}
