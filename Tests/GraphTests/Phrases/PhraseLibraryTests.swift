import Testing

@testable import Graph

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("The phrase library")
struct PhraseLibraryTests {
  private func source(_ name: String, _ text: String, isBuiltIn: Bool = false) -> PhraseSource {
    PhraseSource(name: name, path: "phrases/\(name).gql", bytes: Array(text.utf8), isBuiltIn: isBuiltIn)
  }

  @Test("every file in the folder is part of the program, and every one reads")
  func embedded() throws {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    let files = try FileManager.default.contentsOfDirectory(atPath: here + "/Sources/Graph/Phrases/Library")
    #expect(EmbeddedPhrases.sources.map { $0.name + ".gql" } == files.sorted())
    let (phrases, errors) = PhraseLibrary(EmbeddedPhrases.sources).all()
    #expect(errors.map(\.description) == [])
    #expect(phrases.count == files.count)
  }

  @Test(
    "every phrase has a title, a sentence and an example in both languages",
    arguments: PhraseLibrary.standard().all().phrases)
  func bothLanguages(_ phrase: PhraseFile) {
    guard !phrase.spoken.isEmpty else { return }
    #expect(phrase.title.english != nil && phrase.title.dutch != nil, "\(phrase.name)")
    for language in Language.allCases {
      #expect(phrase.spoken.contains { $0.language == language }, "\(phrase.name)")
      #expect(phrase.examples.contains { $0.language == language }, "\(phrase.name)")
    }
    for table in phrase.tables {
      #expect(table.title.english != nil && table.title.dutch != nil, "\(phrase.name)")
      #expect(table.englishColumns?.count == table.dutchColumns?.count, "\(phrase.name)")
    }
  }

  @Test("a user's file takes the place of a built-in one of its name")
  func replaced() throws {
    let library = PhraseLibrary([
      source("link", "// phrase: link {a:Party} to {b:Party}\nRETURN 1", isBuiltIn: true),
      source("link", "// phrase: connect {a:Party} to {b:Party}\nRETURN 1"),
    ])
    #expect(library.firstWords == ["connect"])
  }

  @Test("a broken file is reported and does not disturb the rest")
  func broken() {
    let library = PhraseLibrary([
      source("good", "// phrase: ask\nRETURN 1"), source("bad", "// phrase: ask\n// tilte: x\nRETURN 1"),
    ])
    #expect(library.phrases(beginningWith: FoldedText("ask")).map(\.name) == ["good"])
    #expect(
      library.userErrors().map(\.description)
        == ["phrases/bad.gql:2:4: 'tilte' is no key of a phrase header (did you mean 'title'?)"])
    #expect(library.all().phrases.map(\.name) == ["good"])
  }

  @Test("a procedure is found by its name, a folder stands for all its queries")
  func procedures() throws {
    let folder = ProcedureFolder(name: "duties") {
      ["a", "b"].map {
        PhraseSource(
          name: $0, path: "duties/\($0).gql", bytes: Array("// title: x\nRETURN '\($0)' AS duty".utf8), isBuiltIn: false
        )
      }
    }
    let library = PhraseLibrary(
      [source("s", "// procedure: seats(party) -> forum\nRETURN 1 AS forum")], folders: [folder])
    let seats = try #require(try library.procedure(named: "seats"))
    #expect(seats.parameters == ["party"])
    #expect(seats.columns == ["forum"])
    let duties = try #require(try library.procedure(named: "duties"))
    #expect(duties.bodies.map(\.name) == ["duties/a.gql", "duties/b.gql"])
    #expect(try library.procedure(named: "nothing")?.name == nil)
    #expect(library.procedureNames == ["duties", "seats"])
  }

  @Test("every check in data/duties reads")
  func duties() throws {
    let duties =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
      + "/data/duties"
    let files = try FileManager.default.contentsOfDirectory(atPath: duties).filter { $0.hasSuffix(".gql") }
    let procedure = try PhraseLibrary.standard(beside: [duties]).procedure(named: "duties")
    #expect(procedure?.bodies.map(\.name) == files.sorted().map { duties + "/" + $0 })
  }

  @Test("files beside the data are phrases, folders beside them procedures")
  func besideTheData() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/graphq-phrases-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/phrases/checks", withIntermediateDirectories: true)
    try write("// phrase: our own {p:Party}\nRETURN $p AS p", to: folder + "/phrases/own.gql")
    try write("// phrase: broken {p:Party\nRETURN 1", to: folder + "/phrases/broken.gql")
    try write("RETURN 1 AS one", to: folder + "/phrases/checks/first.gql")
    let library = PhraseLibrary.standard(beside: [folder, folder + "/nothing"])
    #expect(library.phrases(beginningWith: FoldedText("our")).map(\.name) == ["own"])
    #expect(library.phrases(beginningWith: FoldedText("link")).map(\.name) == ["link"])
    #expect(try library.procedure(named: "checks")?.bodies.count == 1)
    #expect(library.userErrors().map { $0.source.name } == [folder + "/phrases/broken.gql"])
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
