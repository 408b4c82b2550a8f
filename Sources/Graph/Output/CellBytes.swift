/// The cells of some rows, made column by column and written row by row.
struct CellBytes {
  /// So many rows that their cells stay near at hand.
  static let goodRowCount = 512

  private let rowCount: Int
  private var bytes = OutputBuffer()
  /// Where each cell ends, column after column.
  private var ends: [Int] = []

  init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    ends.reserveCapacity(rowCount * columnCount)
  }

  /// Adds the next cell of a column, after the last one the first of the next column.
  @inline(__always)
  mutating func add(_ write: (inout OutputBuffer) -> Void) {
    write(&bytes)
    ends.append(bytes.bytes.count)
  }

  /// Writes the rows. O(bytes).
  func write(to output: inout OutputBuffer, delimiter: String, lineEnd: String) {
    let (delimiter, lineEnd) = (Array(delimiter.utf8), Array(lineEnd.utf8))
    let columnCount = ends.count / max(1, rowCount)
    let between = rowCount * (max(1, columnCount) - 1) * delimiter.count
    output.write(count: bytes.bytes.count + between + rowCount * lineEnd.count) { target in
      var next = target
      func put(_ part: UnsafeRawBufferPointer) {
        guard let source = part.baseAddress else { return }
        next.copyMemory(from: source, byteCount: part.count)
        next += part.count
      }
      bytes.bytes.withUnsafeBytes { bytes in
        for row in 0..<rowCount {
          for column in 0..<columnCount {
            if column > 0 { delimiter.withUnsafeBytes(put) }
            let cell = column * rowCount + row
            put(UnsafeRawBufferPointer(rebasing: bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]))
          }
          lineEnd.withUnsafeBytes(put)
        }
      }
    }
  }
}
