/// A map of tiles, before it is SVG: what stands where, in which region of either division.
struct TileMap {
  /// One municipality.
  struct Place {
    let tile: Tile
    let name: String
    /// The region that the thick border encloses.
    let border: String
    /// The region that gives the colour.
    let colour: String
    /// Its colour is not that of most in its border.
    var isApart = false
    let identifier: String
  }

  /// The municipalities in the order of the rows.
  private(set) var places: [Place]
  /// The names of municipalities that have no tile.
  let without: [String]
  /// The regions with a border, in the order of the rows.
  let borders: [String]
  /// The regions with a colour, in the order of the rows.
  let colours: [String]

  init(places: [Place], without: [String]) {
    self.places = places
    self.without = without
    borders = TileMap.distinct(places.map(\.border))
    colours = TileMap.distinct(places.map(\.colour))
    markApart()
  }

  /// Regions of which tiles touch, with those that share a border: no two of a group should look alike.
  var companions: [Set<String>] {
    let colourAt = Dictionary(places.map { ($0.tile, $0.colour) }) { first, _ in first }
    return places.map { place in
      Set(
        [place.colour]
          + place.tile.neighbours.flatMap { tile in
            [colourAt[tile]].compactMap { $0 } + tile.neighbours.compactMap { colourAt[$0] }
          })
    }
  }

  private mutating func markApart() {
    var counts: [String: [String: Int]] = [:]
    for place in places { counts[place.border, default: [:]][place.colour, default: 0] += 1 }
    for index in places.indices {
      let inBorder = counts[places[index].border] ?? [:]
      let most = inBorder.values.max() ?? 0
      let isTie = inBorder.values.filter { $0 == most }.count > 1
      places[index].isApart = !isTie && inBorder[places[index].colour, default: 0] < most
    }
  }

  private static func distinct(_ values: [String]) -> [String] {
    var known: Set<String> = []
    return values.filter { known.insert($0).inserted }
  }
}

extension TileMap {
  /// Reads the rows of a table: a municipality, the region of its border, the region of its colour.
  ///
  /// - Throws: `OutputError` of kind `nothingToDraw` when no municipality has a tile.
  init(
    _ table: ResultTable, node: DrawingHint.Column, border: DrawingHint.Column, colour: DrawingHint.Column,
    _ context: OutputContext
  ) throws(OutputError) {
    let cells = CellNodes(context)
    func value(_ column: DrawingHint.Column, _ row: [Value]) -> Value {
      table.columns.firstIndex(of: column.name).map { row[$0] } ?? .null
    }
    var rows: [(node: NodeID, border: String, colour: String)] = []
    var known: Set<NodeID> = []
    for row in table.rows {
      guard case .node(let municipality) = value(node, row), known.insert(municipality).inserted else { continue }
      rows.append(
        (
          municipality, cells.text(value(border, row), column: border), cells.text(value(colour, row), column: colour)
        ))
    }
    let tiles = TilePlaces(context.graph).tiles(of: rows.map(\.node))
    let names = DrawnNames(context)
    guard !tiles.isEmpty else {
      throw OutputError(
        .nothingToDraw, "None of the rows is a municipality with a tile.",
        hint: "Load data/nederland too, or draw clusters.")
    }
    let places = rows.compactMap { row in
      tiles[row.node].map { tile in
        Place(
          tile: tile, name: names.name(of: row.node), border: row.border, colour: row.colour,
          identifier: context.graph.identifier(of: row.node))
      }
    }
    self.init(places: places, without: rows.filter { tiles[$0.node] == nil }.map { names.name(of: $0.node) })
  }
}
