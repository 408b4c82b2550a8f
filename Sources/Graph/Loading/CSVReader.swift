/// One cell of a record: where its text stands in the bytes.
struct CSVField {
  /// The offset of the first byte of the text, past an opening quote.
  let start: Int
  let count: Int
  /// Quoted, so that an empty one is an empty text and not nothing.
  let isQuoted: Bool

  /// Nothing at all between two delimiters.
  var isAbsent: Bool { count == 0 && !isQuoted }
}

/// Why a record cannot be read.
struct CSVProblem: Error, Equatable {
  let offset: Int
  let message: String
  var hint: String?
}

/// Cuts bytes into records and fields: RFC 4180 with the sloppiness of spreadsheets.
///
/// Accepts `,`, `;` or tab as delimiter (the one most frequent in the first line, or the one named by a line `sep=`), a UTF-8
/// byte order mark, LF, CR LF or CR as line end, and quoted fields with `""` and line ends in them. Doubled quotes are undone
/// in place: the text moves left and quotes fill the gap, so that every other byte stays where it was.
struct CSVReader {
  /// The longest field that is accepted, in bytes.
  static let fieldLimit = 16 << 20
  /// The most fields of one record that are accepted: as many columns as a spreadsheet has.
  static let recordLimit = 16_384

  let delimiter: UInt8
  /// The fields of the current record.
  private(set) var fields: [CSVField] = []
  /// The line on which the current record starts, from 1.
  private(set) var line = 1

  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var position: Int
  private var nextLine = 1

  /// Starts before the first record; the bytes must outlive the reader.
  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let named = CSVReader.namedDelimiter(UnsafeBufferPointer(bytes), from: start) {
      delimiter = named
      position = start
      _ = try? next()
    } else {
      delimiter = CSVReader.frequentDelimiter(UnsafeBufferPointer(bytes), from: start)
      position = start
    }
  }

  /// Goes on behind the records that another reader has read from the same bytes.
  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, after mark: Mark) {
    self.bytes = bytes
    (delimiter, position, nextLine) = (mark.delimiter, mark.position, mark.line)
  }

  /// A place between two records.
  struct Mark {
    let delimiter: UInt8
    fileprivate let position: Int
    fileprivate let line: Int

    /// How many of `count` bytes are behind the mark.
    func remaining(in count: Int) -> Int { count - position }
  }

  /// Where the next record starts.
  var mark: Mark { Mark(delimiter: delimiter, position: position, line: nextLine) }

  /// The text of a field of the current record.
  @inline(__always)
  func text(_ field: CSVField) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[field.start..<field.start + field.count])
  }

  /// A field of the current record as a `String`.
  func string(_ field: CSVField) -> String { String(decoding: text(field), as: UTF8.self) }

  /// Whether the current record holds nothing: an empty line, or delimiters only.
  var isBlank: Bool { fields.allSatisfy(\.isAbsent) }

  /// Moves to the next record; false at the end. O(length of the record).
  mutating func next() throws(CSVProblem) -> Bool {
    guard position < bytes.count else { return false }
    fields.removeAll(keepingCapacity: true)
    line = nextLine
    while try !readField() {}
    return true
  }
}

// MARK: - Records without quotes

extension CSVReader {
  /// Reads a record straight into room for `width` cells, and gives how many it has; 0, and nothing is read, at the end and
  /// when a field is quoted, when there are more than `width`, or when anything else needs `next()`.
  @inline(__always)
  mutating func nextPlain(into cells: UnsafeMutablePointer<TableCell>, width: Int) -> Int {
    guard position < bytes.count, bytes[position] != UInt8(ascii: "\"") else { return 0 }
    var count = 0
    var start = position
    var base = position
    while base < bytes.count {
      var ends = fieldEnds(from: base)
      while ends != 0 {
        let place = base + ends.trailingZeroBitCount >> 3
        ends &= ends - 1
        if count == width || place - start > CSVReader.fieldLimit { return 0 }
        cells[count] = TableCell(start: start, count: place - start)
        count += 1
        if bytes[place] != delimiter {
          finishRecord(at: place)
          return count
        }
        start = place + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "\"") { return 0 }
      }
      base += 8
    }
    if count == width || bytes.count - start > CSVReader.fieldLimit { return 0 }
    cells[count] = TableCell(start: start, count: bytes.count - start)
    finishRecord(at: bytes.count)
    return count + 1
  }

  /// Passes the end of a record without quotes.
  @inline(__always)
  private mutating func finishRecord(at place: Int) {
    line = nextLine
    position = place
    _ = readEnd()
  }

  /// Where the delimiter or line end behind a field without quotes stands: eight bytes are looked at together.
  @inline(__always)
  private func endOfPlain(from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let ends = fieldEnds(from: place)
      if ends != 0 { return place + ends.trailingZeroBitCount >> 3 }
      place += 8
    }
    return bytes.count
  }

  /// Which of the next eight bytes end a field without quotes: their high bits, the first byte lowest.
  @inline(__always)
  private func fieldEnds(from place: Int) -> UInt64 {
    if place + 8 <= bytes.count { return word(at: place).marks(delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")) }
    var word: UInt64 = 0
    for (number, byte) in bytes[place...].enumerated() { word |= UInt64(byte) << UInt64(number * 8) }
    let known = UInt64(1) << UInt64((bytes.count - place) * 8) - 1
    return word.marks(delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r")) & known
  }

  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes.baseAddress! + place).loadUnaligned(as: UInt64.self))
  }
}

