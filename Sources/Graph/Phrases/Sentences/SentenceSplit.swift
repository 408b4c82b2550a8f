/// One way to lay a sentence along a template: which words fill which slot.
struct SentenceSplit: Sendable {
  let slots: [(slot: PhraseTemplate.Slot, words: Range<Int>)]
}

/// Finds every way to lay the words of a sentence along the elements of a template, names not yet looked up.
struct SplitSearch {
  let sentence: Sentence
  /// How many words there are before the tail.
  let end: Int
  /// Ways still allowed: a guard against sentences made to be split in too many ways.
  var budget: Int
  private(set) var splits: [SentenceSplit] = []
  /// How many elements were matched on the way that came furthest.
  private(set) var furthest = 0

  /// A name has at most so many words; a list of names may be longer.
  static let maximumNameWords = 24

  init(_ sentence: Sentence, end: Int, budget: Int) {
    self.sentence = sentence
    self.end = end
    self.budget = budget
  }

  /// Searches along one variant of a template. O(words ^ slots), cut short by the words between slots and by the budget.
  mutating func search(_ elements: [PhraseTemplate.Element]) { search(elements[...], from: 0, filled: []) }

  private mutating func search(
    _ elements: ArraySlice<PhraseTemplate.Element>, from place: Int,
    filled: [(slot: PhraseTemplate.Slot, words: Range<Int>)]
  ) {
    furthest = max(furthest, elements.startIndex)
    guard budget > 0 else { return }
    guard let element = elements.first else {
      if place == end { found(filled) }
      return
    }
    switch element {
    case .word(let text, let folded):
      if place < end, matches(sentence.words[place], text, folded) {
        search(elements.dropFirst(), from: place + 1, filled: filled)
      }
    case .slot(let slot):
      for stop in stops(of: slot, from: place, before: elements.dropFirst()) {
        search(elements.dropFirst(), from: stop, filled: filled + [(slot, place..<stop)])
      }
    }
  }

  private mutating func found(_ filled: [(slot: PhraseTemplate.Slot, words: Range<Int>)]) {
    budget -= 1
    splits.append(SentenceSplit(slots: filled))
  }

  private func matches(_ word: Sentence.Word, _ text: String, _ folded: FoldedText) -> Bool {
    !word.isName && (folded.isEmpty ? word.text == text : word.folded == folded)
  }

  /// Where a slot that begins at a place may end.
  private func stops(
    of slot: PhraseTemplate.Slot, from place: Int, before rest: ArraySlice<PhraseTemplate.Element>
  ) -> [Int] {
    guard place < end else { return [] }
    switch slot.kind {
    case .date: return CalendarDate(sentence.words[place].text) == nil ? [] : [place + 1]
    case .integer: return Int64(sentence.words[place].text) == nil ? [] : [place + 1]
    case .node, .nodes: return nameStops(from: place, before: rest)
    case .nodeList: return (place + 1...end).filter { allows($0, rest) }
    }
  }

  private func nameStops(from place: Int, before rest: ArraySlice<PhraseTemplate.Element>) -> [Int] {
    if sentence.words[place].isName { return [place + 1] }
    let last = min(end, place + SplitSearch.maximumNameWords)
    let limit = sentence.words[place..<last].firstIndex { $0.isName } ?? last
    return (place + 1...limit).filter { allows($0, rest) }
  }

  /// Whether what follows a slot may stand at a place: saves going down ways that end at once.
  private func allows(_ place: Int, _ rest: ArraySlice<PhraseTemplate.Element>) -> Bool {
    switch rest.first {
    case nil: place == end
    case .word(let text, let folded): place < end && matches(sentence.words[place], text, folded)
    case .slot: place < end
    }
  }
}
