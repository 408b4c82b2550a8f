/// A word with a meaning in some place of the grammar. None is reserved: where a name is expected, each is a name.
enum Keyword: String, CaseIterable, Sendable {
  // Statements and clauses.
  case explain, profile, match, optional, unwind, `for`, with, `let`, filter, `return`, call, yield, union
  // Parts of clauses.
  case `where`, distinct, `as`, order, by, asc, ascending, desc, descending, nulls, first, last, skip, offset, limit
  // Paths.
  case any, all, shortest, path, paths, shortestPath, allShortestPaths
  // Operators.
  case or, xor, and, not, `in`, starts, ends, contains, `is`, labeled
  // Values.
  case null, `true`, `false`
  // Forms of expressions.
  case `case`, when, then, `else`, end, exists, count, collect, none, single, reduce
  // Words of other languages, and those that write: known for the sake of a clear message.
  case create, merge, insert, set, delete, detach, nodetach, remove, foreach, load, drop, alter, grant
  case select, from, join, group, having, like, ilike, between, use, next, finish

  /// The keyword spelled by these bytes in any case, if there is one.
  static func spelled(by bytes: ArraySlice<UInt8>) -> Keyword? {
    Spelling(bytes).flatMap { spellings[$0] }
  }

  private static let spellings = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { keyword in
      Spelling(Array(keyword.rawValue.utf8)[...]).map { ($0, keyword) }
    })
}

/// A word of at most sixteen letters in small letters, as two numbers.
private struct Spelling: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Nil when there are more bytes, or others than letters.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    for byte in bytes {
      guard byte.isLetter else { return nil }
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte | 0x20)
    }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(low ^ high &* 0x9E37_79B9_7F4A_7C15) }
}
