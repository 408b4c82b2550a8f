/// Distinct texts numbered in the order they came, kept as one run of bytes: no `String` per text.
struct TextTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text starts, and at the last place where the last one ends.
  private var starts: [UInt32] = [0]
  /// Open addressing; the size is a power of two.
  private var slots = [Slot](repeating: .free, count: 16)

  /// A place of the hash table: a text, and enough of its hash to tell most others from it without reading letters.
  private struct Slot: BitwiseCopyable {
    let hash: UInt32
    /// The number of the text plus one, zero when the place is free.
    let mark: UInt32

    static let free = Slot(hash: 0, mark: 0)
  }

  var count: Int { starts.count - 1 }

  /// The text with a number. Allocates when it is longer than 15 bytes.
  subscript(number: Int) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range(number)], as: UTF8.self) }
  }

  /// Calls `body` with the bytes of a text.
  @inline(__always)
  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(number)])) }
  }

  @inline(__always)
  func range(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// Negative when a text comes before one of another table (or of this) by its bytes, zero when they are the same.
  @inline(__always)
  func order(_ number: Int, _ other: TextTable, _ otherNumber: Int) -> Int {
    bytes.withUnsafeBufferPointer { own in
      other.bytes.withUnsafeBufferPointer { others in
        UnsafeBufferPointer(rebasing: own[range(number)])
          .order(UnsafeBufferPointer(rebasing: others[other.range(otherNumber)]))
      }
    }
  }

  /// The number of a text, adding it when it is new. Amortised O(length).
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if (count + 1) * 4 > slots.count * 3 { grow(to: slots.count * 2) }
    let hash = TextTable.hash(text)
    let (number, place) = find(text, hash)
    if let number { return number }
    bytes.append(contentsOf: text)
    starts.append(UInt32(bytes.count))
    slots[place] = Slot(hash: hash, mark: UInt32(count))
    return count - 1
  }

  /// The number of a text, adding it when it is new.
  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// Makes room for so many more texts.
  mutating func reserve(_ more: Int) {
    starts.reserve(more)
    var size = slots.count
    while (count + more) * 4 > size * 3 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// The number of a text, nil when it is not here. O(length).
  func number(of text: UnsafeBufferPointer<UInt8>) -> Int? { find(text, TextTable.hash(text)).number }

  /// The number of a text, nil when it is not here.
  func number(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 { UInt32(truncatingIfNeeded: text.mixedBits) }

  /// The number of a text, or the free place where it would go.
  @inline(__always)
  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt32) -> (number: Int?, place: Int) {
    var place = Int(hash) & (slots.count - 1)
    while slots[place].mark != 0 {
      let number = Int(slots[place].mark) - 1
      if slots[place].hash == hash, matches(number, text) { return (number, place) }
      place = (place + 1) & (slots.count - 1)
    }
    return (nil, place)
  }

  @inline(__always)
  private func matches(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).hasSameBytes(as: text) }
  }

  private mutating func grow(to size: Int) {
    var grown = [Slot](repeating: .free, count: size)
    for slot in slots where slot.mark != 0 {
      var place = Int(slot.hash) & (size - 1)
      while grown[place].mark != 0 { place = (place + 1) & (size - 1) }
      grown[place] = slot
    }
    slots = grown
  }
}

extension Array {
  /// Makes room for so many more elements, and for twice as many as before when there was too little.
  mutating func reserve(_ more: Int) {
    if count + more > capacity { reserveCapacity(Swift.max(count + more, capacity * 2)) }
  }
}

// MARK: - Many texts at once

extension TextTable {
  /// Finds many texts: for each the number, or `UInt32.max` when it is not here.
  ///
  /// Looking up one text waits for memory three times. Done in steps for some texts together, the waits overlap. A text that is
  /// the same as the one before it is not looked up again.
  func numbers(
    count: Int, of text: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> [UInt32] {
    let size = 32
    return [UInt32](unsafeUninitializedCapacity: count) { numbers, filled in
      withUnsafeTemporaryAllocation(of: SoughtText.self, capacity: size) { sought in
        var last = SoughtText(text: UnsafeBufferPointer(start: nil, count: 0), hash: 0)
        var hasLast = false
        for first in stride(from: 0, to: count, by: size) {
          let block = first..<min(count, first + size)
          for place in block {
            let text = text(place)
            let isRepeated = hasLast && text.hasSameBytes(as: last.text)
            if !isRepeated { last = SoughtText(text: text, hash: TextTable.hash(text)) }
            hasLast = true
            sought[place - first] = last
            sought[place - first].isRepeated = isRepeated
          }
          for place in block { numbers[place] = likely(sought[place - first].hash) }
          for place in block {
            let (text, hash) = (sought[place - first].text, sought[place - first].hash)
            if sought[place - first].isRepeated {
              numbers[place] = numbers[place - 1]
            } else if numbers[place] == .max || !matches(Int(numbers[place]), text) {
              numbers[place] = find(text, hash).number.map { UInt32($0) } ?? .max
            }
          }
        }
      }
      filled = count
    }
  }

  /// One of many texts to be found.
  private struct SoughtText: BitwiseCopyable {
    let text: UnsafeBufferPointer<UInt8>
    let hash: UInt32
    /// The same as the text before it.
    var isRepeated = false
  }

  /// The number at a hash's own place.
  @inline(__always)
  private func likely(_ hash: UInt32) -> UInt32 { slots[Int(hash) & (slots.count - 1)].mark &- 1 }
}

/// The texts of a column, shared by everything that reads it: two numbers of one pool are equal when their texts are.
final class TextPool: Sendable {
  let texts: TextTable

  init(_ texts: TextTable) { self.texts = texts }

  /// The string with a number.
  func value(_ number: UInt32) -> Value { number == .max ? .null : .string(texts[Int(number)]) }
}
