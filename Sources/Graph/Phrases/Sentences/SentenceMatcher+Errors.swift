extension SentenceMatcher {
  /// How many forms of a sentence a hint shows.
  private static let shownOutlines = 6

  /// Files say that sentences begin with this word, but none of them can be read.
  func brokenPhrase(_ word: Sentence.Word) -> SentenceError? {
    let errors = library.errors(beginningWith: word.folded).map(\.description)
    if errors.isEmpty { return nil }
    return SentenceError(
      .unknownPhrase, "the phrase that begins with '\(word.text)' cannot be read: " + errors.joined(separator: "; "))
  }

  /// No phrase begins with this word.
  func unknownVerb(_ word: Sentence.Word) -> SentenceError {
    let spelled = String(decoding: word.folded.bytes, as: UTF8.self)
    let nearest = NearestName.nearest(to: spelled, in: library.firstWords).map { FoldedText($0) }
    let forms = nearest.map { outlines(of: library.phrases(beginningWith: $0), $0) }
    return SentenceError(
      .unknownPhrase, "no phrase begins with '\(word.text)'",
      hint: forms.map { "did you mean \($0)?" } ?? "'graphq phrases' lists what can be asked", words: 0..<1)
  }

  /// The first word is right, the others fit no form.
  func noSplit(_ sentence: Sentence, _ phrases: [PhraseFile]) -> SentenceError {
    let first = sentence.words[0].folded
    let example = phrases.flatMap(\.examples).first { FoldedText($0.text.prefix { $0 != " " }) == first }
    let forms = outlines(of: phrases, first)
    return SentenceError(
      .unknownPhrase, "'\(sentence.text(sentence.words.indices))' is not how this is asked",
      hint: "say \(forms)" + (example.map { ", for example: \($0.text)" } ?? ""))
  }

  /// The forms that begin with a word, each in quotation marks: `'link ... to ...'`.
  private func outlines(of phrases: [PhraseFile], _ first: FoldedText) -> String {
    let templates = phrases.flatMap(\.spoken).map(\.template).filter { $0.firstWord == first }
    let outlines = templates.map { "'\($0.outline)'" }
    let more = outlines.count > SentenceMatcher.shownOutlines ? ", or as 'graphq phrases' lists" : ""
    return outlines.prefix(SentenceMatcher.shownOutlines).joined(separator: " or ") + more
  }

  /// Several readings hold.
  func several(_ matches: [MatchedSentence]) -> SentenceError {
    let list = matches.map { match in
      let nodes = match.arguments.flatMap(\.nodes).map { names.candidate($0).description }
      return "\(match.phrase.name): " + nodes.joined(separator: "; ")
    }
    return SentenceError(
      .severalReadings, "this sentence can be read in \(matches.count) ways: " + list.joined(separator: " | "),
      hint: "put names in quotation marks")
  }

  /// No reading holds: tells about the one that came furthest; of equals one that knows too many nodes tells more than one
  /// that knows none.
  func stopped(_ results: [ReadingResult], _ sentence: Sentence) -> SentenceError {
    var best: (outcome: NameSlotResolver.Outcome, labels: [String], score: Int, language: Language)?
    for case .stopped(let outcome, let labels, let filled, let language) in results {
      let isAmbiguous = if case .ambiguous = outcome { true } else { false }
      let score = filled * 2 + (isAmbiguous ? 1 : 0)
      if score > best?.score ?? -1 { best = (outcome, labels, score, language) }
    }
    switch best?.outcome {
    case .ambiguous(let nodes, let words)?:
      let candidates = nodes.map { names.candidate($0, labels: best?.labels ?? [], in: best?.language ?? .english) }
      return .ambiguous(candidates, name: sentence.text(words), at: words)
    case .unknown(let words)?: return unknown(words, labels: best?.labels ?? [], sentence)
    default: return SentenceError(.unknownPhrase, "this sentence has no reading")
    }
  }

  private func unknown(_ words: Range<Int>, labels: [String], _ sentence: Sentence) -> SentenceError {
    let text = sentence.text(words)
    if let label = labels.first(where: { !names.knows(label: $0) }) {
      let nearest = names.words.nearestLabel(to: label)
      return SentenceError(
        .unknownName, "the phrase asks for a '\(label)', and nothing is called so in the schema or the data",
        hint: nearest.map { "write {...:\($0)} in the phrase file" }, words: words)
    }
    let kinds = labels.map { names.words.word(for: $0, in: .english) }.joined(separator: " or ")
    let message = "there is no \(kinds.isEmpty ? "node" : kinds) called '\(text)'"
    if let nearest = names.nearestName(to: text, labels: labels) {
      return SentenceError(.unknownName, message, hint: "did you mean \(nearest)?", words: words)
    }
    let other = names.otherMeaning(of: text).map { "\(names.candidate($0)) is something else" }
    return SentenceError(.unknownName, message, hint: other, words: words)
  }
}

extension SentenceError {
  /// A name that fits several nodes where one is wanted.
  static func ambiguous(_ candidates: [NameCandidate], name: String, at words: Range<Int>? = nil) -> SentenceError {
    SentenceError(
      .ambiguousName, "'\(name)' can be \(candidates.count) things:",
      hint: "type one of these instead, with the quotation marks", candidates: candidates, words: words)
  }

  /// The same error about words further on.
  func shifted(by count: Int) -> SentenceError {
    guard count > 0, let words else { return self }
    return SentenceError(
      kind, message, hint: hint, candidates: candidates, words: words.lowerBound + count..<words.upperBound + count)
  }
}
