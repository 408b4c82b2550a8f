/// The words by which labels are spoken: `gemeente` for Municipality.
public struct LabelWords: Sendable {
  /// The display words of one label.
  public struct Entry: Sendable {
    /// The label.
    public let label: String
    /// Its display word in English, `municipality`.
    public let english: String
    /// Its display word in Dutch, `gemeente`.
    public let dutch: String
    /// The labels that it is a kind of.
    public let parents: [String]

    /// Makes the display words of one label.
    public init(label: String, english: String, dutch: String, parents: [String] = []) {
      self.label = label
      self.english = english
      self.dutch = dutch
      self.parents = parents
    }
  }

  private let entries: [Entry]
  private let extra: [(word: String, label: String)]

  /// Makes the table.
  ///
  /// - Parameters:
  ///   - entries: the display words, as the schema lists them.
  ///   - extra: more words that qualify a name, such as `SWV` for Partnership.
  public init(_ entries: [Entry] = [], extra: [(word: String, label: String)] = []) {
    self.entries = entries
    self.extra = extra
  }
}

extension LabelWords {
  /// What a node with these labels is called: the word of its first label that is no parent of another of them.
  func word(for labels: [String], in language: Language) -> String? {
    let known = labels.compactMap { label in entries.first { $0.label == label } }
    let specific = known.first { entry in !known.contains { $0.parents.contains(entry.label) } } ?? known.first
    return specific.map { language == .dutch ? $0.dutch : $0.english }
  }

  /// Whether the table lists a label.
  func lists(_ label: String) -> Bool { entries.contains { $0.label == label } }

  /// The label that looks most like a text, nil when none is near.
  func nearestLabel(to text: String) -> String? { NearestName.nearest(to: text, in: entries.map(\.label)) }

  /// The word of one label, or the label itself when it has none.
  func word(for label: String, in language: Language) -> String { word(for: [label], in: language) ?? label }

  /// The labels that a folded text begins or ends with, each with the name that is left: `gemeente Groningen` and
  /// `Groningen (gemeente)`. Texts without a name are left out.
  ///
  /// A region label also goes by its beginning: `RMC` for RMCRegion. O(labels).
  func qualifiers(of text: FoldedText) -> [(label: String, name: FoldedText)] {
    var found: [(label: String, name: FoldedText)] = []
    for (word, label) in spokenWords {
      for name in LabelWords.names(in: text, beside: FoldedText(word))
      where !found.contains(where: { $0 == (label, name) }) {
        found.append((label, name))
      }
    }
    return found
  }

  /// What is left of a text that begins or ends with a word.
  private static func names(in text: FoldedText, beside word: FoldedText) -> [FoldedText] {
    var names: [FoldedText] = []
    let rest = text.bytes.withUnsafeBufferPointer { name in
      word.bytes.withUnsafeBufferPointer { WordComparison.rest(of: name, after: $0) }
    }
    if let rest, rest < text.bytes.count { names.append(FoldedText(text.bytes[rest...])) }
    let start = text.bytes.count - word.bytes.count
    if start > 1, text.bytes[start - 1] == FoldedText.space, text.bytes[start...] == word.bytes[...] {
      names.append(FoldedText(text.bytes[..<(start - 1)]))
    }
    return names
  }

  private var spokenWords: [(word: String, label: String)] {
    entries.flatMap { entry -> [(word: String, label: String)] in
      let stem = entry.label.hasSuffix("Region") ? entry.label.dropLast("Region".count) : ""
      return [(entry.english, entry.label), (entry.dutch, entry.label), (entry.label, entry.label)]
        + (stem.isEmpty ? [] : [(String(stem), entry.label)])
    } + extra
  }
}
