/// How two folded texts compare when spaces do not matter but word boundaries do.
enum WordComparison {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The same letters in the same order. O(length).
  static func same(_ left: Bytes, _ right: Bytes) -> Bool {
    guard let end = end(of: right, in: left, from: 0) else { return false }
    return end == left.count && !right.isEmpty
  }

  /// The name begins with the whole words of the query. O(length).
  static func begins(_ name: Bytes, with query: Bytes) -> Bool {
    guard !query.isEmpty, let end = end(of: query, in: name, from: 0) else { return false }
    return isBoundary(end, of: name)
  }

  /// Where the rest starts when the name begins with the whole words of the query, nil when it does not.
  static func rest(of name: Bytes, after query: Bytes) -> Int? {
    guard !query.isEmpty, let end = end(of: query, in: name, from: 0), isBoundary(end, of: name) else { return nil }
    return min(end + 1, name.count)
  }

  /// The query stands in the name as whole words: in one run, or each of its words somewhere. O(name × query).
  static func contains(_ name: Bytes, _ query: Bytes) -> Bool {
    guard !query.isEmpty else { return false }
    return containsRun(name, query) || containsEachWord(name, query)
  }

  private static func containsRun(_ name: Bytes, _ query: Bytes) -> Bool {
    var start = 0
    while start < name.count {
      if let end = end(of: query, in: name, from: start), isBoundary(end, of: name) { return true }
      start = nextWord(name, after: start)
    }
    return false
  }

  private static func containsEachWord(_ name: Bytes, _ query: Bytes) -> Bool {
    var start = 0
    while start < query.count {
      let next = nextWord(query, after: start)
      let end = next == query.count && query[next - 1] != FoldedText.space ? next : next - 1
      guard containsWord(name, Bytes(rebasing: query[start..<end])) else { return false }
      start = next
    }
    return true
  }

  private static func containsWord(_ name: Bytes, _ word: Bytes) -> Bool {
    var start = 0
    while start < name.count {
      if let end = end(of: word, in: name, from: start), isBoundary(end, of: name) { return true }
      start = nextWord(name, after: start)
    }
    return false
  }

  /// Where the query ends in the name when it stands there from a place on, spaces on either side ignored.
  private static func end(of query: Bytes, in name: Bytes, from start: Int) -> Int? {
    var place = start
    for byte in query where byte != FoldedText.space {
      if place < name.count, name[place] == FoldedText.space { place += 1 }
      guard place < name.count, name[place] == byte else { return nil }
      place += 1
    }
    return place
  }

  private static func isBoundary(_ place: Int, of name: Bytes) -> Bool {
    place >= name.count || name[place] == FoldedText.space
  }

  private static func nextWord(_ text: Bytes, after start: Int) -> Int {
    var place = start
    while place < text.count, text[place] != FoldedText.space { place += 1 }
    return min(place + 1, text.count)
  }
}
