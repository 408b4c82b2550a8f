import Foundation
import Testing

@testable import Graph

@Suite("Files of inferred readings, outside facts and proposals can be left out")
struct DataFileTests {
  private static let kinds = ["inferred", "outside", "proposed"]
  private static let folders = ["duties", "groningen", "nederland", "rijnmond", "utrecht-west"]

  /// The certainty that a file's name promises for each of its rows; nil for a plain file.
  private static func promised(by path: String) -> String? { kinds.first { path.hasSuffix("_\($0).csv") } }

  @Test("a file named for a certainty holds nothing else, and no other file holds it")
  func certaintiesByFile() throws {
    let landscape = SharedLandscape.landscape
    let graph = landscape.graph
    var wrong: Set<String> = []
    func judge(_ place: RowOrigins.Place?, _ certainty: Value) {
      guard let place, case .string(let certainty) = certainty else { return }
      let path = landscape.files[place.file].path
      let isRight = Self.promised(by: path).map { $0 == certainty } ?? !Self.kinds.contains(certainty)
      if !isRight { wrong.insert("\(path): \(certainty)") }
    }
    for node in graph.allNodes {
      guard landscape.origins.places(of: node).count == 1 else { continue }
      judge(landscape.origins.places(of: node).first, graph.property("certainty", of: node))
    }
    for relationship in (0..<graph.relationshipCount).map({ RelationshipID($0) }) {
      judge(landscape.origins.place(of: relationship), graph.property("certainty", of: relationship))
    }
    #expect(wrong.sorted() == [])
    #expect(Set(landscape.files.compactMap { Self.promised(by: $0.path) }) == Set(Self.kinds))
  }

  @Test("what is left loads, alone and together", arguments: kinds + ["all three"])
  func leftOut(kind: String) throws {
    let manager = FileManager.default
    var files: [String: String] = [:]
    for folder in Self.folders {
      for name in try manager.contentsOfDirectory(atPath: SharedLandscape.root + "/data/" + folder)
      where name.hasSuffix(".csv") {
        let promised = Self.promised(by: name)
        if promised == kind || (promised != nil && kind == "all three") { continue }
        files["\(folder)/\(name)"] = try String(
          contentsOfFile: "\(SharedLandscape.root)/data/\(folder)/\(name)", encoding: .utf8)
      }
    }
    let fixture = try LandscapeFixture(files)
    let whole = try Landscape.load(folders: [fixture.path])
    #expect(whole.graph.nodeCount > 2000)
    for folder in Self.folders { _ = try Landscape.load(folders: [fixture.path + "/" + folder]) }
  }
}
