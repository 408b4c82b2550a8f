extension FoldedText {
  /// What one character of the text becomes.
  enum Content {
    case nothing
    case gap
    case one(UInt8)
    case two(UInt8, UInt8)
    /// The bytes as they are.
    case raw
  }

  /// What the character at a place becomes, and how many bytes it takes.
  @inline(__always)
  static func piece(
    of text: UnsafeBufferPointer<UInt8>, at index: Int, afterDigit: Bool
  ) -> (content: Content, length: Int) {
    let byte = text[index]
    if byte < 0x80 {
      return (ascii(byte, next: index + 1 < text.count ? text[index + 1] : 0, afterDigit: afterDigit), 1)
    }
    let length = min(FoldedText.length(of: byte), text.count - index)
    switch (byte, length) {
    case (0xC2, 2): return (text[index + 1] == 0xB4 ? .nothing : .gap, 2)
    case (0xC3, 2): return (latin1(text[index + 1]), 2)
    case (0xC4, 2), (0xC5, 2): return (latinExtended(Int(byte - 0xC4) * 64 + Int(text[index + 1] & 0x3F)), 2)
    case (0xCC, 2): return (.nothing, 2)
    case (0xCD, 2) where text[index + 1] < 0xB0: return (.nothing, 2)
    case (0xE2, 3) where text[index + 1] == 0x80: return (isApostrophe(text[index + 2]) ? .nothing : .gap, 3)
    default: return (.raw, length)
    }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8, next: UInt8, afterDigit: Bool) -> Content {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"): .one(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .one(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .nothing
    case UInt8(ascii: "-") where afterDigit && !isWord(next): .one(byte)
    default: .gap
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: byte >= 0x80
    }
  }

  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC0...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF7: 4
    default: 1
    }
  }

  /// The second half of U+2018, U+2019, U+201B and U+2032.
  private static func isApostrophe(_ last: UInt8) -> Bool {
    last == 0x98 || last == 0x99 || last == 0x9B || last == 0xB2
  }

  /// U+00C0 to U+00FF, by the second byte; `*` is one of the letters written with two, a space is a sign.
  private static let latin1Letters = Array("aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y".utf8)

  private static func latin1(_ byte: UInt8) -> Content {
    switch byte {
    case 0x86, 0xA6: return .two(UInt8(ascii: "a"), UInt8(ascii: "e"))
    case 0x9E, 0xBE: return .two(UInt8(ascii: "t"), UInt8(ascii: "h"))
    case 0x9F: return .two(UInt8(ascii: "s"), UInt8(ascii: "s"))
    default:
      let letter = latin1Letters[Int(byte & 0x3F)]
      return letter == space ? .gap : .one(letter)
    }
  }

  /// U+0100 to U+017F; `*` is one of the letters written with two.
  private static let extendedLetters = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllll"
      + "nnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)

  private static func latinExtended(_ place: Int) -> Content {
    switch place {
    case 0x32, 0x33: .two(UInt8(ascii: "i"), UInt8(ascii: "j"))
    case 0x52, 0x53: .two(UInt8(ascii: "o"), UInt8(ascii: "e"))
    default: .one(extendedLetters[place])
    }
  }
}
