/// One way to read a sentence: a phrase, the words in its slots, and the view at the end.
struct SentenceReading: Sendable {
  let phrase: PhraseFile
  let template: PhraseTemplate
  let language: Language
  let split: SentenceSplit
  let tail: SentenceTail
}

/// What became of a reading when its names were looked up.
enum ReadingResult {
  case complete(MatchedSentence)
  /// The name that stopped it, and how many slots were filled before.
  case stopped(NameSlotResolver.Outcome, labels: [String], filled: Int, Language)
}

extension SentenceReading {
  /// Looks up every name of the reading, left to right.
  ///
  /// - Parameters:
  ///   - resolver: looks names up.
  ///   - day: the day to look at when the sentence names none.
  func resolved(with resolver: inout NameSlotResolver, day: CalendarDate?) -> ReadingResult {
    var arguments: [MatchedSentence.Argument] = []
    var notes: [LocalizedText] = []
    var choice = NameChoice(names: resolver.names, day: tail.day.map(\.date) ?? day)
    for (slot, words) in split.slots {
      let labels: [String]
      let outcome: NameSlotResolver.Outcome
      choice.preferred = phrase.preferences[slot.name] ?? []
      switch slot.kind {
      case .date, .integer:
        arguments.append(plainArgument(slot, words, resolver.sentence))
        continue
      case .node(let allowed): (labels, outcome) = (allowed, resolver.name(words, labels: allowed, by: choice))
      case .nodes(let allowed): (labels, outcome) = (allowed, resolver.name(words, labels: allowed, takesAll: true))
      case .nodeList(let allowed): (labels, outcome) = (allowed, resolver.list(words, labels: allowed, by: choice))
      }
      guard case .nodes(let nodes, let more) = outcome else {
        return .stopped(outcome, labels: labels, filled: arguments.count, language)
      }
      notes += more
      arguments.append(argument(slot, words, nodes, resolver.names))
    }
    return withTail(arguments, notes, &resolver)
  }

  private func withTail(
    _ arguments: [MatchedSentence.Argument], _ notes: [LocalizedText], _ resolver: inout NameSlotResolver
  ) -> ReadingResult {
    var without: [NodeID] = []
    for words in tail.without {
      let outcome = resolver.list(words, labels: [], takesAll: true)
      guard case .nodes(let nodes, _) = outcome else {
        return .stopped(outcome, labels: [], filled: arguments.count, language)
      }
      without += nodes
    }
    return .complete(matched(arguments, notes, without: without, resolver))
  }

  private func matched(
    _ arguments: [MatchedSentence.Argument], _ notes: [LocalizedText], without: [NodeID],
    _ resolver: NameSlotResolver
  ) -> MatchedSentence {
    let missing = phrase.parameterNames.filter { name in !arguments.contains { $0.name == name } }
    let empty = missing.map {
      MatchedSentence.Argument(name: $0, value: .null, nodes: [], words: nil, isList: false)
    }
    return MatchedSentence(
      phrase: phrase, language: language, mode: .run, arguments: arguments + empty, day: tail.day, without: without,
      only: tail.only, withProposed: tail.withProposed, readings: notes,
      notes: arguments.flatMap { self.notes(on: $0, resolver) })
  }
}

// MARK: - Arguments

extension SentenceReading {
  private func plainArgument(
    _ slot: PhraseTemplate.Slot, _ words: Range<Int>, _ sentence: Sentence
  ) -> MatchedSentence.Argument {
    let text = sentence.words[words.lowerBound].text
    let date = slot.kind == .date ? CalendarDate(text).map { Value.date($0) } : nil
    let value = date ?? Int64(text).map { Value.integer($0) } ?? .null
    return MatchedSentence.Argument(name: slot.name, value: value, nodes: [], words: words, isList: false)
  }

  private func argument(
    _ slot: PhraseTemplate.Slot, _ words: Range<Int>, _ nodes: [NodeID], _ names: NameIndex
  ) -> MatchedSentence.Argument {
    let ids = nodes.map { Value.string(names.graph.identifier(of: $0)) }
    let isList = if case .node = slot.kind { false } else { true }
    return MatchedSentence.Argument(
      name: slot.name, value: isList ? .list(ids) : ids.first ?? .null, nodes: nodes, words: words, isList: isList)
  }

  private func notes(on argument: MatchedSentence.Argument, _ resolver: NameSlotResolver) -> [LocalizedText] {
    let names = resolver.names
    var notes: [LocalizedText] = []
    let isSet = phrase.isSet(argument.name)
    if isSet, argument.nodes.count > 1, let words = argument.words {
      let list = argument.nodes.map { names.name(of: $0) }.joined(separator: ", ")
      let text = resolver.sentence.text(words)
      notes.append(LocalizedText(english: "'\(text)' stands for \(list).", dutch: "'\(text)' staat voor \(list)."))
    }
    for node in argument.nodes {
      for twin in names.twins(of: node) where !argument.nodes.contains(twin) {
        notes.append(SentenceReading.twinNote(node, twin, names))
      }
    }
    return notes
  }

  private static func twinNote(_ node: NodeID, _ twin: NodeID, _ names: NameIndex) -> LocalizedText {
    let name = names.name(of: node)
    return LocalizedText(
      english: "\(name) is possibly the same as \(names.candidate(twin, in: .english)), which is not counted here.",
      dutch: "\(name) is mogelijk hetzelfde als \(names.candidate(twin, in: .dutch)); dat telt hier niet mee.")
  }
}

extension PhraseFile {
  /// Whether a parameter takes every node that one name fits.
  func isSet(_ parameter: String) -> Bool {
    spoken.contains { spoken in
      spoken.template.slots.contains { slot in
        if case .nodes = slot.kind { slot.name == parameter } else { false }
      }
    }
  }
}
