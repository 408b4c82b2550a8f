@testable import Graph

/// A small landscape and the options that the tests of the output write it with.
enum OutputFixture {
  /// Two parties that sit in one forum, a region, a source, and a disputed property.
  static let graph: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    func node(_ identifier: String, _ labels: [String], _ properties: [(String, Value)]) -> NodeID {
      let node = builder.addNode(identifier, labels: labels)!
      for (key, value) in properties { builder.setProperty(key, of: node, to: value) }
      return node
    }
    func relate(_ start: NodeID, _ type: String, _ end: NodeID, _ certainty: String?) {
      let relationship = builder.addRelationship(from: start, to: end, type: type)!
      guard let certainty else { return }
      builder.setProperty("certainty", of: relationship, to: .string(certainty))
      builder.setProperty("source", of: relationship, to: .string("S1"))
      builder.setProperty("section", of: relationship, to: .string("§5"))
    }
    let town = node(
      "GM1895", ["Municipality", "Party"], [("name", .string("Oldambt")), ("population", .integer(38_000))])
    let school = node("SWV1", ["Party"], [("name", .string("SWV PO"))])
    let forum = node("REA", ["Forum"], [("name", .string("REA \"noord\""))])
    let region = node("MC01", ["Region", "RMCRegion"], [("name", .string("Oost-Groningen"))])
    let seat = node("M1", ["Mandate"], [("level", .string("board")), ("authority", .string("unknown"))])
    let otherSeat = node("M2", ["Mandate"], [("level", .string("official"))])
    let source = node(
      "S1", ["Source"], [("title", .string("Advice 2016")), ("url", .string("https://example.org/?a=1&b=2"))])
    let statement = node(
      "U1", ["Statement"],
      [
        ("property", .string("level")), ("text_value", .string("board")), ("certainty", .string("disputed")),
        ("section", .string("table 2")),
      ])
    relate(town, "IN_REGION", region, "stated")
    relate(town, "HOLDS", seat, "stated")
    relate(seat, "IN_FORUM", forum, "inferred")
    relate(school, "HOLDS", otherSeat, "disputed")
    relate(otherSeat, "IN_FORUM", forum, "stated")
    relate(statement, "ABOUT_NODE", seat, nil)
    relate(statement, "STATED_IN", source, nil)
    return builder.build()
  }()

  static func node(_ identifier: String) -> NodeID { graph.node(identifier: identifier)! }

  static func relationship(_ number: Int) -> Value { .relationship(RelationshipID(number)) }

  /// Oldambt, its mandate, the forum, the other mandate, SWV PO.
  static let path = Value.path(
    PathValue(
      nodes: ["GM1895", "M1", "REA", "M2", "SWV1"].map(node), relationships: [1, 2, 4, 3].map { RelationshipID($0) }))

  static let style: GraphStyle = {
    var style = GraphStyle()
    style.labels["Party"] = .init(fill: "#E4E4E4", word: "party")
    style.labels["Municipality"] = .init(
      fill: "#D6ECFA", style: "filled,rounded", word: "municipality", parents: ["Party"])
    style.labels["Region"] = .init(shape: "hexagon", word: "region")
    style.labels["RMCRegion"] = .init(shape: "hexagon", fill: "#BFE5D9", word: "RMC region", parents: ["Region"])
    style.labels["Forum"] = .init(shape: "ellipse", fill: "#FAE3B3", word: "forum")
    style.labels["Mandate"] = .init(
      shape: "diamond", word: "mandate", contraction: .init(incoming: "HOLDS", outgoing: "IN_FORUM"))
    style.types["IN_REGION"] = .init(word: "falls in")
    style.types["HOLDS"] = .init(word: "holds")
    return style
  }()

  static let words = ValueWords { column, value in
    switch (column, value) {
    case ("level", "board"): "board level"
    case ("certainty", "stated"): "as stated"
    default: nil
    }
  }

  /// English options with words and style, changed as a test needs.
  static func options(_ change: (inout OutputOptions) -> Void = { _ in }) -> OutputOptions {
    var options = OutputOptions()
    options.words = words
    options.style = style
    change(&options)
    return options
  }

  /// What a format makes of answers, as text.
  static func text(
    _ format: OutputFormat, _ answers: [Answer], _ change: (inout OutputOptions) -> Void = { _ in }
  ) throws -> String {
    let writer = AnswerWriter(format: format, options: options(change))
    return String(decoding: try writer.bytes(for: answers, graph: graph), as: UTF8.self)
  }

  /// What a format makes of one column with one value.
  static func cell(_ format: OutputFormat, _ value: Value, column: String = "x") throws -> String {
    try text(format, [Answer(tables: [ResultTable(columns: [column], rows: [[value]])])])
  }

  /// A phrase's answer: headline, two tables, notes.
  static let phrase = Answer(
    headline: "1 forum links them",
    tables: [
      ResultTable(
        title: "Forums", columns: ["forum", "level", "times"],
        rows: [[.node(node("REA")), .string("board"), .float(2.5)]]),
      ResultTable(title: "Unknown at this date", columns: ["forum"], rows: []),
    ],
    notes: ["no seat recorded in 2 forums"], isPhrase: true)
}
