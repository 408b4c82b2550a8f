/// How one reader of CSV wants its fields.
struct CSVDialect: Sendable {
  let delimiter: String
  let lineEnd: String
  let decimalMark: String
  let byteOrderMark: Bool
  /// What stands before the title of one of several tables.
  let titleMark: String
  /// Write notes and view below the tables.
  let remarks: Bool
  /// Keep a spreadsheet from running text as a formula or rounding long numbers.
  private let forSpreadsheet: Bool

  /// Comma, line feed, decimal point.
  static let plain = CSVDialect(
    delimiter: ",", lineEnd: "\n", decimalMark: ".", byteOrderMark: false, titleMark: "# ", remarks: false,
    forSpreadsheet: false)

  /// What Excel opens by double click on a Dutch computer: byte order mark, semicolon, CR LF, decimal comma.
  static let dutchExcel = CSVDialect(
    delimiter: ";", lineEnd: "\r\n", decimalMark: ",", byteOrderMark: true, titleMark: "# ", remarks: true,
    forSpreadsheet: true)

  /// Texts and numbers stand as they are, but for the quotes they need.
  var keepsTexts: Bool { !forSpreadsheet }

  /// A text as a field. For a spreadsheet, text that it would run as a formula gets an apostrophe in front.
  func field(_ text: String) -> String {
    quoted(forSpreadsheet && CSVDialect.startsFormula(text) ? "'" + text : text)
  }

  /// An integer as a field. Excel keeps 15 digits, so a longer number becomes text there.
  func field(_ number: Int64) -> String {
    let digits = String(number)
    return forSpreadsheet && number.magnitude >= 1_000_000_000_000_000 ? "'" + digits : digits
  }

  /// Puts quotes round a field that needs them.
  func quoted(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ CSVDialect.needsQuotes($0) }) else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// Whether a field with these bytes needs quotes; an empty text does, to be told from null.
  static func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    return first == UInt8(ascii: " ") || last == UInt8(ascii: " ")
      || text.contains { byte in
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A, 0x0D, 0x09: true
        default: false
        }
      }
  }

  /// Text that starts with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line end, spaces before it aside.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{FEFF}" }) else {
      return false
    }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
