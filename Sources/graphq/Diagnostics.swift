import Graph

extension Diagnostic {
  /// A statement that has no answer.
  init(_ error: AskError) {
    switch error {
    case .query(let error, let source): self.init(error, in: source)
    case .sentence(let error):
      self.init(
        headline: "error: \(error.message)", choices: error.candidates.map(\.choice), hint: error.hint)
    case .phrase(let error): self.init(error)
    case .request(let message, let hint): self.init(headline: "error: \(message)", hint: hint)
    }
  }

  /// A mistake in a data file.
  init(_ error: LoadError) {
    self.init(headline: "error: \(error.message)", place: error.place, hint: error.hint)
  }

  /// A mistake in a phrase file.
  init(_ error: PhraseFileError) {
    let (line, column) = error.source.location(of: error.span.lowerBound)
    self.init(
      headline: "error: \(error.message)", place: "\(error.source.name):\(line):\(column)",
      excerpt: Excerpt(error.span, in: error.source), hint: error.hint)
  }
}
