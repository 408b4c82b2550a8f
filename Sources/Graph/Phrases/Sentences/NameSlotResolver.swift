/// Looks up the names in the slots of one sentence, each only once.
struct NameSlotResolver {
  let names: NameIndex
  let sentence: Sentence
  private var known: [Key: NameIndex.Resolution] = [:]

  private struct Key: Hashable {
    let text: String
    let labels: [String]
    let takesAll: Bool
  }

  /// What the words of a slot were found to mean.
  enum Outcome: Sendable {
    case nodes([NodeID], notes: [LocalizedText])
    /// Words that name several nodes where one is wanted.
    case ambiguous([NodeID], words: Range<Int>)
    /// Words that name nothing.
    case unknown(words: Range<Int>)
  }

  init(names: NameIndex, sentence: Sentence) {
    self.names = names
    self.sentence = sentence
  }

  /// Looks up one name; of several nodes the sentence may choose one.
  mutating func name(
    _ words: Range<Int>, labels: [String], takesAll: Bool = false, by choice: NameChoice? = nil
  ) -> Outcome {
    outcome(of: sentence.text(words), at: words, labels: labels, takesAll: takesAll, by: choice)
  }

  /// Looks up names parted by commas, the last perhaps by `and`, `en` or `&`.
  mutating func list(
    _ words: Range<Int>, labels: [String], takesAll: Bool = false, by choice: NameChoice? = nil
  ) -> Outcome {
    var nodes: [NodeID] = []
    var notes: [LocalizedText] = []
    for piece in sentence.words[words].split(whereSeparator: \.isComma) {
      switch pieceOfList(piece.indices, labels: labels, takesAll: takesAll, by: choice) {
      case .nodes(let found, let more):
        nodes += found.filter { !nodes.contains($0) }
        notes += more
      case let other: return other
      }
    }
    return nodes.isEmpty ? .unknown(words: words) : .nodes(nodes, notes: notes)
  }

  private mutating func pieceOfList(
    _ words: Range<Int>, labels: [String], takesAll: Bool, by choice: NameChoice?
  ) -> Outcome {
    let whole = name(words, labels: labels, takesAll: takesAll, by: choice)
    guard case .unknown = whole else { return whole }
    for joint in words.dropFirst().dropLast() where isAnd(sentence.words[joint]) {
      let left = name(words.lowerBound..<joint, labels: labels, takesAll: takesAll, by: choice)
      let right = name(joint + 1..<words.upperBound, labels: labels, takesAll: takesAll, by: choice)
      if case .nodes(let first, let one) = left, case .nodes(let second, let other) = right {
        return .nodes(first + second, notes: one + other)
      }
    }
    return quotedList(words, labels: labels, takesAll: takesAll, by: choice) ?? whole
  }

  /// One quoted text that holds several names: `"Oldambt, Veendam"`.
  private mutating func quotedList(
    _ words: Range<Int>, labels: [String], takesAll: Bool, by choice: NameChoice?
  ) -> Outcome? {
    guard words.count == 1, sentence.words[words.lowerBound].isName else { return nil }
    let pieces = sentence.words[words.lowerBound].text.split(separator: ",")
    guard pieces.count > 1 else { return nil }
    var nodes: [NodeID] = []
    var notes: [LocalizedText] = []
    for piece in pieces {
      switch outcome(of: String(piece), at: words, labels: labels, takesAll: takesAll, by: choice) {
      case .nodes(let found, let more): (nodes, notes) = (nodes + found, notes + more)
      case let other: return other
      }
    }
    return .nodes(nodes, notes: notes)
  }

  private func isAnd(_ word: Sentence.Word) -> Bool {
    !word.isName && (word.text == "&" || word.folded == FoldedText("and") || word.folded == FoldedText("en"))
  }

  private mutating func outcome(
    of text: String, at words: Range<Int>, labels: [String], takesAll: Bool, by choice: NameChoice?
  ) -> Outcome {
    let key = Key(text: text, labels: labels, takesAll: takesAll)
    let resolution = known[key] ?? names.resolve(text, labels: labels, takesAll: takesAll)
    known[key] = resolution
    switch resolution {
    case .nodes(let nodes):
      let note = takesAll ? nil : nodes.first.flatMap { choice?.namesakeNote($0, text, labels: labels) }
      return .nodes(nodes, notes: note.map { [$0] } ?? [])
    case .ambiguous(let nodes):
      guard let result = choice?.narrowed(nodes, called: text, labels: labels) else {
        return .ambiguous(nodes, words: words)
      }
      return result.nodes.count == 1
        ? .nodes(result.nodes, notes: result.note.map { [$0] } ?? []) : .ambiguous(result.nodes, words: words)
    case .unknown: return .unknown(words: words)
    }
  }
}
