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
    func judge(
      from node: NodeID, _ neighbourhood: Neighbourhood, except walked: [RelationshipID] = []
    ) throws(QueryError) {
      try steps?.judge(from: node, neighbourhood) {
        !walked.contains($0) && distinct.accepts($0, row: row)
      }
    }

    @inline(__always)
    func allows(_ relationship: RelationshipID) -> Bool {
      steps?.allows(relationship) ?? true && distinct.accepts(relationship, row: row)
    }
  }

  /// Told of the steps looked at, now and then; throws to stop the search.
  typealias Spending = (Int) throws(QueryError) -> Void

  let stages: [Stage]
  let forward: Neighbourhood
  var ahead: ReachedPlaces
  /// The other side, when a place may be reached from both.
  lazy var behind = {
    let marks = spareMarks.take(count: ahead.count)
    marksBehind = marks
    return ReachedPlaces(marks)
  }()
  /// The other side, when the search ends where both meet.
  var opposite: ReachedPlaces
  /// The nodes that the last search from one start came to, kept for its memory.
  var reached = ReachedLog()
  private let spareMarks: SpareMarks
  let marks: SearchMarks
  private var marksBehind: SearchMarks?
  /// The nodes at the ends of a search through stages.
  private(set) var ends = (start: NodeID.none, end: NodeID.none)
  private var visited = 0
  private let spend: Spending

  /// One relationship of a walk.
  struct Stage {
    /// The relationships that may be taken.
    let forward: Neighbourhood
    /// The same from the other end.
    let backward: Neighbourhood
    /// Which nodes may stand between this stage and the next; nil when any may. Of the last stage, between one time through the
    /// stages and the next: the ends of a walk are not asked about.
    var accepts: ((NodeID) -> Bool)?
    /// Which relationships may be taken; nil when all may, or the filter of the search says which.
    var filter: StepFilter?

    /// The stage itself leaves out nothing.
    var isOpen: Bool { filter == nil && accepts == nil }
  }

  /// The search for walks where every relationship may be taken; nil when there are too many nodes for it.
  private lazy var meeting: MeetingSearch? =
    ahead.count >= MeetingSearch.mostNodes
    ? nil
    : MeetingSearch(
      nodeCount: ahead.count, forward: stages[0].forward, backward: stages[0].backward, findShortcuts: findShortcuts
    ) { [unowned self] count throws(QueryError) in try visit(count) }
  private let findShortcuts: MeetingSearch.ShortcutSource?

  /// Makes a search through stages, at least one.
  ///
  /// - Parameters:
  ///   - findShortcuts: gives shortcuts for the only stage, when there are any.
  ///   - spend: told of the steps looked at.
  init(
    _ graph: PropertyGraph, stages: [Stage], findShortcuts: MeetingSearch.ShortcutSource? = nil,
    spend: @escaping Spending
  ) {
    self.spend = spend
    self.findShortcuts = findShortcuts
    self.stages = stages
    forward = stages[0].forward
    spareMarks = graph.spareMarks
    marks = spareMarks.take(count: graph.nodeCount * stages.count)
    ahead = ReachedPlaces(marks)
    opposite = ReachedPlaces(marks)
  }

  deinit {
    reached.deallocate()
    spareMarks.give(marks)
    if let marksBehind { spareMarks.give(marksBehind) }
  }

  /// Reports the steps looked at since the last report.
  func reportVisited() throws(QueryError) {
    defer { visited = 0 }
    try spend(visited)
  }

  func visit(_ count: Int) throws(QueryError) {
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
      return try trails(from: start, to: end, options, filter)
    }
    let shortest =
      options.selector.keepsAll
      ? try everyWalk(from: start, to: end, maximum: options.maximum, filter)
      : try oneWalk(from: start, to: end, maximum: options.maximum, filter)
        .map { [Walk(end: end, relationships: $0)] } ?? []
    guard let length = shortest.first?.relationships.count, length < options.minimum else { return shortest }
    return try trails(from: start, to: end, options, filter)
  }

  private func everyWalk(
    from start: NodeID, to end: NodeID, maximum: Int, _ filter: Filter?
  ) throws(QueryError) -> [Walk] {
    guard filter == nil, stages.count == 1, let meeting else {
      return try allWalks(from: start, to: end, maximum: maximum, filter)
    }
    return try meeting.allWalks(from: start, to: end, maximum: maximum).map { Walk(end: end, relationships: $0) }
  }

  private func oneWalk(
    from start: NodeID, to end: NodeID, maximum: Int, _ filter: Filter?
  ) throws(QueryError) -> [RelationshipID]? {
    guard filter == nil, stages.count == 1, let meeting else {
      return try anyWalk(from: start, to: end, maximum: maximum, filter)
    }
    return try meeting.walk(from: start, to: end, maximum: maximum)
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

  func cycles(_ start: NodeID, _ options: Options, _ filter: Filter?) throws(QueryError) -> [Walk] {
    try trails(from: start, to: start, options, filter)
  }
}

// MARK: - Through stages

extension ShortestWalks {
  /// The relationships of a shortest walk between two different nodes that ends where a stage would be the first again, or of all
  /// shortest; none when there is none. One of them may come twice: then it is no walk of a pattern, and there may be a longer one.
  func walksThroughStages(
    from start: NodeID, to end: NodeID, maximum: Int, all: Bool
  ) throws(QueryError) -> [[RelationshipID]] {
    ends = (start, end)
    let (first, last) = (NodeID(start.index * stages.count), NodeID(end.index * stages.count))
    if all { return try allWalks(from: first, to: last, maximum: maximum, nil).map(\.relationships) }
    return try anyWalk(from: first, to: last, maximum: maximum, nil).map { [$0] } ?? []
  }

  /// Searches from a node until it has come to all of some others where a stage would be the first again, or as far as it goes; then
  /// `walkThroughStages(to:)` tells.
  func reachThroughStages(_ nodes: [NodeID], from start: NodeID, maximum: Int) throws(QueryError) {
    ends = (.none, .none)
    let options = Options(selector: .anyShortest, minimum: 1, maximum: maximum)
    try reach(
      nodes.lazy.map { [stages] in NodeID($0.index * stages.count) }, from: NodeID(start.index * stages.count), options,
      nil)
  }

  /// The relationships of a shortest walk to a node, after `reachThroughStages`; nil when there is none.
  func walkThroughStages(to end: NodeID) -> [RelationshipID]? {
    let place = NodeID(end.index * stages.count)
    return ahead.distance(of: place) == nil ? nil : ahead.trail(to: place).reversed()
  }
}

// MARK: - One start, several ends

extension ShortestWalks {
  /// From so many ends on, one search from the start is worth more than one from both sides for each.
  static let worthwhileEnds = 16

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
