/// All rows of a file cut into cells, as many in each row as the header has columns.
struct TableCells: ~Copyable {
  /// The line on which each row starts.
  private(set) var lines: [UInt32] = []
  /// Why rows were passed over, each with the number of the row before which it stood.
  private(set) var losses: [(row: Int, error: LoadError)] = []
  let width: Int

  private let path: String
  private var memory: UnsafeMutableBufferPointer<TableCell>
  private var count = 0

  /// Starts without rows, with room for those that so many bytes may hold: room that is not used costs nothing.
  init(width: Int, path: String, byteCount: Int) {
    self.width = width
    self.path = path
    memory = .allocate(capacity: byteCount / 4 + width)
    lines.reserveCapacity(byteCount / 32)
  }

  /// Cuts the rows behind the header. O(bytes).
  mutating func cut(_ bytes: UnsafeMutableBufferPointer<UInt8>, behind mark: CSVReader.Mark) {
    var reader = CSVReader(bytes, after: mark)
    do throws(CSVProblem) {
      while true {
        let read = reader.nextPlain(into: room(), width: width)
        if read > 0 {
          keep(read, line: reader.line)
        } else if try reader.next() {
          add(reader, UnsafeBufferPointer(bytes))
        } else {
          break
        }
      }
    } catch {
      let place = TextLocation(of: error.offset, in: UnsafeBufferPointer(bytes))
      losses.append((lines.count, LoadError(error, file: path, at: place)))
    }
  }

  deinit { memory.deallocate() }

  /// The cells, row after row.
  var cells: UnsafeBufferPointer<TableCell> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// Gives the rows back to the system.
  mutating func removeRows() {
    memory.deallocate()
    (memory, count, lines) = (UnsafeMutableBufferPointer(start: nil, count: 0), 0, [])
  }

  /// Room for the cells of one more row.
  @inline(__always)
  private mutating func room() -> UnsafeMutablePointer<TableCell> {
    if count + width > memory.count { grow() }
    return memory.baseAddress! + count
  }

  private mutating func grow() {
    let grown = UnsafeMutableBufferPointer<TableCell>.allocate(capacity: memory.count * 2 + width)
    _ = grown.update(fromContentsOf: memory[..<count])
    memory.deallocate()
    memory = grown
  }

  /// Adds a row that is not blank and no wider than the header.
  private mutating func add(_ reader: CSVReader, _ bytes: UnsafeBufferPointer<UInt8>) {
    let fields = reader.fields
    if fields.count > width, let extra = fields[width...].first(where: { !$0.isAbsent }) {
      losses.append((lines.count, tooWide(reader, extra, bytes)))
      return
    }
    let row = room()
    for (place, field) in fields.prefix(width).enumerated() { row[place] = TableCell(field) }
    keep(min(fields.count, width), line: reader.line)
  }

  /// Makes the cells that were just read a row, unless it is blank.
  @inline(__always)
  private mutating func keep(_ read: Int, line: Int) {
    let row = memory.baseAddress! + count
    if row[0].isAbsent, (0..<read).allSatisfy({ row[$0].isAbsent }) { return }
    for place in read..<width { row[place] = .missing }
    count += width
    lines.append(UInt32(truncatingIfNeeded: line))
  }

  private func tooWide(_ reader: CSVReader, _ extra: CSVField, _ bytes: UnsafeBufferPointer<UInt8>) -> LoadError {
    let at = TextLocation(of: extra.start - (extra.isQuoted ? 1 : 0), in: bytes)
    let delimiter = reader.delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(reader.delimiter))
    return LoadError(
      file: path, line: at.line, column: at.column, text: LoadError.excerpt(reader.string(extra)),
      message: "the row has \(reader.fields.count) cells, the header \(width)",
      hint: "put a text that contains \(delimiter) between quotes")
  }
}
