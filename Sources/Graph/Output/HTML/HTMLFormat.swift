/// One page that needs nothing else: tables that can be sorted and searched, the notes, the view, and a picture of a fixed
/// layout when one was asked for.
///
/// Without scripts everything can be read; the script in the page only sorts and searches.
struct HTMLFormat: AnswerFormat {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    let title = answers.lazy.compactMap(\.headline).first ?? context.options.title ?? "graphq"
    HTMLPage.open(title, context, to: &output)
    output.writeLine("<main id=\"main\">")
    output.writeLine("<h1>\(HTMLText.escaped(title))</h1>")
    if let view = context.options.viewLine { output.writeLine("<p class=\"view\">\(HTMLText.escaped(view))</p>") }
    if let picture = try HTMLPicture(context).fixed(answers) { output.writeLine(picture) }
    var citations: Citations?
    for table in answers.flatMap(\.tables) {
      output.writeLine("<section>")
      HTMLTable(context).write(table, level: 2, citing: &citations, to: &output)
      output.writeLine("</section>")
    }
    HTMLPage.writeNotes(answers.flatMap(\.notes), to: &output)
    output.writeLine("</main>")
    HTMLPage.close(&output)
  }
}
