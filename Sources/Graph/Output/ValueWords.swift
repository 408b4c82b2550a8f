/// Turns identifiers of the vocabulary into the words of the user's language.
///
/// The output knows no vocabulary; whoever has the schema supplies the words, already in the right language.
public struct ValueWords: Sendable {
  private let lookUp: @Sendable (_ column: String, _ value: String) -> String?

  /// Keeps a function that gives the word for a value in a column (or of a property), nil when it knows none.
  public init(_ lookUp: @escaping @Sendable (_ column: String, _ value: String) -> String?) {
    self.lookUp = lookUp
  }

  /// Leaves every value as it is.
  public static let none = ValueWords { _, _ in nil }

  /// The word for a value in a column, the value itself when there is none.
  func word(_ value: String, column: String) -> String { lookUp(column, value) ?? value }
}
