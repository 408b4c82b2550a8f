/// Shortest walks between two nodes, or from one node to all, none using a relationship twice.
///
/// Breadth-first search; between two nodes from both ends, always widening the smaller frontier. Time O(relationships
/// touched), space O(nodes) once, reused between searches through stamps.
///
/// A walk may go through stages again and again, as through the relationships of a repeated path: then a node is reached at a
/// stage, each stage for itself, and a place below is a node times the number of stages plus the stage that follows.
///
/// Source of the two-sided search: I. Pohl, Bi-directional search, Machine Intelligence 6 (1971).
final class ShortestWalks {
  /// A walk found.
  struct Walk {
    var end: NodeID
    var relationships: [RelationshipID]
  }

  /// What is asked for.
  struct Options {
    var selector: PathPattern.Selector
    var minimum: Int
    var maximum: Int
  }

  /// Which relationships may be taken from one incoming row.
  struct Filter {
    let steps: StepFilter?
    let distinct: DistinctCheck
    let row: Int

    /// Judges the relationships of a node before `allows` is asked about them.
    @inline(__always)
    func judge(from node: NodeID, _ neighbourhood: Neighbourhood) throws(QueryError) {
      try steps?.judge(from: node, neighbourhood)
    }

    @inline(__always)
    func allows(_ relationship: RelationshipID) -> Bool {
      steps?.allows(relationship) ?? true && distinct.accepts(relationship, row: row)
    }
  }

  /// Told of the steps looked at, now and then; throws to stop the search.
  typealias Spending = (Int) throws(QueryError) -> Void

  private let stages: [Stage]
  private var forward: Neighbourhood { stages[0].forward }
  private var ahead: Side
  private var behind: Side
  private var visited = 0
  private let spend: Spending

  /// One relationship of a walk.
  struct Stage {
    /// The relationships that may be taken.
    let forward: Neighbourhood
    /// The same from the other end.
    let backward: Neighbourhood
    /// Which nodes may stand between this stage and the next; nil when any may.
    var accepts: ((NodeID) -> Bool)?
    /// Which relationships may be taken; nil when all may, or the filter of the search says which.
    var filter: StepFilter?
  }

  /// How a node was reached: kept together, so that a step looks at one place in memory.
  private struct Mark: BitwiseCopyable {
    /// The number of the search that reached the node last.
    var stamp: UInt32 = 0
    var distance: Int32 = 0
    /// The first step by which it was reached: relationship and the node before.
    var relationship = RelationshipID.none
    var before = NodeID.none
  }

  /// The nodes reached from one end: at what distance, by which steps.
  private struct Side {
    var stamp: UInt32 = 0
    let marks: ZeroedBuffer<Mark>
    /// Further steps by which a node was reached at the same distance; kept when all shortest walks are wanted.
    var otherParents: [NodeID: [(RelationshipID, NodeID)]] = [:]
    var frontier: [NodeID] = []
    var depth = 0

    init(nodeCount: Int) { marks = ZeroedBuffer(count: nodeCount) }

    mutating func start(at node: NodeID) {
      stamp &+= 1
      if stamp == 0 {
        marks.clear()
        stamp = 1
      }
      otherParents.removeAll(keepingCapacity: true)
      frontier = [node]
      depth = 0
      marks[node.index] = Mark(stamp: stamp)
    }

    /// Notes that a step leads to a node; false when the node was reached before.
    @inline(__always)
    mutating func reach(_ node: NodeID, by relationship: RelationshipID, from before: NodeID, keepsAll: Bool) -> Bool {
      if marks[node.index].stamp == stamp {
        if keepsAll && marks[node.index].distance == Int32(truncatingIfNeeded: depth) {
          otherParents[node, default: []].append((relationship, before))
        }
        return false
      }
      marks[node.index] = Mark(
        stamp: stamp, distance: Int32(truncatingIfNeeded: depth), relationship: relationship, before: before)
      return true
    }

