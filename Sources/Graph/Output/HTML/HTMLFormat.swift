/// One page that needs nothing else: tables that can be sorted and searched, the notes, the view, and the map of tiles when
/// one was asked for.
///
/// Without scripts everything can be read; the script in the page only sorts and searches.
struct HTMLFormat: AnswerFormat {
  private let context: OutputContext
  private let cells: CellText

  init(_ context: OutputContext) {
    self.context = context
    cells = .forPeople(context)
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    let title = answers.lazy.compactMap(\.headline).first ?? context.options.title ?? "graphq"
    output.writeLine("<!DOCTYPE html>")
    output.writeLine("<html lang=\"\(context.options.language.rawValue)\">")
    output.writeLine("<head>")
    output.writeLine("<meta charset=\"utf-8\">")
    output.writeLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    output.writeLine("<title>\(HTMLFormat.text(title))</title>")
    output.writeLine("<style>\(HTMLPage.style)</style>")
    output.writeLine("</head>")
    output.writeLine("<body>")
    output.writeLine("<main>")
    output.writeLine("<h1>\(HTMLFormat.text(title))</h1>")
    if let view = context.options.viewLine { output.writeLine("<p class=\"view\">\(HTMLFormat.text(view))</p>") }
    try writeMap(answers, to: &output)
    for table in answers.flatMap(\.tables) { write(table, to: &output) }
    writeNotes(answers.flatMap(\.notes), to: &output)
    output.writeLine("</main>")
    output.writeLine("<script>\(HTMLPage.script)</script>")
    output.writeLine("</body>")
    output.writeLine("</html>")
  }

  private func writeMap(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    guard let map = try SVGFormat(context, answers) else { return }
    var picture = OutputBuffer()
    try map.write(answers, to: &picture)
    output.writeLine("<figure>")
    output.write(picture.text)
    output.writeLine("</figure>")
  }

  private func write(_ table: ResultTable, to output: inout OutputBuffer) {
    let texts = RowTexts.laidOut(table, context, cells: cells)
    let title = table.title.map(HTMLFormat.text) ?? ""
    output.writeLine("<section>")
    if !title.isEmpty { output.writeLine("<h2>\(title)</h2>") }
    output.writeLine("<table>")
    output.writeLine("<caption>\(title) \(HTMLFormat.text(context.wording.rowCount(table.rows.count)))</caption>")
    let heads = texts.columns.map { "<th scope=\"col\">\(HTMLFormat.text($0))</th>" }.joined()
    output.writeLine("<thead><tr>\(heads)</tr></thead>")
    output.writeLine("<tbody>")
    for row in texts.rows { output.writeLine("<tr>\(zip(row, texts.isNumeric).map(HTMLFormat.cell).joined())</tr>") }
    output.writeLine("</tbody>")
    output.writeLine("</table>")
    for line in ClaimTexts(context).lines(of: table) {
      output.writeLine("<p class=\"why\">\(HTMLFormat.text(line))</p>")
    }
    output.writeLine("</section>")
  }

  private func writeNotes(_ notes: [String], to output: inout OutputBuffer) {
    guard !notes.isEmpty else { return }
    output.writeLine("<ul class=\"notes\">")
    for note in notes { output.writeLine("<li>\(HTMLFormat.text(note))</li>") }
    output.writeLine("</ul>")
  }

  private static func cell(_ text: String, isNumeric: Bool) -> String {
    isNumeric ? "<td class=\"number\">\(self.text(text))</td>" : "<td>\(self.text(text))</td>"
  }

  /// Text without meaning to HTML; a line break stays one.
  private static func text(_ text: String) -> String {
    XMLText.escaped(VisibleText.lines(text)).replacing("\n", with: "<br>")
  }
}
