/// Reads a table of memberships, long or wide.
struct MembershipReader {
  /// What the command line adds to a table.
  struct Defaults {
    /// The year of a table without a column for it.
    var year: Int?
    /// The source of a table without a column for it.
    var source: String?
  }

  private let table: PlainTable
  private let columns: TableColumns
  private let defaults: Defaults
  private let divisions: [RegionDivision]
  private var errors = LoadErrors()
  private var rows: [MembershipRow] = []

  /// What a table says, and the titles of the columns that say nothing here.
  ///
  /// - Throws: all mistakes in the table together.
  static func read(
    _ path: String, divisions: [RegionDivision], defaults: Defaults
  ) throws(LoadFailure) -> (rows: [MembershipRow], ignored: [String]) {
    let isHeader = { (titles: [String]) in TableColumns(titles, divisions: divisions).isUsable }
    guard let table = try? PlainTable(path: path, isHeader: isHeader) else {
      throw unusable(try PlainTable(path: path), divisions)
    }
    var reader = MembershipReader(table, divisions: divisions, defaults: defaults)
    reader.readRows()
    try reader.errors.throwIfAny()
    return (reader.rows, reader.columns.ignored)
  }

  private init(_ table: PlainTable, divisions: [RegionDivision], defaults: Defaults) {
    self.table = table
    self.defaults = defaults
    self.divisions = divisions
    columns = TableColumns(table.titles, divisions: divisions)
  }

  private mutating func readRows() {
    if columns.year == nil, defaults.year == nil {
      errors.add(
        LoadError(
          file: table.path, line: 1, message: "the table does not say of which year it is",
          hint: "add a column 'year' (or 'jaar'), or give --year 2027"))
      return
    }
    for row in table.rows where !isRemark(row) {
      do throws(LoadError) {
        try read(row)
      } catch {
        errors.add(error)
      }
    }
  }

  /// A line below the table: its first cell only.
  private func isRemark(_ row: PlainTable.Row) -> Bool { row.cells.dropFirst().allSatisfy(\.isEmpty) }

  private mutating func read(_ row: PlainTable.Row) throws(LoadError) {
    let year = try year(row)
    let municipality = try municipality(row)
    if columns.isLong {
      rows.append(try longRow(row, year, municipality))
      return
    }
    for wide in columns.wide {
      let (code, name) = (text(row, wide.code), text(row, wide.name))
      if code.isEmpty, name.isEmpty { continue }
      rows.append(
        membership(row, year, wide.division.code, (code, name), municipality, part: ""))
    }
  }

  private func longRow(
    _ row: PlainTable.Row, _ year: Int, _ municipality: String
  ) throws(LoadError) -> MembershipRow {
    let (code, name) = (text(row, columns.regionCode), text(row, columns.regionName))
    if code.isEmpty, name.isEmpty {
      throw table.error(
        row, columns.regionCode ?? columns.regionName ?? 0, "the row names no region", hint: "give its code or its name"
      )
    }
    return membership(row, year, try division(row), (code, name), municipality, part: text(row, columns.part))
  }

  private func membership(
    _ row: PlainTable.Row, _ year: Int, _ division: String, _ region: (code: String, name: String),
    _ municipality: String, part: String
  ) -> MembershipRow {
    let isUnassigned = NameSpelling.letters(region.name) == "nietintedelen"
    return MembershipRow(
      line: row.line, year: year, division: division, regionCode: region.code,
      regionName: region.name.isEmpty ? region.code : region.name, municipality: municipality,
      municipalityName: text(row, columns.municipalityName), part: isUnassigned ? MembershipRow.unassigned : part,
      source: text(row, columns.source).isEmpty ? defaults.source ?? fileName : text(row, columns.source))
  }

  private var fileName: String {
    let name = table.path.split(separator: "/").last.map(String.init) ?? table.path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  private func text(_ row: PlainTable.Row, _ column: Int?) -> String { column.map { row.cells[$0] } ?? "" }
}

// MARK: - Cells

extension MembershipReader {
  private func year(_ row: PlainTable.Row) throws(LoadError) -> Int {
    guard let column = columns.year, !row.cells[column].isEmpty else {
      if let year = defaults.year { return year }
      throw table.error(row, columns.year ?? 0, "the row has no year", hint: "fill it in, or give --year 2027")
    }
    let whole = row.cells[column].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    if whole.count <= 2, whole.dropFirst().allSatisfy({ $0.allSatisfy { $0 == "0" } }), let year = Int(whole[0]),
      (1800...2200).contains(year)
    {
      return year
    }
    throw table.error(row, column, "'\(row.cells[column])' is no year", hint: "write it as 2027")
  }

  private func division(_ row: PlainTable.Row) throws(LoadError) -> String {
    guard let column = columns.division else { return "" }
    let word = NameSpelling.letters(row.cells[column])
    if let known = divisions.first(where: { $0.words.contains(word) }) { return known.code }
    let text = row.cells[column]
    if !text.isEmpty, text.utf8.allSatisfy({ $0 == 0x2D || UnicodeScalar($0).properties.isAlphabetic }) { return text }
    throw table.error(
      row, column, "'\(text)' is no division",
      hint: NearestName.hint(for: text, in: divisions.map(\.code)) ?? "write a code of letters, such as RMC")
  }

  /// The code of the municipality as `GM0014`, however a spreadsheet made it shorter.
  private func municipality(_ row: PlainTable.Row) throws(LoadError) -> String {
    guard let column = columns.municipalityCode else {
      throw table.error(
        row, columns.municipalityName ?? 0, "the table has no codes of municipalities",
        hint: "add a column 'gemeentecode': names alone change too often")
    }
    let text = row.cells[column]
    let digits = text.uppercased().hasPrefix("GM") ? text.dropFirst(2) : text[...]
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(CellReader.isDigit) else {
      throw table.error(
        row, column, text.isEmpty ? "the row has no code of a municipality" : "'\(text)' is no code of a municipality",
        hint: "write it as GM0014 or 14")
    }
    return "GM" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }

  private static func unusable(_ table: PlainTable, _ divisions: [RegionDivision]) -> LoadFailure {
    LoadFailure([
      LoadError(
        file: table.path, line: 1,
        message: "the titles are neither those of a long nor of a wide table of memberships",
        hint: "long: year, division, region_code, region_name, municipality_code, municipality_name (part, source); "
          + "wide: a code of the municipality, and a code or name for each division: "
          + divisions.map(\.code).joined(separator: ", "))
    ])
  }
}
