/// How large a single value may become.
enum ValueSize {
  /// Bytes of a text.
  static let text = 100_000_000
  /// Elements of a list.
  static let list = 10_000_000

  /// Two texts as one.
  static func joined(_ a: String, _ b: String, at span: SourceSpan) throws(QueryError) -> Value {
    try check(bytes: a.utf8.count + b.utf8.count, at: span)
    return .string(a + b)
  }

  /// Two lists as one.
  static func joined(_ a: [Value], _ b: [Value], at span: SourceSpan) throws(QueryError) -> Value {
    try check(elements: a.count + b.count, at: span)
    return .list(a + b)
  }

  /// Refuses a text that would be too long, and a long one when memory runs out.
  static func check(bytes: Int, at span: SourceSpan) throws(QueryError) {
    if bytes > text { throw RuntimeErrors.tooLong("a text of more than \(text / 1_000_000) million bytes", at: span) }
    if bytes > 100_000 { try MemoryMeter.check(at: span) }
  }

  /// Refuses a list that would be too long, and a long one when memory runs out.
  static func check(elements: Int, at span: SourceSpan) throws(QueryError) {
    if elements > list {
      throw RuntimeErrors.tooLong("a list of more than \(list / 1_000_000) million elements", at: span)
    }
    if elements > 10_000 { try MemoryMeter.check(at: span) }
  }
}
