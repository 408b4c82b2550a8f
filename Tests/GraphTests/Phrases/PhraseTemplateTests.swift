import Testing

@testable import Graph

@Suite("Templates say how a phrase is spoken")
struct PhraseTemplateTests {
  private func parse(_ text: String) throws(PhraseFileError) -> PhraseTemplate {
    let source = SourceText(name: "test.gql", text: text)
    return try PhraseTemplate.parse(SourceSpan(0, source.bytes.count), in: source)
  }

  @Test("words and slots")
  func wordsAndSlots() throws {
    let template = try parse("link {a:Party} to {b:Party|Theme}")
    #expect(template.slots.map(\.name) == ["a", "b"])
    #expect(template.slots.map(\.kind) == [.node(labels: ["Party"]), .node(labels: ["Party", "Theme"])])
    #expect(template.firstWord == FoldedText("link"))
    #expect(template.outline == "link ... to ...")
    #expect(template.variants.count == 1)
  }

  @Test("every kind of slot")
  func kinds() throws {
    let template = try parse("x {f:Forum+} {p:Party,...} {d:date} {n:integer}")
    #expect(
      template.slots.map(\.kind) == [.nodes(labels: ["Forum"]), .nodeList(labels: ["Party"]), .date, .integer])
  }

  @Test("an optional part doubles the ways to say it, the fullest first")
  func optional() throws {
    let template = try parse("route {t:Theme} [from {p:Party}]")
    #expect(template.variants.map(\.count) == [4, 2])
    #expect(template.outline == "route ... [from ...]")
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let template: String
    let description: String
    var testDescription: String { template }
  }

  static let mistakes = [
    Mistake(
      template: "{a:Party} meets",
      description: "test.gql:1:1: a phrase begins with a word (write the verb before the first { or [)"),
    Mistake(template: "link {a:Party", description: "test.gql:1:6: this slot has no end (write {a:Party})"),
    Mistake(
      template: "link {Party}",
      description:
        "test.gql:1:7: a slot is a name and what may stand in it (write {a:Party}, {d:date} or {n:integer})"),
    Mistake(
      template: "on {d:dat}", description: "test.gql:1:5: 'dat' is not what a slot can hold (did you mean 'date'?)"),
    Mistake(template: "link {a:Party} {a:Party}", description: "test.gql:1:1: the slot 'a' stands twice"),
    Mistake(template: "link ]", description: "test.gql:1:6: nothing was opened here"),
    Mistake(
      template: "link [to [x]]",
      description:
        "test.gql:1:6: this optional part has no end, or is empty, or has another in it (write [from {p:Party}])"),
    Mistake(
      template: "a [b] [c] [d] [e] [f] [g]",
      description: "test.gql:1:1: a phrase has at most 5 optional parts (write it as several phrases)"),
  ]

  @Test("mistakes are told with their place", arguments: mistakes)
  func tells(_ mistake: Mistake) {
    do {
      _ = try parse(mistake.template)
      Issue.record("no error for \(mistake.template)")
    } catch {
      #expect(error.description == mistake.description)
    }
  }
}
