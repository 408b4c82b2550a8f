/// The columns of a `schema.csv`.
enum SchemaColumn: Int, CaseIterable {
  case kind, name, parent, from, to, closedBy, livesWith, structure, contract
  case english, dutch, englishPlural, dutchPlural, shape, colour, style

  /// The name in the header.
  var title: String { SchemaColumn.titles[rawValue] }

  static let titles = [
    "kind", "name", "parent", "from", "to", "closed_by", "lives_with", "structure", "contract", "en", "nl", "plural_en",
    "plural_nl", "shape", "colour", "style",
  ]

  /// The column with a name in the header.
  init?(title: String) {
    guard let place = SchemaColumn.titles.firstIndex(of: title) else { return nil }
    self.init(rawValue: place)
  }
}

/// The rows of a `schema.csv`, its columns found by name.
struct SchemaRows {

  private let file: String
  private var reader: CSVReader
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The columns in the order of the file; nil for one without a title.
  private var columns: [SchemaColumn?] = []
  private var hasHeader = false
  /// The row read last.
  private(set) var row = SchemaRow(file: "", line: 0, cells: [])

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, file: String) {
    self.file = file
    self.bytes = UnsafeBufferPointer(bytes)
    reader = CSVReader(bytes)
  }

  /// Moves to the next row that is not blank; false at the end, or when the header is wrong.
  mutating func next(_ errors: inout LoadErrors) -> Bool {
    do throws(CSVProblem) {
      while try reader.next() {
        if reader.isBlank { continue }
        if hasHeader {
          readRow()
          return true
        }
        guard readHeader(&errors) else { return false }
      }
    } catch {
      errors.add(LoadError(error, file: file, at: TextLocation(of: error.offset, in: bytes)))
    }
    return false
  }

  private mutating func readHeader(_ errors: inout LoadErrors) -> Bool {
    hasHeader = true
    let titles = reader.fields.map { HeaderCell.trimmed(reader.string($0)) }
    for title in titles where !title.isEmpty && SchemaColumn(title: title) == nil {
      let hint = NearestName.hint(for: title, in: SchemaColumn.titles)
      errors.add(error(title, "'\(title)' is no column of a vocabulary", hint ?? SchemaRows.known))
    }
    for title in ["kind", "name"] where !titles.contains(title) {
      errors.add(error(title, "the column '\(title)' is missing", SchemaRows.known))
    }
    columns = titles.map { SchemaColumn(title: $0) }
    return errors.isEmpty
  }

  private static var known: String { "the columns are \(SchemaColumn.titles.joined(separator: ","))" }

  private func error(_ title: String, _ message: String, _ hint: String) -> LoadError {
    LoadError(file: file, line: reader.line, columnName: title, message: message, hint: hint)
  }

  private mutating func readRow() {
    var cells = [String](repeating: "", count: SchemaColumn.allCases.count)
    for (column, field) in zip(columns, reader.fields) {
      if let column { cells[column.rawValue] = field.count == 0 ? "" : reader.string(field) }
    }
    row = SchemaRow(file: file, line: reader.line, cells: cells)
  }
}

/// One row of a `schema.csv`.
struct SchemaRow {
  let file: String
  let line: Int
  /// The texts by column; none when no row was read.
  let cells: [String]

  /// A cell, empty when there is none.
  subscript(column: SchemaColumn) -> String { cells[column.rawValue] }

  /// The names in a cell, with spaces between them.
  func names(_ column: SchemaColumn) -> [String] {
    self[column].isEmpty ? [] : self[column].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  func error(_ column: SchemaColumn, _ message: String, hint: String? = nil) -> LoadError {
    LoadError(file: file, line: line, columnName: column.title, text: self[column], message: message, hint: hint)
  }
}

// MARK: - Entries

extension SchemaRow {
  var words: SchemaWords {
    let english = self[.english].isEmpty ? self[.name] : self[.english]
    return SchemaWords(
      english: english, dutch: self[.dutch].isEmpty ? english : self[.dutch], englishPlural: self[.englishPlural],
      dutchPlural: self[.dutchPlural])
  }

  private var drawing: SchemaLook { SchemaLook(shape: self[.shape], colour: self[.colour], style: self[.style]) }

  var label: SchemaLabel {
    SchemaLabel(
      name: self[.name], parents: names(.parent), livesWith: names(.livesWith), contract: names(.contract),
      words: words, drawing: drawing)
  }

  func type() throws(LoadError) -> SchemaType {
    SchemaType(
      name: self[.name], from: names(.from).filter { $0 != "*" }, to: names(.to).filter { $0 != "*" },
      closedBy: try closing(), isStructure: try truth(.structure), words: words, drawing: drawing)
  }

  private func closing() throws(LoadError) -> SchemaType.Closing? {
    if self[.closedBy].isEmpty { return nil }
    let parts = self[.closedBy].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let end = SchemaType.End(rawValue: parts[0]), !parts[1].isEmpty else {
      throw error(
        .closedBy, "'\(self[.closedBy])' names no property of an end", hint: "write to.complete or from.complete")
    }
    return SchemaType.Closing(end: end, property: parts[1])
  }

  private func truth(_ column: SchemaColumn) throws(LoadError) -> Bool {
    switch self[column].lowercased() {
    case "true": return true
    case "false", "": return false
    default: throw error(column, "'\(self[column])' is neither true nor false", hint: "write true or leave it empty")
    }
  }

  func property() throws(LoadError) -> SchemaProperty {
    let type: SchemaProperty.ValueType =
      switch self[.from] {
      case "", "string": .string
      case "string[]": .strings
      case "integer", "int": .integer
      case "float": .float
      case "boolean": .boolean
      case "date": .date
      default: .enumeration(self[.from])
      }
    return SchemaProperty(name: self[.name], labels: names(.parent), type: type, words: words)
  }
}
