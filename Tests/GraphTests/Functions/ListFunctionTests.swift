import Testing

@testable import Graph

@Suite("Functions on lists")
struct ListFunctionTests {
  @Test("ends of a list")
  func ends() throws {
    #expect(try call("head", .list(1, 2, 3)) == .integer(1))
    #expect(try call("last", .list(1, 2, 3)) == .integer(3))
    #expect(try call("tail", .list(1, 2, 3)) == .list(2, 3))
    #expect(try call("head", .list([])) == .null)
    #expect(try call("tail", .list([])) == .list([]))
    #expect(try call("reverse", .list(1, 2)) == .list(2, 1))
  }

  @Test("range includes both ends and may step down")
  func range() throws {
    #expect(try call("range", .integer(1), .integer(5), .integer(2)) == .list(1, 3, 5))
    #expect(try call("range", .integer(3), .integer(1), .integer(-1)) == .list(3, 2, 1))
    #expect(try call("range", .integer(3), .integer(1)) == .list([]))
    #expect(try call("range", .integer(.max - 1), .integer(.max)) == .list(.max - 1, .max))
    #expect(try call("range", .integer(.min), .integer(.min + 1)) == .list(.min, .min + 1))
  }

  @Test("range of what it cannot count")
  func badRange() {
    #expect(callError("range", .integer(1), .integer(2), .integer(0))?.detail == "NumberOutOfRange")
    #expect(callError("range", .integer(.min), .integer(.max))?.detail == "NumberOutOfRange")
    #expect(callError("range", .float(1), .integer(2))?.kind == .argument)
    #expect(callError("range", .boolean(true), .integer(2))?.detail == "InvalidArgumentType")
  }

  @Test("choosing among values")
  func choice() throws {
    #expect(try call("coalesce", .null, .integer(1), .integer(2)) == .integer(1))
    #expect(try call("coalesce", .null) == .null)
    #expect(try call("nullIf", .integer(1), .float(1)) == .null)
    #expect(try call("nullIf", .integer(1), .null) == .integer(1))
    #expect(try call("isEmpty", .list([])) == .boolean(true))
    #expect(try call("rank", .string("board")) == .integer(3))
    #expect(try call("rank", .string("sometimes")) == .null)
  }
}
