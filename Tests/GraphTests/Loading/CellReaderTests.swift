import Testing

@testable import Graph

@Suite("Cells become values")
struct CellReaderTests {
  private func value(_ text: String, _ type: CellType, isList: Bool = false, comma: Bool = false) throws -> Value {
    let cells = CellReader(acceptsDecimalComma: comma)
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBufferPointer { buffer throws(CellProblem) in
      try cells.value(buffer, of: type, isList: isList)
    }
  }

  @Test(
    "values by type",
    arguments: [
      ("0014", .string, .string("0014")), ("", .string, .string("")), (" a ", .string, .string(" a ")),
      ("42", .integer, .integer(42)), (" -7 ", .integer, .integer(-7)), ("+7", .integer, .integer(7)),
      ("9223372036854775807", .integer, .integer(.max)), ("-9223372036854775808", .integer, .integer(.min)),
      ("", .integer, .null), ("0.5", .float, .float(0.5)), ("-3", .float, .float(-3)), ("1e3", .float, .float(1000)),
      (".5", .float, .float(0.5)), ("0.1", .float, .float(0.1)),
      ("123456789.123456789", .float, .float(123_456_789.123456789)),
      ("NaN", .float, .float(.nan)), ("-Infinity", .float, .float(-.infinity)),
      ("true", .boolean, .boolean(true)), ("FALSE", .boolean, .boolean(false)), ("WAAR", .boolean, .boolean(true)),
    ] as [(String, CellType, Value)])
  func values(_ text: String, type: CellType, expected: Value) throws {
    #expect(try value(text, type) == expected)
  }

  @Test("short decimals are as exact as the standard library's", arguments: 0..<500)
  func decimals(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let digits = String(UInt64.random(in: 0..<1_000_000_000_000_000, using: &random))
    let point = Int.random(in: 0...digits.count, using: &random)
    let text = digits.prefix(point) + "." + digits.dropFirst(point)
    #expect(try value(String(text), .float) == .float(Double(text) ?? .nan))
  }

  @Test("a date is yyyy-mm-dd")
  func dates() throws {
    #expect(try value("2017-05-11", .date) == .date(#require(CalendarDate(year: 2017, month: 5, day: 11))))
    #expect(try value("2024-02-29", .date) == .date(#require(CalendarDate(year: 2024, month: 2, day: 29))))
  }

  @Test(
    "lists are cut at semicolons",
    arguments: [
      ("a;b", .string, .list([.string("a"), .string("b")])),
      ("a; b;", .string, .list([.string("a"), .string(" b"), .string("")])),
      ("", .string, .list([])), ("1; 2", .integer, .list([.integer(1), .integer(2)])),
      ("true;false", .boolean, .list([.boolean(true), .boolean(false)])), ("", .float, .list([])),
    ] as [(String, CellType, Value)])
  func lists(_ text: String, type: CellType, expected: Value) throws {
    #expect(try value(text, type, isList: true) == expected)
  }

  @Test("a decimal comma is accepted where the comma is not the delimiter")
  func decimalComma() throws {
    #expect(try value("2,5", .float, comma: true) == .float(2.5))
    #expect(throws: CellProblem(message: "this is no number", hint: "write 2.5, with a point")) {
      try value("2,5", .float)
    }
  }

  @Test(
    "what does not fit is a problem with a hint",
    arguments: [
      (
        "9223372036854775808", .integer, "the number does not fit in 64 bits",
        "the largest is 9223372036854775807; write a code as text, without :int"
      ),
      ("1.5", .integer, "this is no whole number", "write it without point or comma, or make the column :float"),
      ("twee", .integer, "this is no whole number", nil), ("-", .integer, "this is no whole number", nil),
      ("0x10", .float, "this is no number", nil),
      ("1.234,5", .float, "this is no number", "write it without marks for thousands"),
      ("1e999", .float, "the number is too large", nil),
      ("yes", .boolean, "this is neither true nor false", "write true or false"),
      ("31-12-2020", .date, "this is no date", "write 2020-12-31, year first"),
      ("1/2/2020", .date, "this is no date", "write 2020-02-01, year first"),
      ("2020-1-5", .date, "this is no date", "write 2020-01-05"),
      ("2020-06", .date, "this is no date", "a date without its day goes in from_date, until_date and date_text"),
      ("soon", .date, "this is no date", "write dates as yyyy-mm-dd"),
      ("2021-02-29", .date, "there is no such day", "that month has 28 days"),
      ("2021-13-01", .date, "there is no such day", nil),
    ] as [(String, CellType, String, String?)])
  func problems(_ text: String, type: CellType, message: String, hint: String?) {
    #expect(throws: CellProblem(message: message, hint: hint)) { try value(text, type) }
  }

  @Test("an empty place in a list of numbers is a problem")
  func emptyPlace() {
    #expect(throws: CellProblem.self) { try value("1;;2", .integer, isList: true) }
  }
}
