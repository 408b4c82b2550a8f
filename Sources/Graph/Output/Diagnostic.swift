/// Something to tell the user about a text: a mistake or an oddity, with its place.
public struct Diagnostic: Sendable, Equatable {
  /// How serious it is; it only decides the colour of the headline's first word.
  public enum Severity: Sendable {
    case error, warning
  }

  /// A line of the text with the part that is meant.
  public struct Excerpt: Sendable, Equatable {
    /// The number of the line, from 1.
    public let lineNumber: Int
    /// The line without its end.
    public let line: String
    /// The part that is meant, as UTF-8 offsets in the line.
    public let span: SourceSpan

    /// Keeps a line and a part of it; offsets outside the line are moved to its ends.
    public init(lineNumber: Int, line: String, span: SourceSpan) {
      self.lineNumber = lineNumber
      self.line = line
      self.span = span
    }
  }

  /// How serious it is.
  public let severity: Severity
  /// The first line, from `error:` or `warning:` on.
  public let headline: String
  /// Where: `query:2:8`, or `file.csv:3:12`; nil when it is nowhere in particular.
  public let place: String?
  /// The line that is meant.
  public let excerpt: Excerpt?
  /// What there is to choose from, one per line.
  public let choices: [String]
  /// What to write instead.
  public let hint: String?

  /// Describes something to tell.
  public init(
    severity: Severity = .error, headline: String, place: String? = nil, excerpt: Excerpt? = nil,
    choices: [String] = [], hint: String? = nil
  ) {
    self.severity = severity
    self.headline = headline
    self.place = place
    self.excerpt = excerpt
    self.choices = choices
    self.hint = hint
  }
}

extension Diagnostic {
  /// A mistake in a query.
  public init(_ error: QueryError, in source: SourceText) {
    self.init(.error, error.headline, error.span, error.hint, source)
  }

  /// An oddity in a query.
  public init(_ warning: QueryWarning, in source: SourceText) {
    self.init(.warning, "warning: \(warning.message)", warning.span, warning.hint, source)
  }

  /// An answer that could not be written.
  public init(_ error: OutputError) {
    self.init(headline: "error: \(error.message)", hint: error.hint)
  }

  private init(
    _ severity: Severity, _ headline: String, _ span: SourceSpan?, _ hint: String?, _ source: SourceText
  ) {
    let location = span.map { source.location(of: $0.lowerBound) }
    self.init(
      severity: severity, headline: headline, place: location.map { "\(source.name):\($0.line):\($0.column)" },
      excerpt: span.map { Excerpt($0, in: source) }, hint: hint)
  }
}

extension Diagnostic.Excerpt {
  /// The line in which a span starts; of a span over several lines the part in that line. O(length of the source).
  public init(_ span: SourceSpan, in source: SourceText) {
    let (line, start) = source.line(containing: span.lowerBound)
    let number = source.location(of: span.lowerBound).line
    self.init(lineNumber: number, line: line, span: SourceSpan(span.lowerBound - start, span.upperBound - start))
  }
}
