/// Bytes of UTF-8 being written.
struct OutputBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write($0) }
  }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

  /// Writes so many bytes, all of which `fill` sets.
  mutating func write(count: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
    bytes.reserve(count)
    bytes.append(contentsOf: repeatElement(0, count: count))
    bytes.withUnsafeMutableBytes { bytes in
      if let start = bytes.baseAddress { fill(start + (bytes.count - count)) }
    }
  }

  /// Writes the digits of a number.
  mutating func write(number: Int64) {
    var rest = number.magnitude
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(contentsOf: digits[start...])
    }
  }

  /// Writes a text and a line feed.
  mutating func writeLine(_ text: String = "") {
    write(text)
    write(UInt8(ascii: "\n"))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
