/// A line of source as shown, with the columns in which a span of it stands.
struct MarkedLine {
  /// The text to show: a window of the line, tabs and hidden characters replaced.
  private(set) var text = ""
  /// How many columns stand before the mark.
  private(set) var markStart = 0
  /// How many columns the mark takes, at least one.
  private(set) var markWidth = 1

  private static let tabWidth = 4
  private static let ellipsis = "…"

  /// A character as it is shown.
  private struct Cell {
    let text: String
    let width: Int
    /// The offsets in the line of its first byte and of the byte after its last.
    let start, end: Int
  }

  /// Shows at most `width` columns of a line round a span, given in UTF-8 offsets. O(width + length of the span), whatever
  /// the length of the line.
  init(_ line: String, span: SourceSpan, width: Int) {
    let bytes = Array(line.utf8)
    let lower = min(max(0, span.lowerBound), bytes.count)
    let upper = min(max(lower, span.upperBound), bytes.count)
    let near = MarkedLine.window(bytes, round: lower, reach: width * 4)
    let cells = MarkedLine.cells(bytes[near])
    let first = cells.firstIndex { $0.end > lower } ?? cells.count
    let last = cells.lastIndex { $0.start < upper } ?? first
    let shown = MarkedLine.fit(cells, first: first, last: max(first, last), width: width)
    compose(cells, shown, first: first, last: last, isCut: (near.lowerBound > 0, near.upperBound < bytes.count))
  }

  private mutating func compose(
    _ cells: [Cell], _ shown: Range<Int>, first: Int, last: Int, isCut: (before: Bool, after: Bool)
  ) {
    if shown.lowerBound > 0 || isCut.before { text = MarkedLine.ellipsis }
    let before = text.isEmpty ? 0 : 1
    for cell in cells[shown] { text += cell.text }
    if shown.upperBound < cells.count || isCut.after { text += MarkedLine.ellipsis }
    func columns(_ range: Range<Int>) -> Int { cells[range.clamped(to: shown)].reduce(0) { $0 + $1.width } }
    markStart = before + columns(0..<first)
    markWidth = max(1, first <= last ? columns(first..<min(last + 1, cells.count)) : 1)
  }

  /// The cells to show: all when they fit, else those round the mark.
  private static func fit(_ cells: [Cell], first: Int, last: Int, width: Int) -> Range<Int> {
    var (lower, upper) = (first, first)
    var room = width - 2
    if cells.reduce(0, { $0 + $1.width }) <= width { return 0..<cells.count }
    while upper < cells.count, upper <= last, room - cells[upper].width >= width / 4 {
      room -= cells[upper].width
      upper += 1
    }
    var goesLeft = true
    while room > 0, lower > 0 || upper < cells.count {
      if (goesLeft || upper == cells.count) && lower > 0 {
        lower -= 1
        room -= cells[lower].width
      } else if upper < cells.count {
        room -= cells[upper].width
        upper += 1
      }
      goesLeft.toggle()
    }
    return lower..<upper
  }

  /// The bytes near a place, widened or narrowed to whole scalars.
  private static func window(_ bytes: [UInt8], round place: Int, reach: Int) -> Range<Int> {
    var lower = max(0, place - reach)
    var upper = min(bytes.count, place + reach)
    while lower > 0, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    while upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return lower..<upper
  }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    var offset = bytes.startIndex
    for character in String(decoding: bytes, as: UTF8.self) {
      let text = shown(character, column: column)
      let width = DisplayWidth.of(text)
      let end = offset + character.utf8.count
      cells.append(Cell(text: text, width: width, start: offset, end: end))
      column += width
      offset = end
    }
    return cells
  }

  private static func shown(_ character: Character, column: Int) -> String {
    if character == "\t" { return String(repeating: " ", count: tabWidth - column % tabWidth) }
    return VisibleText.oneLine(String(character))
  }
}
