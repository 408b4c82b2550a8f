import Testing

@testable import Graph

@Suite("Names resolve by rank")
struct NameIndexTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let labels: [String]
    let ids: [String]
    var testDescription: String { name }
  }

  static let cases = [
    // An id or code, in capitals or not.
    Case(name: "GM0014", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "gm0014", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "swv-vo-stad", labels: ["Party"], ids: ["swv-vo-stad"]),
    Case(name: "youth", labels: ["Division"], ids: ["division-youth"]),
    // The whole name; case, diacritics, spacing, apostrophes and hyphens do not matter.
    Case(name: "oldambt", labels: ["Party"], ids: ["GM1895"]),
    Case(name: "midden groningen", labels: ["Party"], ids: ["GM1952"]),
    Case(name: "MiddenGroningen", labels: ["Party"], ids: ["GM1952"]),
    Case(name: "s Hertogenbosch", labels: ["Party"], ids: ["GM0796"]),
    Case(name: "sudwest fryslan", labels: ["Municipality"], ids: ["GM0070"]),
    Case(name: "SWV PO Groningen", labels: ["Party"], ids: ["swv-po-groningen"]),
    // An alias, or the name without its bracketed ending.
    Case(name: "SwV PO", labels: ["Party"], ids: ["swv-po-groningen"]),
    Case(name: "Laren", labels: ["Party"], ids: ["GM0417"]),
    Case(name: "RMC 01", labels: ["Region"], ids: ["MC01"]),
    Case(name: "RMC", labels: ["Division"], ids: ["division-rmc"]),
    // The first whole words, then whole words anywhere.
    Case(name: "swv vo s", labels: ["Party"], ids: []),
    Case(name: "SWV VO", labels: ["Party"], ids: ["swv-vo-stad", "swv-vo-ommelanden"]),
    Case(name: "Ommelanden", labels: ["Party"], ids: ["swv-vo-ommelanden"]),
    Case(name: "overleg 01", labels: ["Forum"], ids: ["forum-rmc-01"]),
    // Never a piece of a word.
    Case(name: "Old", labels: ["Party"], ids: []),
    Case(name: "vervoer", labels: ["Theme"], ids: []),
    // A label word qualifies.
    Case(name: "gemeente Groningen", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "provincie groningen", labels: ["Party"], ids: ["PV20"]),
    Case(name: "municipality Groningen", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "RMC-regio Oost-Groningen", labels: ["Region"], ids: ["MC01"]),
    Case(name: "RMC Oost-Groningen", labels: ["Region"], ids: ["MC01"]),
    Case(name: "SWV Stad", labels: ["Party"], ids: ["swv-vo-stad"]),
    Case(name: "thema Groningen", labels: ["Party"], ids: []),
    // Before the name or behind it, in brackets or not.
    Case(name: "Groningen (gemeente)", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "groningen province", labels: ["Party"], ids: ["PV20"]),
    // An article and the number do not matter when nothing else fits.
    Case(name: "de gemeente Groningen", labels: ["Party"], ids: ["GM0014"]),
    Case(name: "Leerlingenvervoers", labels: ["Theme"], ids: ["theme-vervoer"]),
    // Only the labels of the slot count; no labels means any node.
    Case(name: "Leerlingenvervoer", labels: ["Party"], ids: []),
    Case(name: "Leerlingenvervoer", labels: ["Party", "Theme"], ids: ["theme-vervoer"]),
    Case(name: "Leerlingenvervoer", labels: [], ids: ["theme-vervoer"]),
    // The first rank with a candidate decides: two there are ambiguous, those of lower rank do not count.
    Case(name: "Groningen", labels: ["Party"], ids: ["GM0014", "PV20"]),
    Case(name: "Groningen", labels: ["Municipality"], ids: ["GM0014"]),
    Case(name: "AGO", labels: ["Forum"], ids: ["forum-ago-bestuurlijk", "forum-ago-ambtelijk"]),
    Case(name: "", labels: ["Party"], ids: []),
    Case(name: "-", labels: [], ids: []),
    Case(name: "Groningen", labels: ["NoSuchLabel"], ids: []),
  ]

  @Test("each name finds what it means and nothing else", arguments: cases)
  func finds(_ example: Case) {
    let index = NamesFixture.index
    switch index.resolve(example.name, labels: example.labels) {
    case .nodes(let nodes), .ambiguous(let nodes): #expect(NamesFixture.ids(nodes) == example.ids)
    case .unknown: #expect(example.ids == [])
    }
  }

  @Test("two in the deciding rank are ambiguous, unless a set is wanted")
  func ambiguity() throws {
    let index = NamesFixture.index
    let both = ["GM0014", "PV20"].compactMap { NamesFixture.graph.node(identifier: $0) }
    #expect(index.resolve("Groningen", labels: ["Party"]) == .ambiguous(both))
    #expect(index.resolve("Groningen", labels: ["Party"], takesAll: true) == .nodes(both))
  }

  @Test("a candidate tells what it is, its id and its period")
  func candidates() throws {
    let loppersum = try #require(NamesFixture.graph.node(identifier: "GM0024"))
    #expect(NamesFixture.index.candidate(loppersum).description == "Loppersum (municipality, GM0024, until 2021-01-01)")
    let province = try #require(NamesFixture.graph.node(identifier: "PV20"))
    #expect(NamesFixture.index.candidate(province, in: .dutch).description == "Groningen (provincie, PV20)")
  }

  @Test("what is near is suggested by its own spelling")
  func nearest() {
    #expect(NamesFixture.index.nearestName(to: "Oldamt", labels: ["Party"]) == "Oldambt")
    #expect(NamesFixture.index.nearestName(to: "s hertogenbos", labels: ["Party"]) == "'s-Hertogenbosch")
    #expect(NamesFixture.index.nearestName(to: "Rotterdam", labels: ["Party"]) == nil)
  }
}
