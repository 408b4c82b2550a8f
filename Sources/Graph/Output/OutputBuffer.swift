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
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var power: UInt64 = 1
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / power))
      rest %= power
      power /= 10
    }
  }

  /// Writes a text and a line feed.
  mutating func writeLine(_ text: String = "") {
    write(text)
    write(UInt8(ascii: "\n"))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
