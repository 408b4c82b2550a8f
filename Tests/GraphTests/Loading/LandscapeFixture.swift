import Foundation

@testable import Graph

/// A folder of files that is there while a test runs.
struct LandscapeFixture: ~Copyable {
  let path: String

  /// Writes files by path inside the folder; folders between are made.
  init(_ files: [String: String]) throws {
    try self.init(bytes: files.mapValues { Array($0.utf8) })
  }

  init(bytes files: [String: [UInt8]]) throws {
    path = NSTemporaryDirectory() + "graphq-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, bytes) in files {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Loads folders inside the fixture, by default the whole.
  func load(_ folders: [String] = [""]) throws(LoadFailure) -> Landscape {
    try Landscape.load(folders: folders.map { $0.isEmpty ? path : path + "/" + $0 })
  }

  /// What loading complains about, with paths as inside the fixture.
  func complaints(_ folders: [String] = [""]) -> String {
    do throws(LoadFailure) {
      _ = try load(folders)
      return ""
    } catch {
      return error.description.replacingOccurrences(of: path + "/", with: "").replacingOccurrences(of: path, with: ".")
    }
  }
}

/// Loads a landscape of these files in one folder.
func landscape(_ files: [String: String]) throws -> Landscape { try LandscapeFixture(files).load() }

extension Landscape {
  func node(_ id: String) throws -> NodeID {
    guard let node = graph.node(identifier: id) else { throw LoadError(file: id, message: "no such node") }
    return node
  }

  /// The identifiers of the visible nodes, in order.
  func nodes(in view: LandscapeView) -> [String] {
    graph.allNodes.filter { view.view.shows($0) }.map { graph.identifier(of: $0) }
  }

  /// The visible relationships as `start TYPE end`, in order, without merged claims.
  func relationships(in view: LandscapeView) -> [String] {
    (0..<graph.types.count).flatMap { graph.relationships(ofType: TypeID(index: $0)) }.sorted()
      .filter { view.view.shows($0) }.map {
        "\(graph.identifier(of: graph.start(of: $0))) \(graph.typeName(of: $0)) \(graph.identifier(of: graph.end(of: $0)))"
      }
  }
}

/// A small generator with a seed, so that random tests repeat (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
