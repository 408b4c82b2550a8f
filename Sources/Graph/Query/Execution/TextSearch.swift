/// Looks for one text in others, by their bytes where that comes to the same as looking for its characters.
struct TextSearch {
  /// The text looked for.
  let part: String
  private let match: BoundTextMatch
  private let bytes: [UInt8]
  /// It has only ASCII characters, and none that could be one character with what stands next to it.
  private let isPlain: Bool

  /// - Parameters:
  ///   - match: where it is looked for; not a pattern.
  ///   - part: the text looked for.
  init(_ match: BoundTextMatch, _ part: String) {
    self.match = match
    self.part = part
    bytes = Array(part.utf8)
    isPlain = bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
  }

  func truth(of value: Value) -> Truth {
    guard case .string(var text) = value else { return .unknown }
    return text.withUTF8 { truth(of: $0) }
  }

  func truth(of text: UnsafeBufferPointer<UInt8>) -> Truth {
    bytes.withUnsafeBufferPointer { part in
      switch match {
      case .startsWith: Truth(text.has(part, at: 0))
      case .endsWith: Truth(text.has(part, at: text.count - part.count))
      case .contains, .regex: Truth(contains(text, part))
      }
    }
  }

  /// O(text) where the two are seldom alike.
  private func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
    if part.isEmpty { return true }
    if isPlain {
      var place = 0
      while let found = text.place(of: part, from: place) {
        // A mark that belongs to the letter before it is not ASCII.
        if text.isASCII(at: found - 1), text.isASCII(at: found + part.count) { return true }
        place = found + 1
      }
      if text.isASCII { return false }
    }
    return String(decoding: text, as: UTF8.self).contains(self.part)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text stands at a place of this one.
  @inline(__always)
  fileprivate func has(_ part: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place >= 0, place + part.count <= count else { return false }
    return UnsafeBufferPointer(rebasing: self[place..<place + part.count]).hasSameBytes(as: part)
  }

  /// Whether there is an ASCII character at a place, or no character at all.
  @inline(__always)
  fileprivate func isASCII(at place: Int) -> Bool { !indices.contains(place) || self[place] < 0x80 }

  fileprivate var isASCII: Bool {
    let text = UnsafeRawBufferPointer(self)
    var (place, bits): (Int, UInt64) = (0, 0)
    while place + 8 <= count {
      bits |= text.word(at: place)
      place += 8
    }
    while place < count {
      bits |= UInt64(self[place])
      place += 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// Where a text, not the empty one, first stands at or after a place; nil when it does not.
  ///
  /// Eight places at a time are passed over where not both its first and its last byte stand as they should.
  @inline(__always)
  fileprivate func place(of part: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let text = UnsafeRawBufferPointer(self)
    let (length, end) = (part.count, count - part.count + 1)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, last) = (UInt64(part[0]) &* ones, UInt64(part[length - 1]) &* ones)
    var place = start
    while place + 8 <= end {
      let unlike = (text.word(at: place) ^ first) | (text.word(at: place + length - 1) ^ last)
      var alike = (unlike &- ones) & ~unlike & (ones << 7)
      while alike != 0 {
        let found = place + alike.trailingZeroBitCount / 8
        if has(part, at: found) { return found }
        alike &= alike &- 1
      }
      place += 8
    }
    while place < end {
      if self[place] == part[0], has(part, at: place) { return place }
      place += 1
    }
    return nil
  }
}
