/// The sources of a report: each with its passages, and what these claim.
struct SourceList {
  private let citations: Citations
  private let context: OutputContext
  private let wording: ReportWording

  /// A passage lists this many claims at once; the others unfold.
  private static let mostClaims = 4

  init(_ citations: Citations, _ context: OutputContext) {
    self.citations = citations
    self.context = context
    wording = ReportWording(language: context.options.language)
  }

  /// How much of what certainty the report rests on.
  var summary: String {
    let passages = citations.sources.flatMap(\.passages)
    let parts = citations.counts.map { "\($0.count) \(certainty($0.certainty))" }
    return wording.summary(
      claims: passages.reduce(0) { $0 + $1.claims.count }, passages: passages.count, sources: citations.sources.count,
      parts: parts)
  }

  /// Writes the section. O(claims).
  func write(title: String, to output: inout OutputBuffer) {
    output.writeLine("<section id=\"sources\" class=\"new\" aria-labelledby=\"sources-title\">")
    output.writeLine("<h2 id=\"sources-title\">\(HTMLText.escaped(title))</h2>")
    for (place, source) in citations.sources.enumerated() { write(source, number: place + 1, to: &output) }
    output.writeLine("</section>")
  }

  private func write(_ source: Citations.Source, number: Int, to output: inout OutputBuffer) {
    output.writeLine("<div class=\"source\" id=\"s\(number)\">")
    let title = ClaimReader(context).title(ofSource: source.identifier) ?? source.identifier
    output.writeLine("<h3>\(number). \(HTMLText.escaped(title))</h3>")
    let details = details(of: source.identifier)
    if !details.isEmpty { output.writeLine("<p class=\"note\">\(details)</p>") }
    output.writeLine("<ul class=\"passages\">")
    for (place, passage) in source.passages.enumerated() {
      let mark = "\(number).\(place + 1)"
      let locator = HTMLText.escaped(passage.section ?? wording.withoutLocator)
      output.writeLine("<li id=\"p\(number)-\(place + 1)\"><b>\(mark)</b>\(locator)")
      writeClaims(passage.claims, to: &output)
      output.writeLine("</li>")
    }
    output.writeLine("</ul>")
    output.writeLine("</div>")
  }

  private func writeClaims(_ claims: [Claim], to output: inout OutputBuffer) {
    let texts = claims.map { HTMLText.escaped("\($0.text) (\(certainty($0.certainty)))") }
    let first = texts.prefix(SourceList.mostClaims).joined(separator: "; ")
    let rest = texts.dropFirst(SourceList.mostClaims)
    let more = HTMLText.escaped(context.wording.more(rest.count))
    let unfolding = rest.isEmpty ? "" : "<details><summary>\(more)</summary>\(rest.joined(separator: "; "))</details>"
    output.writeLine("<div class=\"claims\">\(first)\(unfolding)</div>")
  }

  private func certainty(_ certainty: String?) -> String {
    context.options.words.word(certainty ?? "–", column: "certainty")
  }

  /// Publisher, dates, licence and address, as far as the data have them.
  private func details(of identifier: String) -> String {
    guard let node = context.graph.node(identifier: identifier) else { return "" }
    func text(_ key: String) -> String? {
      switch context.graph.property(key, of: node) {
      case .string(let text): text
      case .date(let date): date.description
      default: nil
      }
    }
    let words = [
      text("publisher"), text("published").map { "\(wording.published) \($0)" },
      text("observed").map { "\(wording.describes) \($0)" }, text("licence").map { "\(wording.licence) \($0)" },
    ].compactMap { $0 }.map(HTMLText.escaped)
    return (words + [text("url").map(link)].compactMap { $0 }).joined(separator: "; ")
  }

  /// A link only where the address is one of the web.
  private func link(_ address: String) -> String {
    let text = HTMLText.attribute(address)
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    return isWeb ? "<a href=\"\(text)\" rel=\"noreferrer\">\(text)</a>" : text
  }
}
