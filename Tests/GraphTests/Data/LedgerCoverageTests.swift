import Foundation
import Testing

@testable import Graph

@Suite("Coverage of the numbered facts")
struct LedgerCoverageTests {
  /// How many numbered facts each seed document has: 000-001 to 000-125, and so on.
  private static let counts = ["000": 125, "001": 83, "002": 85, "003": 93, "004": 24]
  private static let data = Reference.package + "/data"

  private static var numbers: Set<String> {
    Set(
      counts.flatMap { seed, count in
        (1...count).map { number in seed + "-" + String(repeating: "0", count: 3 - "\(number)".count) + "\(number)" }
      })
  }

  /// The files of all landscapes with an ending.
  private static func files(_ ending: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: data).sorted().flatMap { folder in
      ((try? manager.contentsOfDirectory(atPath: data + "/" + folder)) ?? []).filter { $0.hasSuffix(ending) }
        .map { data + "/" + folder + "/" + $0 }
    }
  }

  /// The numbers in the `fact` column of the loaded rows.
  private static func factsInData() throws -> Set<String> {
    let folders = try files("README.md").map { String($0.dropLast("/README.md".count)) }
    let graph = try Landscape.load(folders: folders).graph
    var facts: Set<String> = []
    func add(_ value: Value) {
      switch value {
      case .string(let text): facts.formUnion(text.split(separator: ";").map(String.init))
      case .list(let items): for item in items { add(item) }
      default: break
      }
    }
    for node in graph.allNodes { add(graph.property("fact", of: node)) }
    for index in 0..<graph.relationshipCount { add(graph.property("fact", of: RelationshipID(index))) }
    return facts
  }

  /// The numbers in the tables of what a graph cannot hold.
  private static func factsNotHeld() throws -> Set<String> {
    let words = try files("not_held.md").flatMap { file in
      try String(contentsOfFile: file, encoding: .utf8).split { !$0.isNumber && $0 != "-" }
    }
    return Set(words.map(String.init)).intersection(numbers)
  }

  @Test("every fact is in the data or in the list of what is not held")
  func complete() throws {
    let found = try LedgerCoverageTests.factsInData().union(LedgerCoverageTests.factsNotHeld())
    #expect(LedgerCoverageTests.numbers.count == 410)
    #expect(LedgerCoverageTests.numbers.subtracting(found).sorted() == [])
  }

  @Test("the data name no fact that is not there")
  func known() throws {
    let numbered = try LedgerCoverageTests.factsInData().filter { fact in
      LedgerCoverageTests.counts.keys.contains { fact.hasPrefix($0 + "-") }
    }
    #expect(numbered.subtracting(LedgerCoverageTests.numbers).sorted() == [])
  }
}
