/// One start, every node there is a walk to.
extension ShortestWalks {
  /// Searches from a node as far as it goes.
  ///
  /// - Parameters:
  ///   - maximum: how many relationships a walk may have.
  ///   - body: is given every node reached, nearest first, the start included, and the way to each.
  func reachAll(
    from start: NodeID, maximum: Int, _ filter: Filter?, _ body: (NodeID, ReachedMarks) -> Void
  ) throws(QueryError) {
    let looksAtEach = !forward.acceptsAll || filter != nil
    var queue = reached
    reached = []
    queue.removeAll(keepingCapacity: true)
    queue.append(start)
    ahead.start(at: start)
    var side = ahead.reachedMarks
    var next = 0
    try forward.runs.withUnsafeBufferPointer { runs throws(QueryError) in
      while next < queue.count, side.depth < maximum {
        side.depth += 1
        let levelEnd = queue.count
        while next < levelEnd {
          let node = queue[next]
          next += 1
          if looksAtEach { try filter?.judge(from: node, forward) }
          for run in runs {
            let places = run.adjacency.range(of: node)
            try visit(places.count)
            for place in places {
              let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
              if looksAtEach {
                if run.skipsLoops && neighbour == node || !forward.isVisible(relationship, neighbour) { continue }
                guard filter?.allows(relationship) ?? true else { continue }
              }
              if side.reach(neighbour, by: relationship, from: node) { queue.append(neighbour) }
            }
          }
        }
      }
    }
    ahead.depth = side.depth
    for node in queue { body(node, side) }
    try visit(queue.count)
    reached = queue
  }
}
