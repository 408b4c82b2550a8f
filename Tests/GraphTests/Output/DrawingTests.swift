import Testing

@testable import Graph

@Suite("Drawings of answers")
struct DrawingTests {
  private func draw(_ rows: [[Value]], columns: [String]? = nil, hint: String? = nil) throws -> String {
    let columns = columns ?? rows.first.map { $0.indices.map { "c\($0)" } } ?? ["c0"]
    let answer = Answer(tables: [ResultTable(columns: columns, rows: rows)], drawing: hint)
    return try OutputFixture.text(.dot, [answer]) { $0.viewLine = "as of 2026-11-21" }
  }

  @Test("a node has the look of its most specific label, its name, tooltip and classes")
  func node() throws {
    let text = try draw([[.node(OutputFixture.node("MC01"))]])
    #expect(
      text.contains(
        "\"MC01\" [class=\"node Region RMCRegion\", fillcolor=\"#BFE5D9\", label=\"Oost-Groningen\", shape=\"hexagon\", "
          + "style=\"filled\", tooltip=\"RMC region Oost-Groningen\\nMC01\"];"))
  }

  @Test("a mandate on a path becomes a line from its holder to its forum")
  func mandate() throws {
    let text = try draw([[OutputFixture.path]])
    #expect(!text.contains("\"M1\" ["))
    #expect(
      text.contains(
        "\"GM1895\" -> \"REA\" [URL=\"https://example.org/?a=1&amp;b=2\", class=\"relationship Mandate inferred\""))
    #expect(text.contains("label=\"board level\""))
  }

  @Test("a mandate alone brings its holder and its forum")
  func mandateAlone() throws {
    let text = try draw([[.node(OutputFixture.node("M1"))]])
    #expect(text.contains("\"GM1895\" [") && text.contains("\"REA\" [") && text.contains("\"GM1895\" -> \"REA\""))
  }

  @Test("lines show their certainty, and the legend says which is which")
  func certainty() throws {
    let text = try draw([[OutputFixture.path], [OutputFixture.relationship(0)]])
    #expect(text.contains("label=\"official ?\", labeltooltip=\"SWV PO holds mandate"))
    #expect(text.contains("\"GM1895\" -> \"MC01\"") && text.contains("label=\"falls in\""))
    #expect(
      text.contains("\"legend line 1\" [class=\"legend\", color=\"#222222\", fontsize=\"9\", label=\"as stated\""))
    #expect(text.contains("label=\"inferred\"") && text.contains("label=\"disputed ?\""))
  }

  @Test("view and sources stand below in small print")
  func caption() throws {
    #expect(
      try draw([[OutputFixture.relationship(0)]]).contains("label=\"as of 2026-11-21\\lSources: Advice 2016\\l\""))
  }

  @Test("plain values are drawn as a table")
  func scalars() throws {
    let text = try draw([[.string("a|b"), .integer(1)]], columns: ["name", "n"])
    #expect(text.contains("label=\"{name\\l|a\\|b\\l}|{n\\l|1\\l}\", shape=\"record\""))
  }

  @Test("boxes: those outside the majority stand out and name their value")
  func clusters() throws {
    let rows: [[Value]] = [
      ("North", "A", "Red"), ("North", "B", "Red"), ("North", "C", "Blue"), ("South", "D", "Red"),
      ("South", "E", "Blue"),
    ].map { [.string($0.0), .string($0.1), .string($0.2)] }
    let text = try draw(rows, columns: ["region", "name", "other"], hint: "clusters:region colour:other")
    #expect(text.contains("layout=\"osage\";"))
    #expect(text.contains("subgraph \"cluster 1\"") && text.contains("subgraph \"cluster 2\""))
    #expect(text.contains("class=\"node apart\", fillcolor=\"#56B4E9\", label=\"C\\n(Blue)\", penwidth=\"3\""))
    #expect(text.contains("class=\"node\", fillcolor=\"#E69F00\", label=\"A\","))
    #expect(text.contains("class=\"node\", fillcolor=\"#E69F00\", label=\"D\\n(Red)\","))
  }

  @Test("rows as lines, over a node in between, with labels and certainty")
  func lines() throws {
    let rows: [[Value]] = [
      [.string("Oldambt"), .string("REA"), .string("X \"y\""), .string("board"), .string("inferred")],
      [.string("Oldambt"), .string("REA"), .string("Z"), .string("board"), .string("inferred")],
    ]
    let text = try draw(
      rows, columns: ["a", "forum", "b", "level", "certainty"],
      hint: "from:a=Municipality via:forum=Forum to:b=Party label:level certainty:certainty")
    #expect(text.split(separator: "\n").filter { $0.contains("\"GM1895\" -> \"REA\"") }.count == 1)
    #expect(text.contains("\"REA\" -> \"Party: X \\\"y\\\"\" [class=\"row inferred\", color=\"#222222\", dir=\"none\""))
    #expect(text.contains("label=\"board level\""))
  }

  static let badHints: [(String, String)] = [
    ("spheres", "is no kind of picture"),
    ("clusters", "clusters needs clusters:COLUMN"),
    ("shape:box", "it has no key 'shape'"),
    ("colour:a", "it names neither a kind, nor clusters, nor a line"),
    ("clusters:nowhere", "no table has the column 'nowhere'"),
    ("from:c0 to:c0 table:7", "no table has the column"),
  ]

  @Test("a hint that cannot be used says why", arguments: badHints)
  func badHint(_ hint: String, _ expected: String) throws {
    let error = #expect(throws: OutputError.self) { try draw([[.string("x")]], hint: hint) }
    #expect(error?.message.contains(expected) == true && error?.hint != nil)
  }

  @Test("column names with spaces stand in quotes")
  func quotedHint() throws {
    let hint = try DrawingHint(parsing: "from:\"the holder\"=Party to:b label:x,y arrows:no")
    #expect(hint.from == .init(name: "the holder", label: "Party"))
    #expect(hint.labels.map(\.name) == ["x", "y"])
    #expect(hint.arrows == false)
  }

  @Test("more than can be read is refused with a way out")
  func tooLarge() throws {
    let rows = (0..<1000).map { [Value.string("a\($0)"), .string("b\($0)")] }
    for hint in ["from:c0 to:c1", "clusters:c0 node:c1", nil] {
      let error = #expect(throws: OutputError.self) { try draw(rows, hint: hint) }
      #expect(error?.kind == .tooLarge && error?.hint != nil)
    }
  }

  @Test("forty values get forty looks, and those of one box differ in colour")
  func palette() {
    let values = (0..<40).map { "v\($0)" }
    let looks = Palette.looks(for: values, groups: [["v0", "v8", "v16"], ["v1", "v9"]])
    #expect(Set(looks.values).count == 40)
    let together = ["v0", "v8", "v16"].compactMap { value in
      looks[value]?.fill.split(separator: ":").first { !$0.hasPrefix("#FFFFFF") && !$0.hasPrefix("#222222") }
    }
    #expect(Set(together).count == 3)
  }
}
