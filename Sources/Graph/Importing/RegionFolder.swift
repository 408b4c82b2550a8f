/// The files of a landscape folder that an import reads and writes.
struct RegionFolder {
  let path: String
  let divisionsTable: PlainTable
  let municipalitiesTable: PlainTable
  var sources: SourceIndex
  let mergers: PlainTable?

  private static let divisionTitles = ["id:ID", ":LABEL", "code", "name", "aliases:string[]", "complete:boolean"]
  private static let municipalityTitles = [
    "id:ID", ":LABEL", "code", "name", "valid_from:date", "valid_until:date", "source",
  ]

  /// Reads what there is; a file that is not there is empty.
  init(_ path: String) throws(LoadFailure) {
    self.path = path
    divisionsTable = try RegionFolder.table("divisions.csv", in: path, titles: RegionFolder.divisionTitles)
    municipalitiesTable = try RegionFolder.table(
      "municipalities.csv", in: path, titles: RegionFolder.municipalityTitles)
    sources = SourceIndex(try RegionFolder.table("sources.csv", in: path, titles: SourceIndex.titles))
    mergers = try RegionFolder.table("mergers.csv", in: path, titles: [])
  }

  /// A file of the folder.
  static func table(_ name: String, in folder: String, titles: [String]) throws(LoadFailure) -> PlainTable {
    let path = FileSystem.join(folder, name)
    return FileSystem.kind(of: path) == nil ? PlainTable(path: path, titles: titles) : try PlainTable(path: path)
  }

  /// The divisions that are known.
  var divisions: [RegionDivision] {
    divisionsTable.rows.map { row in
      let words = divisionsTable.text(row, "aliases").split(separator: ";").map(String.init)
      return RegionDivision(
        code: divisionsTable.text(row, "code"), words: words + [divisionsTable.text(row, "name")],
        isComplete: divisionsTable.text(row, "complete") == "true")
    }
  }

  /// What the folder holds of a division.
  ///
  /// - Throws: when a file has columns that an import would lose, or a row without its dates.
  func history(of division: RegionDivision) throws(LoadFailure) -> RegionHistory {
    let regions = try own(division.regionsFile, titles: RegionEntry.titles)
    let periods = try own(division.periodsFile, titles: RegionPeriod.titles)
    var known: [RegionPeriod] = []
    for row in periods.rows {
      guard let period = RegionPeriod(row, of: periods) else {
        throw LoadFailure([
          LoadError(
            file: periods.path, line: row.line, message: "the row has no valid_from or no observed",
            hint: "an import needs to know since when and until when each membership is recorded")
        ])
      }
      known.append(period)
    }
    return RegionHistory(
      division: division, periods: known, regions: regions.rows.map { RegionEntry($0, of: regions) })
  }

  private func own(_ name: String, titles: [String]) throws(LoadFailure) -> PlainTable {
    let table = try RegionFolder.table(name, in: path, titles: titles)
    for title in table.titles where !titles.contains(title) {
      throw LoadFailure([
        LoadError(
          file: table.path, line: 1, columnName: title, message: "an import would lose the column '\(title)'",
          hint: "keep it in a file of its own")
      ])
    }
    return table
  }
}
