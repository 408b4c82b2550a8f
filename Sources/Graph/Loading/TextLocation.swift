/// A line and a place in it, both from 1; the place counts characters as Unicode scalars.
struct TextLocation: Equatable {
  let line: Int
  let column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of a byte; LF, CR LF and CR end a line, and a byte order mark takes no place. O(offset).
  init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let end = min(offset, bytes.count)
    for index in bytes[..<end].indices {
      let byte = bytes[index]
      guard byte == 10 || byte == 13 else { continue }
      if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
      line += 1
      start = index + 1
    }
    let before = start < end ? bytes[start..<end].count { $0 & 0xC0 != 0x80 } : 0
    self.init(line: line, column: before + 1)
  }
}

extension LoadError {
  /// A record that cannot be read.
  init(_ problem: CSVProblem, file: String, at place: TextLocation) {
    self.init(file: file, line: place.line, column: place.column, message: problem.message, hint: problem.hint)
  }

  /// A header that cannot be understood.
  init(_ problem: TableHeader.Problem, titles: [String], file: String, at place: TextLocation) {
    self.init(
      file: file, line: place.line, column: problem.field == nil ? nil : place.column,
      columnName: problem.field.map { titles[$0] }, text: problem.field.map { LoadError.excerpt(titles[$0]) },
      message: problem.message, hint: problem.hint)
  }

  /// A text, cut to 60 characters.
  static func excerpt(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}
