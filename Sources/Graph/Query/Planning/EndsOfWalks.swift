/// Where equal rows make no difference, of all the walks from a node to another one will do: the shortest, which is found without
/// making the others.
extension PatternGraph {
  /// The walks of which only the ends matter: whose relationships nothing reads, and nothing in the pattern must differ from.
  ///
  /// - Parameter used: the slots that anything in the statement reads.
  func walksByEnds(used: SlotSet) -> Set<Int> {
    guard paths.isEmpty, selectors.isEmpty, groups.isEmpty else { return [] }
    return Set(
      relationships.indices.filter { index in
        let walk = relationships[index]
        guard walk.length != nil, !walk.isBound, !used.contains(walk.slot),
          walk.elementPredicate?.isSafePredicate ?? true
        else { return false }
        return relationships.indices.allSatisfy {
          $0 == index || !BoundLabels.mayOverlap(relationships[$0].types, walk.types)
        }
      })
  }
}

extension ArraySlice<BoundClause> {
  /// Whether a projection follows that gives the same when equal rows come once or often, without one before that does not.
  ///
  /// - Parameter end: what holds when no projection follows.
  func dropEqualRows(orEnd end: Bool) -> Bool {
    for clause in self {
      if clause.expressions.contains(where: \.isRandom) { return false }
      switch clause {
      case .match, .unwind: continue
      case .call: return false
      case .project(let projection): return projection.dropsEqualRows
      }
    }
    return end
  }
}

extension BoundProjection {
  fileprivate var dropsEqualRows: Bool {
    guard let aggregation else { return isDistinct }
    return aggregation.aggregates.allSatisfy { aggregate in
      switch aggregate.function {
      case .min, .max: true
      case .count: aggregate.isDistinct
      default: false
      }
    }
  }
}
