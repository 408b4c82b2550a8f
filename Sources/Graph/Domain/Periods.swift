/// When the nodes, or the relationships, of a graph hold.
struct Periods {
  /// What a row says about a day.
  enum Standing {
    case holds, doesNotHold
    /// Its end is not known, and the day is after the last observation.
    case unknown
  }

  let from: PropertyColumn?
  let until: PropertyColumn?
  let endUnknown: PropertyColumn?
  private let observed: PropertyColumn?
  private let source: PropertyColumn?
  private let graph: PropertyGraph

  init(_ table: PropertyTable, of graph: PropertyGraph) {
    let column = { (name: String) in graph.key(named: name).flatMap { table.column($0) } }
    from = column(ClaimColumns.validFrom)
    until = column(ClaimColumns.validUntil)
    endUnknown = column(ClaimColumns.endUnknown)
    observed = column(ClaimColumns.observed)
    source = column(ClaimColumns.source)
    self.graph = graph
  }

  /// The day a row describes: its own `observed`, else its source's, else the day its source was published.
  func observed(_ row: Int) -> CalendarDate? {
    if let own = observed?.date(at: row) { return own }
    guard case .string(let id)? = source?.value(at: row), let node = graph.node(identifier: id) else { return nil }
    for key in [ClaimColumns.observed, "published"] {
      if case .date(let date) = graph.property(key, of: node) { return date }
    }
    return nil
  }

  /// Whether a row holds on a day: `valid_from` ≤ day < `valid_until`, blank is open.
  func standing(of row: Int, on day: CalendarDate) -> Standing {
    if let from = from?.date(at: row), day < from { return .doesNotHold }
    if let until = until?.date(at: row) { return day < until ? .holds : .doesNotHold }
    guard case .boolean(true)? = endUnknown?.value(at: row) else { return .holds }
    return observed(row).map { day <= $0 } ?? false ? .holds : .unknown
  }

  /// Whether a row holds on a day only as far as was last recorded: the day is after the observation and no end is given.
  func isLastRecorded(_ row: Int, on day: CalendarDate) -> Bool {
    guard standing(of: row, on: day) == .holds, until?.date(at: row) == nil, let observed = observed(row) else {
      return false
    }
    return observed < day
  }
}

extension Landscape {
  /// Whether a relationship is there on a day only as last recorded: the day is after what each of its claims that hold
  /// describes, and no end is recorded. O(claims).
  public func isLastRecorded(_ relationship: RelationshipID, on day: CalendarDate) -> Bool {
    let periods = Periods(graph.relationshipProperties, of: graph)
    let holding = graph.claims(of: relationship).filter { periods.standing(of: $0.index, on: day) == .holds }
    return !holding.isEmpty && holding.allSatisfy { periods.isLastRecorded($0.index, on: day) }
  }

  /// Whether a node is there on a day only as last recorded.
  public func isLastRecorded(_ node: NodeID, on day: CalendarDate) -> Bool {
    Periods(graph.nodeProperties, of: graph).isLastRecorded(node.index, on: day)
  }

  /// The day a relationship's row describes: its own, else its source's; nil when neither is recorded.
  public func observed(_ relationship: RelationshipID) -> CalendarDate? {
    Periods(graph.relationshipProperties, of: graph).observed(relationship.index)
  }
}
