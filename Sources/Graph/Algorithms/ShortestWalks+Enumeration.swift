/// Walks to several nodes beyond the shortest: made one relationship longer at a time.
extension ShortestWalks {
  /// Walks by growing length until every end has as many as wanted: for `SHORTEST k` and longer minima.
  func enumerated(
    from start: NodeID, _ options: Options, _ filter: Filter?, _ accepts: (NodeID) -> Bool
  ) throws(QueryError) -> [Walk] {
    var found: [Walk] = []
    var perEnd: [NodeID: (count: Int, length: Int)] = [:]
    var level: [Walk] = [Walk(end: start, relationships: [])]
    var length = 0
    while !level.isEmpty {
      if length >= options.minimum {
        for walk in level where accepts(walk.end) {
          let known = perEnd[walk.end] ?? (0, length)
          guard options.selector.wants(another: known.count, length: length, shortest: known.length) else { continue }
          perEnd[walk.end] = (known.count + 1, known.length)
          found.append(walk)
        }
      }
      if length >= options.maximum || isComplete(perEnd, options, length, start, accepts) { break }
      level = try longer(level, filter)
      length += 1
    }
    return found
  }

  /// For a single possible end: it has all the walks that are wanted.
  private func isComplete(
    _ perEnd: [NodeID: (count: Int, length: Int)], _ options: Options, _ length: Int, _ start: NodeID,
    _ accepts: (NodeID) -> Bool
  ) -> Bool {
    guard perEnd.count == 1, let only = perEnd.first?.value, only.count > 0 else { return false }
    return options.selector.isSatisfied(count: only.count, length: length, shortest: only.length)
      && !(0..<ahead.count).lazy.map({ NodeID($0) }).contains { accepts($0) && perEnd[$0] == nil }
  }

  private func longer(_ level: [Walk], _ filter: Filter?) throws(QueryError) -> [Walk] {
    var next: [Walk] = []
    for walk in level {
      try filter?.judge(from: walk.end, forward, except: walk.relationships)
      let known = next.count
      try forward.forEach(from: walk.end) { relationship, neighbour in
        guard !walk.relationships.contains(relationship), filter?.allows(relationship) ?? true else { return }
        next.append(Walk(end: neighbour, relationships: walk.relationships + [relationship]))
      }
      try visit(next.count - known)
    }
    return next
  }
}

extension PathPattern.Selector {
  /// Every walk of the least length is wanted, not just one.
  var keepsAll: Bool { self == .allShortest }

  /// One shortest walk is as good as another.
  var wantsOnlyOne: Bool { self == .anyShortest || self == .shortest(1) }

  /// One shortest or all shortest: nothing beyond the least length.
  var wantsOnlyShortest: Bool { self == .anyShortest || self == .allShortest || self == .shortest(1) }

  /// How many walks between two nodes are enough.
  var most: Int {
    switch self {
    case .all, .allShortest: .max
    case .anyShortest: 1
    case .shortest(let wanted): wanted
    }
  }

  fileprivate func wants(another count: Int, length: Int, shortest: Int) -> Bool {
    switch self {
    case .all: true
    case .anyShortest: count == 0
    case .allShortest: length == shortest
    case .shortest(let wanted): count < wanted
    }
  }

  fileprivate func isSatisfied(count: Int, length: Int, shortest: Int) -> Bool {
    switch self {
    case .all: false
    case .anyShortest: count >= 1
    case .allShortest: length >= shortest
    case .shortest(let wanted): count >= wanted
    }
  }
}
