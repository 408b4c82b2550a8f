/// An answer that cannot be written in the form asked for.
public struct OutputError: Error, Sendable, Equatable {
  /// What stood in the way.
  public enum Kind: Sendable, Equatable {
    /// More than can be drawn legibly.
    case tooLarge
    /// Nothing in the answer to draw.
    case nothingToDraw
    /// A drawing hint that cannot be read, or that names a column the answer does not have.
    case drawingHint
    /// Lists within lists, too deep to write.
    case nesting
    /// Graphviz is not installed.
    case graphvizMissing
    /// Graphviz failed, or took too long.
    case graphviz
    /// A file with boundaries that cannot be read or does not fit.
    case boundaries
    /// A file could not be written.
    case file
  }

  /// What stood in the way.
  public let kind: Kind
  /// What is wrong, one sentence.
  public let message: String
  /// What to do instead, when there is something to say.
  public let hint: String?

  /// Describes one failure.
  public init(_ kind: Kind, _ message: String, hint: String? = nil) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }
}
