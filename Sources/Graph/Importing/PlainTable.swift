/// A CSV file as texts: its titles, and its rows with the line each starts on.
struct PlainTable {
  /// One row of texts, as many as there are titles.
  struct Row {
    let line: Int
    var cells: [String]
    /// Where the texts start in the bytes of the file.
    var offsets: [Int] = []
  }

  let path: String
  private(set) var titles: [String]
  var rows: [Row] = []
  private var text: [UInt8] = []

  /// An empty table.
  init(path: String, titles: [String]) { (self.path, self.titles) = (path, titles) }

  /// Understands a file: any delimiter of a spreadsheet, with or without byte order mark, trailing blanks cut off.
  ///
  /// - Parameter isHeader: whether the texts of a row are the titles; rows before them are passed over, at most ten.
  /// - Throws: when it cannot be read, is no CSV text, or has no titles.
  init(path: String, isHeader: ([String]) -> Bool = { _ in true }) throws(LoadFailure) {
    let bytes = try TableFile.contents(of: path)
    if let error = TableFile.problem(of: bytes, in: path) { throw LoadFailure([error]) }
    switch PlainTable.records(bytes, path) {
    case .failure(let failure): throw failure
    case .success(let (records, read)):
      guard let place = records.prefix(11).firstIndex(where: { isHeader($0.cells) }) else {
        throw LoadFailure([LoadError(file: path, line: records.first?.line, message: "no row of titles was recognised")]
        )
      }
      self.path = path
      titles = records[place].cells
      text = read
      rows = records[(place + 1)...].map { row in
        Row(line: row.line, cells: fitted(row.cells), offsets: row.offsets)
      }
    }
  }

  private func fitted(_ cells: [String]) -> [String] {
    Array(cells.prefix(titles.count)) + Array(repeating: "", count: max(0, titles.count - cells.count))
  }

  private static func records(_ bytes: [UInt8], _ path: String) -> Result<([Row], [UInt8]), LoadFailure> {
    var bytes = bytes
    let rows: Result<[Row], LoadFailure> = bytes.withUnsafeMutableBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var rows: [Row] = []
      do throws(CSVProblem) {
        while try reader.next() {
          let cells = reader.fields.map { trimmed(reader.string($0)) }
          if cells.contains(where: { !$0.isEmpty }) {
            rows.append(Row(line: reader.line, cells: cells, offsets: reader.fields.map(\.start)))
          }
        }
        return .success(rows)
      } catch {
        let place = TextLocation(of: error.offset, in: UnsafeBufferPointer(buffer))
        return .failure(LoadFailure([LoadError(error, file: path, at: place)]))
      }
    }
    return rows.map { ($0, bytes) }
  }

  /// Adds an empty column at the end.
  mutating func add(_ title: String) {
    titles.append(title)
    for row in rows.indices { rows[row].cells.append("") }
  }

  /// A mistake in one cell.
  func error(_ row: Row, _ column: Int, _ message: String, hint: String? = nil) -> LoadError {
    let offset = column < row.offsets.count ? row.offsets[column] : nil
    let at = offset.map { offset in text.withUnsafeBufferPointer { TextLocation(of: offset, in: $0) } }
    return LoadError(
      file: path, line: at?.line ?? row.line, column: at?.column, columnName: titles[column],
      text: LoadError.excerpt(row.cells[column]), message: message, hint: hint)
  }

  /// A text without blanks, no-break spaces among them, at its ends.
  static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop { $0.isWhitespace })
  }

  /// The place of a column by its name, what stands behind a colon not counted.
  func column(_ name: String) -> Int? {
    titles.firstIndex { $0 == name || $0.hasPrefix(name + ":") }
  }

  /// The text of a column in a row, empty when there is no such column.
  func text(_ row: Row, _ name: String) -> String { column(name).map { row.cells[$0] } ?? "" }
}

// MARK: - Writing

extension PlainTable {
  /// The table as a file: commas, line feeds, quotes where they are needed; properties that no row has are left out.
  var bytes: [UInt8] {
    let used = titles.indices.filter { column in
      titles[column].contains("ID") || titles[column].hasPrefix(":") || rows.contains { !$0.cells[column].isEmpty }
    }
    let lines = ([titles] + rows.map(\.cells)).map { cells in
      used.map { PlainTable.quoted(cells[$0]) }.joined(separator: ",") + "\n"
    }
    return Array(lines.joined().utf8)
  }

  /// The table with all its columns, for files that are kept by hand.
  var allBytes: [UInt8] {
    Array(([titles] + rows.map(\.cells)).map { $0.map(PlainTable.quoted).joined(separator: ",") + "\n" }.joined().utf8)
  }

  private static func quoted(_ text: String) -> String {
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13]
    guard text.utf8.contains(where: special.contains) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
