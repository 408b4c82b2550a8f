/// The two languages in which sentences are spoken and answers are given.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case dutch = "nl"
}
