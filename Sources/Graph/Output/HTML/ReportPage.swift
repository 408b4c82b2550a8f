/// A report as a page: title block, contents, the answers in brief, sections, sources.
struct ReportPage {
  private let report: Report
  private let context: OutputContext
  private let wording: ReportWording

  init(_ report: Report, _ context: OutputContext) {
    self.report = report
    self.context = context
    wording = ReportWording(language: report.language)
  }

  /// The page. The sections are written first: they tell which passages are cited.
  func written() -> OutputBuffer {
    var sections = OutputBuffer()
    var citations: Citations? = Citations(context)
    for section in report.sections { write(section, citing: &citations, to: &sections) }
    let sources = SourceList(citations ?? Citations(context), context)
    var output = OutputBuffer()
    HTMLPage.open("\(wording.report): \(report.name)", context, to: &output)
    writeFront(sources, to: &output)
    writeContents(to: &output)
    output.writeLine("<main id=\"main\">")
    writeBrief(to: &output)
    output.write(sections.text)
    writeReading(to: &output)
    sources.write(title: wording.sources, to: &output)
    output.writeLine("</main>")
    output.writeLine("<footer>\(HTMLText.escaped(wording.footer(report.viewLine)))</footer>")
    HTMLPage.close(&output)
    return output
  }

  private func writeFront(_ sources: SourceList, to output: inout OutputBuffer) {
    output.writeLine("<header class=\"front\">")
    output.writeLine("<h1>\(HTMLText.escaped(report.name))</h1>")
    output.writeLine("<p class=\"kind\">\(HTMLText.escaped("\(report.kind), \(report.identifier)"))</p>")
    output.writeLine("<dl class=\"facts\">")
    let facts = [
      (wording.view, report.viewLine), (wording.evidence, sources.summary), (wording.beyond, wording.openWorld),
    ]
    for (name, text) in facts {
      output.writeLine("<dt>\(HTMLText.escaped(name))</dt><dd>\(HTMLText.escaped(text))</dd>")
    }
    output.writeLine("</dl>")
    output.writeLine("</header>")
  }

  private func writeContents(to output: inout OutputBuffer) {
    let entries =
      [("brief", wording.brief)] + report.sections.map { ($0.name, $0.title) }
      + [("reading", wording.reading), ("sources", wording.sources)]
    output.writeLine("<nav aria-label=\"\(HTMLText.attribute(wording.contents))\"><ol>")
    for (name, title) in entries {
      output.writeLine("<li><a href=\"#\(name)\">\(HTMLText.escaped(title))</a></li>")
    }
    output.writeLine("</ol></nav>")
  }

  /// One sentence per answer.
  private func writeBrief(to output: inout OutputBuffer) {
    output.writeLine("<section id=\"brief\" aria-labelledby=\"brief-title\">")
    output.writeLine("<h2 id=\"brief-title\">\(HTMLText.escaped(wording.brief))</h2>")
    output.writeLine("<ul class=\"brief\">")
    for section in report.sections {
      let lines = section.answers.filter { !$0.tables.isEmpty }.compactMap(\.headline) + section.notes
      let text = lines.map(HTMLText.escaped).joined(separator: "<br>")
      output.writeLine(
        "<li><a href=\"#\(section.name)\">\(HTMLText.escaped(section.title))</a><span>\(text)</span></li>")
    }
    output.writeLine("</ul>")
    output.writeLine("</section>")
  }

  private func write(
    _ section: ReportSection, citing citations: inout Citations?, to output: inout OutputBuffer
  ) {
    output.writeLine("<section id=\"\(section.name)\" aria-labelledby=\"\(section.name)-title\">")
    output.writeLine("<h2 id=\"\(section.name)-title\">\(HTMLText.escaped(section.title))</h2>")
    for note in section.notes { output.writeLine("<p>\(HTMLText.escaped(note))</p>") }
    for answer in section.answers {
      if let headline = answer.headline {
        output.writeLine("<p class=\"lead\">\(HTMLText.escaped(headline))</p>")
      }
      if let picture = HTMLPicture(context).illustration(of: answer) { output.writeLine(picture) }
      for table in answer.tables where !table.rows.isEmpty {
        HTMLTable(context).write(table, level: 3, citing: &citations, to: &output)
      }
      HTMLPage.writeNotes(answer.notes, to: &output)
    }
    output.writeLine("</section>")
  }

  /// What the words of evidence mean.
  private func writeReading(to output: inout OutputBuffer) {
    output.writeLine("<section id=\"reading\" aria-labelledby=\"reading-title\">")
    output.writeLine("<h2 id=\"reading-title\">\(HTMLText.escaped(wording.reading))</h2>")
    output.writeLine("<dl class=\"facts\">")
    for (certainty, meaning) in wording.certainties {
      let word = context.options.words.word(certainty, column: "certainty")
      output.writeLine(
        "<dt><span class=\"evidence \(certainty)\">\(HTMLText.escaped(word))</span></dt><dd>\(HTMLText.escaped(meaning))</dd>"
      )
    }
    output.writeLine("</dl>")
    for line in wording.cautions { output.writeLine("<p>\(HTMLText.escaped(line))</p>") }
    output.writeLine("</section>")
  }
}
