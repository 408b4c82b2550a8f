/// The view named at the end of a sentence, in any order: `at 2017-01-01`, `without AGO`, `only stated`, `with proposed`; in Dutch
/// `op 2017-01-01`, `zonder AGO`, `alleen vermeld`, `met voorstellen`.
struct SentenceTail: Sendable {
  /// Where the tail begins; the number of words when there is none.
  let start: Int
  /// `at any` is a day too: whatever the day.
  var day: MatchedSentence.ViewDay?
  /// The words that name what is left out.
  var without: [Range<Int>] = []
  /// The certainties to keep; empty for all.
  var only: [String] = []
  /// What is only proposed takes part.
  var withProposed = false

  /// Every tail a sentence may have, none included; each reads to the end. O(words²).
  static func all(of sentence: Sentence) -> [SentenceTail] {
    var tails: [Int: SentenceTail] = [sentence.words.count: SentenceTail(start: sentence.words.count)]
    for start in sentence.words.indices.reversed() {
      if let tail = tail(of: sentence, from: start, behind: tails) { tails[start] = tail }
    }
    return tails.values.sorted { $0.start > $1.start }
  }

  private static func tail(
    of sentence: Sentence, from start: Int, behind tails: [Int: SentenceTail]
  ) -> SentenceTail? {
    let word = sentence.words[start]
    if word.isName { return nil }
    switch String(decoding: word.folded.bytes, as: UTF8.self) {
    case "at", "op": return dayTail(of: sentence, from: start, behind: tails)
    case "without", "zonder":
      guard let end = (start + 2...sentence.words.count + 1).first(where: { tails[$0] != nil }), let behind = tails[end]
      else { return nil }
      return behind.moved(to: start) { $0.without.insert(start + 1..<end, at: 0) }
    case "only", "alleen": return onlyTail(of: sentence, from: start, behind: tails)
    case "with", "met":
      guard let behind = tails[start + 2], !behind.withProposed, isProposed(sentence.words[start + 1]) else {
        return nil
      }
      return behind.moved(to: start) { $0.withProposed = true }
    default: return nil
    }
  }

  private func moved(to start: Int, _ change: (inout SentenceTail) -> Void) -> SentenceTail {
    var tail = SentenceTail(start: start, day: day, without: without, only: only, withProposed: withProposed)
    change(&tail)
    return tail
  }

  private static func dayTail(
    of sentence: Sentence, from start: Int, behind tails: [Int: SentenceTail]
  ) -> SentenceTail? {
    guard start + 1 < sentence.words.count, let day = day(sentence.words[start + 1].text),
      let behind = tails[start + 2], behind.day == nil
    else { return nil }
    return behind.moved(to: start) { $0.day = day }
  }

  /// `only stated, outside`
  private static func onlyTail(
    of sentence: Sentence, from start: Int, behind tails: [Int: SentenceTail]
  ) -> SentenceTail? {
    var certainties: [String] = []
    var place = start + 1
    while place < sentence.words.count, let certainty = certainty(sentence.words[place]) {
      certainties.append(certainty)
      place += 1
      guard place + 1 < sentence.words.count, sentence.words[place].isComma else { break }
      place += 1
    }
    guard !certainties.isEmpty, let behind = tails[place], behind.only.isEmpty else { return nil }
    return behind.moved(to: start) { $0.only = certainties }
  }

  private static func certainty(_ word: Sentence.Word) -> String? {
    switch String(decoding: word.folded.bytes, as: UTF8.self) {
    case "stated", "vermeld": "stated"
    case "outside": "outside"
    case "inferred", "afgeleid": "inferred"
    case "disputed", "betwist": "disputed"
    default: nil
    }
  }

  private static func isProposed(_ word: Sentence.Word) -> Bool {
    ["proposed", "proposals", "voorstellen"].contains(String(decoding: word.folded.bytes, as: UTF8.self))
  }

  private static func day(_ text: String) -> MatchedSentence.ViewDay? {
    switch text.lowercased() {
    case "any", "altijd": .any
    default: CalendarDate(text).map { .on($0) }
    }
  }
}
