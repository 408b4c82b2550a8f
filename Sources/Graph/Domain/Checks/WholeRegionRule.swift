/// On any day a municipality lies, undisputed and whole, in at most one region of a division.
///
/// Rows with `part`, disputed and proposed ones do not count, nor do two regions that are possibly the same. Two regions named
/// by one passage of one source are worth a look, not an error.
enum WholeRegionRule {
  private struct Membership {
    let row: RelationshipID
    let region: NodeID
    let from: CalendarDate?
    let until: CalendarDate?

    func overlaps(_ other: Membership) -> Bool {
      let startsInTime = { (from: CalendarDate?, until: CalendarDate?) in
        guard let from, let until else { return true }
        return from < until
      }
      return startsInTime(from, other.until) && startsInTime(other.from, until)
    }
  }

  private struct Place: Hashable {
    let municipality: NodeID
    let division: NodeID
  }

  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    let twins = Set(
      context.claims(ofType: DomainNames.possiblySameAs).flatMap { relationship in
        let ends = [context.graph.start(of: relationship), context.graph.end(of: relationship)]
        return [ends, ends.reversed()]
      })
    let memberships = memberships(context)
    return memberships.keys.sorted { ($0.municipality, $0.division) < ($1.municipality, $1.division) }.flatMap {
      place in
      conflicts(memberships[place] ?? [], twins).map { first, second in
        finding(place, first, second, context)
      }
    }
  }

  private static func memberships(_ context: CheckContext) -> [Place: [Membership]] {
    var divisions: [NodeID: [NodeID]] = [:]
    for relationship in context.claims(ofType: DomainNames.ofDivision) {
      divisions[context.graph.start(of: relationship), default: []].append(context.graph.end(of: relationship))
    }
    let periods = Periods(context.graph.relationshipProperties, of: context.graph)
    var memberships: [Place: [Membership]] = [:]
    for row in context.claims(ofType: DomainNames.inRegion) where isWhole(row, context) {
      let membership = Membership(
        row: row, region: context.graph.end(of: row), from: periods.from?.date(at: row.index),
        until: periods.until?.date(at: row.index))
      for division in Set(divisions[membership.region] ?? []) {
        memberships[Place(municipality: context.graph.start(of: row), division: division), default: []].append(
          membership)
      }
    }
    return memberships
  }

  private static func isWhole(_ row: RelationshipID, _ context: CheckContext) -> Bool {
    let certainty = context.text(ClaimColumns.certainty, of: row)
    return context.kinds(of: context.graph.start(of: row)).contains(DomainNames.municipality)
      && context.graph.property(DomainNames.part, of: row).isNull
      && certainty != DomainNames.disputed && certainty != DomainNames.proposed
  }

  /// The pairs of rows that cannot both hold, at most one per row.
  private static func conflicts(
    _ memberships: [Membership], _ twins: Set<[NodeID]>
  ) -> [(Membership, Membership)] {
    memberships.indices.compactMap { later in
      let second = memberships[later]
      let first = memberships[..<later].first {
        $0.region != second.region && $0.overlaps(second) && !twins.contains([$0.region, second.region])
      }
      return first.map { ($0, second) }
    }
  }

  /// One passage of one source names both regions: the data say what it says, and somebody should ask it what it means.
  private static func isOneList(_ first: RelationshipID, _ second: RelationshipID, _ context: CheckContext) -> Bool {
    [ClaimColumns.source, ClaimColumns.section].allSatisfy { column in
      guard let text = context.text(column, of: first) else { return false }
      return text == context.text(column, of: second)
    }
  }

  private static func finding(
    _ place: Place, _ first: Membership, _ second: Membership, _ context: CheckContext
  ) -> Finding {
    let other = context.landscape.origin(of: first.row).map { " (\($0.file):\($0.line))" } ?? ""
    return context.finding(
      isOneList(first.row, second.row, context) ? .warning : .error, "whole-region", second.row,
      "\(context.title(place.municipality)) lies whole in \(context.title(second.region)) and at the same time in "
        + "\(context.title(first.region))\(other), both of \(context.title(place.division))",
      hint: "give the rows periods that do not overlap, or a part, or mark them disputed")
  }
}
