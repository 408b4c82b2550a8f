import Foundation
import Testing

@testable import Graph

@Suite("Tiles of municipalities")
struct TileImportTests {
  private static let titles = "id:ID,:LABEL,name,valid_until:date,lon:float,lat:float,tile_q:int,tile_r:int\n"

  @Test(
    "the tiles in data/nederland are those that the import makes: no move improves them, and 715 of 875 borders touch")
  func data() throws {
    let tiles = try TileImport(folder: SharedLandscape.root + "/data/nederland")
    #expect(tiles.moved == 0)
    #expect(tiles.touching == (715, 875))
  }

  @Test("every municipality that exists has one, for itself alone")
  func distinct() throws {
    let graph = SharedLandscape.landscape.graph
    let label = try #require(graph.label(named: "Municipality"))
    let now = graph.nodes(labelled: label).filter { graph.property("valid_until", of: $0).isNull }
    let tiles = Set(now.map { "\(graph.property("tile_q", of: $0)) \(graph.property("tile_r", of: $0))" })
    #expect(now.count == 342)
    #expect(tiles.count == 342)
  }

  @Test("a municipality without a tile gets one beside its neighbours; the others keep theirs")
  func new() throws {
    let data = SharedLandscape.root + "/data/nederland/"
    var files: [String: String] = [:]
    for name in ["municipalities.csv", "neighbours.csv", "neighbours_inferred.csv", "in_region_province.csv"] {
      files[name] = try String(contentsOfFile: data + name, encoding: .utf8)
    }
    let lines = (files["municipalities.csv"] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let emptied = lines.map { line -> String in
      guard line.hasPrefix("GM1895,") else { return String(line) }
      var cells = line.split(separator: ",", omittingEmptySubsequences: false)
      for cell in cells.count - 3...cells.count - 2 { cells[cell] = "" }
      return cells.joined(separator: ",")
    }
    files["municipalities.csv"] = emptied.joined(separator: "\n")
    let folder = try LandscapeFixture(files)
    let tiles = try TileImport(folder: folder.path)
    #expect(tiles.summary == "715 of 875 pairs of neighbours touch; 1 municipality gets another tile\n")
    try tiles.write()
    #expect(
      try String(contentsOfFile: folder.path + "/municipalities.csv", encoding: .utf8) == lines.joined(separator: "\n"))
  }

  @Test(
    "what cannot be laid out is said, with the line",
    arguments: [
      ("a,Municipality,A,,,52.0,,\n", "municipalities.csv:2: the municipality has no centroid"),
      ("a,Municipality,A,,1e999,52.0,,\n", "municipalities.csv:2: the municipality has no centroid"),
      ("", "municipalities.csv: there are 0 municipalities; tiles are laid out for 1 to 2000"),
    ])
  func mistakes(row: String, message: String) throws {
    let folder = try LandscapeFixture(["municipalities.csv": Self.titles + row])
    do {
      _ = try TileImport(folder: folder.path)
      Issue.record("it was laid out")
    } catch {
      #expect("\(error)".contains(message))
    }
  }

  @Test("tiles out of reach or taken twice are given anew")
  func hostile() throws {
    let folder = try LandscapeFixture([
      "municipalities.csv": Self.titles + """
        a,Municipality,A,,5.0,52.0,-9223372036854775808,9223372036854775807
        b,Municipality,B,,5.2,52.0,1,0
        c,Municipality,C,,5.4,52.0,1,0

        """
    ])
    #expect(try TileImport(folder: folder.path).moved >= 2)
  }
}
