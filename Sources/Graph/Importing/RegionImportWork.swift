/// The steps of one import.
struct RegionImportWork {
  private(set) var summary = ImportSummary()
  private(set) var files: [RegionImport.File] = []

  private let request: RegionImport.Request
  private var folder: RegionFolder
  private var municipalities: Municipalities
  private var lists: RegionLists
  private var divisions: [RegionDivision]
  private var histories: [RegionHistory] = []

  /// Reads the table and the folder.
  init(_ request: RegionImport.Request) throws(LoadFailure) {
    self.request = request
    folder = try RegionFolder(request.folder)
    divisions = folder.divisions
    municipalities = Municipalities(folder.municipalitiesTable, mergers: folder.mergers)
    let postcodes: PartialMunicipalities
    if let path = request.postcodes {
      postcodes = try PartialMunicipalities(PlainTable(path: path))
    } else {
      postcodes = PartialMunicipalities()
    }
    let table = try MembershipReader.read(
      request.table, divisions: divisions,
      defaults: MembershipReader.Defaults(year: request.year, source: request.source))
    lists = try RegionLists(
      table.rows, file: request.table, sources: &folder.sources, municipalities: municipalities, postcodes: postcodes)
    summary.ignoredColumns = table.ignored
    summary.staleRows = lists.staleRows
  }

  /// Takes in the lists and works out the files.
  mutating func run() throws(LoadFailure) {
    let changes = MunicipalityChanges(lists, municipalities)
    municipalities = changes.applied(to: municipalities)
    let known = Set(divisions.map(\.code))
    for code in lists.divisions where !known.contains(code) { divisions.append(newDivision(code)) }
    for division in divisions { histories.append(try history(of: division)) }
    summary.municipalities = changes
    summary.addedSources = folder.sources.added
    summary.newDivisions = divisions.map(\.code).filter { !known.contains($0) }
    makeFiles(changes, known)
  }

  /// A division the folder does not know: complete when its last list holds all municipalities of the day.
  private func newDivision(_ code: String) -> RegionDivision {
    let division = RegionDivision(code: code, isComplete: false)
    guard !division.isOfPartnerships, let last = lists.lists(of: code).last else { return division }
    let all = lists.municipalitiesByDate[last.date] ?? []
    return RegionDivision(code: code, isComplete: last.places.count == all.count)
  }

  private mutating func history(of division: RegionDivision) throws(LoadFailure) -> RegionHistory {
    var history = try folder.history(of: division)
    let (last, found) = (history.lastDate, lists.lists(of: division.code))
    let new = found.filter { list in last.map { $0 < list.date } ?? true }
    let before = history.lastList.map { [$0] } ?? []
    let coded = RegionCoding.code(before + new, division: division.code).dropFirst(before.count)
    for list in coded {
      history.adoptCodes(of: list)
      history.take(list, municipalities)
    }
    if !found.isEmpty {
      summary.divisions.append(
        ImportSummary.Division(
          history: history, dates: new.map(\.date),
          passedOver: found.map(\.date).filter { !new.map(\.date).contains($0) }))
    }
    return history
  }
}

// MARK: - Files

extension RegionImportWork {
  private mutating func makeFiles(_ changes: MunicipalityChanges, _ known: Set<String>) {
    if !changes.isEmpty {
      let lists = lists
      let table = changes.applied(to: folder.municipalitiesTable) { lists.source(on: $0) }
      add("municipalities.csv", table.allBytes)
    }
    if !folder.sources.added.isEmpty { add("sources.csv", folder.sources.table.allBytes) }
    if divisions.contains(where: { !known.contains($0.code) }) { add("divisions.csv", divisionsTable(known).allBytes) }
    for history in histories where !history.periods.isEmpty { makeFiles(of: history) }
    var ofDivision = PlainTable(path: "", titles: [":START_ID", ":END_ID", ":TYPE"])
    for history in histories {
      for region in history.regions.sorted(by: { $0.id < $1.id }) where !region.isPseudo {
        ofDivision.rows.append(PlainTable.Row(line: 0, cells: [region.id, history.division.id, "OF_DIVISION"]))
      }
    }
    add("of_division.csv", ofDivision.bytes)
  }

  private mutating func makeFiles(of history: RegionHistory) {
    guard lists.divisions.contains(history.division.code) else { return }
    var regions = PlainTable(path: "", titles: RegionEntry.titles)
    regions.rows = history.regions.sorted { $0.id < $1.id }.map { PlainTable.Row(line: 0, cells: $0.cells) }
    add(history.division.regionsFile, regions.bytes)
    var periods = PlainTable(path: "", titles: RegionPeriod.titles)
    periods.rows = history.periods.sorted(by: RegionPeriod.precedes).map { PlainTable.Row(line: 0, cells: $0.cells) }
    add(history.division.periodsFile, periods.bytes)
  }

  private func divisionsTable(_ known: Set<String>) -> PlainTable {
    var table = folder.divisionsTable
    for division in divisions where !known.contains(division.code) {
      let values = [
        "id": division.id, ":LABEL": "Division", "code": division.code, "name": division.code,
        "complete": division.isComplete ? "true" : "false",
      ]
      let cells = table.titles.map { values[$0] ?? values[String($0.prefix { $0 != ":" })] ?? "" }
      table.rows.append(PlainTable.Row(line: 0, cells: cells))
    }
    return table
  }

  /// Adds a file, unless it holds these bytes already.
  private mutating func add(_ name: String, _ bytes: [UInt8]) {
    let path = FileSystem.join(request.folder, name)
    if let known = try? FileSystem.bytes(of: path, limit: TableFile.totalLimit), known == bytes { return }
    files.append(RegionImport.File(path: path, bytes: bytes))
    summary.files.append(name)
  }
}
