/// Where equal rows make no difference, of all the walks from a node to another one will do: the shortest, which is found without
/// making the others.
extension PatternGraph {
  /// The walks of which only the ends matter: whose relationships nothing reads, and nothing in the pattern must differ from.
  ///
  /// - Parameter used: the slots that anything in the statement reads.
  func walksByEnds(used: SlotSet) -> PlaceSet {
    var walks = PlaceSet()
    guard paths.isEmpty, selectors.isEmpty, groups.isEmpty else { return walks }
    for (place, walk) in relationships.enumerated() {
      guard walk.length != nil, !walk.isBound, !used.contains(walk.slot),
        walk.elementPredicate?.isSafePredicate ?? true
      else { continue }
      let isAlone = relationships.indices.allSatisfy {
        $0 == place || !BoundLabels.mayOverlap(relationships[$0].types, walk.types)
      }
      if isAlone { walks.insert(place) }
    }
    return walks
  }
}

extension BoundProjection {
  /// It gives the same when equal rows come once or often.
  var dropsEqualRows: Bool {
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
