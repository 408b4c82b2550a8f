/// The lists in a table of memberships: by division, then by day.
struct RegionLists {
  private(set) var byDivision: [String: [CalendarDate: RegionObservation]] = [:]
  /// The divisions in the order the table names them.
  private(set) var divisions: [String] = []
  /// How many rows name a municipality that had gone on the day.
  private(set) var staleRows = 0
  /// The names of the municipalities, the newest of each.
  private(set) var names: [String: String] = [:]

  private let postcodes: PartialMunicipalities

  /// Sorts rows into lists.
  ///
  /// - Throws: when two sources describe one division on the same day.
  init(
    _ rows: [MembershipRow], file: String, sources: inout SourceIndex, municipalities: Municipalities,
    postcodes: PartialMunicipalities
  ) throws(LoadFailure) {
    self.postcodes = postcodes
    var known: [String: (RegionSource, CalendarDate)] = [:]
    for row in rows.sorted(by: { ($0.year, $0.line) < ($1.year, $1.line) }) {
      if row.source.hasSuffix(MembershipRow.staleMark) {
        staleRows += 1
        continue
      }
      let (source, date) = known["\(row.source)|\(row.year)"] ?? sources.source(row.source, year: row.year, file: file)
      known["\(row.source)|\(row.year)"] = (source, date)
      if municipalities.hasEnded(row.municipality, on: date) {
        staleRows += 1
        continue
      }
      guard add(row, source, date) else { throw RegionLists.twoSources(row, file, date) }
    }
  }

  /// Adds a row to its list; false when the list is of another source.
  private mutating func add(_ row: MembershipRow, _ source: RegionSource, _ date: CalendarDate) -> Bool {
    if byDivision[row.division] == nil { divisions.append(row.division) }
    var list =
      byDivision[row.division, default: [:]].removeValue(forKey: date)
      ?? RegionObservation(date: date, year: row.year, source: source)
    guard list.source == source else { return false }
    let region = row.regionCode.isEmpty ? "~" + row.regionName : row.regionCode
    let isPseudo = row.part == MembershipRow.unassigned
    let part = isPseudo ? "" : postcodes.written(row.part, of: row.municipality)
    list.places[row.municipality, default: []].insert(RegionObservation.Place(region: region, part: part))
    list.names[region] = row.regionName
    if isPseudo { list.pseudo.insert(region) }
    byDivision[row.division, default: [:]][date] = list
    if !row.municipalityName.isEmpty { names[row.municipality] = row.municipalityName }
    return true
  }

  private static func twoSources(_ row: MembershipRow, _ file: String, _ date: CalendarDate) -> LoadFailure {
    LoadFailure([
      LoadError(
        file: file, line: row.line, text: row.source,
        message: "two sources describe \(row.division) on \(date)", hint: "import one of them")
    ])
  }

  /// The lists of a division, ascending by day.
  func lists(of division: String) -> [RegionObservation] {
    (byDivision[division] ?? [:]).values.sorted { $0.date < $1.date }
  }

  /// The municipalities that any list of a day names.
  var municipalitiesByDate: [CalendarDate: Set<String>] {
    var found: [CalendarDate: Set<String>] = [:]
    for lists in byDivision.values {
      for (date, list) in lists { found[date, default: []].formUnion(list.places.keys) }
    }
    return found
  }

  /// The sources of a day's lists, one of them.
  func source(on date: CalendarDate) -> String {
    divisions.lazy.compactMap { byDivision[$0]?[date]?.source.id }.first ?? ""
  }
}
