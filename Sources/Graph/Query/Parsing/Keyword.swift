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
    guard bytes.count <= longest else { return nil }
    return spellings[String(decoding: bytes, as: UTF8.self).lowercased()]
  }

  private static let spellings = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })
  private static let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
}
