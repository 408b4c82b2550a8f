import Testing

@testable import Graph

@Suite("Tables laid out as a matrix")
struct MatrixTests {
  private static let answer: Answer = {
    let (town, school) = (Value.node(OutputFixture.node("GM1895")), Value.node(OutputFixture.node("SWV1")))
    var table = ResultTable(
      columns: ["party", "other", "forums", "level"],
      rows: [
        [town, school, .integer(2), .string("board")], [town, school, .integer(1), .string("official")],
        [school, town, .integer(0), .null],
      ])
    table.columnTitles = ["partij", "met", "overleggen", "niveau"]
    table.layout = .matrix(rows: "party", columns: "other", cell: "forums")
    return Answer(tables: [table])
  }()

  @Test("rows that share a cell stand in it with commas, other columns behind the value")
  func table() throws {
    #expect(
      try OutputFixture.text(.table, [Self.answer]) == """
        partij   Oldambt  SWV PO
        ───────  ───────  ─────────────────────────
        Oldambt           2 board level, 1 official
        SWV PO   0
        (2 rows)

        """)
  }

  @Test("markdown has the same cells")
  func markdown() throws {
    let text = try OutputFixture.text(.markdown, [Self.answer])
    #expect(
      text.contains("| partij | Oldambt | SWV PO |\n| --- | --- | --- |\n| Oldambt |  | 2 board level, 1 official |"))
  }

  @Test("programs get the rows, one pair and level each")
  func programs() throws {
    #expect(
      try OutputFixture.text(.csv, [Self.answer]) == """
        party,other,forums,level
        Oldambt,SWV PO,2,board
        Oldambt,SWV PO,1,official
        SWV PO,Oldambt,0,

        """)
    #expect(try OutputFixture.text(.json, [Self.answer]).contains(#""columns":["party","other","forums","level"]"#))
  }

  @Test("a layout that names a column the table lacks is written as a list")
  func unknownColumn() throws {
    var answer = Self.answer
    answer.tables[0].layout = .matrix(rows: "party", columns: "nobody", cell: "forums")
    #expect(try OutputFixture.text(.table, [answer]).contains("(3 rows)"))
  }
}
