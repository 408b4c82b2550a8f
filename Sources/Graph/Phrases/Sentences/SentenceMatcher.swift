/// Finds the phrase that a sentence speaks, and what stands in its slots.
public struct SentenceMatcher: Sendable {
  let library: PhraseLibrary
  let names: NameIndex

  /// Ways to split one sentence that are looked at; more is a sentence made to be hard.
  static let maximumSplits = 400

  /// Joins the phrases that can be spoken with the names that can stand in them.
  public init(library: PhraseLibrary, names: NameIndex) {
    self.library = library
    self.names = names
  }

  /// Understands a sentence: all ways to split it over all phrases are tried, and exactly one must hold.
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
    let results = readings.map { $0.resolved(with: &resolver) }
    let complete = results.compactMap { if case .complete(let matched) = $0 { matched } else { nil } }
    let distinct = SentenceMatcher.distinct(complete)
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
