import Testing

@testable import Graph

@Suite("Tiles")
struct TileTests {
  private static let graph: PropertyGraph = {
    var builder = PropertyGraphBuilder()
    func add(_ identifier: String, _ name: String, _ q: Int64?, _ r: Int64?) -> NodeID {
      let node = builder.addNode(identifier, labels: ["Municipality"])!
      builder.setProperty("name", of: node, to: .string(name))
      if let q { builder.setProperty("tile_q", of: node, to: .integer(q)) }
      if let r { builder.setProperty("tile_r", of: node, to: .integer(r)) }
      return node
    }
    let new = add("N", "Nieuw", 0, 0)
    _ = add("B", "<script>alert(\"x\")</script> & 's-Buur", 1, 0)
    _ = add("C", "Overkant", 0, 1)
    let old = add("O", "Oud", nil, nil)
    _ = add("Z", "Zonder", nil, nil)
    _ = builder.addRelationship(from: new, to: old, type: "SUCCEEDS")
    return builder.build()
  }()

  private func node(_ identifier: String) -> NodeID { Self.graph.node(identifier: identifier)! }

  private func svg(_ names: [(String, String, String)], hint: String = "tiles clusters:a colour:b") throws -> String {
    let rows = names.map { [Value.node(node($0)), .string($1), .string($2)] }
    let answer = Answer(tables: [ResultTable(columns: ["m", "a", "b"], rows: rows)], drawing: hint)
    var options = OutputOptions()
    options.viewLine = "as of 2026-11-21"
    return String(
      decoding: try AnswerWriter(format: .svg, options: options).bytes(for: [answer], graph: Self.graph), as: UTF8.self)
  }

  @Test("a municipality of before stands at its successor's tile, or beside it")
  func former() {
    let places = TilePlaces(Self.graph)
    #expect(places.tiles(of: [node("O")]) == [node("O"): Tile(q: 0, r: 0)])
    #expect(places.tiles(of: [node("N"), node("O")])[node("O")] == Tile(q: 1, r: 0))
    #expect(places.tiles(of: [node("Z")]).isEmpty)
  }

  @Test("neighbours share the side of their number")
  func sides() {
    let tile = Tile(q: 2, r: -1)
    for (number, other) in tile.neighbours.enumerated() {
      let (mine, yours) = (tile.side(number, width: 10), other.side((number + 3) % 6, width: 10))
      #expect(abs(mine.from.x - yours.to.x) < 1e-4 && abs(mine.from.y - yours.to.y) < 1e-4)
    }
  }

  @Test("red between tiles of one region of the first division and two of the second; black between two of the first")
  func seams() throws {
    let red = MapStyle.stroke(.apart, scale: 96).colour
    let text = try svg([("N", "one", "red"), ("B", "one", "red"), ("C", "one", "blue")])
    #expect(text.contains("stroke=\"\(red)\"") && text.contains("mismatch: one a, two times b"))
    #expect(text.contains("as of 2026-11-21") && text.contains(">1 one<"))
    let nested = try svg([("N", "one", "red"), ("B", "two", "red"), ("C", "two", "blue")])
    #expect(!nested.contains("mismatch") || nested.contains("stroke=\"\(red)\""))
    #expect(try !svg([("N", "one", "red"), ("B", "two", "red")]).contains(red))
  }

  @Test("regions that touch differ clearly in lightness, where six tints can do it")
  func tints() {
    // A ring of five round one in the middle.
    var touching = (0..<5).map { Set([($0 + 1) % 5, ($0 + 4) % 5, 5]) }
    touching.append(Set(0..<5))
    let tints = MapTints.chosen(touching)
    for (region, near) in touching.enumerated() { #expect(near.allSatisfy { tints[$0] != tints[region] }) }
    #expect(MapTints.chosen([[1], [0]]).map { MapTints.fills[$0] } == ["#FFF6CC", "#7CC7A4"])
  }

  @Test("where all is of one colour the regions of the first division are tinted")
  func oneColour() throws {
    let text = try svg([("N", "one", "red"), ("B", "two", "red")])
    #expect(text.contains("fill=\"#FFF6CC\"") && text.contains("fill=\"#7CC7A4\"") && text.contains("b: red"))
  }

  @Test("no name has a meaning to SVG")
  func hostile() throws {
    let text = try svg([("B", "one", "red")])
    #expect(!text.contains("<script") && text.contains("&lt;"))
  }

  @Test("what has no tile is named below the map")
  func without() throws {
    #expect(try svg([("N", "one", "red"), ("Z", "one", "red")]).contains("Not on the map: Zonder"))
  }

  @Test("tiles need a municipality with a tile, and SVG")
  func refusals() {
    #expect(throws: OutputError.self) { try svg([("Z", "one", "red")]) }
    #expect(throws: OutputError.self) {
      let answer = Answer(tables: [ResultTable(columns: ["m", "a", "b"], rows: [])], drawing: "clusters:a colour:b")
      var options = OutputOptions()
      options.drawing = "tiles"
      _ = try AnswerWriter(format: .dot, options: options).bytes(for: [answer], graph: Self.graph)
    }
  }

  static let names = ["Assen", "Aa en Hunze", "Oude IJsselstreek", "Leidschendam-Voorburg", "Súdwest-Fryslân", ""]

  @Test("names are broken into at most three short lines", arguments: names + [String(repeating: "x", count: 500)])
  func lines(_ name: String) {
    let fitted = TileName(name, width: 60)
    #expect(fitted.lines.count <= 3 && fitted.lines.allSatisfy { $0.count <= 11 })
    #expect(fitted.box(at: Point(x: 0, y: 0)).width <= 60)
  }

  @Test("of all neighbours in the data at least four of five touch")
  func neighbours() throws {
    let here = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let landscape = try Landscape.load(folders: ["/\(here)/data/nederland"])
    let graph = landscape.graph
    let view = landscape.view(ViewOptions(at: CalendarDate("2026-01-01"))).view
    let type = try #require(graph.type(named: "NEIGHBOUR_OF"))
    let municipality = try #require(graph.label(named: "Municipality"))
    let nodes = graph.nodes(labelled: municipality).filter(view.shows)
    let tiles = TilePlaces(graph).tiles(of: nodes)
    #expect(tiles.count == 342 && Set(tiles.values).count == 342)
    var (touching, all) = (0, 0)
    let adjacency = graph.adjacency(type, incoming: false)
    for node in nodes {
      for place in adjacency.range(of: node) where view.shows(adjacency.relationships[place]) {
        guard let one = tiles[node], let other = tiles[adjacency.neighbours[place]] else { continue }
        all += 1
        if one.neighbours.contains(other) { touching += 1 }
      }
    }
    #expect(all == 875 && touching == 715)
  }
}
