/// Finds e-mail addresses and telephone numbers in a text.
enum ContactDetails {
  /// Whether a text holds something like `name@host.nl`.
  static func hasMailAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { place in
      guard bytes[place] == UInt8(ascii: "@"), place > 0, isWord(bytes[place - 1]) else { return false }
      let host = bytes[(place + 1)...].prefix { isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
      return host.dropFirst().dropLast().contains(UInt8(ascii: "."))
    }
  }

  /// Whether a text holds a run of digits, spaces and hyphens that reads as a Dutch telephone number: ten digits from 0, or
  /// eleven or more from + or 00.
  static func hasTelephoneNumber(_ text: String) -> Bool {
    let marks = Set("()-. ".utf8)
    let runs = text.utf8.split { !CellReader.isDigit($0) && !marks.contains($0) && $0 != UInt8(ascii: "+") }
    return runs.contains { run in
      let digits = run.filter(CellReader.isDigit)
      let isForeign = run.contains(UInt8(ascii: "+")) || digits.starts(with: "00".utf8)
      return isForeign ? digits.count >= 11 : digits.count == 10 && digits.first == UInt8(ascii: "0")
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    CellReader.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }
}
