/// Why a graph cannot be written down.
public struct ExportError: Error, Sendable, Equatable {
  /// What stands in the way, one sentence.
  public let message: String
  /// What to do instead, when there is something to say.
  public let hint: String?

  /// Describes one obstacle.
  public init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
