/// Finds the claims that hold on a day only as far as was last recorded: the day is after what they describe, and no end is
/// known.
struct LastRecords {
  private let graph: PropertyGraph
  private let day: CalendarDate
  private let relationships: Periods
  private let nodes: Periods

  init(graph: PropertyGraph, day: CalendarDate) {
    self.graph = graph
    self.day = day
    relationships = Periods(graph.relationshipProperties, of: graph)
    nodes = Periods(graph.nodeProperties, of: graph)
  }

  /// What is claimed: several claims of one relationship claim the same.
  private enum Matter: Hashable {
    case relationship(NodeID, TypeID, NodeID)
    case statement(NodeID)
  }

  /// The oldest of the days on which what a row rests on was last recorded; nil when all of it has an end or is recorded on
  /// the day itself. A relationship with several claims was last recorded on the day of its latest. O(claims).
  func oldest(of evidence: Evidence) -> CalendarDate? {
    if evidence.claims.isEmpty { return nil }
    var latest: [Matter: CalendarDate] = [:]
    var settled: Set<Matter> = []
    for claim in evidence.claims {
      let matter = matter(of: claim)
      guard let recorded = recorded(claim) else {
        settled.insert(matter)
        continue
      }
      latest[matter] = max(latest[matter] ?? recorded, recorded)
    }
    return latest.filter { !settled.contains($0.key) }.values.min()
  }

  private func matter(of claim: EvidenceClaim) -> Matter {
    switch claim {
    case .relationship(let relationship):
      .relationship(graph.start(of: relationship), graph.type(of: relationship), graph.end(of: relationship))
    case .statement(let node): .statement(node)
    }
  }

  /// The day a claim was last recorded; nil when it needs no such remark.
  private func recorded(_ claim: EvidenceClaim) -> CalendarDate? {
    switch claim {
    case .relationship(let relationship):
      let row = relationship.index
      return relationships.isLastRecorded(row, on: day) ? relationships.observed(row) : nil
    case .statement(let node):
      guard nodes.until?.value(at: node.index).isNull ?? true else { return nil }
      return (nodes.observed(node.index) ?? sourceDay(of: node)).flatMap { $0 < day ? $0 : nil }
    }
  }

  /// The day that the source of a Statement describes.
  private func sourceDay(of statement: NodeID) -> CalendarDate? {
    guard let type = graph.type(named: DomainNames.statedIn) else { return nil }
    let adjacency = graph.adjacency(type, incoming: false)
    guard let place = adjacency.range(of: statement).first else { return nil }
    let source = adjacency.neighbours[place]
    for key in [ClaimColumns.observed, "published"] {
      if case .date(let date) = graph.property(key, of: source) { return date }
    }
    return nil
  }
}
