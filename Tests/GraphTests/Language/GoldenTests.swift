import Testing

@testable import Graph

/// Every rule of the language by example: the folder Golden, one folder per feature, one file per rule.
@Suite("The language by example")
struct GoldenTests {
  static let features = [
    "aggregates", "calls", "clauses", "conditions", "errors", "expressions", "lists", "matching", "ordering",
    "patterns", "plans", "shortest", "subqueries", "time", "unions", "variable-length",
  ]

  @Test("answers", arguments: GoldenFile.names(in: features))
  func answers(name: String) throws {
    let file = try GoldenFile(name)
    let run = GoldenRun(graph: try GoldenGraph.graph(file.graph))
    var answers: [GoldenFile.Section] = []
    for one in file.cases {
      let found = one.queries.map { run.answer($0, wantsWarnings: name.hasPrefix("errors/")) }
      answers.append(found[0])
      if GoldenFile.isRewriting { continue }
      for (query, answer) in zip(one.queries, found) {
        #expect(answer == one.answer, "\(name): \(query)")
      }
    }
    if GoldenFile.isRewriting { try file.rewrite(answers) }
  }

  @Test("there are examples of every feature")
  func folders() {
    for feature in GoldenTests.features { #expect(!GoldenFile.names(in: [feature]).isEmpty, "\(feature)") }
  }
}
