import Testing

@testable import Graph

/// What a relationship or the node next to one must equal is asked of columns of every type as it is asked of the values.
@Suite("Conditions on properties of every type")
struct ConditionTypeTests {
  /// 60 people who like each other; some properties missing, and one of different types.
  static let graph: PropertyGraph = {
    var random = SeededGenerator(seed: 3)
    var builder = PropertyGraphBuilder()
    let people = (0..<60).compactMap { builder.addNode("p\($0)", labels: ["Person"]) }
    func values(_ number: Int) -> [(key: String, value: Value)] {
      [
        ("number", .integer(Int64(number % 3) - 1)), ("truth", .boolean(number % 2 == 0)),
        ("day", .date(CalendarDate(dayNumber: Int32(number % 4) - 2))), ("text", .string(["a", "b", ""][number % 3])),
        ("part", .float(Double(number % 3) / 2)), ("mixed", number % 2 == 0 ? .integer(1) : .string("a")),
      ]
    }
    for (number, node) in people.enumerated() where number % 5 != 0 {
      for (key, value) in values(number) { builder.setProperty(key, of: node, to: value) }
    }
    for _ in 0..<160 {
      let ends = (0..<2).map { _ in people[Int.random(in: people.indices, using: &random)] }
      guard let like = builder.addRelationship(from: ends[0], to: ends[1], type: "LIKES") else { continue }
      let number = Int.random(in: 0..<6, using: &random)
      if number == 5 { continue }
      for (key, value) in values(number) { builder.setProperty(key, of: like, to: value) }
    }
    return builder.build()
  }()

  static let values = [
    "-1", "0", "1", "1.0", "0.5", "true", "false", "date('1970-01-01')", "date('1969-12-30')", "'a'", "''", "'none'",
    "null",
  ]
  static let keys = ["number", "truth", "day", "text", "part", "mixed", "unknown"]

  @Test("alone and with another one", arguments: keys, values)
  func equal(key: String, value: String) throws {
    let engine = QueryEngine(graph: ConditionTypeTests.graph, today: testDay)
    for (first, second) in [("x.\(key)", "b.number = 1"), ("b.\(key)", "x.truth = true"), ("b.\(key)", "x.text = 'a'")]
    {
      for condition in ["\(first) = \(value)", "\(first) = \(value) AND \(second)"] {
        let rows = try engine.run(
          """
          MATCH (a) WITH a, COLLECT { MATCH (a)-[x:LIKES]->(b) WITH x, b, coalesce(\(condition), false) AS t WHERE t RETURN 1 } AS all
          RETURN EXISTS { (a)-[x:LIKES]->(b) WHERE \(condition) }, COUNT { (a)-[x:LIKES]->(b) WHERE \(condition) },
            size(all) > 0, size(all)
          """
        ).rows
        for row in rows { #expect(row[0...1] == row[2...3], "\(condition)") }
      }
    }
  }

  @Test("the cases tell values apart")
  func some() throws {
    let engine = QueryEngine(graph: ConditionTypeTests.graph, today: testDay)
    for (key, value) in [
      ("number", "-1"), ("truth", "false"), ("day", "date('1969-12-30')"), ("text", "''"), ("part", "0.5"),
    ] {
      for element in ["x", "b"] {
        let count = try engine.run("MATCH (a)-[x:LIKES]->(b) WHERE \(element).\(key) = \(value) RETURN count(*)").rows[
          0][0]
        guard case .integer(let number) = count else { continue }
        #expect(5..<155 ~= number)
      }
    }
  }
}
