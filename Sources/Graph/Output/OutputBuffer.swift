/// Bytes of UTF-8 being written.
struct OutputBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Writes a text and a line feed.
  mutating func writeLine(_ text: String = "") {
    write(text)
    write(UInt8(ascii: "\n"))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
