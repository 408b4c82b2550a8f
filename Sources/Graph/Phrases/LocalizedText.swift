/// A text in English and in Dutch; where one is missing the other stands in.
public struct LocalizedText: Sendable, Equatable {
  /// The English text, nil when none was given.
  public var english: String?
  /// The Dutch text, nil when none was given.
  public var dutch: String?

  /// Makes a text of one or two languages.
  public init(english: String? = nil, dutch: String? = nil) {
    self.english = english
    self.dutch = dutch
  }

  /// The text in a language, else in the other one; nil when there is neither.
  public subscript(language: Language) -> String? {
    switch language {
    case .english: english ?? dutch
    case .dutch: dutch ?? english
    }
  }

  /// True when there is no text in either language.
  public var isEmpty: Bool { english == nil && dutch == nil }
}
