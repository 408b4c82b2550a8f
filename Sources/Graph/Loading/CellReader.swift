/// Why the text of a cell is not a value of its column's type.
struct CellProblem: Error, Equatable {
  let message: String
  var hint: String?
}

/// Turns the text of cells into values.
struct CellReader {
  /// A comma may stand for the decimal point, as where the delimiter is not a comma.
  let acceptsDecimalComma: Bool

  /// The value of a cell that is not absent; null when a quoted cell is empty and its type has no empty value.
  ///
  /// - Throws: when the text is not of the type.
  func value(_ text: UnsafeBufferPointer<UInt8>, of type: CellType, isList: Bool) throws(CellProblem) -> Value {
    if isList { return try list(text, of: type) }
    if type == .string { return .string(String(decoding: text, as: UTF8.self)) }
    let text = CellReader.trimmed(text)
    return text.isEmpty ? .null : try single(text, of: type)
  }

  private func single(_ text: UnsafeBufferPointer<UInt8>, of type: CellType) throws(CellProblem) -> Value {
    switch type {
    case .string: .string(String(decoding: text, as: UTF8.self))
    case .integer: .integer(try CellReader.integer(text))
    case .float: .float(try float(text))
    case .boolean: .boolean(try CellReader.boolean(text))
    case .date: .date(try CellReader.date(text))
    }
  }

  private func list(_ text: UnsafeBufferPointer<UInt8>, of type: CellType) throws(CellProblem) -> Value {
    if text.isEmpty { return .list([]) }
    var values: [Value] = []
    for part in text.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      let part = UnsafeBufferPointer(rebasing: part)
      let element = type == .string ? part : CellReader.trimmed(part)
      if element.isEmpty, type != .string {
        throw CellProblem(message: "a place in the list is empty", hint: "write the elements with one ; between them")
      }
      values.append(try single(element, of: type))
    }
    return .list(values)
  }

  /// The text without spaces around it.
  static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, text[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }
}

// MARK: - Whole numbers and truth values

extension CellReader {
  static func integer(_ text: UnsafeBufferPointer<UInt8>) throws(CellProblem) -> Int64 {
    let isNegative = text[0] == UInt8(ascii: "-")
    let digits = isNegative || text[0] == UInt8(ascii: "+") ? text[1...] : text[0...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { throw notInteger(text) }
    var number: Int64 = 0
    for byte in digits {
      let (product, over) = number.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - UInt8(ascii: "0"))
      let (next, passed) = product.addingReportingOverflow(isNegative ? -digit : digit)
      if over || passed { throw tooLarge }
      number = next
    }
    return number
  }

  private static var tooLarge: CellProblem {
    CellProblem(
      message: "the number does not fit in 64 bits",
      hint: "the largest is \(Int64.max); write a code as text, without :int")
  }

  private static func notInteger(_ text: UnsafeBufferPointer<UInt8>) -> CellProblem {
    let isFraction = text.allSatisfy { isDigit($0) || ".,-+".utf8.contains($0) } && text.contains(where: isDigit)
    return CellProblem(
      message: "this is no whole number",
      hint: isFraction ? "write it without point or comma, or make the column :float" : nil)
  }

  static func boolean(_ text: UnsafeBufferPointer<UInt8>) throws(CellProblem) -> Bool {
    switch String(decoding: text, as: UTF8.self).lowercased() {
    case "true", "waar": return true
    case "false", "onwaar": return false
    default: throw CellProblem(message: "this is neither true nor false", hint: "write true or false")
    }
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}

// MARK: - Fractions

extension CellReader {
  func float(_ text: UnsafeBufferPointer<UInt8>) throws(CellProblem) -> Double {
    if let number = CellReader.shortDecimal(text) { return number }
    var written = String(decoding: text, as: UTF8.self)
    switch written {
    case "NaN": return .nan
    case "Infinity", "+Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: break
    }
    if acceptsDecimalComma { written = CellReader.withPoint(written) }
    guard written.utf8.allSatisfy({ CellReader.isDigit($0) || "+-.eE".utf8.contains($0) }), let number = Double(written)
    else { throw CellReader.notFloat(text) }
    guard number.isFinite else { throw CellProblem(message: "the number is too large") }
    return number
  }

  /// Numbers of at most 15 digits without exponent: the digits and the power of ten are exact, so is their quotient's
  /// rounding (Clinger's fast path).
  private static func shortDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let isNegative = text[0] == UInt8(ascii: "-")
    var (digits, count, scale, hasPoint) = (0, 0, 1.0, false)
    for byte in text[(isNegative ? 1 : 0)...] {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        guard isDigit(byte), count < 15 else { return nil }
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        count += 1
        if hasPoint { scale *= 10 }
      }
    }
    guard count > 0 else { return nil }
    let number = Double(digits) / scale
    return isNegative ? -number : number
  }

  private static func withPoint(_ text: String) -> String {
    guard !text.contains("."), text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 else { return text }
    return String(text.map { $0 == "," ? "." : $0 })
  }

  private static func notFloat(_ text: UnsafeBufferPointer<UInt8>) -> CellProblem {
    let hasComma = text.contains(UInt8(ascii: ","))
    let isThousands = hasComma && text.contains(UInt8(ascii: "."))
    let pointed = String(String(decoding: text, as: UTF8.self).map { $0 == "," ? "." : $0 })
    if isThousands { return CellProblem(message: "this is no number", hint: "write it without marks for thousands") }
    let hint = hasComma && Double(pointed) != nil ? "write \(pointed), with a point" : nil
    return CellProblem(message: "this is no number", hint: hint)
  }
}
