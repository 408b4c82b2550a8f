import Foundation
import Testing

@testable import Graph

@Suite("Maps of shapes and of points")
struct ShapeTests {
  /// Four squares in a row of two by two: A and B above, C and D below.
  static let graph: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    var nodes: [NodeID] = []
    for (place, name) in ["Aadorp", "<Beek> & \"dal\"", "Ceesdorp", "Deurle"].enumerated() {
      let node = builder.addNode("GM000\(place + 1)", labels: ["Municipality"])!
      builder.setProperty("name", of: node, to: .string(name))
      builder.setProperty("lon", of: node, to: .float(6 + Double(place % 2)))
      builder.setProperty("lat", of: node, to: .float(53 - Double(place / 2)))
      nodes.append(node)
    }
    for (one, other) in [(0, 1), (0, 2), (1, 3), (2, 3)] {
      _ = builder.addRelationship(from: nodes[one], to: nodes[other], type: "NEIGHBOUR_OF")
    }
    return builder.build()
  }()

  static func square(_ code: String, _ x: Int, _ y: Int) -> String {
    // The middle of the sides below and above is a point too, a little off: simplification leaves it out.
    let (below, above) = ("[\(x).5,\(y).0001]", "[\(x).5,\(y + 1).0001]")
    let ring =
      "[[\(x),\(y)],\(below),[\(x + 1),\(y)],[\(x + 1),\(y + 1)],\(above),[\(x),\(y + 1)],[\(x),\(y)]]"
    return """
      {"type":"Feature","properties":{"statcode":\(code),"name":"x"},
      "geometry":{"type":"MultiPolygon","coordinates":[[\(ring)]]}}
      """
  }

  static func file(_ features: [String]) -> [UInt8] {
    Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8)
  }

  static let squares = [
    square("\"GM0001\"", 6, 52), square("\"GM0002\"", 7, 52), square("\"GM0003\"", 6, 51), square("\"GM0004\"", 7, 51),
  ]

  private func answer(_ regions: [(String, String)]) -> Answer {
    let rows = regions.enumerated().map { place, region in
      [Value.node(Self.graph.node(identifier: "GM000\(place + 1)")!), .string(region.0), .string(region.1)]
    }
    return Answer(
      headline: "Four squares", tables: [ResultTable(columns: ["m", "a", "b"], rows: rows)],
      drawing: "clusters:a colour:b")
  }

  static let regions = [("one", "red"), ("one", "blue"), ("one", "red"), ("two", "blue")]

  static let nested = [("one", "red"), ("two", "red"), ("one", "red"), ("two", "red")]

  private func text(
    _ format: OutputFormat, _ kind: String, _ regions: [(String, String)] = regions, file: [UInt8]? = nil
  ) throws -> String {
    var options = OutputOptions()
    options.viewLine = "as of 2026-11-21"
    options.drawing = kind
    options.boundaries = try file.map { try Boundaries(geoJSON: $0, name: "folder/squares.geojson") }
    return String(
      decoding: try AnswerWriter(format: format, options: options).bytes(for: [answer(regions)], graph: Self.graph),
      as: UTF8.self)
  }

  @Test("a small map, judged by eye", arguments: ["shapes", "points"])
  func golden(kind: String) throws {
    let format = kind == "shapes" ? OutputFormat.svg : .dot
    let map = try text(format, kind, file: kind == "shapes" ? Self.file(Self.squares) : nil)
    let path = GoldenFile.folder + "/maps/\(kind).\(format.rawValue)"
    if ProcessInfo.processInfo.environment["GRAPHQ_UPDATE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(atPath: GoldenFile.folder + "/maps", withIntermediateDirectories: true)
      try map.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try map == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test("one red line where one region of the first division holds two of the second, and none where the first differ")
  func seams() throws {
    let arcs = BoundaryArcs(
      [
        [[Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 1, y: 1), Point(x: 0, y: 1)]],
        [[Point(x: 1, y: 0), Point(x: 2, y: 0), Point(x: 2, y: 1), Point(x: 1, y: 1)]],
      ], tolerance: 0.1)
    #expect(arcs.arcs.filter { $0.owners == [0, 1] }.map(\.line) == [[Point(x: 1, y: 0), Point(x: 1, y: 1)]])
    #expect(arcs.arcs.count == 3 && arcs.rings.map(\.count) == [1, 1])
    #expect(try text(.svg, "shapes", file: Self.file(Self.squares)).contains("mismatch: one a, two times b"))
    #expect(try !text(.svg, "shapes", Self.nested, file: Self.file(Self.squares)).contains("mismatch"))
  }

  @Test("neighbours stay fitted when their lines are simplified, whichever way round they run")
  func simplification() {
    let side = [Point(x: 10, y: 0), Point(x: 11.6, y: 3), Point(x: 13, y: 6), Point(x: 10, y: 10)]
    let left = [Point(x: 0, y: 0)] + side + [Point(x: 0, y: 10)]
    let right = [Point(x: 20, y: 10)] + side.reversed() + [Point(x: 20, y: 0)]
    let arcs = BoundaryArcs([[left], [right]], tolerance: 0.5)
    let shared = arcs.arcs.filter { $0.owners.count == 2 }
    #expect(shared.map(\.line.count) == [3])
    #expect(arcs.rings[0][0].contains(Point(x: 13, y: 6)) && arcs.rings[1][0].contains(Point(x: 13, y: 6)))
    #expect(!arcs.rings[0][0].contains(Point(x: 11.6, y: 3)) && !arcs.rings[1][0].contains(Point(x: 11.6, y: 3)))
  }

  @Test("codes are found under any name, as GM0001, 0001 or 1", arguments: ["\"GM0001\"", "\"0001\"", "1"])
  func codes(code: String) throws {
    let map = try text(.svg, "shapes", file: Self.file([Self.square(code, 6, 52)] + Self.squares.dropFirst()))
    #expect(!map.contains("Not in the boundary file"))
  }

  @Test("what the file lacks is named")
  func missing() throws {
    let map = try text(.svg, "shapes", file: Self.file(Array(Self.squares.prefix(3))))
    #expect(map.contains("Not in the boundary file, which may be of another year: 1 of 4 municipalities (Deurle)"))
    #expect(map.contains("squares.geojson, lines simplified (Douglas-Peucker)") && !map.contains("folder/"))
  }

  static let hostile = [
    "", "{", "[]", "{\"type\":\"FeatureCollection\"}", "{\"type\":\"FeatureCollection\",\"features\":[]}",
    "{\"type\":\"FeatureCollection\",\"features\":[1,null,{}]}",
    "{\"type\":\"FeatureCollection\",\"features\":[\(square("\"GM9999\"", 6, 52))]}",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",1]]]}}]}",
    "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1e300,1]]]}}]}",
    String(repeating: "[", count: 100_000),
  ]

  @Test("a file that is none, or fits nothing, is an error that names it", arguments: hostile)
  func hostileFiles(content: String) {
    let error = #expect(throws: OutputError.self) { try text(.svg, "shapes", file: Array(content.utf8)) }
    #expect(error?.kind == .boundaries && error?.message.contains("squares.geojson") == true)
  }

  static let odd = ["[]", "[[]]", "[[[6,52],[6,52],[6,52],[6,52]]]", "[[[6,52],[7,52],[6,52]]]"]

  @Test("areas without room do no harm", arguments: odd)
  func oddAreas(rings: String) throws {
    let feature =
      "{\"properties\":{\"c\":\"GM0001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":\(rings)}}"
    let map = try text(.svg, "shapes", file: Self.file([feature] + Self.squares.dropFirst()))
    #expect(map.hasSuffix("</svg>\n") && !map.contains("nan") && !map.contains("inf\""))
  }

  @Test("shapes need a file; a name has no meaning to SVG or DOT")
  func refusals() throws {
    #expect(throws: OutputError.self) { try text(.svg, "shapes") }
    #expect(try text(.svg, "shapes", file: Self.file(Self.squares)).contains("&lt;Beek&gt;"))
    #expect(try text(.dot, "points").contains("label=\"<Beek> &amp; \\\"dal\\\"\""))
  }

  @Test("metres and degrees both fill the sheet, north up")
  func projection() {
    let rd = MapProjection([Point(x: 0, y: 300_000), Point(x: 100_000, y: 500_000)], room: (100, 100))
    #expect(abs(rd.width - 50) < 1e-6 && abs(rd.height - 100) < 1e-6)
    #expect(rd(Point(x: 0, y: 500_000)) == Point(x: 0, y: 0))
    let degrees = MapProjection([Point(x: 5, y: 59), Point(x: 6, y: 61)], room: (100, 100))
    #expect(abs(degrees.width - 25) < 0.01 && abs(degrees.height - 100) < 0.01)
  }
}
