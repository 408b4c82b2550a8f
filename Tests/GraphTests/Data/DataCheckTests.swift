import Testing

@testable import Graph

@Suite("The project's data are valid")
struct DataCheckTests {
  @Test("check finds no error, and warns only of three regions that one list really gives one municipality")
  func check() {
    let findings = LandscapeCheck(SharedLandscape.landscape).findings
    #expect(findings.filter { $0.severity == .error }.map(\.message) == [])
    #expect(findings.count == 2)
    #expect(findings.allSatisfy { $0.message.contains("Geldrop-Mierlo") })
  }
}

@Suite("Sources and persons")
struct DataSourceTests {
  @Test("every source says its title, publisher and licence")
  func licences() throws {
    let graph = SharedLandscape.landscape.graph
    let label = try #require(graph.label(named: "Source"))
    for source in graph.nodes(labelled: label) {
      for key in ["title", "publisher", "licence"] {
        #expect(!graph.property(key, of: source).isNull, "\(graph.identifier(of: source)) \(key)")
      }
    }
  }

  @Test("no text of the data holds an address of e-mail or a telephone number")
  func noAddresses() {
    let graph = SharedLandscape.landscape.graph
    var found: [String] = []
    for node in graph.allNodes {
      for key in ["name", "title", "aliases", "text_value", "subject", "condition", "role", "date_text"] {
        let text = "\(graph.property(key, of: node))"
        if ContactDetails.hasMailAddress(text) || ContactDetails.hasTelephoneNumber(text) { found.append(text) }
      }
    }
    #expect(found == [])
  }
}
