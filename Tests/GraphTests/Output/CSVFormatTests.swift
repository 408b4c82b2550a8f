import Testing

@testable import Graph

@Suite("Comma-separated values")
struct CSVFormatTests {
  static let plain: [(Value, String)] = [
    (.null, ""),
    (.string(""), "\"\""),
    (.string("a"), "a"),
    (.string("a,b"), "\"a,b\""),
    (.string("say \"no\""), "\"say \"\"no\"\"\""),
    (.string("a\r\nb"), "\"a\r\nb\""),
    (.string(" a"), "\" a\""),
    (.string("=1+1"), "=1+1"),
    (.string("board"), "board"),
    (.integer(.min), "-9223372036854775808"),
    (.float(0.1), "0.1"),
    (.list([.integer(1), .integer(2)]), "\"1, 2\""),
    (.node(OutputFixture.node("GM1895")), "Oldambt"),
  ]

  @Test("fields are quoted where RFC 4180 demands it; identifiers stay", arguments: plain)
  func field(_ value: Value, _ expected: String) throws {
    #expect(try OutputFixture.cell(.csv, value, column: "level") == "level\n\(expected)\n")
  }

  static let harmless: [(Value, String)] = [
    (.string("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\""),
    (.string("+31"), "'+31"),
    (.string("-1"), "'-1"),
    (.string("@SUM(A1)"), "'@SUM(A1)"),
    (.string("  =1"), "'  =1"),
    (.string("\t=1"), "\"'\t=1\""),
    (.string("\r=1"), "\"'\r=1\""),
    (.string("＝1"), "'＝1"),
    (.list([.string("=1"), .string("b")]), "\"'=1, b\""),
    (.string("a=1"), "a=1"),
    (.integer(-5), "-5"),
    (.float(-2.5), "\"-2,5\""),
    (.integer(1_234_567_890_123_456), "'1234567890123456"),
    (.null, ""),
  ]

  @Test("Excel runs no text as a formula and rounds no number", arguments: harmless)
  func excel(_ value: Value, _ expected: String) throws {
    #expect(try OutputFixture.cell(.excel, value) == "\u{FEFF}x\r\n\(expected)\r\n")
  }

  @Test("several tables stand below each other with their titles")
  func severalTables() throws {
    #expect(
      try OutputFixture.text(.csv, [OutputFixture.phrase])
        == "# Forums\nforum,level,times\n\"REA \"\"noord\"\"\",board,2.5\n\n# Unknown at this date\nforum\n")
  }

  @Test("Excel gets semicolons, and notes and view below the tables")
  func excelTables() throws {
    let text = try OutputFixture.text(.excel, [OutputFixture.phrase]) { $0.viewLine = "as of 2026-11-21" }
    #expect(
      text
        == "\u{FEFF}# Forums\r\nforum;level;times\r\n\"REA \"\"noord\"\"\";board;\"2,5\"\r\n\r\n"
        + "# Unknown at this date\r\nforum\r\n\r\nno seat recorded in 2 forums\r\nas of 2026-11-21\r\n")
  }
}
