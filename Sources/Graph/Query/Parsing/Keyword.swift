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

  /// The keyword spelled by a part of some bytes, in any case, if there is one.
  static func spelled(by bytes: [UInt8], in place: Range<Int>) -> Keyword? {
    Spelling(bytes, in: place).flatMap { KeywordTable.standard.keyword($0) }
  }

  /// Stands between two parts of an expression or after one, so that what is before it is not a keyword of its own.
  var isConnective: Bool {
    switch self {
    case .as, .and, .or, .xor, .in, .is, .starts, .ends, .contains: true
    default: false
    }
  }
}

/// The keywords by their spelling.
private struct KeywordTable {
  static let standard = KeywordTable()

  /// Open addressing: a keyword stands at the place of its spelling or at the next that was free.
  private var places: [(spelling: Spelling, keyword: Keyword)?]

  private init() {
    places = Array(repeating: nil, count: KeywordTable.size)
    for keyword in Keyword.allCases {
      let letters = Array(keyword.rawValue.utf8)
      guard let spelling = Spelling(letters, in: letters.indices) else { continue }
      var place = spelling.place
      while places[place] != nil { place = (place + 1) % KeywordTable.size }
      places[place] = (spelling, keyword)
    }
  }

  func keyword(_ spelling: Spelling) -> Keyword? {
    var place = spelling.place
    while let entry = places[place] {
      if entry.spelling == spelling { return entry.keyword }
      place = (place + 1) % KeywordTable.size
    }
    return nil
  }

  /// A power of two, several times the number of keywords.
  fileprivate static var size: Int { 512 }
}

/// A word of at most sixteen letters in small letters, as two numbers.
private struct Spelling: Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Nil when there are more bytes, or others than letters.
  init?(_ bytes: [UInt8], in range: Range<Int>) {
    guard range.count <= 16 else { return nil }
    for index in range {
      let byte = bytes[index]
      guard byte.isLetter else { return nil }
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte | 0x20)
    }
  }

  /// Where a table of keywords is searched for it first.
  var place: Int {
    Int(truncatingIfNeeded: ((low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9) >> 40)
      & (KeywordTable.size - 1)
  }
}
