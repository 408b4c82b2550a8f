/// The rows of a `schema.csv`, its columns found by name.
struct SchemaRows {
  static let columns = [
    "kind", "name", "parent", "from", "to", "closed_by", "lives_with", "structure", "contract", "en", "nl", "plural_en",
    "plural_nl", "shape", "colour", "style",
  ]

  private let file: String
  private var reader: CSVReader
  private let bytes: UnsafeBufferPointer<UInt8>
  private var titles: [String] = []
  private var hasHeader = false
  /// The row read last.
  private(set) var row = SchemaRow(file: "", line: 0, cells: [:])

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
    titles = reader.fields.map { HeaderCell.trimmed(reader.string($0)) }
    for title in titles where !title.isEmpty && !SchemaRows.columns.contains(title) {
      let hint = NearestName.hint(for: title, in: SchemaRows.columns)
      errors.add(error(title, "'\(title)' is no column of a vocabulary", hint ?? SchemaRows.known))
    }
    for title in ["kind", "name"] where !titles.contains(title) {
      errors.add(error(title, "the column '\(title)' is missing", SchemaRows.known))
    }
    return errors.isEmpty
  }

  private static var known: String { "the columns are \(columns.joined(separator: ","))" }

  private func error(_ title: String, _ message: String, _ hint: String) -> LoadError {
    LoadError(file: file, line: reader.line, columnName: title, message: message, hint: hint)
  }

  private mutating func readRow() {
    var cells: [String: String] = [:]
    for (title, field) in zip(titles, reader.fields) { cells[title] = reader.string(field) }
    row = SchemaRow(file: file, line: reader.line, cells: cells)
  }
}

/// One row of a `schema.csv`.
struct SchemaRow {
  let file: String
  let line: Int
  let cells: [String: String]

  /// A cell, empty when there is none.
  subscript(column: String) -> String { cells[column] ?? "" }

  /// The names in a cell, with spaces between them.
  func names(_ column: String) -> [String] { self[column].split(separator: " ").map(String.init) }

  func error(_ column: String, _ message: String, hint: String? = nil) -> LoadError {
    LoadError(file: file, line: line, columnName: column, text: self[column], message: message, hint: hint)
  }
}

// MARK: - Entries

extension SchemaRow {
  var words: SchemaWords {
    let english = self["en"].isEmpty ? self["name"] : self["en"]
    return SchemaWords(
      english: english, dutch: self["nl"].isEmpty ? english : self["nl"], englishPlural: self["plural_en"],
      dutchPlural: self["plural_nl"])
  }

  private var drawing: SchemaLook { SchemaLook(shape: self["shape"], colour: self["colour"], style: self["style"]) }

  var label: SchemaLabel {
    SchemaLabel(
      name: self["name"], parents: names("parent"), livesWith: names("lives_with"), contract: names("contract"),
      words: words, drawing: drawing)
  }

  func type() throws(LoadError) -> SchemaType {
    SchemaType(
      name: self["name"], from: names("from").filter { $0 != "*" }, to: names("to").filter { $0 != "*" },
      closedBy: try closing(), isStructure: try truth("structure"), words: words, drawing: drawing)
  }

  private func closing() throws(LoadError) -> SchemaType.Closing? {
    if self["closed_by"].isEmpty { return nil }
    let parts = self["closed_by"].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let end = SchemaType.End(rawValue: parts[0]), !parts[1].isEmpty else {
      throw error(
        "closed_by", "'\(self["closed_by"])' names no property of an end", hint: "write to.complete or from.complete")
    }
    return SchemaType.Closing(end: end, property: parts[1])
  }

  private func truth(_ column: String) throws(LoadError) -> Bool {
    switch self[column].lowercased() {
    case "true": return true
    case "false", "": return false
    default: throw error(column, "'\(self[column])' is neither true nor false", hint: "write true or leave it empty")
    }
  }

  func property() throws(LoadError) -> SchemaProperty {
    let type: SchemaProperty.ValueType =
      switch self["from"] {
      case "", "string": .string
      case "string[]": .strings
      case "integer", "int": .integer
      case "float": .float
      case "boolean": .boolean
      case "date": .date
      default: .enumeration(self["from"])
      }
    return SchemaProperty(name: self["name"], labels: names("parent"), type: type, words: words)
  }
}
