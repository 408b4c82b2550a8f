/// One cell of a table: where its text stands in the bytes of its file.
struct TableCell: BitwiseCopyable {
  private let offset: UInt32
  /// The number of bytes times two, plus one when the cell is quoted.
  private let size: UInt32

  init(_ field: CSVField) {
    offset = UInt32(truncatingIfNeeded: field.start)
    size = UInt32(truncatingIfNeeded: field.count) << 1 | (field.isQuoted ? 1 : 0)
  }

  /// A cell that is not quoted.
  @inline(__always)
  init(start: Int, count: Int) {
    self.init(offset: UInt32(truncatingIfNeeded: start), size: UInt32(truncatingIfNeeded: count) << 1)
  }

  private init(offset: UInt32, size: UInt32) { (self.offset, self.size) = (offset, size) }

  /// A cell that a short row does not have.
  static let missing = TableCell(offset: .max, size: 0)

  @inline(__always) var start: Int { Int(offset) }
  @inline(__always) var count: Int { Int(size >> 1) }
  var isQuoted: Bool { size & 1 == 1 }

  /// Nothing at all between two delimiters, or past the end of a short row.
  @inline(__always) var isAbsent: Bool { size == 0 }
  var isMissing: Bool { offset == .max && size == 0 }
}
