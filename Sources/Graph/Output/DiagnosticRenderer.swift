/// Shows diagnostics as text:
///
///     error: CompileTime SyntaxError: unknown variable 'persn' (UndefinedVariable)
///       query:2:8
///     2 | RETURN persn.name
///       |        ^^^^^
///     hint: did you mean 'person'?
///
/// Tabs are spaces up to the next multiple of four, wide and combining characters are measured, hidden characters shown
/// escaped, and of a long line only the part round the mark is shown, between `…`.
public struct DiagnosticRenderer: Sendable {
  private let color: Bool
  private let width: Int

  /// Prepares to show diagnostics.
  ///
  /// - Parameters:
  ///   - color: use terminal colours.
  ///   - width: the columns a line of source may take.
  public init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = max(20, width)
  }

  /// The diagnostic as lines, each with its line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let style = TerminalStyle(enabled: color)
    var lines = [headline(diagnostic, style)]
    if let place = diagnostic.place { lines.append("  " + VisibleText.oneLine(place)) }
    if let excerpt = diagnostic.excerpt { lines += self.lines(excerpt, diagnostic.severity, style) }
    lines += diagnostic.choices.enumerated().map { "  \($0.offset + 1). \(VisibleText.oneLine($0.element))" }
    if let hint = diagnostic.hint { lines.append(style.helpful("hint:") + " " + VisibleText.oneLine(hint)) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(_ diagnostic: Diagnostic, _ style: TerminalStyle) -> String {
    let text = VisibleText.oneLine(diagnostic.headline)
    guard color, let colon = text.firstIndex(of: ":") else { return text }
    let (word, rest) = (String(text[...colon]), String(text[text.index(after: colon)...]))
    return (diagnostic.severity == .error ? style.alarming(word) : style.cautioning(word)) + rest
  }

  private func lines(
    _ excerpt: Diagnostic.Excerpt, _ severity: Diagnostic.Severity, _ style: TerminalStyle
  ) -> [String] {
    let number = String(excerpt.lineNumber)
    let marked = MarkedLine(excerpt.line, span: excerpt.span, width: width)
    let gutter = String(repeating: " ", count: number.count)
    let mark = String(repeating: "^", count: marked.markWidth)
    let space = String(repeating: " ", count: marked.markStart)
    let colored = severity == .error ? style.alarming(mark) : style.cautioning(mark)
    return ["\(number) | \(marked.text)", "\(gutter) | \(space)\(colored)"]
  }
}