    /// The steps by which a node was reached; none for the start.
    func parents(of node: NodeID) -> [(RelationshipID, NodeID)] {
      let mark = marks[node.index]
      return mark.before == .none ? [] : [(mark.relationship, mark.before)] + (otherParents[node] ?? [])
    }

    /// The relationships of the first steps from a node back to the start.
    func trail(to node: NodeID) -> [RelationshipID] {
      var trail: [RelationshipID] = []
      var mark = marks[node.index]
      while mark.before != .none {
        trail.append(mark.relationship)
        mark = marks[mark.before.index]
      }
      return trail
    }

    func distance(of node: NodeID) -> Int? {
      marks[node.index].stamp == stamp ? Int(marks[node.index].distance) : nil
    }
  }

  /// Makes a search through stages, at least one.
  init(nodeCount: Int, stages: [Stage], spend: @escaping Spending) {
    self.spend = spend
    self.stages = stages
    ahead = Side(nodeCount: nodeCount * stages.count)
    behind = Side(nodeCount: nodeCount * stages.count)
  }

  /// Reports the steps looked at since the last report.
  func reportVisited() throws(QueryError) {
    defer { visited = 0 }
    try spend(visited)
  }

  private func visit(_ count: Int) throws(QueryError) {
    visited += count
    if visited >= 4096 { try reportVisited() }
  }

  /// The shortest walks between two nodes.
  func walks(
    from start: NodeID, to end: NodeID, _ options: Options, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    if start == end && options.minimum == 0, options.selector.wantsOnlyShortest {
      return [Walk(end: start, relationships: [])]
    }
    if start == end || !options.selector.wantsOnlyShortest {
      return try enumerated(from: start, options, filter) { $0 == end }
    }
    let shortest = try meet(start, end, options, filter)
    guard let length = shortest.first?.relationships.count, length < options.minimum else { return shortest }
    return try enumerated(from: start, options, filter) { $0 == end }
  }

  /// The shortest walks from a node to every node that `accepts`, nearest first.
  func walks(
    from start: NodeID, toAll accepts: (NodeID) -> Bool, _ options: Options, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    guard options.selector.wantsOnlyShortest else {
      return try enumerated(from: start, options, filter, accepts)
    }
    ahead.start(at: start)
    var reached: [NodeID] = [start]
    while !ahead.frontier.isEmpty && ahead.depth < options.maximum {
      try widen(&ahead, isForward: true, filter, keepsAll: options.selector.keepsAll)
      reached += ahead.frontier
    }
    var walks: [Walk] = []
    // The nodes that are too near: to them a detour may lead.
    var near: Set<NodeID> = []
    for node in reached where accepts(node) {
      if node != start, ahead.distance(of: node) ?? 0 < options.minimum {
        near.insert(node)
      } else if node == start {
        walks += options.minimum == 0 ? [Walk(end: start, relationships: [])] : try cycles(start, options, filter)
      } else if options.selector.keepsAll {
        walks += try trails(to: node, in: ahead).map { Walk(end: node, relationships: $0.reversed()) }
      } else {
        walks.append(Walk(end: node, relationships: ahead.trail(to: node).reversed()))
        try visit(1)
      }
    }
    return near.isEmpty ? walks : walks + (try enumerated(from: start, options, filter) { near.contains($0) })
  }

  private func cycles(_ start: NodeID, _ options: Options, _ filter: Filter?) throws(QueryError) -> [Walk] {
    try enumerated(from: start, options, filter) { $0 == start }
  }
}

// MARK: - Through stages

extension ShortestWalks {
  /// The relationships of a shortest walk between two different nodes that ends where a stage would be the first again; nil when
  /// there is none. One of them may come twice: then it is no walk of a pattern, and there may be a longer one.
  func walkThroughStages(
    from start: NodeID, to end: NodeID, maximum: Int
  ) throws(QueryError) -> [RelationshipID]? {
    let options = Options(selector: .anyShortest, minimum: 1, maximum: maximum)
    let places = (start: NodeID(start.index * stages.count), end: NodeID(end.index * stages.count))
    return try meet(places.start, places.end, options, nil).first?.relationships
  }
}

