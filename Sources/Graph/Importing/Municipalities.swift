/// The municipalities that a folder knows: their days, their names, and who took over from whom.
struct Municipalities {
  /// One municipality.
  struct Entry {
    var name: String
    var from: CalendarDate?
    var until: CalendarDate?
  }

  private(set) var entries: [String: Entry] = [:]
  private(set) var predecessors: [String: Set<String>] = [:]
  /// The old code of a municipality that only got another code, by the new one.
  private(set) var renamed: [String: String] = [:]

  init() {}

  /// Reads `municipalities.csv` and `mergers.csv`.
  init(_ table: PlainTable?, mergers: PlainTable?) {
    for row in table?.rows ?? [] {
      guard let table else { break }
      entries[table.text(row, "id")] = Entry(
        name: table.text(row, "name"), from: CalendarDate(table.text(row, "valid_from")),
        until: CalendarDate(table.text(row, "valid_until")))
    }
    for row in mergers?.rows ?? [] {
      guard let mergers else { break }
      let (new, old) = (mergers.text(row, ":START_ID"), mergers.text(row, ":END_ID"))
      predecessors[new, default: []].insert(old)
      if mergers.text(row, "kind") == "rename" { renamed[new] = old }
    }
  }

  func until(_ code: String) -> CalendarDate? { entries[code]?.until }

  func from(_ code: String) -> CalendarDate? { entries[code]?.from }

  /// Whether a municipality had gone on a day.
  func hasEnded(_ code: String, on day: CalendarDate) -> Bool { until(code).map { $0 <= day } ?? false }

  /// How many there are on a day.
  func count(on day: CalendarDate) -> Int {
    entries.values.count { entry in (entry.from.map { $0 <= day } ?? true) && (entry.until.map { day < $0 } ?? true) }
  }

  mutating func add(_ code: String, _ entry: Entry) { entries[code] = entry }

  mutating func end(_ code: String, on day: CalendarDate) { entries[code]?.until = day }
}
