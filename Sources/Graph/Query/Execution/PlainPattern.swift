/// A regular expression that is a row of characters, classes and repeats of them, for texts of printable ASCII characters.
///
/// All ways to match are followed at once, a bit for each place in the pattern: O(text), without trying again.
struct PlainPattern {
  /// By character, the elements that accept it.
  private var accepting = [UInt64](repeating: 0, count: 128)
  /// The elements that may be left out.
  private var optional: UInt64 = 0
  /// The elements that may be repeated, and be left out.
  private var repeated: UInt64 = 0
  /// How many elements there are.
  private var count = 0

  /// The characters of the texts.
  private static let printable: ClosedRange<UInt8> = 0x20...0x7e

  /// Nil for any other expression, also for one that is wrong.
  init?(_ pattern: String) {
    var rest = Array(pattern.utf8)[...]
    while !rest.isEmpty {
      guard let characters = PlainPattern.characters(&rest), let times = PlainPattern.times(&rest),
        add(characters, times)
      else { return nil }
    }
    if count == 0 { return nil }
  }

  /// Whether the whole text matches; nil when it has other characters.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    var places = closed(1)
    for character in text {
      guard PlainPattern.printable.contains(character) else { return nil }
      let accepted = places & accepting[Int(character)]
      places = closed((accepted & ~repeated) << 1 | accepted & repeated)
    }
    return places >> UInt64(count) & 1 == 1
  }

  /// Some places, and those that come after them when elements are left out.
  @inline(__always)
  private func closed(_ places: UInt64) -> UInt64 {
    var places = places
    var more = (places & optional) << 1 & ~places
    while more != 0 {
      places |= more
      more = (more & optional) << 1 & ~places
    }
    return places
  }
}

// MARK: - Reading a pattern

extension PlainPattern {
  /// Adds an element for each time it may occur; false when they are too many.
  private mutating func add(_ characters: [UInt8], _ times: (least: Int, most: Int?)) -> Bool {
    let room = UInt64.bitWidth - 1 - count
    guard max(times.least + (times.most == nil ? 1 : 0), times.most ?? 0) <= room else { return false }
    for _ in 0..<times.least { add(characters) }
    if let most = times.most {
      for _ in times.least..<most {
        optional |= 1 << UInt64(count)
        add(characters)
      }
    } else {
      optional |= 1 << UInt64(count)
      repeated |= 1 << UInt64(count)
      add(characters)
    }
    return true
  }

  private mutating func add(_ characters: [UInt8]) {
    for character in characters { accepting[Int(character)] |= 1 << UInt64(count) }
    count += 1
  }

  /// The characters that the next element of a pattern accepts.
  private static func characters(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard let first = rest.popFirst() else { return nil }
    switch first {
    case UInt8(ascii: "."): return Array(printable)
    case UInt8(ascii: "["): return characterClass(&rest)
    default: return first.isPlain ? [first] : nil
    }
  }

  private static func characterClass(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    var characters: [UInt8] = []
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "]") { return characters.isEmpty ? nil : characters }
      guard first.isLetterOrDigit else { return nil }
      guard rest.first == UInt8(ascii: "-") else {
        characters.append(first)
        continue
      }
      rest.removeFirst()
      guard let last = rest.popFirst(), last.isLetterOrDigit, first <= last else { return nil }
      characters += first...last
    }
    return nil
  }

  /// How often an element occurs.
  private static func times(_ rest: inout ArraySlice<UInt8>) -> (least: Int, most: Int?)? {
    let times: (least: Int, most: Int?)
    switch rest.first {
    case UInt8(ascii: "*"): times = (0, nil)
    case UInt8(ascii: "+"): times = (1, nil)
    case UInt8(ascii: "?"): times = (0, 1)
    case UInt8(ascii: "{"):
      rest.removeFirst()
      guard let least = number(&rest), least > 0 else { return nil }
      if rest.first == UInt8(ascii: ",") {
        rest.removeFirst()
        guard let most = number(&rest), most >= least else { return nil }
        times = (least, most)
      } else {
        times = (least, least)
      }
      guard rest.first == UInt8(ascii: "}") else { return nil }
    default: return (1, 1)
    }
    rest.removeFirst()
    // A mark after the mark says how to search.
    if let next = rest.first, "*+?{".utf8.contains(next) { return nil }
    return times
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(digits.count)
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { isLetter || isDigit }

  /// It stands for itself in a pattern.
  fileprivate var isPlain: Bool { isLetterOrDigit || " _,:;/-".utf8.contains(self) }
}
