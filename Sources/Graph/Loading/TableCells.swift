/// All rows of a file cut into cells, as many in each row as the header has columns.
struct TableCells {
  private(set) var cells: [TableCell] = []
  /// The line on which each row starts.
  private(set) var lines: [UInt32] = []
  /// Why rows were passed over, each with the number of the row before which it stood.
  private(set) var losses: [(row: Int, error: LoadError)] = []
  let width: Int

  private let path: String

  /// Cuts the rows behind the header. O(bytes).
  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, behind mark: CSVReader.Mark, width: Int, path: String) {
    self.width = width
    self.path = path
    var reader = CSVReader(bytes, after: mark)
    let rest = mark.remaining(in: bytes.count)
    cells.reserveCapacity(rest / 8)
    lines.reserveCapacity(rest / 64)
    do throws(CSVProblem) {
      while true {
        let known = cells.count
        if reader.nextPlain(into: &cells, width: width) {
          keep(from: known, line: reader.line)
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

  private init(losses: [(row: Int, error: LoadError)], width: Int, path: String) {
    (self.losses, self.width, self.path) = (losses, width, path)
  }

  /// The same without the rows.
  var emptied: TableCells { TableCells(losses: losses, width: width, path: path) }

  /// Adds a row that is not blank and no wider than the header.
  private mutating func add(_ reader: CSVReader, _ bytes: UnsafeBufferPointer<UInt8>) {
    let fields = reader.fields
    if fields.count > width, let extra = fields[width...].first(where: { !$0.isAbsent }) {
      losses.append((lines.count, tooWide(reader, extra, bytes)))
      return
    }
    let known = cells.count
    for field in fields.prefix(width) { cells.append(TableCell(field)) }
    keep(from: known, line: reader.line)
  }

  /// Makes the cells from a place on a row, unless it is blank.
  @inline(__always)
  private mutating func keep(from known: Int, line: Int) {
    if cells[known].isAbsent, cells[known...].allSatisfy(\.isAbsent) {
      cells.removeLast(cells.count - known)
      return
    }
    lines.append(UInt32(truncatingIfNeeded: line))
    while cells.count < known + width { cells.append(.missing) }
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
