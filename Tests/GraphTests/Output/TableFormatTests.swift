import Testing

@testable import Graph

@Suite("Tables for a terminal")
struct TableFormatTests {
  @Test("headline, titles, tables, counts, notes and view, in that order")
  func phrase() throws {
    let text = try OutputFixture.text(.table, [OutputFixture.phrase]) { $0.viewLine = "as of 2026-11-21" }
    #expect(
      text == """
        1 forum links them

        Forums
        forum        level        times
        ───────────  ───────────  ─────
        REA "noord"  board level    2.5
        (1 row)

        Unknown at this date
        forum
        ─────
        (0 rows)
        no seat recorded in 2 forums
        as of 2026-11-21

        """)
  }

  @Test("Dutch has its own counts and decimal comma")
  func dutch() throws {
    let text = try OutputFixture.text(.table, [OutputFixture.phrase]) { $0.language = .dutch }
    #expect(text.contains("2,5\n(1 rij)"))
    #expect(text.contains("(0 rijen)"))
  }

  static let values: [(Value, String)] = [
    (.null, "–"),
    (.boolean(true), "true"),
    (.integer(-3), "-3"),
    (.float(4), "4.0"),
    (.float(2.0 / 3), "0.6667"),
    (.float(-0.5), "-0.5"),
    (.float(1e300), "1e+300"),
    (.float(.nan), "NaN"),
    (.string("a\u{1B}[31mb"), "a\\u{1b}[31mb"),
    (.string("a\tb\u{202E}c"), "a b\\u{202e}c"),
    (.date(CalendarDate("2026-11-21")!), "2026-11-21"),
    (.duration(CalendarDuration(months: 14, days: 3)), "P1Y2M3D"),
    (.list([.integer(1), .null, .list([.string("a"), .string("b")])]), "1, –, [a, b]"),
    (.map(ValueMap([("level", .string("board")), ("b", .integer(2))])), "{level: board level, b: 2}"),
    (.node(OutputFixture.node("GM1895")), "Oldambt"),
    (.node(OutputFixture.node("M1")), "mandate of Oldambt in REA \"noord\""),
    (OutputFixture.relationship(0), "Oldambt falls in Oost-Groningen"),
    (OutputFixture.path, "Oldambt -> REA \"noord\" -> SWV PO"),
  ]

  @Test("each kind of value has its text", arguments: values)
  func value(_ value: Value, _ expected: String) throws {
    let text = try OutputFixture.cell(.table, value)
    #expect(text.split(separator: "\n").dropFirst(2).first.map { $0.drop { $0 == " " } } == expected[...])
  }

  @Test("cells too wide for the terminal are wrapped, never cut")
  func wrapping() throws {
    let name = "Bestuurlijk overleg van gemeenten en samenwerkingsverbanden"
    let table = ResultTable(columns: ["forum", "n"], rows: [[.string(name), .integer(1)]])
    let text = try OutputFixture.text(.table, [Answer(tables: [table])]) { $0.width = 30 }
    #expect(
      text == """
        forum                        n
        ───────────────────────────  ─
        Bestuurlijk overleg van      1
          gemeenten en
          samenwerkingsverbanden
        (1 row)

        """)
  }

  @Test("too many columns for the terminal become records")
  func records() throws {
    let columns = (1...6).map { "a long column name \($0)" }
    let table = ResultTable(columns: columns, rows: [columns.map { .string("value of \($0)") }])
    let text = try OutputFixture.text(.table, [Answer(tables: [table])]) { $0.width = 40 }
    #expect(text.hasPrefix("a long column name 1  value of a long\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 44 })
  }

  @Test("wide and combining characters keep columns in line")
  func alignment() throws {
    let rows: [[Value]] = [
      [.string("東京"), .string("x")], [.string("Su\u{301}d"), .string("x")], [.string("🙂"), .string("x")],
    ]
    let text = try OutputFixture.text(.table, [Answer(tables: [ResultTable(columns: ["name", "y"], rows: rows)])])
    #expect(text.contains("東京  x\nSu\u{301}d   x\n🙂    x\n"))
  }

  @Test("evidence is a column, in words, with the numbers of an aggregate")
  func evidence() throws {
    let table = ResultTable(
      columns: ["n"], rows: [[.integer(1)], [.integer(12)], [.integer(0)]],
      evidence: [
        Evidence(certainty: "stated"),
        Evidence(certainty: "inferred", counts: [("stated", 10), ("inferred", 2)]),
        Evidence(certainty: nil),
      ])
    let text = try OutputFixture.text(.table, [Answer(tables: [table])]) { $0.showEvidence = true }
    #expect(text.contains(" 1  as stated\n12  inferred (12: 10 as stated, 2 inferred)\n 0  –\n"))
  }

  @Test("why lists the claims of each row, in words, with source and section")
  func why() throws {
    let claims: [EvidenceClaim] = [.relationship(RelationshipID(0)), .statement(OutputFixture.node("U1"))]
    let table = ResultTable(
      columns: ["n"], rows: [[.integer(1)]], evidence: [Evidence(certainty: "disputed", claims: claims)])
    let text = try OutputFixture.text(.table, [Answer(tables: [table])]) { $0.showWhy = true }
    #expect(
      text.hasSuffix(
        """
        Why:
          row 1
            Oldambt falls in Oost-Groningen – as stated, Advice 2016, §5
            mandate (Oldambt – REA "noord"): level = board level – disputed, Advice 2016, table 2

        """))
  }

  @Test("a row lists twenty claims and says how many more there are")
  func manyClaims() throws {
    let claims = [EvidenceClaim](repeating: .relationship(RelationshipID(0)), count: 25)
    let table = ResultTable(
      columns: ["n"], rows: [[.integer(1)]], evidence: [Evidence(certainty: "stated", claims: claims)])
    let text = try OutputFixture.text(.table, [Answer(tables: [table])]) { $0.showWhy = true }
    #expect(text.hasSuffix("    and 5 more\n"))
  }

  @Test("lists in lists without end do not exhaust the stack")
  func nesting() throws {
    var value = Value.integer(1)
    for _ in 0..<2_000 { value = .list([value]) }
    #expect(try OutputFixture.cell(.table, value).contains("…"))
    #expect(throws: OutputError.self) { try OutputFixture.cell(.json, value) }
  }
}
