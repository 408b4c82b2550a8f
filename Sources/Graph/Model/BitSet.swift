/// A fixed number of bits, one per node or relationship.
public struct BitSet: Sendable, Equatable {
  /// How many bits there are.
  public private(set) var count: Int
  private var words: [UInt64]

  /// Makes `count` bits, all clear, or all set when `filled`. O(count / 64).
  public init(count: Int, filled: Bool = false) {
    self.count = count
    words = Array(repeating: filled ? .max : 0, count: (count + 63) / 64)
  }

  /// One bit; the index must be below `count`.
  public subscript(index: Int) -> Bool {
    @inline(__always) get { words[index >> 6] >> UInt64(index & 63) & 1 == 1 }
    @inline(__always) set {
      if newValue {
        words[index >> 6] |= 1 << UInt64(index & 63)
      } else {
        words[index >> 6] &= ~(1 << UInt64(index & 63))
      }
    }
  }

  /// Sets a bit and says whether it was clear before.
  @inline(__always)
  mutating func insert(_ index: Int) -> Bool {
    let mask: UInt64 = 1 << UInt64(index & 63)
    let isNew = words[index >> 6] & mask == 0
    words[index >> 6] |= mask
    return isNew
  }

  /// Makes room for more bits, clear at first. Amortised O(1) for one more.
  @inline(__always)
  mutating func grow(to count: Int) {
    guard count > self.count else { return }
    self.count = count
    while words.count < (count + 63) >> 6 { words.append(0) }
  }

  /// Keeps only the first bits; those behind them must be clear.
  mutating func shrink(to count: Int) {
    self.count = count
    words.removeLast(words.count - (count + 63) >> 6)
  }

  /// Lends the bits, 64 to a word and the first one lowest.
  @inline(__always)
  mutating func withWords(_ body: (UnsafeMutablePointer<UInt64>?) -> Void) {
    words.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }

  /// The words of 64 bits each, for loops that must be fast; valid during the call.
  @inline(__always)
  func withWords<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    words.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with each bit that is set, ascending. O(count / 64 + bits set).
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = index == count >> 6 ? word & (1 << UInt64(count & 63) - 1) : word
      while rest != 0 {
        body(index << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// Clears every bit. O(count / 64).
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }
}
