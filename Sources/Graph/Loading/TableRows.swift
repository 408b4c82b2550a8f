/// The rows of one file while it is being loaded. The memory they lie in is only read, from any thread.
struct TableRows: @unchecked Sendable {
  let path: String
  let file: Int
  let header: TableHeader
  let reader: CellReader
  /// How many rows there are.
  let count: Int

  private let width: Int
  private let bytes: UnsafeBufferPointer<UInt8>
  private let cells: UnsafeBufferPointer<TableCell>
  private let lines: UnsafeBufferPointer<UInt32>

  init(
    _ file: TableFile, bytes: UnsafeBufferPointer<UInt8>, cells: UnsafeBufferPointer<TableCell>,
    lines: UnsafeBufferPointer<UInt32>
  ) {
    path = file.path
    self.file = file.number
    header = file.header
    reader = CellReader(acceptsDecimalComma: file.delimiter != UInt8(ascii: ","))
    count = lines.count
    width = file.header.titles.count
    (self.bytes, self.cells, self.lines) = (bytes, cells, lines)
  }

  @inline(__always)
  func cell(_ row: Int, _ field: Int) -> TableCell { cells[row * width + field] }

  @inline(__always)
  func text(_ cell: TableCell) -> UnsafeBufferPointer<UInt8> {
    if cell.isAbsent { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.start + cell.count])
  }

  @inline(__always)
  func text(_ row: Int, _ field: Int) -> UnsafeBufferPointer<UInt8> { text(cell(row, field)) }

  func string(_ row: Int, _ field: Int) -> String { String(decoding: text(row, field), as: UTF8.self) }

  /// The line on which a row starts.
  @inline(__always)
  func line(_ row: Int) -> Int { Int(lines[row]) }

  func place(_ row: Int) -> RowOrigins.Place { RowOrigins.Place(file: file, line: Int(lines[row])) }

  /// Calls `body` with the text of each cell of a column that is not absent, ascending by row, and whether it is the same as
  /// the one before.
  @inline(__always)
  func forEachText(
    in field: Int, _ body: (_ row: Int, _ text: UnsafeBufferPointer<UInt8>, _ isRepeated: Bool) -> Void
  ) {
    var last = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var isFirst = true
    for row in 0..<count {
      let cell = cell(row, field)
      if cell.isAbsent { continue }
      let text = text(cell)
      let isRepeated = !isFirst && text.hasSameBytes(as: last)
      body(row, text, isRepeated)
      (last, isFirst) = (text, false)
    }
  }

  var cellCount: Int { cells.count }

  /// Whether a column has any cell that is not absent.
  func hasText(in field: Int) -> Bool { (0..<count).contains { !cell($0, field).isAbsent } }
}

// MARK: - Errors

extension TableRows {
  /// A mistake in one cell.
  func error(_ row: Int, _ field: Int, _ message: String, hint: String? = nil) -> LoadError {
    let cell = cell(row, field)
    let at =
      cell.isMissing
      ? TextLocation(line: Int(lines[row]), column: 1)
      : TextLocation(of: cell.start - (cell.isQuoted ? 1 : 0), in: bytes)
    return LoadError(
      file: path, line: at.line, column: cell.isMissing ? nil : at.column, columnName: header.titles[field],
      text: LoadError.excerpt(string(row, field)), message: message, hint: hint)
  }

  func error(_ row: Int, _ field: Int, _ problem: CellProblem) -> LoadError {
    error(row, field, problem.message, hint: problem.hint)
  }
}
