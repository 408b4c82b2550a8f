/// A text with a name, kept as bytes, that turns offsets into lines and columns.
public struct SourceText: Sendable {
  /// What the text is called in messages: `query`, or the path of a file.
  public let name: String
  /// The UTF-8 bytes.
  public let bytes: [UInt8]
  /// The statement among others in the same text; nil is all of it.
  let span: SourceSpan?

  /// Keeps `text` under `name`.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Keeps `bytes`, which should be UTF-8, under `name`.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, span: nil)
  }

  private init(name: String, bytes: [UInt8], span: SourceSpan?) {
    self.name = name
    self.bytes = bytes
    self.span = span
  }

  /// One statement of the text; places stay those of the whole.
  func statement(_ span: SourceSpan) -> SourceText { SourceText(name: name, bytes: bytes, span: span) }

  /// The text of the statement.
  public var text: String { text(span ?? SourceSpan(0, bytes.count)) }

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
    let end = min(max(0, offset), bytes.count)
    var line = 1
    // The mark that some editors put before a text is no character of its first line.
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, end) : 0
    for index in 0..<end where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    return (line, String(decoding: bytes[start..<end], as: UTF8.self).count + 1)
  }

  /// The line that holds a byte offset, without its line end, and the offset at which it starts. O(n).
  public func line(containing offset: Int) -> (text: String, start: Int) {
    let place = min(max(0, offset), bytes.count)
    var start = place
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    var end = place
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (String(decoding: bytes[start..<max(start, end)], as: UTF8.self), start)
  }
}
