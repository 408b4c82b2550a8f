import Testing

@testable import Graph

@Suite("Pictures with a layout of our own")
struct FixedPictureTests {
  private func draw(
    _ columns: [String], _ rows: [[Value]], _ hint: String, language: Language = .english
  ) throws -> String {
    let answer = Answer(tables: [ResultTable(columns: columns, rows: rows)], drawing: hint)
    return try OutputFixture.text(.svg, [answer]) {
      $0.language = language
      $0.viewLine = "as of 2026-11-21"
      $0.title = "A title"
    }
  }

  private func date(_ text: String) -> Value { CalendarDate(text).map { .date($0) } ?? .null }

  @Test("columns: a mandate is a line with its level, the view and the sources stand below")
  func columns() throws {
    let text = try draw(["path"], [[OutputFixture.path]], "columns")
    #expect(
      text.contains(">A title<") && text.contains(">as of 2026-11-21<") && text.contains(">Sources: Advice 2016<"))
    #expect(text.contains("<g class=\"relationship Mandate inferred\">") && text.contains(">board level<"))
    #expect(text.contains("data-id=\"REA\"") && !text.contains("data-id=\"M1\""))
    #expect(text.contains("<a href=\"https://example.org/?a=1&amp;b=2\">"))
  }

  @Test("layers: a forum of which no level is recorded stands in a band that says so")
  func layers() throws {
    let text = try draw(["path"], [[OutputFixture.path]], "layers")
    #expect(text.contains(">level not recorded<") && text.contains(">parties<") && !text.contains(">what it is about<"))
  }

  static let statuses = ["fulfilled", "partly", "gap", "not_recorded", "not_applicable"]

  @Test("matrix: each status has a look of its own, not recorded another than gap")
  func marks() throws {
    let marks = Self.statuses.compactMap { CellMark($0) }
    #expect(Set(marks.map(\.letter)).count == 5)
    #expect(CellMark("not_recorded")?.stroke.style == "dotted" && CellMark("gap")?.stroke.style == "dashed")
    let rows = Self.statuses.map { [Value.string("norm \($0)"), .string("x"), .string($0)] }
    let text = try draw(["norm", "whose", "status"], rows, "matrix rows:norm columns:whose cell:status")
    for name in ["full", "half", "gap", "unrecorded", "not-applicable"] {
      #expect(text.contains("class=\"cell \(name)\""))
    }
  }

  @Test("matrix: a seat that is not there is not recorded, unless the list of seats is complete")
  func seats() throws {
    let rows: [[Value]] = [
      [.node(OutputFixture.node("REA")), .string("a"), .string("standing")],
      [.string("x"), .string("b"), .string("standing")],
    ]
    let text = try draw(["forum", "party", "seat"], rows, "matrix rows:forum columns:party cell:seat")
    #expect(text.contains("REA &quot;noord&quot;\nb\nnot recorded"))
  }

  @Test("matrix: several columns are cells themselves, numbers are shaded")
  func numbers() throws {
    let text = try draw(["n", "a", "b"], [[.string("one"), .integer(10), .integer(0)]], "matrix rows:n columns:a,b")
    #expect(text.contains("class=\"cell amount-10\"") && text.contains("class=\"cell amount-0\""))
  }

  @Test("timeline: dates are as precise as they are known, a step before what authorises it is red")
  func timeline() throws {
    let rows: [[Value]] = [
      [.string("A"), date("2016-06-01"), date("2016-07-01"), .null, .null],
      [.string("B"), date("2016-05-01"), date("2016-05-02"), .string("A"), .string("yes")],
      [.string("C"), .null, date("2016-03-07"), .null, .null], [.string("D"), .null, .null, .null, .null],
      [.string("E"), date("2016-05-01"), date("2016-06-15"), .string("A"), .string("no")],
    ]
    let columns = ["step", "from", "until", "before", "answer"]
    let hint = "timeline step:step start:from end:until before:before answer:answer"
    let text = try draw(columns, rows, hint)
    for word in ["on that day", "in that period", "before that day", "date not recorded ?"] {
      #expect(text.contains(">\(word)<"))
    }
    #expect(text.split(separator: ">before what authorises it<").count == 3)
    #expect(try draw(columns, rows, hint, language: .dutch).contains(">vóór wat ertoe machtigt<"))
  }

  @Test("flow: bands of regions that cross stand out from those of which one lies in the other")
  func flow() throws {
    let rows = [("1", "A", "X"), ("2", "A", "Y"), ("3", "B", "Y"), ("4", "B", "Z"), ("5", "C", "W")]
      .map { [Value.string($0.0), .string($0.1), .string($0.2)] }
    let pairs = try FlowPairs(rows.map { (node: $0[0], left: "\($0[1])", right: "\($0[2])") })
    #expect(pairs.pairs.map(\.isNested) == [true, false, false, true, true])
    #expect(pairs.leftCounts == [2, 2, 1])
    let text = try draw(["m", "a", "b"], rows, "flow clusters:a colour:b")
    #expect(text.split(separator: "class=\"pair crosses\"").count == 3)
  }

  static let incomplete: [(String, String)] = [
    ("matrix rows:a columns:b", "matrix needs rows:COLUMN"),
    ("matrix rows:a columns:nowhere cell:b", "no table has the column 'nowhere'"),
    ("timeline", "timeline needs step:COLUMN"), ("flow", "flow needs clusters:COLUMN"), ("tiles", "tiles needs"),
  ]

  @Test("a kind that lacks its columns says which", arguments: incomplete)
  func lacking(_ hint: String, _ expected: String) throws {
    let error = #expect(throws: OutputError.self) { try draw(["a", "b"], [[.string("x"), .string("y")]], hint) }
    #expect(error?.message.contains(expected) == true && error?.hint?.contains("a, b") == true)
  }

  @Test("equal answers give equal bytes")
  func repeatable() throws {
    let texts = try (0..<3).map { _ in try draw(["path"], [[OutputFixture.path]], "columns") }
    #expect(Set(texts).count == 1)
  }
}
