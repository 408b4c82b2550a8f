/// The rows of one file: what loading nodes and loading relationships share.
struct RowReader {
  let path: String
  let file: Int
  let header: TableHeader
  let cells: CellReader
  var reader: CSVReader
  /// Rows were passed over because they could not be understood.
  private(set) var hasLostRows = false
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Starts behind the header.
  init(_ file: TableFile, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    path = file.path
    self.file = file.number
    header = file.header
    reader = CSVReader(bytes, after: file.mark)
    self.bytes = UnsafeBufferPointer(bytes)
    cells = CellReader(acceptsDecimalComma: reader.delimiter != UInt8(ascii: ","))
  }

  var place: RowOrigins.Place { RowOrigins.Place(file: file, line: reader.line) }

  /// Moves to the next row that is not blank and no wider than the header; false at the end.
  mutating func next(_ errors: inout LoadErrors) -> Bool {
    do throws(CSVProblem) {
      while try reader.next() {
        if reader.fields.count == 1, reader.fields[0].isAbsent { continue }
        if reader.fields[0].isAbsent, reader.isBlank { continue }
        if let extra = extraField {
          errors.add(tooWide(extra))
          hasLostRows = true
          continue
        }
        return true
      }
    } catch {
      errors.add(LoadError(error, file: path, at: location(error.offset)))
      hasLostRows = true
    }
    return false
  }

  /// A cell of the row; absent when the row is short.
  @inline(__always)
  func field(_ number: Int) -> CSVField {
    number < reader.fields.count ? reader.fields[number] : CSVField(start: 0, count: 0, isQuoted: false)
  }

  @inline(__always)
  func text(_ field: CSVField) -> UnsafeBufferPointer<UInt8> { reader.text(field) }

  private var extraField: CSVField? {
    guard reader.fields.count > header.titles.count else { return nil }
    return reader.fields[header.titles.count...].first { !$0.isAbsent }
  }
}

// MARK: - Errors

extension RowReader {
  func location(_ offset: Int) -> TextLocation { TextLocation(of: offset, in: bytes) }

  /// A mistake in one cell of the row.
  func error(_ number: Int, _ message: String, hint: String? = nil) -> LoadError {
    let field = field(number)
    let isMissing = number >= reader.fields.count
    let at = isMissing ? TextLocation(line: reader.line, column: 1) : start(of: field)
    return LoadError(
      file: path, line: at.line, column: isMissing ? nil : at.column, columnName: header.titles[number],
      text: LoadError.excerpt(reader.string(field)), message: message, hint: hint)
  }

  func error(_ number: Int, _ problem: CellProblem) -> LoadError {
    error(number, problem.message, hint: problem.hint)
  }

  private func start(of field: CSVField) -> TextLocation { location(field.start - (field.isQuoted ? 1 : 0)) }

  private func tooWide(_ extra: CSVField) -> LoadError {
    let at = start(of: extra)
    let delimiter = reader.delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(reader.delimiter))
    return LoadError(
      file: path, line: at.line, column: at.column, text: LoadError.excerpt(reader.string(extra)),
      message: "the row has \(reader.fields.count) cells, the header \(header.titles.count)",
      hint: "put a text that contains \(delimiter) between quotes")
  }
}
