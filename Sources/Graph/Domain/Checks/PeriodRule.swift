/// A period ends after it begins; periods are half-open, so that equal days make an empty one.
enum PeriodRule {
  private static let pairs = [
    (ClaimColumns.validFrom, ClaimColumns.validUntil), (ClaimColumns.fromDate, ClaimColumns.untilDate),
  ]

  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    pairs.flatMap { from, until in
      wrong(context.graph.nodeProperties, from, until, context).map { row, message in
        context.finding(
          .error, "period-order", NodeID(row), "\(context.title(NodeID(row))): \(message)", hint: hint(until))
      }
        + wrong(context.graph.relationshipProperties, from, until, context).map { row, message in
          context.finding(
            .error, "period-order", RelationshipID(row), "\(context.title(RelationshipID(row))): \(message)",
            hint: hint(until))
        }
    }
  }

  private static func wrong(
    _ table: PropertyTable, _ from: String, _ until: String, _ context: CheckContext
  ) -> [(row: Int, message: String)] {
    guard let first = context.graph.key(named: from).flatMap({ table.column($0) }),
      let last = context.graph.key(named: until).flatMap({ table.column($0) })
    else { return [] }
    var wrong: [(row: Int, message: String)] = []
    first.forEachDate { row, start in
      guard let end = last.date(at: row), end <= start else { return }
      wrong.append((row, "\(from) \(start) is not before \(until) \(end)"))
    }
    return wrong
  }

  private static func hint(_ until: String) -> String { "\(until) is the first day on which it no longer holds" }
}
