import Foundation
import Testing

@testable import Graph

/// Where the reference tables are, when they are.
enum Reference {
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  static let path =
    ProcessInfo.processInfo.environment["GRAPHQ_REFERENCE"] ?? Reference.package + "/../shared/reference"

  static var isThere: Bool { FileManager.default.fileExists(atPath: path + "/memberships.csv") }
}

@Suite("data/nederland is made by the import", .enabled(if: Reference.isThere))
struct NederlandImportTests {
  private static let data = Reference.package + "/data/nederland/"
  private static let kept = ["sources.csv", "municipalities.csv", "mergers.csv", "divisions.csv"]

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func folder() throws -> LandscapeFixture {
    let kept = NederlandImportTests.kept
    return try LandscapeFixture(
      Dictionary(uniqueKeysWithValues: try kept.map { ($0, try text(NederlandImportTests.data + $0)) }))
  }

  private func take(_ table: String, into folder: borrowing LandscapeFixture) throws {
    var request = RegionImport.Request(table: table, folder: folder.path)
    request.postcodes = Reference.path + "/swv_postcodes_2015.csv"
    try RegionImport(request).write()
  }

  /// The files that are not as they are in the data.
  private func differences(_ folder: borrowing LandscapeFixture) throws -> [String] {
    let path = folder.path + "/"
    let names = try FileManager.default.contentsOfDirectory(atPath: NederlandImportTests.data).filter { name in
      (name.hasPrefix("regions_") || name.hasPrefix("in_region_")) && !name.hasSuffix("_inferred.csv")
    }
    #expect(names.count == 49)
    return try (names + ["provinces.csv", "of_division.csv"] + NederlandImportTests.kept).sorted().filter { name in
      try text(path + name) != text(NederlandImportTests.data + name)
    }
  }

  @Test("all years at once, byte for byte")
  func whole() throws {
    let folder = try folder()
    try take(Reference.path + "/memberships.csv", into: folder)
    #expect(try differences(folder) == [])
  }

  @Test("the years to 2025 first and 2026 after, byte for byte")
  func lastYearLater() throws {
    let folder = try folder()
    let lines = try text(Reference.path + "/memberships.csv").split(separator: "\n")
    for (name, isNew) in [("older", false), ("newer", true)] {
      let rows = [lines[0]] + lines.dropFirst().filter { $0.hasPrefix("2026") == isNew }
      let path = folder.path + "/" + name + ".txt"
      try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
      try take(path, into: folder)
    }
    #expect(try differences(folder) == [])
  }
}
