/// A CSV file of a landscape, read and with its header understood.
///
/// Made on one thread and then handed to another, never used by two.
final class TableFile: @unchecked Sendable {
  /// The most bytes of one load, so that every offset into its texts fits in 32 bits.
  static let totalLimit = Int(UInt32.max)

  let path: String
  /// The place of the file in the load.
  var number = 0
  let header: TableHeader
  let delimiter: UInt8
  /// How many bytes the file has.
  let size: Int
  /// The text, doubled quotes undone.
  private var bytes: [UInt8]
  private var cells: TableCells

  private init(path: String, header: TableHeader, mark: CSVReader.Mark, bytes: consuming [UInt8]) {
    self.path = path
    self.header = header
    delimiter = mark.delimiter
    size = bytes.count
    cells = TableCells(width: header.titles.count, path: path, byteCount: mark.remaining(in: size))
    self.bytes = consume bytes
    self.bytes.withUnsafeMutableBufferPointer { cells.cut($0, behind: mark) }
  }

  /// Why rows were passed over, each with the number of the row before which it stood.
  var losses: [(row: Int, error: LoadError)] { cells.losses }

  /// Lends the rows of files, once: afterwards the texts and the cells are given back to the system.
  static func withRows(of files: ArraySlice<TableFile>, _ body: ([TableRows]) -> Void) {
    var lent: [TableRows] = []
    func lend(_ rest: ArraySlice<TableFile>) {
      guard let first = rest.first else { return body(lent) }
      first.withRows {
        lent.append($0)
        lend(rest.dropFirst())
      }
    }
    lend(files)
  }

  /// Lends the rows, once.
  func withRows(_ body: (TableRows) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      cells.lines.withUnsafeBufferPointer { lines in
        body(TableRows(self, bytes: bytes, cells: cells.cells, lines: lines))
      }
    }
    cells.removeRows()
    bytes = []
  }

  /// Reads a file: its bytes, its header and its rows cut into cells.
  ///
  /// Fails when it cannot be read, is not UTF-8, or its header is not one of a landscape.
  static func open(_ path: String) -> Result<TableFile, LoadFailure> {
    do throws(LoadFailure) {
      return read(path, bytes: try contents(of: path))
    } catch {
      return .failure(error)
    }
  }

  /// The bytes of a file.
  static func contents(of path: String) throws(LoadFailure) -> [UInt8] {
    do throws(FileSystem.Refusal) {
      return try FileSystem.bytes(of: path, limit: totalLimit)
    } catch {
      throw LoadFailure([LoadError(file: path, message: "the file cannot be read: \(error.reason)")])
    }
  }

  /// Understands the bytes of a file.
  static func read(_ path: String, bytes: consuming [UInt8]) -> Result<TableFile, LoadFailure> {
    if let error = problem(of: bytes, in: path) { return .failure(LoadFailure([error])) }
    var bytes = consume bytes
    switch bytes.withUnsafeMutableBufferPointer({ header($0, path) }) {
    case .success(let (header, mark)):
      return .success(TableFile(path: path, header: header, mark: mark, bytes: consume bytes))
    case .failure(let failure): return .failure(failure)
    }
  }

  private static func header(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, _ path: String
  ) -> Result<(TableHeader, CSVReader.Mark), LoadFailure> {
    var reader = CSVReader(bytes)
    let location = { (offset: Int) in TextLocation(of: offset, in: UnsafeBufferPointer(bytes)) }
    do throws(CSVProblem) {
      _ = try reader.next()
    } catch {
      return .failure(LoadFailure([LoadError(error, file: path, at: location(error.offset))]))
    }
    let titles = reader.fields.map(reader.string)
    do throws(TableHeader.HeaderProblems) {
      return .success((try TableHeader(titles: titles), reader.mark))
    } catch {
      let errors = error.all.map { problem in
        let offset = problem.field.map { reader.fields[$0].start } ?? 0
        return LoadError(problem, titles: titles, file: path, at: location(offset))
      }
      return .failure(LoadFailure(Array(errors.prefix(LoadErrors.limit)), total: errors.count))
    }
  }
}

// MARK: - Files that are no CSV

extension TableFile {
  /// What is wrong with the bytes as a whole, nil when they are UTF-8 text.
  static func problem(of bytes: [UInt8], in path: String) -> LoadError? {
    if bytes.isEmpty {
      return LoadError(file: path, message: "the file is empty", hint: "write a header, or delete it")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return notText(path, "this is a spreadsheet or zip file, not CSV")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return notText(path, "the text is UTF-16, not UTF-8")
    }
    return bytes.withUnsafeBufferPointer { buffer in
      if UTF8Check.isPlain(buffer) { return nil }
      if let offset = UTF8Check.firstInvalid(in: buffer) { return notUTF8(path, buffer, offset) }
      if let offset = buffer.firstIndex(of: 0) {
        let at = TextLocation(of: offset, in: buffer)
        return LoadError(file: path, line: at.line, column: at.column, message: "there is a zero byte in the text")
      }
      return nil
    }
  }

  private static let saveHint = "save it as 'CSV UTF-8'"

  private static func notText(_ path: String, _ message: String) -> LoadError {
    LoadError(file: path, message: message, hint: saveHint)
  }

  private static func notUTF8(_ path: String, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> LoadError {
    let at = TextLocation(of: offset, in: bytes)
    let byte = String(bytes[offset], radix: 16, uppercase: true)
    return LoadError(
      file: path, line: at.line, column: at.column, message: "byte 0x\(byte) at offset \(offset) is not UTF-8",
      hint: saveHint)
  }
}
