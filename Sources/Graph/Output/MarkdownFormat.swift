/// Markdown (GitHub's table extension): headline as a paragraph, titles as headings, notes as a list.
struct MarkdownFormat: AnswerFormat {
  private let context: OutputContext
  private let cells: CellText

  init(_ context: OutputContext) {
    self.context = context
    cells = .forPeople(context)
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    var blocks = answers.flatMap(blocks)
    if let viewLine = context.options.viewLine { blocks.append("*\(MarkdownFormat.escaped(viewLine))*") }
    output.writeLine(blocks.joined(separator: "\n\n"))
  }

  private func blocks(_ answer: Answer) -> [String] {
    let headline = answer.headline.map { ["**\(MarkdownFormat.escaped($0))**"] } ?? []
    let notes = answer.notes.map { "- \(MarkdownFormat.escaped($0))" }.joined(separator: "\n")
    return headline + answer.tables.flatMap(blocks) + (notes.isEmpty ? [] : [notes])
  }

  private func blocks(_ table: ResultTable) -> [String] {
    let title = table.title.map { ["### \(MarkdownFormat.escaped($0))"] } ?? []
    let texts = RowTexts.laidOut(table, context, cells: cells)
    let reasons = ClaimTexts(context).lines(of: table)
    let why = reasons.isEmpty ? [] : [reasons.map(MarkdownFormat.listItem).joined(separator: "\n")]
    let notes = table.notes.map { "- \(MarkdownFormat.escaped($0))" }.joined(separator: "\n")
    return title + [lines(texts).joined(separator: "\n"), context.wording.rowCount(texts.rows.count)]
      + (notes.isEmpty ? [] : [notes]) + why
  }

  private func lines(_ texts: RowTexts) -> [String] {
    if texts.columns.isEmpty { return [] }
    let rule = texts.isNumeric.map { $0 ? "---:" : "---" }
    return [row(texts.columns.map(MarkdownFormat.escaped)), row(rule)]
      + texts.rows.map { row($0.map(MarkdownFormat.escaped)) }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func listItem(_ line: String) -> String {
    let text = line.drop { $0 == " " }
    let indent = line.count - text.count
    return String(repeating: " ", count: max(0, indent - 2)) + (indent == 0 ? "" : "- ") + escaped(String(text))
      + (indent == 0 ? "\n" : "")
  }

  /// Text without meaning to markdown or HTML; a line break becomes `<br>`.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in VisibleText.lines(text).unicodeScalars {
      result += escaped(scalar, after: previous)
      previous = scalar
    }
    return result
  }

  private static func escaped(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "<br>"
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    case "|", "\\", "`", "*", "[", "]", "~": "\\\(scalar)"
    case "_" where !previous.properties.isAlphabetic: "\\_"
    default: String(scalar)
    }
  }
}
