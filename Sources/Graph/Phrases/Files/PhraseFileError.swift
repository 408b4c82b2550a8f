/// A mistake in a phrase file, with its place.
public struct PhraseFileError: Error, Sendable {
  /// The file.
  public let source: SourceText
  /// Where in the file.
  public let span: SourceSpan
  /// What is wrong, one sentence.
  public let message: String
  /// What to write instead, when there is something to say.
  public let hint: String?

  init(_ message: String, in source: SourceText, at span: SourceSpan, hint: String? = nil) {
    self.source = source
    self.span = span
    self.message = message
    self.hint = hint
  }
}

extension PhraseFileError: CustomStringConvertible {
  /// `file:line:column: message`, with the hint behind it.
  public var description: String {
    let (line, column) = source.location(of: span.lowerBound)
    return "\(source.name):\(line):\(column): \(message)" + (hint.map { " (\($0))" } ?? "")
  }
}
