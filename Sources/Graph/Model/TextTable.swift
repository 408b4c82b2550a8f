/// Distinct texts numbered in the order they came, kept as one run of bytes: no `String` per text.
struct TextTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Open addressing: the number of the text plus one, zero when free; the size is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 16)

  var count: Int { ends.count }

  /// The text with a number. Allocates when it is longer than 15 bytes.
  subscript(number: Int) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range(number)], as: UTF8.self) }
  }

  @inline(__always)
  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The number of a text, adding it when it is new. Amortised O(length).
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if (ends.count + 1) * 4 > slots.count * 3 { grow() }
    let (number, slot) = find(text)
    if let number { return number }
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[slot] = UInt32(ends.count)
    return ends.count - 1
  }

  /// The number of a text, adding it when it is new.
  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of a text, nil when it is not here. O(length).
  func number(of text: UnsafeBufferPointer<UInt8>) -> Int? { find(text).number }

  /// The number of a text, nil when it is not here.
  func number(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The number of a text, or the free slot where it would go.
  @inline(__always)
  private func find(_ text: UnsafeBufferPointer<UInt8>) -> (number: Int?, slot: Int) {
    var slot = text.mixedBits & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if matches(number, text) { return (number, slot) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return (nil, slot)
  }

  @inline(__always)
  private func matches(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).hasSameBytes(as: text) }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { stored in
      for number in 0..<ends.count {
        var slot = UnsafeBufferPointer(rebasing: stored[range(number)]).mixedBits & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(number + 1)
      }
    }
  }
}

/// The texts of a column, shared by everything that reads it: two numbers of one pool are equal when their texts are.
final class TextPool: Sendable {
  let texts: TextTable

  init(_ texts: TextTable) { self.texts = texts }

  /// The string with a number.
  func value(_ number: UInt32) -> Value { number == .max ? .null : .string(texts[Int(number)]) }
}
