/// Finds where a query in a phrase file ends.
enum StatementEnd {
  /// The place of the first `;` from a place on that is not in quotes, back quotes or a comment; else the end. O(length).
  static func place(in bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: ";") { place = after(place, in: bytes) }
    return min(place, bytes.count)
  }

  /// The place behind a quoted text, a comment or a single byte.
  private static func after(_ place: Int, in bytes: [UInt8]) -> Int {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch (bytes[place], next) {
    case (UInt8(ascii: "'"), _), (UInt8(ascii: "\""), _): return afterQuote(place, in: bytes, escapes: true)
    case (UInt8(ascii: "`"), _): return afterQuote(place, in: bytes, escapes: false)
    case (UInt8(ascii: "/"), UInt8(ascii: "/")):
      return bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    case (UInt8(ascii: "/"), UInt8(ascii: "*")): return afterBlockComment(place + 2, in: bytes)
    default: return place + 1
    }
  }

  private static func afterQuote(_ open: Int, in bytes: [UInt8], escapes: Bool) -> Int {
    var place = open + 1
    while place < bytes.count, bytes[place] != bytes[open] {
      place += escapes && bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }

  private static func afterBlockComment(_ start: Int, in bytes: [UInt8]) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "*"), bytes[place + 1] == UInt8(ascii: "/") { return place + 2 }
      place += 1
    }
    return bytes.count
  }
}
