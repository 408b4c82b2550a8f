import Foundation
import Testing

@testable import Graph

/// The queries of the phrase library and of the norms, bound against the landscape and its schema.
@Suite("The queries of the project")
struct LibraryQueryTests {
  private func warnings(_ source: SourceText) throws -> [String] {
    let asker = SharedLandscape.asker()
    return try asker.engine(for: SharedLandscape.request).prepare(source).warnings.map {
      DiagnosticRenderer(color: false).render(Diagnostic($0, in: source))
    }
  }

  @Test(
    "no phrase has a name that nobody knows, or a pattern that cannot match", arguments: SharedLandscape.phraseNames)
  func phrases(name: String) throws {
    let phrase = try #require(try SharedLandscape.library.phrase(named: name))
    let sources = phrase.tables.map { phrase.query(of: $0) } + [phrase.headline, phrase.drawingQuery].compactMap { $0 }
    for source in sources { #expect(try warnings(source) == []) }
  }

  @Test("nor has a norm")
  func norms() throws {
    let folder = SharedLandscape.root + "/data/duties/"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".gql") {
      let text = try String(contentsOfFile: folder + name, encoding: .utf8)
      #expect(try warnings(SourceText(name: name, text: text)) == [])
    }
  }

  @Test("a relationship written the wrong way round is noticed, with the way that exists")
  func wrongWay() throws {
    let found = try warnings(
      SourceText(name: "query", text: "MATCH (:RMCRegion)-[:IN_REGION]->(:Municipality) RETURN count(*)"))
    #expect(found.count == 1)
    #expect(found.first?.contains("IN_REGION runs the other way between such nodes") ?? false)
    #expect(found.first?.contains("[:IN_REGION]->") ?? false)
  }

  @Test(
    "expanded, a phrase has no clause of its own kind and gives the same rows", arguments: SharedLandscape.phraseNames)
  func expanded(name: String) throws {
    let asker = SharedLandscape.asker()
    var engine = try asker.engine(for: SharedLandscape.request)
    engine.budget.seconds = 60
    let phrase = try #require(try SharedLandscape.library.phrase(named: name))
    let parameters = LibraryQueryTests.parameters(of: phrase)
    let expansion = PhraseExpansion(library: SharedLandscape.library, schema: SharedLandscape.landscape.schema)
    #expect(!(try expansion.text(of: phrase)).contains("UNWIND $table_"))
    for table in phrase.tables {
      let source = phrase.query(of: table)
      let text = try expansion.text(of: source)
      for own in ["YIELD", "EXISTS {", "rank("] { #expect(!text.contains(own), "\(text)") }
      let plain = try outcome(of: SourceText(name: name, text: text), parameters, engine)
      #expect(try plain == outcome(of: source, parameters, engine))
    }
  }

  /// The columns and the rows in any order, or how it fails while it runs.
  private func outcome(
    of source: SourceText, _ parameters: [String: Value], _ engine: QueryEngine
  ) throws -> [String] {
    let query = try engine.prepare(source)
    do throws(QueryError) {
      let lines = GoldenText(graph: engine.graph).lines(try query.run(parameters))
      return lines.prefix(1) + lines.dropFirst().sorted()
    } catch {
      return [error.detail]
    }
  }

  /// A value for every parameter of the sentences, by what is usually meant by it.
  private static func parameters(of phrase: PhraseFile) -> [String: Value] {
    let graph = SharedLandscape.landscape.graph
    func identifier(_ label: String, _ name: String?) -> Value {
      let nodes = graph.label(named: label).map { graph.nodes(labelled: $0) } ?? []
      let node = nodes.first { name == nil || graph.property("name", of: $0) == .string(name ?? "") } ?? nodes.first
      return node.map { .string(graph.identifier(of: $0)) } ?? .null
    }
    var values: [String: Value] = [:]
    for name in phrase.parameterNames + (phrase.procedure?.parameters ?? []) {
      switch name {
      case "a", "p", "party", "m": values[name] = identifier("Municipality", "Oldambt")
      case "b": values[name] = identifier("Partnership", nil)
      case "forum", "f": values[name] = identifier("Forum", nil)
      case "theme", "t": values[name] = identifier("Theme", nil)
      case "region", "r": values[name] = identifier("RMCRegion", nil)
      case "duty", "d": values[name] = identifier("Duty", nil)
      case "one": values[name] = .string("RMC")
      case "other": values[name] = .string("JobMarket")
      default: values[name] = .null
      }
    }
    return values
  }
}
