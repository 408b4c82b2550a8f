import Testing

@testable import Graph

@Suite("Files and Graphviz")
struct FileTests {
  static let hasGraphviz = ExecutableSearch.find("dot", in: nil) != nil

  @Test("a file is replaced whole and nothing else is left in the folder")
  func atomicWrite() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.file("out")
    try AtomicFile.write([1, 2, 3], to: path)
    try AtomicFile.write([4], to: path)
    #expect(FileBytes.read(path) == [4])
  }

  @Test("a folder or a missing folder is an error, not a crash", arguments: ["/tmp", "/no/such/folder/file.svg", ""])
  func impossible(_ path: String) {
    let error = #expect(throws: OutputError.self) { try AtomicFile.write([1], to: path) }
    #expect(error?.kind == .file)
  }

  @Test("what is no file is written to, not replaced")
  func device() throws {
    try AtomicFile.write([1], to: "/dev/null")
    #expect(SystemLibrary.kind(of: "/dev/null") == .other)
  }

  @Test("without Graphviz the error says how to get it and what works without")
  func missing() {
    let error = #expect(throws: OutputError.self) {
      try GraphvizRunner(searchPath: "/nowhere").render(Array("digraph {}".utf8), as: .svg)
    }
    #expect(error?.kind == .graphvizMissing)
    #expect(error?.hint?.contains("apt install graphviz") == true && error?.hint?.contains("--format dot") == true)
  }

  @Test("a program that takes too long is stopped")
  func timeout() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = ChildProcess(program: "/bin/sleep", arguments: ["sleep", "30"], errorFile: folder.file("err"))
    #expect(try process.run(timeout: 0.05) == .timedOut)
  }

  @Test("text that is no DOT gives Graphviz's message", .enabled(if: hasGraphviz))
  func failure() {
    let error = #expect(throws: OutputError.self) { try GraphvizRunner().render(Array("digraph {".utf8), as: .svg) }
    #expect(error?.kind == .graphviz && error?.message.contains("syntax error") == true)
  }

  static let hostile = [
    "say \"no\"", "back\\slash\\", "two\nlines", "<script>alert(1)</script>", "&foo; &lt;", "{a|b}", "--> <!-- -->",
    "\\N \\G \\L", String(repeating: "Wethouder ", count: 50), "\u{0}\u{1B}[31m", "東京 🙂", "<b>x</b>", "",
  ]

  @Test("any name can be drawn, in any kind of picture", .enabled(if: hasGraphviz), arguments: hostile)
  func hostileNames(_ name: String) throws {
    var builder = PropertyGraphBuilder()
    let start = builder.addNode("1" + name, labels: [name])!
    let end = builder.addNode("2" + name, labels: [name])!
    builder.setProperty("name", of: start, to: .string(name))
    let relationship = builder.addRelationship(from: start, to: end, type: name)!
    let graph = builder.build()
    let kinds: [(Value, String?)] = [
      (.relationship(relationship), nil), (.string(name), nil), (.string(name), "clusters:x colour:x node:x"),
      (.string(name), "from:x to:x label:x"),
    ]
    for (value, hint) in kinds {
      let table = ResultTable(title: name, columns: ["x"], rows: [[value]])
      let answer = Answer(headline: name, tables: [table], notes: [name], drawing: hint)
      let bytes = try AnswerWriter(format: .svg, options: OutputOptions()).bytes(for: [answer], graph: graph)
      let svg = String(decoding: bytes, as: UTF8.self)
      #expect(svg.contains("</svg>") && !svg.contains("<script>") && !svg.contains("&foo;"))
    }
  }
}
