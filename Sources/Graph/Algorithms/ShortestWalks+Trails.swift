/// Walks between two known nodes beyond the shortest, by growing length: for `SHORTEST k`, cycles and longer minima.
///
/// Only steps from where the end can still be reached in time are taken (iterative deepening with a lower bound, as in R. E. Korf,
/// Depth-first iterative-deepening, Artificial Intelligence 27 (1985)): the steps from every node to the end are counted from the
/// end, as if every relationship might be taken.
extension ShortestWalks {
  /// The walks, shortest first; those of the same length in the order of their steps.
  func trails(
    from start: NodeID, to end: NodeID, _ options: Options, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    behind.start(at: end)
    var found: [Walk] = []
    var length = options.minimum
    while length <= options.maximum {
      while behind.depth < length, !behind.frontier.isEmpty {
        try widen(&behind, isForward: false, nil, keepsAll: false)
      }
      guard behind.distance(of: start) != nil || !behind.frontier.isEmpty else { break }
      let mayBeLonger = try addTrails(to: &found, from: start, to: end, length: length, options.selector, filter)
      if !mayBeLonger || options.selector.keepsAll && !found.isEmpty || found.count >= options.selector.most { break }
      length += 1
    }
    return found
  }

  /// Adds the walks of one length, until there are as many as wanted.
  ///
  /// - Returns: whether there may be longer ones.
  private func addTrails(
    to found: inout [Walk], from start: NodeID, to end: NodeID, length: Int, _ selector: PathPattern.Selector,
    _ filter: Filter?
  ) throws(QueryError) -> Bool {
    var trail = Trail(length: length)
    try push(start, &trail, filter)
    if length == 0 && start == end { found.append(Walk(end: end, relationships: [])) }
    while let step = trail.next() {
      if trail.relationships.count < length {
        try push(step, &trail, filter)
        continue
      }
      // The end is the only node no step away from it.
      found.append(Walk(end: end, relationships: trail.relationships))
      trail.isCut = true
      if found.count >= selector.most { break }
      trail.goBack()
    }
    try visit(trail.looked)
    return trail.isCut
  }

  /// Opens the steps from a node by which the end may be reached in time.
  private func push(_ node: NodeID, _ trail: inout Trail, _ filter: Filter?) throws(QueryError) {
    try filter?.judge(from: node, forward, except: trail.relationships)
    let left = trail.length - trail.relationships.count - 1
    trail.open()
    var looked = 0
    try forward.forEach(from: node) { relationship, neighbour in
      looked += 1
      guard !trail.relationships.contains(relationship), filter?.allows(relationship) ?? true else { return }
      if let distance = behind.distance(of: neighbour), distance <= left {
        trail.pending.append((relationship, neighbour))
      } else if behind.distance(of: neighbour) != nil || !behind.frontier.isEmpty {
        trail.isCut = true
      }
    }
    trail.turnLast()
    trail.looked += looked
    if trail.looked >= 4096 {
      try visit(trail.looked)
      trail.looked = 0
    }
  }

  /// A walk that grows and shrinks, and the steps not yet taken from each of its nodes.
  private struct Trail {
    /// How many relationships are wanted.
    let length: Int
    var relationships: [RelationshipID] = []
    /// The steps not taken, those from the last node last, and the next of them at the end.
    var pending: [(relationship: RelationshipID, node: NodeID)] = []
    /// How many steps there were before those of each node.
    private var frames: [Int] = []
    /// There are walks that are longer, or may be.
    var isCut = false
    /// Steps looked at that nobody was told of.
    var looked = 0

    init(length: Int) { self.length = length }

    /// Begins the steps of one more node.
    mutating func open() { frames.append(pending.count) }

    /// Puts the steps of the last node in the order in which they are to be taken.
    mutating func turnLast() { if let first = frames.last { pending[first...].reverse() } }

    /// Takes the next step; nil when all are taken.
    mutating func next() -> NodeID? {
      while let first = frames.last {
        if pending.count > first, let (relationship, node) = pending.popLast() {
          relationships.append(relationship)
          return node
        }
        frames.removeLast()
        goBack()
      }
      return nil
    }

    /// Takes the last step back.
    mutating func goBack() { _ = relationships.popLast() }
  }
}
