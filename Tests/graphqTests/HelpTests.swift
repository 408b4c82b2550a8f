import Testing

@testable import graphq

@Suite("Help")
struct HelpTests {
  @Test("every option stands in the help", arguments: Flag.all.map(\.name))
  func optionIsInHelp(name: String) {
    #expect(Help.text.contains("--\(name)"))
  }
}
