import Testing

@testable import Graph

@Suite("Phrase files")
struct PhraseFileTests {
  private func parse(_ text: String) throws(PhraseFileError) -> PhraseFile {
    try PhraseFile.parse(SourceText(name: "phrases/route.gql", text: text), name: "route")
  }

  private static let route = """
    // title: The route of a theme
    // titel: De route van een thema
    // phrase: route {t:Theme} [from {p:Party}]
    // zin: route {t:Theme} [vanuit {p:Party}]
    // example: route Leerlingenvervoer from Oldambt
    // headline:
    //   MATCH (t:Theme {id: $t})
    //   RETURN t.name + ' is decided' AS en, t.name AS nl
    // draw: clusters:region colour:other
    // A line of explanation: not a key.

    // title: Core
    // columns: theme, scale
    // kolommen: thema, schaal
    MATCH (t:Theme {id: $t}) // a comment; with a semicolon
    RETURN t, 'a;b' AS x
    ;
    // title: Who decides
    // show: if-rows 1
    // layout: matrix x y z
    RETURN 2 AS x
    ;

    """

  @Test("a header tells everything about the phrase and its tables")
  func header() throws {
    let file = try parse(PhraseFileTests.route)
    #expect(file.title == LocalizedText(english: "The route of a theme", dutch: "De route van een thema"))
    #expect(
      file.spoken.map(\.template.text) == ["route {t:Theme} [from {p:Party}]", "route {t:Theme} [vanuit {p:Party}]"])
    #expect(file.spoken.map(\.language) == [.english, .dutch])
    #expect(file.examples.map(\.text) == ["route Leerlingenvervoer from Oldambt"])
    #expect(file.drawing == "clusters:region colour:other")
    #expect(file.parameterNames == ["t", "p"])
    #expect(file.tables.map { $0.title[.dutch] } == ["Core", "Who decides"])
    #expect(file.tables.map { $0.columns(in: .dutch) } == [["thema", "schaal"], nil])
    #expect(file.tables.map(\.condition) == [nil, .ifRows(table: 1)])
    #expect(file.tables.map(\.layout) == [.list, .matrix(rows: "x", columns: "y", cell: "z")])
  }

  @Test("each query keeps its place in the file, so that errors point there")
  func queriesKeepTheirPlace() throws {
    let file = try parse(PhraseFileTests.route)
    let second = file.query(of: file.tables[1])
    let place = try #require(file.tables.last?.query.lowerBound)
    #expect(second.location(of: place).line == 21)
    #expect(
      second.text(SourceSpan(0, second.bytes.count)).split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
        !$0.isEmpty
      } == ["RETURN 2 AS x"])
    let headline = try #require(file.headline)
    #expect(
      headline.line(containing: headline.bytes.firstIndex(of: UInt8(ascii: "M")) ?? 0).text
        == "     MATCH (t:Theme {id: $t})")
  }

  @Test("one block of lines is about the file and its only table")
  func singleBlock() throws {
    let file = try parse("// title: T\n// phrase: ask\n// columns: a\nRETURN 1 AS a")
    #expect(file.title[.english] == "T")
    #expect(file.tables[0].title[.english] == "T")
    #expect(file.tables[0].columns(in: .english) == ["a"])
  }

  @Test("a procedure has a signature")
  func procedure() throws {
    let file = try parse("// procedure: seats(party) -> forum, mandate, via\nRETURN 1 AS forum")
    #expect(
      file.procedure
        == ProcedureSignature(name: "seats", parameters: ["party"], columns: ["forum", "mandate", "via"]))
    #expect(try parse("// procedure: all_forums()\nRETURN 1 AS x").procedure?.parameters == [])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let description: String
    var testDescription: String { description }
  }

  static let mistakes = [
    Mistake(
      text: "// tilte: x\n// phrase: ask\nRETURN 1",
      description: "phrases/route.gql:1:4: 'tilte' is no key of a phrase header (did you mean 'title'?)"),
    Mistake(
      text: "// title: x\nRETURN 1",
      description: "phrases/route.gql:1:1: this file does not say how it is spoken"
        + " (begin it with '// phrase: ...' or '// procedure: name(parameters)')"),
    Mistake(text: "// phrase: ask\n", description: "phrases/route.gql:1:4: no query follows this header"),
    Mistake(text: "", description: "phrases/route.gql:1:1: this file has no query"),
    Mistake(
      text: "// phrase: ask\n// title: a\n// title: b\nRETURN 1",
      description: "phrases/route.gql:3:4: 'title' stands twice"),
    Mistake(
      text: "// phrase: ask\nRETURN 1;\n// phrase: beg\nRETURN 2",
      description: "phrases/route.gql:3:4: 'phrase' belongs at the top of the file"
        + " (the first lines are about the file, those after a blank line or a ';' about one table)"),
    Mistake(
      text: "// phrase: ask\n// show: if-empty 1\nRETURN 1",
      description: "phrases/route.gql:2:10: table 1 does not stand before this one (tables count from 1)"),
    Mistake(
      text: "// phrase: ask\n// show: sometimes\nRETURN 1",
      description: "phrases/route.gql:2:10: 'sometimes' is not a condition (write 'if-empty 1' or 'if-rows 1')"),
    Mistake(
      text: "// phrase: ask\n// layout: grid\nRETURN 1",
      description: "phrases/route.gql:2:12: 'grid' is not a layout"
        + " (write 'list' or 'matrix ROWS COLUMNS CELL', with names of columns)"),
    Mistake(
      text: "// phrase: ask {a:Party}\n// zin: vraag {a:Forum}\nRETURN 1",
      description: "phrases/route.gql:1:1: the slot 'a' holds different things in different sentences"),
    Mistake(
      text: "// procedure: seats party\nRETURN 1",
      description: "phrases/route.gql:1:15: 'seats party' is not a signature (write 'seats(party) -> forum, mandate')"),
    Mistake(
      text: "// phrase: ask\n// headline:\nRETURN 1",
      description: "phrases/route.gql:2:13: 'headline' has no query"
        + " (write it behind the key, or below it on lines that begin with '//   ')"),
  ]

  @Test("mistakes are told with file, line and column", arguments: mistakes)
  func tells(_ mistake: Mistake) {
    do {
      _ = try parse(mistake.text)
      Issue.record("no error")
    } catch {
      #expect(error.description == mistake.description)
    }
  }

  @Test(
    "any text at all is a file or an error",
    arguments: ["//", "// :", "///", "// a:\n//", ";;;", "`", "/*", "'\\", "// phrase: a\n;"])
  func anything(_ text: String) {
    _ = try? parse(text)
  }
}
