/// Why a sentence has no answer.
public struct SentenceError: Error, Sendable, Equatable {
  /// The kind of obstacle.
  public enum Kind: Sendable, Equatable {
    /// The words cannot be told apart: an open quotation mark, too many words.
    case unreadable
    /// No phrase is spoken like this.
    case unknownPhrase
    /// It can be read in several ways.
    case severalReadings
    /// A name fits nothing.
    case unknownName
    /// A name fits several nodes.
    case ambiguousName
    /// A name is known, and not there in this view.
    case outsideView
  }

  /// The kind of obstacle.
  public let kind: Kind
  /// What is wrong, one sentence.
  public let message: String
  /// What to type instead, when there is something to say.
  public let hint: String?
  /// The nodes to choose from when a name is ambiguous.
  public let candidates: [NameCandidate]
  /// The words of the sentence that hold the name, for `Sentence.replacing`; nil when it is not about one name.
  public let words: Range<Int>?

  init(
    _ kind: Kind, _ message: String, hint: String? = nil, candidates: [NameCandidate] = [], words: Range<Int>? = nil
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.candidates = candidates
    self.words = words
  }
}

extension SentenceError: CustomStringConvertible {
  /// The message, the candidates one per line with a number, and the hint.
  public var description: String {
    let list = candidates.enumerated().map { "  \($0.offset + 1). \($0.element.choice)" }
    return ([message] + list + (hint.map { [$0] } ?? [])).joined(separator: "\n")
  }
}
