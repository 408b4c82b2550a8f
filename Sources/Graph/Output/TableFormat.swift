/// Aligned plain text for a terminal: headline, titles, tables, notes, and the line that names the view.
///
/// Cells that do not fit the width are wrapped, continuation lines indented by two; nothing is cut. A table with too many
/// columns for the width is written as records, one line per value.
struct TableFormat: AnswerFormat {
  private let context: OutputContext
  private let cells: CellText
  private let styler: TerminalStyle

  init(_ context: OutputContext) {
    self.context = context
    cells = .forPeople(context)
    styler = TerminalStyle(enabled: context.options.color)
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    for (index, answer) in answers.enumerated() {
      if index > 0 { output.writeLine() }
      write(answer, to: &output)
    }
    if let viewLine = context.options.viewLine { output.writeLine(styler.faint(VisibleText.oneLine(viewLine))) }
  }

  private func write(_ answer: Answer, to output: inout OutputBuffer) {
    if let headline = answer.headline {
      writeWrapped(headline, to: &output, styled: styler.strong)
      output.writeLine()
    }
    for (index, table) in answer.tables.enumerated() {
      if index > 0 { output.writeLine() }
      write(table, to: &output)
    }
    for note in answer.notes { writeWrapped(note, to: &output, styled: styler.faint) }
  }

  private func write(_ table: ResultTable, to output: inout OutputBuffer) {
    if let title = table.title { writeWrapped(title, to: &output, styled: styler.strong) }
    let texts = RowTexts.laidOut(table, context, cells: cells)
    if !texts.columns.isEmpty { AlignedTable(texts, width: context.options.width, styler: styler).write(to: &output) }
    output.writeLine(context.wording.rowCount(texts.rows.count))
    for note in table.notes { writeWrapped(note, to: &output, styled: styler.faint) }
    let reasons = ClaimTexts(context).lines(of: table)
    if !reasons.isEmpty { output.writeLine() }
    for line in reasons { writeWrapped(line, to: &output, styled: { $0 }) }
  }

  private func writeWrapped(_ text: String, to output: inout OutputBuffer, styled: (String) -> String) {
    let visible = VisibleText.lines(text)
    guard let width = context.options.width else { return output.writeLine(styled(visible)) }
    for line in TextWrapping.lines(visible, width: max(width, 20), indent: 2) { output.writeLine(styled(line)) }
  }
}

/// Terminal colours, or none.
struct TerminalStyle {
  let enabled: Bool

  func strong(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func alarming(_ text: String) -> String { wrap(text, "1;31") }
  func cautioning(_ text: String) -> String { wrap(text, "1;33") }
  func helpful(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    enabled && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
