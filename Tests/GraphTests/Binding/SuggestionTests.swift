import Testing

@testable import Graph

@Suite("Typos are not answers")
struct SuggestionTests {
  static let vocabulary = Vocabulary(
    labels: ["Municipality", "RMCRegion", "Region", "Party", "Partnership"],
    types: [
      .init(from: ["Municipality"], type: "IN_REGION", to: ["Region"]),
      .init(from: ["Party"], type: "MEMBER_OF", to: ["Party"]),
    ],
    properties: ["name", "code", "level"],
    parents: ["RMCRegion": ["Region"], "Municipality": ["Party"], "Partnership": ["Region", "Party"]])

  private func warnings(
    _ query: String, values: [String: [Vocabulary.FixedValue]] = [:],
    graph: PropertyGraph = PropertyGraphBuilder().build()
  ) throws -> [QueryWarning] {
    var vocabulary = SuggestionTests.vocabulary
    vocabulary.values = { values[$0] }
    return try bound(query, graph: graph, vocabulary: vocabulary).warnings
  }

  @Test(
    "an unknown name warns with the nearest",
    arguments: [
      ("MATCH (n:Municipalty) RETURN n", "Municipality"), ("MATCH ()-[:INREGION]->() RETURN 1", "IN_REGION"),
      ("MATCH (n) RETURN n.nmae", "name"), ("MATCH (n {cod: 1}) RETURN n", "code"),
      ("MATCH (n) WHERE n:municipality RETURN n", "Municipality"),
    ])
  func unknownName(query: String, nearest: String) throws {
    let warning = try #require(try warnings(query).first)
    #expect(warning.hint == "did you mean '\(nearest)'?")
    #expect(warning.span != nil)
  }

  @Test(
    "names of the schema do not warn, nor keys of maps",
    arguments: ["MATCH (n:Party {name: 'x'})-[:MEMBER_OF]->() RETURN n.code", "WITH {a: 1} AS m RETURN m.a, $p.b"])
  func knownName(query: String) throws { #expect(try warnings(query).isEmpty) }

  @Test("without schema and without data there is nothing to compare with")
  func nothingKnown() throws { #expect(try bound("MATCH (n:X {y: 1}) RETURN n").warnings.isEmpty) }

  @Test("with data and without schema the names of the data are known")
  func dataOnly() throws {
    var builder = PropertyGraphBuilder()
    _ = builder.addNode("1", labels: ["City"])
    let graph = builder.build()
    #expect(try bound("MATCH (n:City) RETURN n", graph: graph).warnings.isEmpty)
    #expect(try bound("MATCH (n:Citty) RETURN n", graph: graph).warnings.map(\.hint) == ["did you mean 'City'?"])
  }

  @Test(
    "a value that a property never has warns with the one that is meant",
    arguments: [
      ("MATCH (n {level: 'Board'}) RETURN n", "did you mean 'board'?"),
      ("MATCH (n) WHERE n.level = 'bestuurlijk' RETURN n", "did you mean 'board'?"),
      ("MATCH (n) WHERE n.level IN ['board', 'ofical'] RETURN n", "did you mean 'official'?"),
      ("MATCH ()-[r]->() WHERE 'x' <> r.level RETURN r", "the values are official, board"),
    ])
  func unknownValue(query: String, hint: String) throws {
    #expect(try warnings(query, values: ["level": SuggestionTests.levels]).map(\.hint) == [hint])
  }

  @Test(
    "a value that a property has or that stands in the data does not warn",
    arguments: [
      "MATCH (n {level: 'board'}) RETURN n", "MATCH (n) WHERE n.level IN ['official', $p] RETURN n",
      "MATCH (n) WHERE n.level = 'odd' RETURN n", "MATCH (n) WHERE n.name = 'Board' RETURN n",
      "WITH {level: 'x'} AS m WHERE m.level = 'y' RETURN m",
    ])
  func knownValue(query: String) throws {
    var builder = PropertyGraphBuilder()
    let added = builder.addNode("1", labels: ["Party"])
    let node = try #require(added)
    builder.setProperty("level", of: node, to: .string("odd"))
    let graph = builder.build()
    #expect(try warnings(query, values: ["level": SuggestionTests.levels], graph: graph).isEmpty)
  }

  private static let levels = [
    Vocabulary.FixedValue(name: "official", words: ["official level", "ambtelijk"]),
    Vocabulary.FixedValue(name: "board", words: ["board level", "bestuurlijk"]),
  ]

  @Test("a pattern the schema rules out warns with the direction that exists")
  func wrongDirection() throws {
    let warning = try #require(try warnings("MATCH (r:RMCRegion)-[:IN_REGION]->(m:Municipality) RETURN r").first)
    #expect(warning.message == "IN_REGION runs the other way between such nodes")
    #expect(warning.hint == "the schema has (:Municipality)-[:IN_REGION]->(:Region)")
  }

  @Test("labels from an earlier MATCH count")
  func earlierLabels() throws {
    #expect(try warnings("MATCH (m:Municipality) MATCH (m)<-[:IN_REGION]-(x) RETURN x").count == 1)
  }

  @Test(
    "a pattern the schema allows does not warn",
    arguments: [
      "MATCH (:Municipality)-[:IN_REGION]->(:RMCRegion) RETURN 1", "MATCH (:RMCRegion)<-[:IN_REGION]-(:Party) RETURN 1",
      "MATCH (:RMCRegion)-[:IN_REGION]-(:Municipality) RETURN 1", "MATCH (:Partnership)-[:MEMBER_OF]->() RETURN 1",
      "MATCH (:Municipality)-[:IN_REGION]->(:Partnership) RETURN 1", "MATCH (:RMCRegion)-->(:Municipality) RETURN 1",
    ])
  func allowed(query: String) throws { #expect(try warnings(query).isEmpty) }

  @Test(
    "a mistake says what was probably meant",
    arguments: [
      ("MATCH (forum) RETURN fourm.name", "did you mean 'forum'?"), ("RETURN toUper('a')", "did you mean toUpper()?"),
      ("RETURN nvl(null, 1)", "write coalesce(a, b)"), ("RETURN len('a')", "write size(x)"),
      ("RETURN getdate()", "write date()"),
      ("RETURN datetime()", "of the types of time there are date() and duration()"),
      ("RETURN $forun", "did you mean $forum?"), ("RETURN count()", "write count(*) to count rows"),
      ("RETURN length([1])", "write size(x) for lists and texts"),
    ])
  func hints(query: String, hint: String) { #expect(bindingError(query, parameters: ["forum"])?.hint == hint) }

  @Test("a parameter without value")
  func parameter() {
    let error = bindingError("RETURN $x", parameters: [])
    #expect(error?.kind == .parameterMissing)
    #expect(error?.detail == "MissingParameter")
    #expect(bindingError("RETURN $x", parameters: nil) == nil)
  }
}