extension UInt64 {
  /// The high bits of the bytes that equal one of three.
  @inline(__always)
  fileprivate func marks(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt64 {
    ~(difference(from: first) & difference(from: second) & difference(from: third)) & 0x8080_8080_8080_8080
  }

  /// A word whose bytes have their high bit clear where they equal another: no carry passes from byte to byte.
  @inline(__always)
  private func difference(from byte: UInt8) -> UInt64 {
    let difference = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference & 0x7f7f_7f7f_7f7f_7f7f) &+ 0x7f7f_7f7f_7f7f_7f7f | difference
  }
}

// MARK: - Fields

extension CSVReader {
  /// Reads one field and what ends it; true when that ends the record too.
  @inline(__always)
  private mutating func readField() throws(CSVProblem) -> Bool {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      try readQuoted()
    } else {
      try readPlain()
    }
    return readEnd()
  }

  @inline(__always)
  private mutating func readPlain() throws(CSVProblem) {
    let start = position
    position = endOfPlain(from: start)
    try append(CSVField(start: start, count: position - start, isQuoted: false))
  }

  private mutating func readQuoted() throws(CSVProblem) {
    let start = position + 1
    var place = start
    var written = start
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        guard place + 1 < bytes.count, bytes[place + 1] == byte else { break }
        place += 1
      } else if isLineEnd(place) {
        nextLine += 1
      }
      if written != place { bytes[written] = byte }
      written += 1
      place += 1
    }
    guard place < bytes.count else { throw CSVReader.unclosedQuote(at: start - 1) }
    for index in written..<place { bytes[index] = UInt8(ascii: "\"") }
    position = place + 1
    try append(CSVField(start: start, count: written - start, isQuoted: true))
    try checkAfterQuote(openedAt: start - 1)
  }

  private func checkAfterQuote(openedAt start: Int) throws(CSVProblem) {
    guard position < bytes.count else { return }
    switch bytes[position] {
    case delimiter, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
    default: throw CSVReader.textAfterQuote(at: position)
    }
  }

  private mutating func append(_ field: CSVField) throws(CSVProblem) {
    guard field.count <= CSVReader.fieldLimit else { throw CSVReader.tooLong(field) }
    guard fields.count < CSVReader.recordLimit else { throw CSVReader.tooMany(at: field.start) }
    fields.append(field)
  }

  /// Passes a delimiter (false), or a line end or the end of the bytes (true).
  @inline(__always)
  private mutating func readEnd() -> Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    position += 1
    if byte == delimiter { return false }
    if byte == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    nextLine += 1
    return true
  }

  /// A line feed, or a carriage return that no line feed follows.
  private func isLineEnd(_ place: Int) -> Bool {
    switch bytes[place] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "\r"): place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n")
    default: false
    }
  }
}

// MARK: - Delimiter

extension CSVReader {
  /// The delimiter that a spreadsheet's first line `sep=;` names.
  private static func namedDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8? {
    let place = start + 4
    guard place < bytes.count, bytes[start..<place].elementsEqual("sep=".utf8) else { return nil }
    guard place + 1 == bytes.count || bytes[place + 1] == 10 || bytes[place + 1] == 13 else { return nil }
    let isUsable = bytes[place] < 0x80 && ![10, 13, UInt8(ascii: "\"")].contains(bytes[place])
    return isUsable ? bytes[place] : nil
  }

  /// The most frequent of comma, semicolon and tab in the first line outside quotes; comma when there is none.
  private static func frequentDelimiter(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes[start...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) }
    return candidates[best ?? 0]
  }
}

// MARK: - Problems

extension CSVReader {
  private static func unclosedQuote(at offset: Int) -> CSVProblem {
    CSVProblem(
      offset: offset, message: "the quote opened here is never closed",
      hint: "close it with \"; a quote inside a quoted text is written twice")
  }

  private static func textAfterQuote(at offset: Int) -> CSVProblem {
    CSVProblem(
      offset: offset, message: "there is text after the closing quote",
      hint: "a quote inside a quoted text is written twice: \"say \"\"yes\"\" to it\"")
  }

  private static func tooLong(_ field: CSVField) -> CSVProblem {
    CSVProblem(
      offset: field.start,
      message: "the cell holds \(field.count) bytes, more than the \(fieldLimit) that are accepted",
      hint: "is a quote missing or doubled somewhere before?")
  }

  private static func tooMany(at offset: Int) -> CSVProblem {
    CSVProblem(offset: offset, message: "the row holds more than \(recordLimit) cells", hint: "is this a CSV file?")
  }
}
