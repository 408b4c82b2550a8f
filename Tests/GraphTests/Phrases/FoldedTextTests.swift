import Testing

@testable import Graph

@Suite("Folding makes names comparable")
struct FoldedTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let folded: String
    var testDescription: String { text }
  }

  static let cases = [
    Case(text: "Oldambt", folded: "oldambt"),
    Case(text: "  SWV  PO (Groningen) ", folded: "swv po groningen"),
    Case(text: "'s-Hertogenbosch", folded: "s hertogenbosch"),
    Case(text: "’s Hertogenbosch", folded: "s hertogenbosch"),
    Case(text: "Súdwest-Fryslân", folded: "sudwest fryslan"),
    Case(text: "MBO's Groningen (4)", folded: "mbos groningen 4"),
    Case(text: "MBO Regulier 18-", folded: "mbo regulier 18-"),
    Case(text: "MBO Regulier 18+ (75/85%)", folded: "mbo regulier 18+ 75 85"),
    Case(text: "2016-2018", folded: "2016 2018"),
    Case(text: "Ĳsselstein Œuvre Straße Þór Ælfred", folded: "ijsselstein oeuvre strasse thor aelfred"),
    Case(text: "e\u{301}e\u{308}n", folded: "een"),
    Case(text: "Ąćęłńóśźż Žďár Ğü", folded: "acelnoszz zdar gu"),
    Case(text: "Ωmega", folded: "Ωmega"),
    Case(text: "– … -", folded: ""),
    Case(text: "", folded: ""),
  ]

  @Test("case, diacritics, apostrophes, punctuation", arguments: cases)
  func folds(_ example: Case) {
    #expect(String(decoding: FoldedText(example.text).bytes, as: UTF8.self) == example.folded)
  }

  @Test("any bytes at all fold without harm")
  func foldsAnything() {
    for lead in UInt8.min...UInt8.max {
      for next in stride(from: 0, through: 255, by: 15) {
        let folded = FoldedText([lead, UInt8(next), lead][...])
        #expect(folded.bytes.count <= 8)
      }
      _ = FoldedText([lead][...])
    }
  }
}
