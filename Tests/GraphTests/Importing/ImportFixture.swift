import Foundation

@testable import Graph

/// A folder that tables are imported into.
struct ImportFixture: ~Copyable {
  private let fixture: LandscapeFixture

  /// Starts with files in the folder.
  init(_ files: [String: String] = [:]) throws {
    fixture = try LandscapeFixture(files)
  }

  /// Imports a table, and gives what is said about it.
  @discardableResult
  func take(_ table: String, named name: String = "table.txt", year: Int? = nil, source: String? = nil) throws -> String
  {
    try Data(table.utf8).write(to: URL(fileURLWithPath: fixture.path + "/" + name))
    var request = RegionImport.Request(table: fixture.path + "/" + name, folder: fixture.path)
    (request.year, request.source) = (year, source)
    let regions = try RegionImport(request)
    try regions.write()
    return regions.summary.text
  }

  /// What is wrong with a table.
  func complaints(_ table: String, year: Int? = nil) -> String {
    do {
      try take(table, year: year)
      return ""
    } catch {
      return "\(error)".replacingOccurrences(of: fixture.path + "/", with: "")
    }
  }

  /// The lines of a file, without the titles.
  func rows(_ name: String) -> [String] { Array(text(name).split(separator: "\n").map(String.init).dropFirst()) }

  /// A file as it is.
  func text(_ name: String) -> String {
    (try? String(contentsOfFile: fixture.path + "/" + name, encoding: .utf8)) ?? ""
  }

  /// The data as a landscape.
  func load() throws(LoadFailure) -> Landscape { try fixture.load() }

  /// All files of the landscape by name.
  func files() throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.path).filter { $0.hasSuffix(".csv") }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, text($0)) })
  }

  static let titles = "year,division,region_code,region_name,municipality_code,municipality_name\n"
}
