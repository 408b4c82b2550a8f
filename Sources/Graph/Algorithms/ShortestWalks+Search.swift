/// The search itself: from both ends, level by level.
extension ShortestWalks {
  /// All shortest walks between two different nodes.
  func allWalks(
    from start: NodeID, to end: NodeID, maximum: Int, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    ahead.start(at: start)
    behind.start(at: end)
    var meeting: [NodeID] = []
    while meeting.isEmpty, ahead.depth + behind.depth < maximum {
      if ahead.frontier.isEmpty || behind.frontier.isEmpty { return [] }
      // A condition that may fail is asked only of what can be walked to.
      if ahead.frontier.count <= behind.frontier.count || filter?.steps?.isCautious == true {
        try widen(&ahead, isForward: true, filter, keepsAll: true)
        meeting = ahead.frontier.filter { behind.distance(of: $0) == behind.depth }
      } else {
        try widen(&behind, isForward: false, filter, keepsAll: true)
        meeting = behind.frontier.filter { ahead.distance(of: $0) == ahead.depth }
      }
    }
    var walks: [Walk] = []
    for node in meeting.sorted() {
      let first = try trails(to: node, in: ahead)
      let second = try trails(to: node, in: behind)
      for head in first {
        for tail in second {
          try visit(1)
          walks.append(Walk(end: end, relationships: head.reversed() + tail))
        }
      }
    }
    return walks
  }

  /// Takes every step from the frontier; the new frontier are the places reached for the first time.
  func widen(
    _ side: inout ReachedPlaces, isForward: Bool, _ filter: Filter?, keepsAll: Bool
  ) throws(QueryError) {
    var next: [NodeID] = []
    side.depth += 1
    for place in side.frontier {
      let _: Never? = try eachStep(from: place, isForward: isForward, filter) { relationship, reached in
        if side.reach(reached, by: relationship, from: place, keepsAll: keepsAll) { next.append(reached) }
        return nil
      }
    }
    side.frontier = next
  }

  /// Calls `body` with every step from a place that may be taken, until it gives something.
  @inline(__always)
  func eachStep<Found>(
    from place: NodeID, isForward: Bool, _ filter: Filter?, _ body: (RelationshipID, NodeID) -> Found?
  ) throws(QueryError) -> Found? {
    if stages.count == 1 && stages[0].isOpen {
      let neighbourhood = isForward ? stages[0].forward : stages[0].backward
      try filter?.judge(from: place, neighbourhood)
      return try eachNeighbour(of: place, neighbourhood) { relationship, neighbour in
        filter?.allows(relationship) ?? true ? body(relationship, neighbour) : nil
      }
    }
    let count = stages.count
    let (node, now) = (NodeID(place.index / count), place.index % count)
    let then = isForward ? (now + 1) % count : (now + count - 1) % count
    let stage = stages[isForward ? now : then]
    let neighbourhood = isForward ? stage.forward : stage.backward
    let accepts = stages[(then + count - 1) % count].accepts
    let exempt = then > 0 ? .none : isForward ? ends.end : ends.start
    try stage.filter?.judge(from: node, neighbourhood) { _ in true }
    return try eachNeighbour(of: node, neighbourhood) { relationship, neighbour in
      guard stage.filter?.allows(relationship) ?? true, neighbour == exempt || accepts?(neighbour) ?? true else {
        return nil
      }
      return body(relationship, NodeID(neighbour.index * count + then))
    }
  }

  @inline(__always)
  private func eachNeighbour<Found>(
    of node: NodeID, _ neighbourhood: Neighbourhood, _ body: (RelationshipID, NodeID) -> Found?
  ) throws(QueryError) -> Found? {
    for run in neighbourhood.runs {
      let range = run.adjacency.range(of: node)
      try visit(range.count)
      for at in range {
        let (relationship, neighbour) = (run.adjacency.relationships[at], run.adjacency.neighbours[at])
        if run.skipsLoops && neighbour == node || !neighbourhood.isVisible(relationship, neighbour) { continue }
        if let found = body(relationship, neighbour) { return found }
      }
    }
    return nil
  }

  /// The relationships from a node back to the start of its side: all such trails.
  func trails(to node: NodeID, in side: ReachedPlaces) throws(QueryError) -> [[RelationshipID]] {
    var finished: [[RelationshipID]] = []
    var open: [(node: NodeID, trail: [RelationshipID])] = [(node, [])]
    while let (node, trail) = open.popLast() {
      try visit(1)
      let parents = side.parents(of: node)
      if parents.isEmpty { finished.append(trail) }
      for (relationship, before) in parents.reversed() { open.append((before, trail + [relationship])) }
    }
    return finished
  }
}
