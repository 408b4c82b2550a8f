/// A municipality in a region for a period: one row of an `in_region_*.csv`.
struct RegionPeriod {
  let municipality: String
  var region: String
  let part: String
  var from: CalendarDate
  var until: CalendarDate?
  var endIsUnknown = false
  var observed: CalendarDate
  var certainty = "stated"
  var source: String
  var locator: String
  var years: YearRanges

  /// The columns of the file.
  static let titles = [
    ":START_ID", ":END_ID", ":TYPE", "part", "valid_from:date", "valid_until:date", "end_unknown:boolean",
    "observed:date", "certainty", "source", "section",
  ]

  var cells: [String] {
    [
      municipality, region, "IN_REGION", part, from.description, until?.description ?? "", endIsUnknown ? "true" : "",
      observed.description, certainty, source, "\(locator) \(years.text)".drop { $0 == " " }.description,
    ]
  }

  /// Whether the period goes on after the last list, that of a day: it may then be continued by the next.
  func goesOn(after last: CalendarDate) -> Bool { !endIsUnknown && (until.map { $0 > last } ?? true) }
}

extension RegionPeriod {
  /// Reads a row; nil when a date is missing.
  init?(_ row: PlainTable.Row, of table: PlainTable) {
    let text = { table.text(row, $0) }
    let section = YearRanges.reading(text("section"))
    guard let from = CalendarDate(text("valid_from")), let observed = CalendarDate(text("observed")) else { return nil }
    self.init(
      municipality: text(":START_ID"), region: text(":END_ID"), part: text("part"), from: from,
      until: CalendarDate(text("valid_until")), endIsUnknown: text("end_unknown") == "true", observed: observed,
      certainty: text("certainty"), source: text("source"), locator: section.locator, years: section.years)
  }

  /// The order of the file.
  static func precedes(_ left: RegionPeriod, _ right: RegionPeriod) -> Bool {
    (left.region, left.municipality, left.from, left.part) < (right.region, right.municipality, right.from, right.part)
  }
}
