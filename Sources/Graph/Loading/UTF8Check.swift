/// Finds bytes that are not UTF-8.
enum UTF8Check {
  /// Whether all bytes are ASCII and none is zero: true of most files, and found without a branch per byte. O(n).
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lowest: Int8 = 1
    for byte in bytes { lowest = min(lowest, Int8(bitPattern: byte)) }
    return lowest > 0
  }

  /// The offset of the first byte that is not part of well-formed UTF-8, nil when all is well. O(n), eight bytes a step in
  /// plain ASCII.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place = endOfASCII(in: bytes, from: place)
      } else if let length = length(of: bytes, at: place) {
        place += length
      } else {
        return place
      }
    }
    return nil
  }

  @inline(__always)
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    let raw = UnsafeRawBufferPointer(bytes)
    while place + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { break }
      place += 8
    }
    while place < bytes.count, bytes[place] < 0x80 { place += 1 }
    return place
  }

  /// The length of the sequence that starts at a place; nil when it is malformed (the table of well-formed sequences of the
  /// Unicode standard, section 3.9).
  private static func length(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    let lead = bytes[place]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, place + length <= bytes.count else { return nil }
    guard secondBytes(after: lead).contains(bytes[place + 1]) else { return nil }
    for index in 2..<max(2, length) where bytes[place + index] & 0xC0 != 0x80 { return nil }
    return length
  }

  private static func secondBytes(after lead: UInt8) -> ClosedRange<UInt8> {
    switch lead {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
