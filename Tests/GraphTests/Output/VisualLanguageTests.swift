import Testing

@testable import Graph

/// What a line or an outline says without words.
@Suite("The visual language of drawings")
struct VisualLanguageTests {
  private func draw(_ columns: [String], _ row: [Value], hint: String? = nil) throws -> String {
    let answer = Answer(tables: [ResultTable(columns: columns, rows: [row])], drawing: hint)
    return try OutputFixture.text(.dot, [answer])
  }

  @Test("the board's line is thicker than that of officials, and the legend says so")
  func level() throws {
    let text = try draw(["p"], [OutputFixture.path])
    #expect(text.contains("\"GM1895\" -> \"REA\"") && text.contains("penwidth=\"3.4\""))
    #expect(text.contains("label=\"board level\", penwidth=\"3.4\", shape=\"underline\""))
  }

  static let powers: [(String, String?)] = [
    ("decides", "diamond"), ("agrees", "odiamond"), ("advises", "onormal"), ("informs", "odot"), ("unknown", nil),
  ]

  @Test("the sign at the forum is the power of the mandate", arguments: powers)
  func power(_ authority: String, _ head: String?) {
    #expect(LineWeight(authority: authority).sign?.head == head)
  }

  @Test("a mirrored column stands at the right: its lines are laid out from their ends")
  func mirror() throws {
    let text = try draw(["p"], [OutputFixture.path], hint: "mirror:p")
    #expect(text.contains("\"REA\" -> \"GM1895\"") && !text.contains("\"GM1895\" -> \"REA\""))
  }

  @Test("where the list of seats is not complete, nobody is missing: it is not recorded")
  func unrecorded() throws {
    let text = try draw(
      ["forum", "absent"], [.node(OutputFixture.node("REA")), .list([.node(OutputFixture.node("SWV1"))])],
      hint: "missing:absent")
    #expect(text.contains("\"unrecorded SWV1\" [class=\"unrecorded\", color=\"#707070\", fillcolor=\"#FFFFFF\""))
    #expect(text.contains("label=\"not recorded?\"") && !text.contains("#C40000"))
  }

  @Test("what is missing from a complete list is hollow, dashed and red")
  func missing() throws {
    var builder = PropertyGraphBuilder()
    let forum = builder.addNode("F", labels: ["Forum"])!
    let party = builder.addNode("P", labels: ["Party"])!
    builder.setProperty("seats_complete", of: forum, to: .boolean(true))
    let answer = Answer(
      tables: [ResultTable(columns: ["forum", "absent"], rows: [[.node(forum), .list([.node(party)])]])],
      drawing: "missing:absent")
    let writer = AnswerWriter(format: .dot, options: OutputFixture.options())
    let text = String(decoding: try writer.bytes(for: [answer], graph: builder.build()), as: UTF8.self)
    #expect(text.contains("\"missing P\" [class=\"missing\", color=\"#C40000\", fillcolor=\"#FFFFFF\""))
    #expect(text.contains("\"missing P\" -> \"F\" [class=\"missing\", color=\"#C40000\""))
  }

  @Test("with many kinds of nodes each names its own")
  func manyKinds() {
    var picture = Picture()
    for number in 1...12 {
      let look = NodeLook(fill: "#0000\(10 + number)")
      picture.nodes.append(PictureNode(identifier: "\(number)", label: "name", look: look, kind: "kind \(number)"))
      picture.legend.add("kind \(number)", look)
    }
    picture.finish()
    #expect(picture.legend.nodes.isEmpty && picture.nodes[4].label == "kind 5\nname")
  }
}
