/// Texts as bytes: compared and mixed eight bytes at a time.
extension UnsafeBufferPointer<UInt8> {
  /// Whether two texts are the same. O(length).
  @inline(__always)
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var place = 0
    while place + 8 <= count {
      if left.word(at: place) != right.word(at: place) { return false }
      place += 8
    }
    return left.lastWord(from: place) == right.lastWord(from: place)
  }

  /// Negative when this text comes before another by its bytes, as by its code points; zero when they are the same. O(length).
  @inline(__always)
  func order(_ other: UnsafeBufferPointer<UInt8>) -> Int {
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    let shared = Swift.min(count, other.count)
    var place = 0
    while place + 8 <= shared {
      let (a, b) = (left.word(at: place), right.word(at: place))
      if a != b { return a.byteSwapped < b.byteSwapped ? -1 : 1 }
      place += 8
    }
    while place < shared {
      if self[place] != other[place] { return self[place] < other[place] ? -1 : 1 }
      place += 1
    }
    return count - other.count
  }

  /// A number for a hash table whose size is a power of two: never negative, its low bits well mixed. O(length).
  ///
  /// Each word is folded in by a widening multiplication whose halves are combined, as in wyhash.
  @inline(__always)
  var mixedBits: Int {
    let text = UnsafeRawBufferPointer(self)
    var bits = UInt64(truncatingIfNeeded: count) ^ 0xa076_1d64_78bd_642f
    var place = 0
    while place + 8 <= count {
      bits = (bits ^ text.word(at: place)).foldedProduct
      place += 8
    }
    bits = (bits ^ text.lastWord(from: place)).foldedProduct
    return Int(truncatingIfNeeded: bits >> 1)
  }
}

extension String {
  /// Whether two texts have the same bytes, which canonical equivalence does not ask. O(length).
  func hasSameBytes(as other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in right.withUTF8 { left.hasSameBytes(as: $0) } }
  }
}

extension UInt64 {
  /// The product with a fixed odd number, its upper half folded into its lower.
  @inline(__always)
  var foldedProduct: UInt64 {
    let product = multipliedFullWidth(by: 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  func word(at place: Int) -> UInt64 { loadUnaligned(fromByteOffset: place, as: UInt64.self) }

  /// The last, at most seven, bytes from a place on; texts of one length have the same word only when they end alike.
  @inline(__always)
  fileprivate func lastWord(from place: Int) -> UInt64 {
    let rest = count - place
    if rest >= 4 {
      let (first, last) = (half(at: place), half(at: count - 4))
      return UInt64(first) | UInt64(last) << 32
    }
    if rest == 0 { return 0 }
    return UInt64(self[place]) | UInt64(self[place + rest / 2]) << 8 | UInt64(self[count - 1]) << 16
  }

  @inline(__always)
  private func half(at place: Int) -> UInt32 { loadUnaligned(fromByteOffset: place, as: UInt32.self) }
}