// MARK: - One start, several ends

extension ShortestWalks {
  /// Searches from a node until it has come to all of some others, or as far as it goes; then `walk(to:)` tells.
  func reach(
    _ ends: some Sequence<NodeID>, from start: NodeID, _ options: Options, _ filter: Filter?
  ) throws(QueryError) {
    var missing = Set(ends)
    missing.remove(start)
    ahead.start(at: start)
    while !missing.isEmpty, !ahead.frontier.isEmpty, ahead.depth < options.maximum {
      try widen(&ahead, isForward: true, filter, keepsAll: false)
      for node in ahead.frontier { missing.remove(node) }
    }
  }

  /// A shortest walk to a node, after `reach`; back to the start itself when that is asked for.
  func walk(to end: NodeID, from start: NodeID, _ options: Options, _ filter: Filter?) throws(QueryError) -> [Walk] {
    if end == start {
      return options.minimum == 0 ? [Walk(end: start, relationships: [])] : try cycles(start, options, filter)
    }
    guard ahead.distance(of: end) != nil else { return [] }
    return [Walk(end: end, relationships: ahead.trail(to: end).reversed())]
  }
}

// MARK: - Two-sided search

extension ShortestWalks {
  private func meet(
    _ start: NodeID, _ end: NodeID, _ options: Options, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    ahead.start(at: start)
    behind.start(at: end)
    var meeting: [NodeID] = []
    while meeting.isEmpty, ahead.depth + behind.depth < options.maximum {
      if ahead.frontier.isEmpty || behind.frontier.isEmpty { return [] }
      if ahead.frontier.count <= behind.frontier.count {
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
  private func widen(
    _ side: inout Side, isForward: Bool, _ filter: Filter?, keepsAll: Bool
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
    from place: NodeID, isForward: Bool, _ side: inout Side, _ next: inout [NodeID]
  ) throws(QueryError) {
    let count = stages.count
    let (node, now) = (NodeID(place.index / count), place.index % count)
    let then = isForward ? (now + 1) % count : (now + count - 1) % count
    let stage = stages[isForward ? now : then]
    let neighbourhood = isForward ? stage.forward : stage.backward
    let accepts = then == 0 ? nil : stages[then - 1].accepts
    try stage.filter?.judge(from: node, neighbourhood)
    try step(from: node, neighbourhood, &side, &next, at: place, keepsAll: false) { relationship, neighbour in
      guard stage.filter?.allows(relationship) ?? true, accepts?(neighbour) ?? true else { return nil }
      return NodeID(neighbour.index * count + then)
    }
  }

  /// Takes every step from a node to the places that `reached` gives; it gives nil where a step may not be taken.
  @inline(__always)
  private func step(
    from node: NodeID, _ neighbourhood: Neighbourhood, _ side: inout Side, _ next: inout [NodeID], at place: NodeID,
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
  private func trails(to node: NodeID, in side: Side) throws(QueryError) -> [[RelationshipID]] {
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

// MARK: - Walks beyond the shortest

extension ShortestWalks {
  /// Walks by growing length until every end has as many as wanted: for `SHORTEST k`, cycles and longer minima.
  private func enumerated(
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
      && !(0..<ahead.marks.count).lazy.map({ NodeID($0) }).contains { accepts($0) && perEnd[$0] == nil }
  }

  private func longer(_ level: [Walk], _ filter: Filter?) throws(QueryError) -> [Walk] {
    var next: [Walk] = []
    for walk in level {
      try filter?.judge(from: walk.end, forward)
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
  fileprivate var keepsAll: Bool { self == .allShortest }

  /// One shortest walk is as good as another.
  var wantsOnlyOne: Bool { self == .anyShortest || self == .shortest(1) }

  /// One shortest or all shortest: nothing beyond the least length.
  fileprivate var wantsOnlyShortest: Bool { self == .anyShortest || self == .allShortest || self == .shortest(1) }

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
