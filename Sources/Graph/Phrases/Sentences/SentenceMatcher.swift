/// Finds the phrase that a sentence speaks, and what stands in its slots.
public struct SentenceMatcher: Sendable {
  let library: PhraseLibrary
  let names: NameIndex
  let day: CalendarDate?
  let isDayChosen: Bool

  /// Ways to split one sentence that are looked at; more is a sentence made to be hard.
  static let maximumSplits = 400

  /// Joins the phrases that can be spoken with the names that can stand in them.
  ///
  /// - Parameters:
  ///   - library: the phrases.
  ///   - names: the names.
  ///   - day: the day looked at when a sentence names none; it may decide which of several nodes a name means. Nil for any.
  ///   - isDayChosen: the reader chose the day: a phrase that looks at all years looks at that day too.
  public init(library: PhraseLibrary, names: NameIndex, day: CalendarDate? = nil, isDayChosen: Bool = true) {
    self.isDayChosen = isDayChosen
    self.library = library
    self.names = names
    self.day = day
  }

  /// Understands a sentence: all ways to split it over all phrases are tried, and exactly one must hold. A reading with more
  /// names in full goes before others, then one of the user's own phrases.
  ///
  /// - Throws: `SentenceError`: no phrase, several readings, an unknown or ambiguous name.
  /// - Complexity: O(ways to split × names under the slots' labels), at most `maximumSplits` ways.
  public func match(_ sentence: Sentence) throws(SentenceError) -> MatchedSentence {
    let (mode, spoken) = mode(of: sentence)
    let skipped = sentence.words.count - spoken.words.count
    do {
      var matched = try matchSpoken(spoken)
      matched.mode = mode
      return matched
    } catch {
      throw error.shifted(by: skipped)
    }
  }

  /// `explain link ...` and `profile link ...`; `profile of ...` remains a phrase.
  private func mode(of sentence: Sentence) -> (mode: MatchedSentence.Mode, spoken: Sentence) {
    guard sentence.words.count > 1, !sentence.words[0].isName, library.speaks(sentence.words[1].folded) else {
      return (.run, sentence)
    }
    switch String(decoding: sentence.words[0].folded.bytes, as: UTF8.self) {
    case "explain": return (.explain, sentence.dropping(1))
    case "profile": return (.profile, sentence.dropping(1))
    default: return (.run, sentence)
    }
  }

  private func matchSpoken(_ sentence: Sentence) throws(SentenceError) -> MatchedSentence {
    guard let first = sentence.words.first else { throw SentenceError(.unknownPhrase, "the sentence is empty") }
    let phrases = library.phrases(beginningWith: first.folded)
    if phrases.isEmpty { throw brokenPhrase(first) ?? unknownVerb(first) }
    let readings = try readings(of: sentence, phrases)
    if readings.isEmpty { throw noSplit(sentence, phrases) }
    var resolver = NameSlotResolver(names: names, sentence: sentence)
    let results = readings.map { reading in
      reading.resolved(with: &resolver, day: isDayChosen || !reading.phrase.looksAtAnyDay ? day : nil)
    }
    let complete = results.compactMap { if case .complete(let matched) = $0 { matched } else { nil } }
    var distinct = SentenceMatcher.distinct(complete)
    if distinct.count > 1 { distinct = bestNamed(distinct, sentence) }
    if distinct.contains(where: { !$0.phrase.isBuiltIn }) { distinct.removeAll(where: \.phrase.isBuiltIn) }
    if distinct.count == 1 { return distinct[0] }
    throw distinct.isEmpty ? stopped(results, sentence) : several(distinct)
  }

  private func readings(of sentence: Sentence, _ phrases: [PhraseFile]) throws(SentenceError) -> [SentenceReading] {
    let tails = SentenceTail.all(of: sentence)
    var readings: [SentenceReading] = []
    for phrase in phrases {
      for (template, language) in phrase.spoken where template.firstWord == sentence.words[0].folded {
        for tail in tails {
          var search = SplitSearch(
            sentence, end: tail.start, budget: SentenceMatcher.maximumSplits - readings.count + 1)
          for variant in template.variants { search.search(variant) }
          readings += search.splits.map {
            SentenceReading(phrase: phrase, template: template, language: language, split: $0, tail: tail)
          }
          if readings.count > SentenceMatcher.maximumSplits { throw SentenceMatcher.tooMany }
        }
      }
    }
    return readings
  }

  private static var tooMany: SentenceError {
    SentenceError(
      .severalReadings, "this sentence can be split in more than \(maximumSplits) ways",
      hint: "put names of several words in quotation marks")
  }

  /// The readings in which the most names are given in full: `what if AGO disappears` is not about a role in the AGO.
  private func bestNamed(_ matches: [MatchedSentence], _ sentence: Sentence) -> [MatchedSentence] {
    let loose = matches.map { match in
      match.arguments.count { argument in
        guard let words = argument.words, !argument.nodes.isEmpty else { return false }
        let text = sentence.text(words)
        return !argument.nodes.allSatisfy { names.isNamed($0, exactly: text) }
      }
    }
    let least = loose.min() ?? 0
    return zip(matches, loose).filter { $0.1 == least }.map(\.0)
  }

  /// The readings without those that ask the same of the same phrase.
  private static func distinct(_ matches: [MatchedSentence]) -> [MatchedSentence] {
    matches.reduce(into: []) { distinct, match in
      if !distinct.contains(where: { $0.asksTheSame(as: match) }) { distinct.append(match) }
    }
  }
}

extension MatchedSentence {
  func asksTheSame(as other: MatchedSentence) -> Bool {
    phrase.source.name == other.phrase.source.name && day == other.day && without == other.without
      && only == other.only && withProposed == other.withProposed
      && arguments.count == other.arguments.count
      && arguments.allSatisfy { argument in
        other.arguments.contains { $0.name == argument.name && $0.value == argument.value }
      }
  }
}
