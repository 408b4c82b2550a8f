/// What an import changes, for the one who decides whether to make it.
public struct ImportSummary {
  /// What changes in one division.
  struct Division {
    let history: RegionHistory
    /// The days of the lists that are new.
    let dates: [CalendarDate]
    /// The days of the lists that the folder has already, or that are older.
    let passedOver: [CalendarDate]
  }

  var divisions: [Division] = []
  var municipalities: MunicipalityChanges?
  var ignoredColumns: [String] = []
  var staleRows = 0
  var addedSources: [String] = []
  var newDivisions: [String] = []
  var files: [String] = []

  /// How many changes of one division are listed.
  private static let limit = 20

  /// The summary in sentences, one to a line.
  public var text: String { (divisionLines + municipalityLines + remarks).map { $0 + "\n" }.joined() }
}

// MARK: - Divisions

extension ImportSummary {
  private var divisionLines: [String] {
    divisions.flatMap { division in [headline(division)] + details(division.history) }
  }

  private func headline(_ division: Division) -> String {
    let code = division.history.division.code
    guard let first = division.dates.first, let last = division.dates.last else {
      return "\(code): nothing new; the folder goes up to \(division.passedOver.last?.description ?? "another day")"
    }
    let days = first == last ? "\(first)" : "\(division.dates.count) lists, \(first) to \(last)"
    let changes = division.history.changes
    let begins = changes.count { if case .begins = $0 { true } else { false } }
    let ends = changes.count { if case .ends = $0 { true } else { false } }
    let goingOn = division.history.periods.count { $0.goesOn(after: last) }
    let older =
      division.passedOver.isEmpty ? "" : "; passed over, not later than the folder: \(division.passedOver.count) lists"
    return "\(code): \(days); \(begins) begin, \(ends) end, \(goingOn) hold at the end\(older)"
  }

  private func details(_ history: RegionHistory) -> [String] {
    let names = Dictionary(history.regions.map { ($0.id, $0.name) }) { first, _ in first }
    let lines = history.changes.map { "  " + line($0, names) }
    guard lines.count > ImportSummary.limit else { return lines }
    return lines.prefix(ImportSummary.limit) + ["  and \(lines.count - ImportSummary.limit) more changes"]
  }

  private func line(_ change: RegionChange, _ names: [String: String]) -> String {
    switch change {
    case .begins(let period): "\(period.from)  begins  " + subject(period, names)
    case .ends(let period):
      "\(period.until?.description ?? "")  ends    " + subject(period, names)
        + (period.endIsUnknown ? " (on a day between two lists)" : "")
    case .regionBegins(let id, let name, let date): "\(date)  begins  region \(id) \(name)"
    case .regionEnds(let id, let name, let date): "\(date)  ends    region \(id) \(name)"
    case .regionIsRenamed(let id, let from, let to, let date): "\(date)  renamed region \(id) \(from), now \(to)"
    }
  }

  private func subject(_ period: RegionPeriod, _ names: [String: String]) -> String {
    "\(period.municipality) in \(period.region) \(names[period.region] ?? "")"
      + (period.part.isEmpty ? "" : " (\(period.part))")
  }
}

// MARK: - Municipalities and remarks

extension ImportSummary {
  private var municipalityLines: [String] {
    let begun = (municipalities?.begun ?? []).map { "municipality \($0.code) \($0.entry.name) is new" }
    let ended = (municipalities?.ended ?? []).map { "municipality \($0.code) ends on \($0.date)" }
    let lines = begun + ended
    let shown = Array(lines.prefix(ImportSummary.limit))
    let more = lines.count > shown.count ? ["and \(lines.count - shown.count) more municipalities"] : []
    let hint = begun.isEmpty || ended.isEmpty ? [] : ["say in mergers.csv which municipality succeeds which"]
    return shown + more + hint
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if staleRows > 0 { remarks.append("passed over: \(staleRows) rows of municipalities that had gone on the day") }
    if !ignoredColumns.isEmpty {
      remarks.append("columns without a meaning: \(ignoredColumns.joined(separator: ", "))")
    }
    for id in addedSources { remarks.append("source \(id) is new: complete its title, publisher and licence") }
    for code in newDivisions {
      remarks.append("division \(code) is new: give it a name and a label \(code)Region in schema.csv")
    }
    remarks.append(files.isEmpty ? "no file changes" : "files that change: \(files.joined(separator: ", "))")
    return remarks
  }
}
