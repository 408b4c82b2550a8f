import Testing

@testable import Graph

@Suite("Functions on text")
struct TextFunctionTests {
  @Test("substring, left and right count characters and never fall off the end")
  func parts() throws {
    #expect(try call("substring", .string("hallo"), .integer(1), .integer(3)) == .string("all"))
    #expect(try call("substring", .string("hallo"), .integer(9)) == .string(""))
    #expect(try call("substring", .string("Fryslân"), .integer(5)) == .string("ân"))
    #expect(try call("left", .string("ab"), .integer(9)) == .string("ab"))
    #expect(try call("right", .string("Fryslân"), .integer(2)) == .string("ân"))
    #expect(try call("substring", .null, .integer(1)) == .null)
  }

  @Test("negative lengths are out of range", arguments: ["left", "right", "substring"])
  func negative(name: String) { #expect(callError(name, .string("a"), .integer(-1))?.detail == "NumberOutOfRange") }

  @Test("trim takes blanks or the characters given")
  func trim() throws {
    #expect(try call("trim", .string(" a b\t")) == .string("a b"))
    #expect(try call("lTrim", .string(" a ")) == .string("a "))
    #expect(try call("rTrim", .string(" a ")) == .string(" a"))
    #expect(try call("btrim", .string("xxaxx"), .string("x")) == .string("a"))
  }

  @Test("case, length, reverse")
  func whole() throws {
    #expect(try call("upper", .string("fryslân")) == .string("FRYSLÂN"))
    #expect(try call("char_length", .string("ân")) == .integer(2))
    #expect(try call("size", .string("ân")) == .integer(2))
    #expect(try call("reverse", .string("ab")) == .string("ba"))
  }

  @Test("replace and split")
  func replaceAndSplit() throws {
    #expect(try call("replace", .string("a-b-c"), .string("-"), .string("")) == .string("abc"))
    #expect(try call("replace", .string("ab"), .string(""), .string("x")) == .string("ab"))
    #expect(try call("split", .string("a;b;;c"), .string(";")) == .list("a", "b", "", "c"))
    #expect(try call("split", .string("a;b,c"), .list(";", ",")) == .list("a", "b", "c"))
    #expect(try call("split", .string("ab"), .string("")) == .list("a", "b"))
    #expect(try call("split", .string(""), .string(";")) == .list(""))
  }
}
