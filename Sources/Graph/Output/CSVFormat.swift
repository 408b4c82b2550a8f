/// Comma-separated values (RFC 4180), for programs or for Dutch Excel.
///
/// One table is written as header and rows. Several tables follow each other after an empty line, each below a line
/// `# title`. Headline, notes and view are not data: plain CSV leaves them out, Excel gets notes and view below the tables.
/// Null is an empty cell, an empty text is `""`.
struct CSVFormat: AnswerFormat {
  private let context: OutputContext
  private let dialect: CSVDialect
  private let cells: CellText

  init(_ context: OutputContext, dialect: CSVDialect) {
    self.context = context
    self.dialect = dialect
    cells = CellText(
      names: NodeNames(context), words: .none, reader: .program(decimalMark: dialect.decimalMark))
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    if dialect.byteOrderMark { for byte: UInt8 in [0xEF, 0xBB, 0xBF] { output.write(byte) } }
    let tables = answers.flatMap(\.tables)
    for (index, table) in tables.enumerated() {
      if index > 0 { output.write(dialect.lineEnd) }
      if tables.count > 1 { writeTitle(table.title ?? "\(index + 1)", to: &output) }
      write(table, to: &output)
    }
    if dialect.remarks { writeRemarks(answers.flatMap(\.allNotes), to: &output) }
  }

  private func writeTitle(_ title: String, to output: inout OutputBuffer) {
    writeRow([dialect.field(dialect.titleMark + VisibleText.oneLine(title))], to: &output)
  }

  private func write(_ table: ResultTable, to output: inout OutputBuffer) {
    let evidence = EvidenceColumn(table, context, cells: cells)
    writeRow((table.columns + (evidence.map { [$0.title] } ?? [])).map(dialect.field), to: &output)
    let areColumns = table.rows.forEachBlock(of: CellBytes.goodRowCount) { number, columns, rows in
      var bytes = CellBytes(rowCount: rows.count, columnCount: columns.count + 1)
      for (column, name) in zip(columns, table.columns) { write(column, rows, named: name, to: &bytes) }
      if let evidence {
        for text in evidence.texts[number..<number + rows.count] { bytes.add { $0.write(dialect.field(text)) } }
      }
      bytes.write(to: &output, delimiter: dialect.delimiter, lineEnd: dialect.lineEnd)
    }
    if areColumns { return }
    for (index, row) in table.rows.enumerated() {
      for (place, value) in row.enumerated() {
        if place > 0 { output.write(dialect.delimiter) }
        output.write(field(value, column: table.columns[place]))
      }
      if let evidence {
        output.write(dialect.delimiter)
        output.write(dialect.field(evidence.texts[index]))
      }
      output.write(dialect.lineEnd)
    }
  }

  /// Writes some values of a column: texts of the graph and numbers without making a `String` of each.
  private func write(_ column: Vector, _ rows: Range<Int>, named name: String, to bytes: inout CellBytes) {
    switch column {
    case .texts(let numbers, let pool) where dialect.keepsTexts:
      let texts = pool.texts
      for row in rows {
        bytes.add { cell in
          if numbers[row] == .max { return }
          texts.withBytes(of: Int(numbers[row])) { text in
            if CSVDialect.needsQuotes(text) {
              cell.write(dialect.quoted(String(decoding: text, as: UTF8.self)))
            } else {
              cell.write(text)
            }
          }
        }
      }
    case .integers(let numbers) where dialect.keepsTexts:
      for row in rows { bytes.add { $0.write(number: numbers[row]) } }
    default:
      for row in rows { bytes.add { $0.write(field(column.value(at: row), column: name)) } }
    }
  }

  private func field(_ value: Value, column: String) -> String {
    switch value {
    case .null: ""
    case .integer(let number): dialect.field(number)
    case .float: dialect.quoted(cells.text(value, column: column))
    default: dialect.field(cells.text(value, column: column))
    }
  }

  private func writeRow(_ fields: [String], to output: inout OutputBuffer) {
    output.write(fields.joined(separator: dialect.delimiter))
    output.write(dialect.lineEnd)
  }

  private func writeRemarks(_ notes: [String], to output: inout OutputBuffer) {
    let lines = notes + (context.options.viewLine.map { [$0] } ?? [])
    if !lines.isEmpty { output.write(dialect.lineEnd) }
    for line in lines { writeRow([dialect.field(VisibleText.oneLine(line))], to: &output) }
  }
}
