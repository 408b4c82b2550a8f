import Testing

@testable import Graph

@Suite("Conversions")
struct ConversionFunctionTests {
  @Test(
    "toInteger",
    arguments: [
      (.string("1.9"), .integer(1)), (.string(" -3 "), .integer(-3)), (.string("1e3"), .integer(1000)),
      (.string("x"), .null), (.string(""), .null), (.float(-1.9), .integer(-1)), (.float(1e30), .null),
      (.string("9223372036854775807"), .integer(.max)), (.null, .null),
    ] as [(Value, Value)])
  func toInteger(value: Value, result: Value) throws { #expect(try call("toInteger", value) == result) }

  @Test(
    "toFloat",
    arguments: [
      (.string("1.5"), .float(1.5)), (.string(".5"), .float(0.5)), (.integer(2), .float(2)), (.string("inf"), .null),
      (.string("0x10"), .null),
    ] as [(Value, Value)])
  func toFloat(value: Value, result: Value) throws {
    #expect(try call("toFloat", value) == result)
    if case .float = result, case .float = try call("toFloat", value) {} else { #expect(result.isNull) }
  }

  @Test(
    "toString",
    arguments: [
      (.float(1), "1.0"), (.integer(1), "1"), (.boolean(true), "true"), (.date("2018-03-01"), "2018-03-01"),
      (.float(-.infinity), "-Infinity"), (.float(.nan), "NaN"),
    ] as [(Value, String)])
  func toString(value: Value, text: String) throws { #expect(try call("toString", value) == .string(text)) }

  @Test("toBoolean")
  func toBoolean() throws {
    #expect(try call("toBoolean", .string("TRUE")) == .boolean(true))
    #expect(try call("toBoolean", .string("yes")) == .null)
  }

  @Test(
    "a list cannot be converted; with OrNull it is null", arguments: ["toInteger", "toFloat", "toString", "toBoolean"])
  func wrongType(name: String) throws {
    #expect(callError(name, .list([]))?.detail == "InvalidArgumentValue")
    #expect(callError(name, .list([]))?.kind == .type)
    #expect(try call(name + "OrNull", .list([])) == .null)
    #expect(try call(name + "List", .list([.list([]), .null])) == .list([.null, .null]))
  }

  @Test("a boolean is no number, a float no truth")
  func strict() {
    #expect(callError("toFloat", .boolean(true)) != nil)
    #expect(callError("toBoolean", .float(1)) != nil)
  }
}
