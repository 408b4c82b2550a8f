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
