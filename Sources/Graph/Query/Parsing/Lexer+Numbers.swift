extension Lexer {
  /// Reads a number: `42`, `0x2A`, `0o52`, `4.2`, `.5`, `1e9`. The dots of `1..3` are not part of it.
  mutating func scanNumber() -> Token.Kind {
    let start = position
    if peek() == UInt8(ascii: "0"), let base = Lexer.base(of: peek(1)) {
      position += 2
      return scanDigits(in: base)
    }
    var kind = Token.Kind.integer
    skipDigits()
    if peek() == UInt8(ascii: "."), peek(1).isDigit {
      kind = .float
      position += 1
      skipDigits()
    }
    if skipExponent() { kind = .float }
    return skipTail(from: start) ? .malformedNumber : kind
  }

  /// 16 for `x`, 8 for `o`, nil for every other letter.
  static func base(of letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    default: nil
    }
  }

  private mutating func skipDigits() {
    while peek().isDigit { position += 1 }
  }

  private mutating func skipExponent() -> Bool {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(hasSign ? 2 : 1).isDigit else { return false }
    position += hasSign ? 2 : 1
    skipDigits()
    return true
  }

  /// Reads the digits after `0x` or `0o`; anything else in the same word spoils the number.
  private mutating func scanDigits(in base: Int) -> Token.Kind {
    let start = position
    while let value = peek().digitValue, value < base { position += 1 }
    let isEmpty = position == start
    return skipTail(from: start) || isEmpty ? .malformedNumber : .integer
  }

  /// Skips letters and digits that stick to a number; true if there were any.
  private mutating func skipTail(from start: Int) -> Bool {
    let end = position
    while let length = nameCharacter(isFirst: false) { position += length }
    return position > end
  }
}

/// What the text of an integer token says, before its sign is known.
enum IntegerLiteral {
  /// The value without sign, nil when it does not fit 64 bits.
  static func magnitude(_ text: ArraySlice<UInt8>) -> UInt64? {
    var digits = text
    var base = 10
    if text.first == UInt8(ascii: "0"), let second = text.dropFirst().first, let named = Lexer.base(of: second) {
      base = named
      digits = text.dropFirst(2)
    }
    var value: UInt64 = 0
    for byte in digits {
      let (product, overflows) = value.multipliedReportingOverflow(by: UInt64(base))
      let (sum, carries) = product.addingReportingOverflow(UInt64(byte.digitValue ?? 0))
      guard !overflows, !carries else { return nil }
      value = sum
    }
    return value
  }

  /// The value with its sign, nil outside the 64-bit range.
  static func value(_ text: ArraySlice<UInt8>, isNegative: Bool) -> Int64? {
    guard let magnitude = magnitude(text) else { return nil }
    return isNegative ? negated(magnitude) : Int64(exactly: magnitude)
  }

  private static func negated(_ magnitude: UInt64) -> Int64? {
    magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
  }
}
