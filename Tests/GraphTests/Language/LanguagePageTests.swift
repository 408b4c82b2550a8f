import Foundation
import Testing

@testable import Graph

@Suite("The page about the language")
struct LanguagePageTests {
  static let path = SharedLandscape.root + "/LANGUAGE.md"
  static let page = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""

  /// The queries between the lines that fence them.
  static let examples = page.components(separatedBy: "```cypher\n").dropFirst().map {
    $0.components(separatedBy: "\n```")[0]
  }

  @Test("every example runs without a warning", arguments: examples)
  func example(query: String) throws {
    let asker = SharedLandscape.asker()
    let prepared = try asker.engine(for: SharedLandscape.request).prepare(SourceText(name: "query", text: query))
    #expect(prepared.warnings == [])
    _ = try prepared.run()
  }

  /// The functions as the page lists them: families with a line for each.
  static var functions: String {
    var text = ""
    for family in FunctionTable.families {
      text += "### \(family.title)\n\n"
      for function in family.functions {
        text += "- `\(function.signature)`\(synonyms(function.synonyms)): \(function.documentation)\n"
      }
      text += "\n"
    }
    text += "### Aggregates\n\n"
    for aggregate in AggregateTable.all {
      let parameters = aggregate.parameters.map(\.name).joined(separator: ", ")
      text +=
        "- `\(aggregate.function.rawValue)(\(parameters))`\(synonyms(aggregate.synonyms)): "
        + "\(aggregate.documentation)\n"
    }
    return text
  }

  private static func synonyms(_ names: [String]) -> String {
    names.isEmpty ? "" : ", also " + names.map { "`\($0)`" }.joined(separator: ", ")
  }

  @Test("the list of functions is that of the engine")
  func list() throws {
    let start = try #require(LanguagePageTests.page.range(of: "## Functions\n\n"))
    if GoldenFile.isRewriting {
      try (LanguagePageTests.page[..<start.upperBound] + LanguagePageTests.functions)
        .write(toFile: LanguagePageTests.path, atomically: true, encoding: .utf8)
      return
    }
    #expect(String(LanguagePageTests.page[start.upperBound...]) == LanguagePageTests.functions)
  }
}
