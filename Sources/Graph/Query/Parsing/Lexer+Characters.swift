extension Lexer {
  /// The number of bytes of the character at the position if it may stand in a bare name, nil otherwise.
  func nameCharacter(isFirst: Bool) -> Int? {
    let byte = peek()
    if byte < 0x80 {
      let isAllowed = byte.isLetter || byte == UInt8(ascii: "_") || (!isFirst && byte.isDigit)
      return isAllowed && position < limit ? 1 : nil
    }
    guard let scalar = scalar(at: position) else { return nil }
    let properties = scalar.properties
    guard isFirst ? properties.isXIDStart : properties.isXIDContinue else { return nil }
    return characterLength
  }

  /// The number of bytes of the character at the position; 1 for a byte that is not UTF-8.
  var characterLength: Int {
    guard let scalar = scalar(at: position) else { return 1 }
    return UTF8.width(scalar)
  }

  /// The character that starts at an offset, nil where the bytes are not UTF-8.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < limit else { return nil }
    let length =
      switch bytes[offset] {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, offset + length <= limit else { return nil }
    return String(validating: bytes[offset..<offset + length], as: UTF8.self)?.unicodeScalars.first
  }
}

extension UInt8 {
  /// `0` to `9`.
  var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// May stand in a bare name, but perhaps not at its start: a letter, a digit or `_`.
  var isNameByte: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }

  /// `A` to `Z` and `a` to `z`.
  var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self | 0x20 }

  /// The value of a digit in bases up to 16, nil for every other byte.
  var digitValue: Int? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(self) - 48
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(self) - 87
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(self) - 55
    default: nil
    }
  }

  /// Space, tab and the ends of lines.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
