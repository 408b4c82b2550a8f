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

  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// The number of a text, adding it when it is new. Amortised O(length).
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    if (ends.count + 1) * 4 > slots.count * 3 { grow() }
    var place = Int(truncatingIfNeeded: TextTable.hash(text)) & (slots.count - 1)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if matches(number, text) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: text)
    ends.append(UInt32(bytes.count))
    slots[place] = UInt32(ends.count)
    return ends.count - 1
  }

  /// The number of a text, adding it when it is new.
  mutating func intern(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { intern($0) }
  }

  /// The number of a text, nil when it is not here. O(length).
  func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = Int(truncatingIfNeeded: TextTable.hash(text)) & (slots.count - 1)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if matches(number, text) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a text, nil when it is not here.
  func number(of text: String) -> Int? {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  private func matches(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { stored in
      for index in 0..<text.count where stored[range.lowerBound + index] != text[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    bytes.withUnsafeBufferPointer { stored in
      for number in 0..<ends.count {
        var place =
          Int(truncatingIfNeeded: TextTable.hash(UnsafeBufferPointer(rebasing: stored[range(number)])))
          & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = UInt32(number + 1)
      }
    }
  }

  /// FNV-1a over the bytes, finished by a multiply and shift so that the low bits are well mixed.
  @inline(__always)
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 32
    return hash &* 0x9e37_79b9_7f4a_7c15 >> 16
  }
}
