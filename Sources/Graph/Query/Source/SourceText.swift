/// A text with a name, kept as bytes, that turns offsets into lines and columns.
public struct SourceText: Sendable {
  /// What the text is called in messages: `query`, or the path of a file.
  public let name: String
  /// The UTF-8 bytes.
  public let bytes: [UInt8]
  /// The text that this is a statement of, and where it starts there; nil for a text of its own.
  private let whole: (bytes: [UInt8], start: Int)?

  /// Keeps `text` under `name`.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Keeps `bytes`, which should be UTF-8, under `name`.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, whole: nil)
  }

  private init(name: String, bytes: [UInt8], whole: (bytes: [UInt8], start: Int)?) {
    self.name = name
    self.bytes = bytes
    self.whole = whole
  }

  /// One statement of the text: a text whose offsets are its own, and whose lines and columns are those of the whole.
  func statement(_ span: SourceSpan) -> SourceText {
    let range = clamped(span)
    return SourceText(
      name: name, bytes: Array(bytes[range]),
      whole: (whole?.bytes ?? bytes, (whole?.start ?? 0) + range.lowerBound))
  }

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a span; bytes that are not UTF-8 are replaced.
  public func text(_ span: SourceSpan) -> String {
    let range = clamped(span)
    return bytes.withUnsafeBufferPointer { String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// Whether two spans have the same text.
  func hasSameText(_ span: SourceSpan, _ other: SourceSpan) -> Bool {
    let (left, right) = (bytes[clamped(span)], bytes[clamped(other)])
    if left.elementsEqual(right) { return true }
    // Characters beyond ASCII can be the same in other bytes.
    guard left.contains(where: { $0 >= 0x80 }) || right.contains(where: { $0 >= 0x80 }) else { return false }
    return text(span) == text(other)
  }

  private func clamped(_ span: SourceSpan) -> Range<Int> {
    let lower = min(max(0, span.lowerBound), bytes.count)
    return lower..<min(max(lower, span.upperBound), bytes.count)
  }

  /// The place of a byte offset: line and column count from 1, the column in characters. O(n).
  public func location(of offset: Int) -> (line: Int, column: Int) {
    let (bytes, end) = place(of: offset)
    var line = 1
    // The mark that some editors put before a text is no character of its first line.
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    return (line, String(decoding: bytes[start..<end], as: UTF8.self).count + 1)
  }

  /// The line that holds a byte offset, without its line end, and the offset at which it starts: below zero where a statement
  /// starts further on in the line. O(n).
  public func line(containing offset: Int) -> (text: String, start: Int) {
    let (bytes, place) = place(of: offset)
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (String(decoding: bytes[start..<max(start, end)], as: UTF8.self), start - (whole?.start ?? 0))
  }

  /// The whole text, and the place in it of an offset.
  private func place(of offset: Int) -> (bytes: [UInt8], place: Int) {
    (whole?.bytes ?? bytes, min(max(0, offset), bytes.count) + (whole?.start ?? 0))
  }
}
