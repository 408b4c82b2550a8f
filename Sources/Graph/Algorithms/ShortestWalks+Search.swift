/// The search itself: from both ends, level by level.
extension ShortestWalks {
  func meet(
    _ start: NodeID, _ end: NodeID, _ options: Options, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    ahead.start(at: start)
    behind.start(at: end)
    var meeting: [NodeID] = []
    while meeting.isEmpty, ahead.depth + behind.depth < options.maximum {
      if ahead.frontier.isEmpty || behind.frontier.isEmpty { return [] }
      // A condition that may fail is asked only of what can be walked to.
      if ahead.frontier.count <= behind.frontier.count || filter?.steps?.mayFail == true {
        try widen(&ahead, isForward: true, filter, keepsAll: options.selector.keepsAll)
        meeting = ahead.frontier.filter { behind.distance(of: $0) == behind.depth }
      } else {
        try widen(&behind, isForward: false, filter, keepsAll: options.selector.keepsAll)
        meeting = behind.frontier.filter { ahead.distance(of: $0) == ahead.depth }
      }
    }
    var walks: [Walk] = []
    if !options.selector.keepsAll {
      return meeting.min().map {
        [Walk(end: end, relationships: ahead.trail(to: $0).reversed() + behind.trail(to: $0))]
      } ?? []
    }
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
    if stages.count == 1 {
      let neighbourhood = isForward ? stages[0].forward : stages[0].backward
      for node in side.frontier {
        try filter?.judge(from: node, neighbourhood)
        try step(from: node, neighbourhood, &side, &next, at: node, keepsAll: keepsAll) { relationship, neighbour in
          filter?.allows(relationship) ?? true ? neighbour : nil
        }
      }
    } else {
      for place in side.frontier { try step(from: place, isForward: isForward, &side, &next) }
    }
    side.frontier = next
  }

  /// Takes every step from a place between two stages.
  private func step(
    from place: NodeID, isForward: Bool, _ side: inout ReachedPlaces, _ next: inout [NodeID]
  ) throws(QueryError) {
    let count = stages.count
    let (node, now) = (NodeID(place.index / count), place.index % count)
    let then = isForward ? (now + 1) % count : (now + count - 1) % count
    let stage = stages[isForward ? now : then]
    let neighbourhood = isForward ? stage.forward : stage.backward
    let accepts = then == 0 ? nil : stages[then - 1].accepts
    try stage.filter?.judge(from: node, neighbourhood) { _ in true }
    try step(from: node, neighbourhood, &side, &next, at: place, keepsAll: false) { relationship, neighbour in
      guard stage.filter?.allows(relationship) ?? true, accepts?(neighbour) ?? true else { return nil }
      return NodeID(neighbour.index * count + then)
    }
  }

  /// Takes every step from a node to the places that `reached` gives; it gives nil where a step may not be taken.
  @inline(__always)
  private func step(
    from node: NodeID, _ neighbourhood: Neighbourhood, _ side: inout ReachedPlaces, _ next: inout [NodeID],
    at place: NodeID,
    keepsAll: Bool, _ reached: (RelationshipID, NodeID) -> NodeID?
  ) throws(QueryError) {
    for run in neighbourhood.runs {
      let range = run.adjacency.range(of: node)
      try visit(range.count)
      for at in range {
        let (relationship, neighbour) = (run.adjacency.relationships[at], run.adjacency.neighbours[at])
        if run.skipsLoops && neighbour == node || !neighbourhood.isVisible(relationship, neighbour) { continue }
        guard let reached = reached(relationship, neighbour) else { continue }
        if side.reach(reached, by: relationship, from: place, keepsAll: keepsAll) { next.append(reached) }
      }
    }
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
