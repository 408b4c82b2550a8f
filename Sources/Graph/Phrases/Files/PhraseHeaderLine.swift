/// One `// key: value` of a header, with the lines that continue it.
struct PhraseHeaderLine: Sendable {
  let key: String
  let keySpan: SourceSpan
  /// What stands behind the colon, without spaces around it; may be empty.
  let value: SourceSpan
  /// The `//   ...` lines below it, each without its slashes.
  var continuation: [SourceSpan] = []

  /// The text without spaces and tabs around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    let text = String(text)
    let isVisible = { (byte: UInt8) in byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") }
    guard let first = text.utf8.firstIndex(where: isVisible), let last = text.utf8.lastIndex(where: isVisible) else {
      return ""
    }
    return String(text[first..<text.utf8.index(after: last)])
  }

  /// Whether a text is a plain identifier: a letter or underscore, then letters, digits and underscores.
  static func isIdentifier(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
  }
}

/// The comment lines above a query: blocks of `// key: value`, parted by blank lines.
struct PhraseHeader: Sendable {
  private(set) var blocks: [[PhraseHeaderLine]] = []
  /// Where the query begins.
  private(set) var end: Int

  /// Reads the comment and blank lines from a place on. O(length).
  ///
  /// A comment that is no `// key: value`, such as `// In words`, is passed over; so is a key with a space in it.
  init(in source: SourceText, from start: Int) {
    end = start
    var startsBlock = true
    while end < source.bytes.count {
      let line = PhraseHeader.line(in: source.bytes, from: end)
      let text = PhraseHeader.firstVisible(in: source.bytes, line)
      if text == line.upperBound {
        startsBlock = true
      } else if PhraseHeader.isComment(source.bytes, at: text, line) {
        add(text + 2..<line.upperBound, of: source, startsBlock: &startsBlock)
      } else {
        break
      }
      end = min(line.upperBound + 1, source.bytes.count)
    }
  }

  private mutating func add(_ comment: Range<Int>, of source: SourceText, startsBlock: inout Bool) {
    let text = PhraseHeader.firstVisible(in: source.bytes, comment)
    if text - comment.lowerBound >= 2, !startsBlock, let last = blocks.last?.count, last > 0 {
      blocks[blocks.count - 1][last - 1].continuation.append(SourceSpan(text, comment.upperBound))
      return
    }
    guard let line = PhraseHeader.keyed(text..<comment.upperBound, of: source) else { return }
    if startsBlock || blocks.isEmpty { blocks.append([]) }
    startsBlock = false
    blocks[blocks.count - 1].append(line)
  }

  private static func keyed(_ range: Range<Int>, of source: SourceText) -> PhraseHeaderLine? {
    guard let colon = source.bytes[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = source.text(SourceSpan(range.lowerBound, colon))
    guard PhraseHeaderLine.isIdentifier(key) else { return nil }
    let start = firstVisible(in: source.bytes, colon + 1..<range.upperBound)
    var end = range.upperBound
    while end > start, source.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return PhraseHeaderLine(
      key: key, keySpan: SourceSpan(range.lowerBound, colon), value: SourceSpan(start, end))
  }

  static func line(in bytes: [UInt8], from start: Int) -> Range<Int> {
    start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
  }

  static func firstVisible(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].firstIndex { $0 > UInt8(ascii: " ") } ?? range.upperBound
  }

  static func isComment(_ bytes: [UInt8], at place: Int, _ line: Range<Int>) -> Bool {
    place + 1 < line.upperBound && bytes[place] == UInt8(ascii: "/") && bytes[place + 1] == UInt8(ascii: "/")
  }
}
