/// Regular expressions already compiled in this run.
final class RegexCache {
  private var known: [String: Regex<AnyRegexOutput>] = [:]
  private var plain: (pattern: String, compiled: PlainPattern?)?

  /// Whether the whole text matches a pattern.
  func matches(_ text: String, _ pattern: String, at span: SourceSpan) throws(QueryError) -> Bool {
    var text = text
    if let answer = text.withUTF8({ matches($0, pattern) }) { return answer }
    if let regex = known[pattern] { return (try? regex.wholeMatch(in: text)) != nil }
    guard let regex = try? Regex(pattern) else { throw RuntimeErrors.badRegex(pattern, at: span) }
    known[pattern] = regex
    return (try? regex.wholeMatch(in: text)) != nil
  }

  /// As above, for a plain pattern and text; nil for others.
  func matches(_ text: UnsafeBufferPointer<UInt8>, _ pattern: String) -> Bool? {
    if plain?.pattern != pattern { plain = (pattern, PlainPattern(pattern)) }
    return plain?.compiled?.matches(text)
  }
}
