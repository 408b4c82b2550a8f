/// What every page has: a head that forbids the network, its style, and the script that sorts and searches.
enum HTMLPage {
  /// Writes all before the content: head, link that skips to it.
  static func open(_ title: String, _ context: OutputContext, to output: inout OutputBuffer) {
    output.writeLine("<!DOCTYPE html>")
    output.writeLine("<html lang=\"\(context.options.language.rawValue)\">")
    output.writeLine("<head>")
    output.writeLine("<meta charset=\"utf-8\">")
    output.writeLine("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">")
    output.writeLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    output.writeLine("<title>\(HTMLText.attribute(title))</title>")
    output.writeLine("<style>\(HTMLStyle.text)</style>")
    output.writeLine("</head>")
    output.writeLine("<body>")
    output.writeLine("<a class=\"skip\" href=\"#main\">\(context.wording.skip)</a>")
    output.writeLine("<noscript><p class=\"note\">\(context.wording.withoutScript)</p></noscript>")
  }

  /// Writes all after the content.
  static func close(_ output: inout OutputBuffer) {
    output.writeLine("<script>\(HTMLScript.text)</script>")
    output.writeLine("</body>")
    output.writeLine("</html>")
  }

  /// Writes lines as a list; nothing when there are none.
  static func writeNotes(_ notes: [String], to output: inout OutputBuffer) {
    guard !notes.isEmpty else { return }
    output.writeLine("<ul class=\"notes\">")
    for note in notes { output.writeLine("<li>\(HTMLText.escaped(note))</li>") }
    output.writeLine("</ul>")
  }

  /// Nothing is fetched, and no script runs but ours, by its hash.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src '\(HTMLScript.hash)'; base-uri 'none'; form-action 'none'"
}
