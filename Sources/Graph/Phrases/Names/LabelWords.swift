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

  /// The word of one label, or the label itself when it has none.
  func word(for label: String, in language: Language) -> String { word(for: [label], in: language) ?? label }

  /// The labels that a folded text begins with, each with the place where the rest starts; texts without a rest are left out.
  ///
  /// A region label also goes by its beginning: `RMC` for RMCRegion. O(labels).
  func qualifiers(of text: FoldedText) -> [(label: String, rest: Int)] {
    var found: [(label: String, rest: Int)] = []
    for (word, label) in spokenWords {
      let folded = FoldedText(word)
      let rest = text.bytes.withUnsafeBufferPointer { name in
        folded.bytes.withUnsafeBufferPointer { WordComparison.rest(of: name, after: $0) }
      }
      if let rest, rest < text.bytes.count, !found.contains(where: { $0 == (label, rest) }) {
        found.append((label, rest))
      }
    }
    return found
  }

  private var spokenWords: [(word: String, label: String)] {
    entries.flatMap { entry -> [(word: String, label: String)] in
      let stem = entry.label.hasSuffix("Region") ? entry.label.dropLast("Region".count) : ""
      return [(entry.english, entry.label), (entry.dutch, entry.label), (entry.label, entry.label)]
        + (stem.isEmpty ? [] : [(String(stem), entry.label)])
    } + extra
  }
}
