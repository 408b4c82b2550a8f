extension PhraseFile {
  /// The sentences of a language as people read them, `link <party> to <party>`.
  ///
  /// - Parameters:
  ///   - language: the language of the sentences.
  ///   - words: what labels are called.
  public func displayedSentences(in language: Language, words: LabelWords) -> [String] {
    spoken.filter { $0.language == language }.map {
      SlotDisplay(language: language, words: words).text(of: $0.template)
    }
  }
}

/// Writes what belongs in a slot.
private struct SlotDisplay {
  let language: Language
  let words: LabelWords

  /// More labels than these are not named one by one.
  private static let namedLabels = 2

  func text(of template: PhraseTemplate) -> String {
    template.parts.map { part in
      switch part {
      case .element(let element): text(of: element)
      case .optional(let elements): "[" + elements.map(text).joined(separator: " ") + "]"
      }
    }.joined(separator: " ")
  }

  private func text(of element: PhraseTemplate.Element) -> String {
    switch element {
    case .word(let text, _): text
    case .slot(let slot): text(of: slot.kind)
    }
  }

  private func text(of kind: PhraseTemplate.SlotKind) -> String {
    switch kind {
    case .node(let labels), .nodes(let labels): name(of: labels)
    case .nodeList(let labels): name(of: labels) + ", " + name(of: labels) + ", ..."
    case .date: language == .dutch ? "<datum>" : "<date>"
    case .integer: language == .dutch ? "<getal>" : "<number>"
    }
  }

  private func name(of labels: [String]) -> String {
    guard labels.count <= SlotDisplay.namedLabels else { return language == .dutch ? "<naam>" : "<name>" }
    return "<"
      + labels.map { words.word(for: $0, in: language) }.joined(separator: language == .dutch ? " of " : " or ")
      + ">"
  }
}
