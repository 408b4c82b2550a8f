/// The view named at the end of a sentence: `at 2017-01-01`, `op 2017-01-01`, `without AGO`, `zonder AGO`.
struct SentenceTail: Sendable {
  /// Where the tail begins; the number of words when there is none.
  let start: Int
  /// `at any` is a day too: whatever the day.
  var day: MatchedSentence.ViewDay?
  /// The words that name what is left out.
  var without: [Range<Int>] = []

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
    case "at", "op":
      guard start + 1 < sentence.words.count, let day = day(sentence.words[start + 1].text),
        let behind = tails[start + 2], behind.day == nil
      else { return nil }
      return SentenceTail(start: start, day: day, without: behind.without)
    case "without", "zonder":
      guard let end = (start + 2...sentence.words.count + 1).first(where: { tails[$0] != nil }), let behind = tails[end]
      else { return nil }
      return SentenceTail(start: start, day: behind.day, without: [start + 1..<end] + behind.without)
    default: return nil
    }
  }

  private static func day(_ text: String) -> MatchedSentence.ViewDay? {
    switch text.lowercased() {
    case "any", "altijd": .any
    default: CalendarDate(text).map { .on($0) }
    }
  }
}
