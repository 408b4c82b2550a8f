import Foundation
import Testing

@testable import Graph

/// The folder of conformance graphs: named by `GRAPHQ_TCK`, else beside the project; nil when there is none.
private let conformanceGraphs: String? = {
  let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/tck").standardized.path
  let kit = ProcessInfo.processInfo.environment["GRAPHQ_TCK"] ?? beside
  let graphs = kit + "/graphs"
  return FileManager.default.fileExists(atPath: graphs) ? graphs : nil
}()

@Suite("Graphs of the conformance kit", .enabled(if: conformanceGraphs != nil))
struct ConformanceGraphTests {
  @Test("all of them load, and hold what they must")
  func load() throws {
    let graphs = try #require(conformanceGraphs)
    for name in try FileManager.default.contentsOfDirectory(atPath: graphs).sorted() {
      let landscape = try Landscape.load(folders: [graphs + "/" + name])
      #expect(landscape.graph.invariantViolations() == [], "\(name)")
      #expect(landscape.view(ViewOptions(at: CalendarDate("2026-01-01"))).view.nodes == nil, "\(name)")
    }
  }
}
