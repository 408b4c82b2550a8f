import Testing

@testable import Graph

@Suite("Sentences split into words and names")
struct SentenceTests {
  private func parts(_ sentence: Sentence) -> [String] { sentence.words.map { $0.isName ? "<\($0.text)>" : $0.text } }

  @Test("an argument that contains a space is one name")
  func arguments() throws {
    let sentence = try Sentence(arguments: ["link", "Oldambt", "to", "SWV VO Stad"])
    #expect(parts(sentence) == ["link", "Oldambt", "to", "<SWV VO Stad>"])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let parts: [String]
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "link Oldambt to \"SWV VO Stad\"", parts: ["link", "Oldambt", "to", "<SWV VO Stad>"]),
    Case(text: "link “SWV VO Stad” to Oldambt", parts: ["link", "<SWV VO Stad>", "to", "Oldambt"]),
    Case(text: "link 'SWV VO Stad' to Oldambt", parts: ["link", "<SWV VO Stad>", "to", "Oldambt"]),
    Case(text: "profile of 's-Hertogenbosch", parts: ["profile", "of", "'s-Hertogenbosch"]),
    Case(text: "link 's-Gravenhage to 'SWV PO'", parts: ["link", "'s-Gravenhage", "to", "<SWV PO>"]),
    Case(text: "among A, B,C", parts: ["among", "A", ",", "B", ",", "C"]),
    Case(text: "  ", parts: []),
  ]

  @Test("a text is split at spaces, quotations respected", arguments: cases)
  func texts(_ example: Case) throws {
    #expect(parts(try Sentence(text: example.text)) == example.parts)
    #expect(parts(try Sentence(arguments: [example.text])) == example.parts)
  }

  @Test("an open quotation and an endless sentence are errors")
  func unreadable() {
    #expect(throws: SentenceError.self) { try Sentence(text: "link \"Oldambt") }
    #expect(throws: SentenceError.self) { try Sentence(text: String(repeating: "a ", count: 300)) }
  }
}
