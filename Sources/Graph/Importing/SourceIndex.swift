/// The documents that tables come from: `sources.csv`, found by the short names that tables use.
struct SourceIndex {
  private(set) var table: PlainTable
  /// The ids of the sources that were added.
  private(set) var added: [String] = []

  init(_ table: PlainTable) { self.table = table }

  /// The columns of the file, when there is none yet.
  static let titles = [
    "id:ID", ":LABEL", "name", "title", "publisher", "observed:date", "licence", "url", "locator",
  ]

  /// The source that a table calls so in a year, and the day it describes; added when there is none.
  ///
  /// A short name is an id without `source-`, hyphens and capitals, and without the year where the tables are yearly.
  mutating func source(_ tag: String, year: Int, file: String) -> (RegionSource, CalendarDate) {
    let day = CalendarDate(year: year, month: 1, day: 1) ?? CalendarDate(dayNumber: 0)
    if let row = row(tag, year) {
      let observed = CalendarDate(table.text(row, "observed")) ?? day
      return (RegionSource(id: table.text(row, "id"), locator: table.text(row, "locator")), observed)
    }
    let id = "source-\(NameSpelling.slug(tag))-\(year)"
    add(id, tag, year, file, day)
    return (RegionSource(id: id, locator: tag), day)
  }

  private func row(_ tag: String, _ year: Int) -> PlainTable.Row? {
    let wanted = NameSpelling.letters(tag)
    let spellings = table.rows.map { (row: $0, id: NameSpelling.letters(table.text($0, "id"))) }
    if let exact = spellings.first(where: { $0.id == wanted || $0.id == "source" + wanted }) { return exact.row }
    let yearly = spellings.filter { $0.id.hasPrefix("source" + wanted) && $0.id.hasSuffix("\(year)") }
    return yearly.count == 1 ? yearly[0].row : nil
  }

  private mutating func add(_ id: String, _ tag: String, _ year: Int, _ file: String, _ day: CalendarDate) {
    let values = [
      "id": id, ":LABEL": "Source", "name": "\(tag) \(year)",
      "title": file.split(separator: "/").last.map(String.init) ?? file,
      "observed": day.description,
      "locator": tag,
    ]
    let cells = table.titles.map { title in
      values[title] ?? values[String(title.prefix { $0 != ":" })] ?? ""
    }
    table.rows.append(PlainTable.Row(line: 0, cells: cells))
    added.append(id)
  }
}
