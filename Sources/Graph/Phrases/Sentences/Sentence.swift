/// What someone typed: words, some of which are whole names because they were quoted.
public struct Sentence: Sendable {
  /// One word, or one quoted name.
  struct Word: Sendable {
    let text: String
    let folded: FoldedText
    /// Stands for itself: it is one name, never a word of the phrase nor a piece of a longer name.
    let isName: Bool

    init(_ text: String, isName: Bool) {
      self.text = text
      self.isName = isName
      folded = FoldedText(text)
    }

    /// A comma that stands between names.
    var isComma: Bool { !isName && text == "," }

    /// A name that stood in quotation marks; the shell joins a comma behind them to it.
    static func quoted(_ text: String) -> [Word] {
      guard text.hasSuffix(",") else { return [Word(text, isName: true)] }
      return [Word(String(text.dropLast()), isName: true), Word(",", isName: false)]
    }

    /// The words in a text without spaces: commas are words of their own.
    static func parted(_ text: String) -> [Word] {
      guard text.utf8.contains(UInt8(ascii: ",")) else { return [Word(text, isName: false)] }
      let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
      return pieces.enumerated().flatMap { number, piece in
        (number == 0 ? [] : [Word(",", isName: false)]) + (piece.isEmpty ? [] : [Word(String(piece), isName: false)])
      }
    }
  }

  let words: [Word]

  /// More words than this are no sentence.
  static let maximumWords = 256

  /// Takes the arguments of a command: one that contains a space is one name. A single argument is the whole sentence.
  ///
  /// - Throws: `SentenceError` when it is too long or a quotation mark has no partner.
  public init(arguments: [String]) throws(SentenceError) {
    if arguments.count == 1 {
      try self.init(text: arguments[0])
    } else {
      try self.init(
        arguments.filter { !$0.isEmpty }.flatMap { argument in
          argument.contains(" ") ? Word.quoted(argument) : Word.parted(argument)
        })
    }
  }

  /// Splits a text at its spaces; what stands in quotation marks is one name. O(length).
  ///
  /// - Throws: `SentenceError` when it is too long or a quotation mark has no partner.
  public init(text: String) throws(SentenceError) {
    var splitter = SentenceSplitter(text)
    try self.init(try splitter.words())
  }

  init(_ words: [Word]) throws(SentenceError) {
    guard words.count <= Sentence.maximumWords else {
      throw SentenceError(.unreadable, "this sentence has more than \(Sentence.maximumWords) words")
    }
    self.words = words
  }

  /// The words of a range with one space between them.
  func text(_ range: Range<Int>) -> String { words[range].map(\.text).joined(separator: " ") }

  /// The same sentence with other text, as one name, in place of some words: the answer to "which one?".
  public func replacing(_ range: Range<Int>, with name: String) -> Sentence {
    var copy = words
    copy.replaceSubrange(range.clamped(to: words.startIndex..<words.endIndex), with: [Word(name, isName: true)])
    return Sentence(unchecked: copy)
  }

  /// The words from a place on.
  func dropping(_ count: Int) -> Sentence { Sentence(unchecked: Array(words.dropFirst(count))) }

  private init(unchecked words: [Word]) { self.words = words }
}

/// Walks through the bytes of a sentence.
private struct SentenceSplitter {
  private let text: [UInt8]
  private var place = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func words() throws(SentenceError) -> [Sentence.Word] {
    var words: [Sentence.Word] = []
    while place < text.count {
      if text[place] <= FoldedText.space {
        place += 1
      } else if let close = SentenceSplitter.closingMark(in: text, at: place) {
        words.append(Sentence.Word(try quoted(by: close), isName: true))
      } else {
        words += Sentence.Word.parted(plain())
      }
    }
    return words
  }

  /// The mark that ends the quotation which begins at a place; nil when none begins there.
  ///
  /// A single mark begins one only when another ends a word further on, so that `'s-Hertogenbosch` remains a word.
  private static func closingMark(in text: [UInt8], at place: Int) -> [UInt8]? {
    if text[place] == UInt8(ascii: "\"") { return [UInt8(ascii: "\"")] }
    if text[place...].starts(with: Array("“".utf8)) { return Array("”".utf8) }
    guard text[place] == UInt8(ascii: "'"), !isElided(text[(place + 1)...]) else { return nil }
    let closes = text.indices.dropFirst(place + 2).contains { index in
      text[index] == UInt8(ascii: "'") && (index + 1 == text.count || text[index + 1] <= FoldedText.space)
    }
    return closes ? [UInt8(ascii: "'")] : nil
  }

  /// `s-`, `t ` and their like, the short forms of Dutch place names.
  private static func isElided(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let letter = rest.first, let next = rest.dropFirst().first else { return false }
    return "stnSTN".utf8.contains(letter) && (next == UInt8(ascii: "-") || next == FoldedText.space)
  }

  private mutating func quoted(by close: [UInt8]) throws(SentenceError) -> String {
    let open = place
    place += close.count
    let start = place
    while place < text.count {
      if text[place...].starts(with: close) {
        let name = String(decoding: text[start..<place], as: UTF8.self)
        place += close.count
        return name
      }
      place += 1
    }
    throw SentenceError(
      .unreadable, "a quotation mark is opened and not closed",
      hint: "it stands before '\(String(decoding: text[open...].prefix(40), as: UTF8.self))'")
  }

  private mutating func plain() -> String {
    let start = place
    while place < text.count, text[place] > FoldedText.space { place += 1 }
    return String(decoding: text[start..<place], as: UTF8.self)
  }
}
