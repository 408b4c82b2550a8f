/// One shortest walk between two places: the search ends at the first step that leads from what one side has reached to what
/// the other has.
extension ShortestWalks {
  /// The step at which both sides met.
  private struct Meeting {
    /// The place on the side that was widened, and the one on the other.
    let from: NodeID
    let to: NodeID
    let relationship: RelationshipID
  }

  /// The relationships of a shortest walk between two different places; nil when there is none within the maximum.
  func anyWalk(
    from start: NodeID, to end: NodeID, maximum: Int, _ filter: Filter?
  ) throws(QueryError) -> [RelationshipID]? {
    ahead.start(at: start)
    opposite.start(at: end)
    while ahead.depth + opposite.depth < maximum, !ahead.frontier.isEmpty, !opposite.frontier.isEmpty {
      // A condition that may fail is asked only of what can be walked to.
      if ahead.frontier.count <= opposite.frontier.count || filter?.steps?.isCautious == true {
        if let meeting = try widen(&ahead, against: opposite, isForward: true, filter) {
          return ahead.trail(to: meeting.from).reversed() + [meeting.relationship] + opposite.trail(to: meeting.to)
        }
      } else if let meeting = try widen(&opposite, against: ahead, isForward: false, filter) {
        return ahead.trail(to: meeting.to).reversed() + [meeting.relationship] + opposite.trail(to: meeting.from)
      }
    }
    return nil
  }

  /// Takes every step from the frontier, until one leads to the other side.
  private func widen(
    _ side: inout ReachedPlaces, against other: ReachedPlaces, isForward: Bool, _ filter: Filter?
  ) throws(QueryError) -> Meeting? {
    var next: [NodeID] = []
    next.reserveCapacity(4 * side.frontier.count)
    side.depth += 1
    for place in side.frontier {
      let meeting = try eachStep(from: place, isForward: isForward, filter) { relationship, reached in
        switch side.reach(reached, by: relationship, from: place, unlessBy: other) {
        case .newPlace: next.append(reached)
        case .knownPlace: break
        case .otherSide: return Meeting(from: place, to: reached, relationship: relationship)
        }
        return nil
      }
      if let meeting { return meeting }
    }
    side.frontier = next
    return nil
  }
}
