import Testing

@testable import Graph

@Suite("Names in the project's data, however they are typed")
struct DataNameTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let ids: [String]
    var label = "Municipality"
    var testDescription: String { name }

    init(_ name: String, _ ids: String..., label: String = "Municipality") {
      (self.name, self.ids, self.label) = (name, ids, label)
    }
  }

  private static let names = NameIndex(
    graph: SharedLandscape.landscape.graph, words: SharedLandscape.landscape.schema.labelWords)

  static let cases = [
    // Suffixes of Statistics Netherlands.
    Case("Bergen (NH.)", "GM0373"), Case("Bergen (L.)", "GM0893"), Case("bergen nh", "GM0373"),
    Case("BERGEN L", "GM0893"), Case("Bergen", "GM0373", "GM0893"), Case("Hengelo", "GM0164"),
    Case("Hengelo (O.)", "GM0164"), Case("Middelburg", "GM0687"), Case("Laren", "GM0417"), Case("Stein", "GM0971"),
    // Apostrophes: straight, curly, none; and what everybody says.
    Case("'s-Hertogenbosch", "GM0796"), Case("’s-Hertogenbosch", "GM0796"), Case("‘s-Hertogenbosch", "GM0796"),
    Case("s Hertogenbosch", "GM0796"), Case("den bosch", "GM0796"), Case("'s-Gravenhage", "GM0518"),
    Case("’s‑Gravenhage", "GM0518"), Case("Den Haag", "GM0518"), Case("DEN HAAG", "GM0518"),
    // Diacritics, hyphens, ligatures, small and capital letters.
    Case("Súdwest-Fryslân", "GM1900"), Case("Sudwest Fryslan", "GM1900"), Case("SÚDWEST-FRYSLÂN", "GM1900"),
    Case("su\u{301}dwest frysla\u{302}n", "GM1900"), Case("IJsselstein", "GM0353"), Case("Ĳsselstein", "GM0353"),
    Case("ijsselstein", "GM0353"), Case("Nuenen", "GM0820"), Case("Kaag & Braassem", "GM1884"),
    // A name of a municipality that is no more, of a place, of another label.
    Case("Delfzijl", "GM0010"), Case("De Friese Meren", "GM1921"), Case("'t Poortje"), Case("Maarssen"),
    // Names that several things bear: the slot or a label word decides.
    Case("Utrecht", "GM0344"), Case("utrecht", "PV26", label: "Province"),
    Case("Utrecht", "GM0344", "PV26", label: "Party"), Case("gemeente Utrecht", "GM0344", label: "Party"),
    Case("provincie Utrecht", "PV26", label: "Party"), Case("provincie Utrecht"),
    Case("Groningen", "GM0014", "PV20", label: "Party"), Case("RMC 01", "MC01", label: "Region"),
    Case("RMC Utrecht", "MC19", label: "Region"), Case("jeugdregio Rijnmond", "JZ29", label: "Region"),
    // A piece of a word or a typing error is nothing.
    Case("Utrech"), Case("Oldamt"), Case("Delf"),
  ]

  @Test("each is found, ambiguous or unknown as it should be", arguments: cases)
  func resolves(_ example: Case) {
    let found: [String]
    switch Self.names.resolve(example.name, labels: [example.label]) {
    case .nodes(let nodes), .ambiguous(let nodes):
      found = nodes.map { SharedLandscape.landscape.graph.identifier(of: $0) }.sorted()
    case .unknown: found = []
    }
    #expect(found == example.ids.sorted())
  }

  @Test("every municipality is found by its own name, its code and its name in capitals")
  func all() throws {
    let graph = SharedLandscape.landscape.graph
    let label = try #require(graph.label(named: "Municipality"))
    for node in graph.nodes(labelled: label) {
      guard case .string(let name) = graph.property("name", of: node) else { continue }
      for text in [name, name.uppercased(), graph.identifier(of: node)] {
        switch Self.names.resolve(text, labels: ["Municipality"]) {
        case .nodes(let found), .ambiguous(let found): #expect(found.contains(node), "\(text)")
        case .unknown: Issue.record("\(text) is not found")
        }
      }
    }
  }
}
