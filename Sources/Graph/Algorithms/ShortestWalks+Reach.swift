/// One start, every node there is a walk to.
extension ShortestWalks {
  /// Up to so many nodes reached, whether a node is among them is found by looking at them all: they lie together in memory, and
  /// marks by node do not.
  private static let few = 16

  /// Searches from a node as far as it goes.
  ///
  /// - Parameters:
  ///   - maximum: how many relationships a walk may have.
  ///   - body: is given every node reached, nearest first, the start included, and the way to each.
  func reachAll(
    from start: NodeID, maximum: Int, _ filter: Filter?, _ body: (NodeID, ReachedWay) -> Void
  ) throws(QueryError) {
    let looksAtEach = !forward.acceptsAll || filter != nil
    reached.start(at: start)
    var log = reached
    // The log may move to a larger room.
    defer { reached = log }
    var marks: ReachedMarks?
    var looked = 0
    try forward.runs.withUnsafeBufferPointer { runs throws(QueryError) in
      while log.next < log.count {
        let levelEnd = log.count
        while log.next < levelEnd {
          let place = log.next
          let node = NodeID(rawValue: log.entries[place].target)
          body(node, ReachedWay(entries: log.entries, place: place, length: log.depth))
          log.next += 1
          if log.depth == maximum { continue }
          if looksAtEach { try filter?.judge(from: node, forward) }
          for run in runs {
            let range = run.adjacency.range(of: node)
            looked += range.count
            log.makeRoom(for: range.count)
            for step in range {
              let (relationship, neighbour) = (run.adjacency.relationships[step], run.adjacency.neighbours[step])
              if looksAtEach {
                if run.skipsLoops && neighbour == node || !forward.isVisible(relationship, neighbour) { continue }
                guard filter?.allows(relationship) ?? true else { continue }
              }
              if marks == nil && log.count > ShortestWalks.few { marks = marked(log) }
              guard marks?.mark(neighbour) ?? !log.holds(neighbour) else { continue }
              log.append(
                ReachedLog.Entry(
                  target: neighbour.rawValue, relationship: relationship, before: UInt32(truncatingIfNeeded: place)))
            }
          }
          if looked >= 4096 {
            try visit(looked)
            looked = 0
          }
        }
        log.depth += 1
      }
    }
    try visit(looked + log.count)
  }

  /// Marks what a search has reached.
  private func marked(_ log: ReachedLog) -> ReachedMarks {
    let reached = marks.begin()
    for place in 0..<log.count { reached.mark(NodeID(rawValue: log.entries[place].target)) }
    return reached
  }
}

/// The way by which a search from one start reached a node, for as long as the search goes on.
struct ReachedWay: BitwiseCopyable {
  fileprivate let entries: UnsafeMutablePointer<ReachedLog.Entry>
  fileprivate let place: Int
  /// How many relationships it has.
  let length: Int

  /// Calls `body` with its relationships, the last first.
  @inline(__always)
  func forEachStepBack(_ body: (RelationshipID) -> Void) {
    var place = place
    while place != 0 {
      body(entries[place].relationship)
      place = Int(entries[place].before)
    }
  }
}
