import Testing

@testable import Graph

@Suite("Functions on numbers")
struct NumberFunctionTests {
  @Test("abs and sign keep the type")
  func signs() throws {
    #expect(try call("abs", .integer(-3)) == .integer(3))
    #expect(try call("abs", .float(-1.5)) == .float(1.5))
    #expect(try call("sign", .float(-0.5)) == .integer(-1))
    #expect(callError("abs", .integer(.min))?.detail == "IntegerOverflow")
  }

  @Test(
    "round puts halves up",
    arguments: [
      (1.5, 2.0), (-1.5, -1), (0.49999999999999994, 0), (2.4, 2), (4_503_599_627_370_497, 4_503_599_627_370_497),
    ])
  func round(number: Double, rounded: Double) throws { #expect(try call("round", .float(number)) == .float(rounded)) }

  @Test("round to decimals")
  func decimals() throws {
    #expect(try call("round", .float(1.256), .integer(2)) == .float(1.26))
    #expect(try call("round", .float(1e308), .integer(15)) == .float(1e308))
    #expect(callError("round", .float(1), .integer(-1))?.detail == "NumberOutOfRange")
  }

  @Test("mod and power")
  func arithmetic() throws {
    #expect(try call("mod", .integer(-7), .integer(3)) == .integer(-1))
    #expect(try call("mod", .integer(.min), .integer(-1)) == .integer(0))
    #expect(try call("power", .integer(2), .integer(3)) == .float(8))
    #expect(callError("mod", .integer(1), .integer(0))?.kind == .arithmetic)
  }

  @Test("what is no number", arguments: ["sqrt", "sin", "floor", "log", "abs"])
  func wrongType(name: String) { #expect(callError(name, .string("1"))?.kind == .type) }

  @Test("sqrt of a negative number is not a number")
  func notANumber() throws {
    #expect(try call("isNaN", call("sqrt", .integer(-1))) == .boolean(true))
    guard case .float(let random) = try call("rand") else { throw Unexpected() }
    #expect((0..<1).contains(random))
  }
}
