import Foundation
import Testing

@testable import Graph
@testable import graphq

@Suite("Answers in files")
struct OutputFileTests {
  private static let hasGraphviz = ExecutableSearch.find("dot", in: nil) != nil
  private static let question = ["seats", "of", "SWV VO Stad", "--at", "2026-11-21"]

  /// A folder with a table, and a run that writes into it.
  private func write(_ name: String, _ arguments: [String], into files: [String: String] = ["keep.txt": ""]) throws
    -> (folder: TemporaryData, run: ToolRun)
  {
    let folder = try TemporaryData(files)
    return (folder, ToolRun(arguments + ["-o", folder.path + "/" + name]))
  }

  @Test(
    "the extension picks the format; nothing is printed",
    arguments: [
      ("a.csv", "forum,"), ("a.json", "{\"view\""), ("a.md", "SWV VO Stad"), ("a.dot", "digraph"),
      ("a.txt", "SWV VO Stad"),
    ])
  func byExtension(name: String, start: String) throws {
    let (folder, run) = try write(name, Self.question)
    #expect(run.code == 0 && run.output.isEmpty && run.errors.isEmpty)
    let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    #expect(text.contains(start))
  }

  @Test("a file holds what would be printed", arguments: ["table", "csv", "excel", "json", "markdown", "dot"])
  func sameBytes(format: String) throws {
    let (folder, _) = try write("answer", Self.question + ["-f", format])
    let written = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/answer"))
    #expect(String(decoding: written, as: UTF8.self) == ToolRun(Self.question + ["-f", format]).output)
  }

  @Test("a statement that fails leaves the file that was there, and nothing beside it")
  func atomic() throws {
    let (folder, run) = try write("a.csv", ["RETURN toInteger([1])"], into: ["a.csv": "what was there"])
    #expect(run.code == 1)
    #expect(try String(contentsOfFile: folder.path + "/a.csv", encoding: .utf8) == "what was there")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
  }

  @Test("a folder that is not there: an error, no crash")
  func noFolder() {
    let run = ToolRun(["RETURN 1", "-o", "/nowhere/at/all.csv"])
    #expect(run.code == 1 && run.errors.contains("/nowhere/at/all.csv"))
  }

  @Test("a picture through Graphviz", .enabled(if: hasGraphviz))
  func picture() throws {
    let (folder, run) = try write("a.svg", Self.question)
    #expect(run.code == 0 && run.errors.isEmpty)
    let svg = try String(contentsOfFile: folder.path + "/a.svg", encoding: .utf8)
    #expect(svg.contains("<svg") && svg.contains("SWV VO Stad") && svg.contains("</svg>"))
  }
}

@Suite("Names that are hostile to a drawing")
struct HostileNameTests {
  private static let hasGraphviz = ExecutableSearch.find("dot", in: nil) != nil

  /// A landscape with one forum of a name, asked for in a query.
  private func run(_ name: String, _ more: [String]) throws -> ToolRun {
    let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    let folder = try TemporaryData([
      "forums.csv": "id:ID,:LABEL,name\nf,Forum,\(cell)\np,Party,Oldambt\n",
      "links.csv": ":START_ID,:END_ID,:TYPE,note\np,f,KNOWS,\(cell)\n",
    ])
    return ToolRun(
      [
        "MATCH (p:Party)-[k:KNOWS]->(f:Forum) RETURN p, k, f, k.note AS note, date('2017-01-01') AS day", "--at",
        "2026-11-21",
      ] + more, folders: [folder.path])
  }

  static let names = [
    "\"quoted\"", "back\\slash\\", "two\nlines", "<b>bold</b>", "<script>alert(1)</script>", "<", "&amp; & &#60;",
    "{a|b}",
    "\\N \\G \\l", "a\\\"; b", "]; digraph {", "]]>", "<![CDATA[", "100 % %s", "tab\there", "$(id) `id`", "é 東京 🙂",
    "שלום \u{202E}omgekeerd", "\u{1}\u{7F}\u{FFFE}", "--", "", String(repeating: "lang ", count: 100),
    String(repeating: "x", count: 500),
  ]

  @Test("a drawing that Graphviz takes without a word", .enabled(if: hasGraphviz), arguments: names)
  func drawing(name: String) throws {
    let dot = try run(name, ["-f", "dot"])
    #expect(dot.code == 0 && dot.output.hasPrefix("digraph"))
    let (svg, errors) = try Self.graphviz(dot.output)
    #expect(errors.isEmpty)
    #expect(WellFormed.mistake(in: svg) == nil && !svg.contains("<script"))
  }

  static let ways: [String] = [
    "columns", "layers", "matrix rows:p columns:f cell:note", "matrix rows:note columns:f cell:note",
    "timeline step:f start:day end:day date:note place:note before:p", "flow clusters:p colour:note node:f",
  ]

  @Test("pictures of our own that are well-formed", arguments: ways, names)
  func picture(way: String, name: String) throws {
    let svg = try run(name, ["-f", "svg", "--draw", way])
    #expect(svg.code == 0, "\(svg.errors)")
    #expect(WellFormed.mistake(in: svg.output) == nil && !svg.output.contains("<script"))
  }

  /// What Graphviz makes of a drawing, and what it says about it.
  private static func graphviz(_ dot: String) throws -> (svg: String, errors: String) {
    let folder = try TemporaryData(["in.dot": dot])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["dot", "-Tsvg", "-o", folder.path + "/out.svg", folder.path + "/in.dot"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let errors = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
      try String(contentsOfFile: folder.path + "/out.svg", encoding: .utf8), String(decoding: errors, as: UTF8.self)
    )
  }
}
