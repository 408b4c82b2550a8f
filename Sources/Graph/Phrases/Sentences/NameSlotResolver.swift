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
    case nodes([NodeID])
    /// Words that name several nodes where one is wanted.
    case ambiguous([NodeID], words: Range<Int>)
    /// Words that name nothing.
    case unknown(words: Range<Int>)
  }

  init(names: NameIndex, sentence: Sentence) {
    self.names = names
    self.sentence = sentence
  }

  /// Looks up one name.
  mutating func name(_ words: Range<Int>, labels: [String], takesAll: Bool = false) -> Outcome {
    outcome(of: sentence.text(words), at: words, labels: labels, takesAll: takesAll)
  }

  /// Looks up names parted by commas, the last perhaps by `and`, `en` or `&`.
  mutating func list(_ words: Range<Int>, labels: [String], takesAll: Bool = false) -> Outcome {
    var nodes: [NodeID] = []
    for piece in sentence.words[words].split(whereSeparator: \.isComma) {
      switch pieceOfList(piece.indices, labels: labels, takesAll: takesAll) {
      case .nodes(let found): nodes += found.filter { !nodes.contains($0) }
      case let other: return other
      }
    }
    return nodes.isEmpty ? .unknown(words: words) : .nodes(nodes)
  }

  private mutating func pieceOfList(_ words: Range<Int>, labels: [String], takesAll: Bool) -> Outcome {
    let whole = name(words, labels: labels, takesAll: takesAll)
    guard case .unknown = whole else { return whole }
    for joint in words.dropFirst().dropLast() where isAnd(sentence.words[joint]) {
      let left = name(words.lowerBound..<joint, labels: labels, takesAll: takesAll)
      let right = name(joint + 1..<words.upperBound, labels: labels, takesAll: takesAll)
      if case .nodes(let first) = left, case .nodes(let second) = right { return .nodes(first + second) }
    }
    return quotedList(words, labels: labels, takesAll: takesAll) ?? whole
  }

  /// One quoted text that holds several names: `"Oldambt, Veendam"`.
  private mutating func quotedList(_ words: Range<Int>, labels: [String], takesAll: Bool) -> Outcome? {
    guard words.count == 1, sentence.words[words.lowerBound].isName else { return nil }
    let pieces = sentence.words[words.lowerBound].text.split(separator: ",")
    guard pieces.count > 1 else { return nil }
    var nodes: [NodeID] = []
    for piece in pieces {
      switch outcome(of: String(piece), at: words, labels: labels, takesAll: takesAll) {
      case .nodes(let found): nodes += found
      case let other: return other
      }
    }
    return .nodes(nodes)
  }

  private func isAnd(_ word: Sentence.Word) -> Bool {
    !word.isName && (word.text == "&" || word.folded == FoldedText("and") || word.folded == FoldedText("en"))
  }

  private mutating func outcome(of text: String, at words: Range<Int>, labels: [String], takesAll: Bool) -> Outcome {
    let key = Key(text: text, labels: labels, takesAll: takesAll)
    let resolution = known[key] ?? names.resolve(text, labels: labels, takesAll: takesAll)
    known[key] = resolution
    return switch resolution {
    case .nodes(let nodes): .nodes(nodes)
    case .ambiguous(let nodes): .ambiguous(nodes, words: words)
    case .unknown: .unknown(words: words)
    }
  }
}
