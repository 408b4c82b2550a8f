/// A relationship to follow of which only one needs to be found: whether there is one that satisfies some conditions.
struct FindOneStep: Sendable {
  var expand: ExpandStep
  /// They cannot fail.
  var conditions: [BoundExpression]

  /// What the conditions read of the incoming row.
  var conditionReads: SlotSet {
    var reads: SlotSet = []
    for condition in conditions { condition.collectReads(into: &reads) }
    return reads.subtracting([expand.relationship, expand.to])
  }
}

extension MatchWork {
  /// Where equal rows make no difference later, follows only one relationship in the steps behind which nobody reads it or
  /// the node it leads to.
  ///
  /// - Parameter used: the slots that later clauses read.
  /// - Returns: the slots of the nodes that are found without being kept.
  mutating func findOnlyOne(used: SlotSet) -> SlotSet {
    var (used, found) = (used, SlotSet())
    var next = steps.count
    while next > 0 {
      let (conditions, start) = self.conditions(endingAt: next - 1)
      var end = next
      if case .expand(let step) = steps[start], !step.isToBound, !used.contains(step.to),
        !used.contains(step.relationship), conditions.allSatisfy(\.cannotFail)
      {
        replaceSteps(start..<next, by: .findOne(FindOneStep(expand: step, conditions: conditions)))
        found.insert(step.to)
        end = start + 1
      }
      for step in steps[start..<end] { step.collectReads(into: &used) }
      next = start
    }
    return found
  }

  /// The conditions asked by the step at a place, and the place of the step they are asked behind; none and the place itself
  /// for a step that is not such a filter.
  private func conditions(endingAt place: Int) -> (conditions: [BoundExpression], start: Int) {
    if place > 0, case .filter(let conditions, notes: nil) = steps[place], case .expand = steps[place - 1] {
      return (conditions, place - 1)
    }
    return ([], place)
  }
}
