/// Places the texts of one table in columns.
struct AlignedTable {
  private let columns: [String]
  private let rows: [[String]]
  private let isNumeric: [Bool]
  private let width: Int?
  private let styler: TerminalStyle

  private static let gap = 2

  init(_ texts: RowTexts, width: Int?, styler: TerminalStyle) {
    columns = texts.columns.map(VisibleText.oneLine)
    rows = texts.rows.map { $0.map(VisibleText.lines) }
    isNumeric = texts.isNumeric
    self.width = width
    self.styler = styler
  }

  /// Writes the header, a rule and the rows. O(size of the texts).
  func write(to output: inout OutputBuffer) {
    guard let widths = fittedWidths() else { return writeRecords(to: &output) }
    write(columns, widths, to: &output, styled: styler.strong)
    let rule = widths.map { String(repeating: "─", count: $0) }
    output.writeLine(rule.joined(separator: String(repeating: " ", count: AlignedTable.gap)))
    for row in rows { write(row, widths, to: &output, styled: { $0 }) }
  }

  private func write(_ row: [String], _ widths: [Int], to output: inout OutputBuffer, styled: (String) -> String) {
    let cells = zip(row, widths).map { TextWrapping.lines($0, width: $1, indent: $1 >= 6 ? 2 : 0) }
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let part = line < cell.count ? cell[line] : ""
        text += padded(part, to: widths[column], right: isNumeric[column], isLast: column == cells.count - 1)
      }
      output.writeLine(styled(AlignedTable.trimmed(text)))
    }
  }

  private func padded(_ text: String, to width: Int, right: Bool, isLast: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    let gap = isLast ? "" : String(repeating: " ", count: AlignedTable.gap)
    return (right ? space + text : text + space) + gap
  }

  private static func trimmed(_ text: String) -> String {
    var end = text.utf8.endIndex
    while end > text.utf8.startIndex, text.utf8[text.utf8.index(before: end)] == UInt8(ascii: " ") {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end])
  }
}

// MARK: - Widths

extension AlignedTable {
  /// The width of each column; nil when the table reads better as records.
  private func fittedWidths() -> [Int]? {
    let measures = columns.indices.map { column in
      ColumnMeasure(of: [columns[column]] + rows.map { $0[column] })
    }
    guard let width else { return measures.map(\.natural) }
    return ColumnMeasure.fit(measures, into: width - AlignedTable.gap * (columns.count - 1))
  }
}

// MARK: - Records

extension AlignedTable {
  /// One line per value, `column  value`, an empty line between rows.
  private func writeRecords(to output: inout OutputBuffer) {
    let nameWidth = min(columns.map { DisplayWidth.of($0) }.max() ?? 0, 24)
    let valueWidth = max(20, (width ?? 80) - nameWidth - AlignedTable.gap)
    for (index, row) in rows.enumerated() {
      if index > 0 { output.writeLine() }
      for (name, value) in zip(columns, row) {
        let names = TextWrapping.lines(name, width: nameWidth)
        let values = TextWrapping.lines(value, width: valueWidth, indent: 2)
        for line in 0..<max(names.count, values.count) {
          let left = padded(line < names.count ? names[line] : "", to: nameWidth, right: false, isLast: false)
          output.writeLine(AlignedTable.trimmed(styler.strong(left) + (line < values.count ? values[line] : "")))
        }
      }
    }
  }
}
