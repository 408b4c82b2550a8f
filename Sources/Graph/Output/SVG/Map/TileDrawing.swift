/// A map of tiles: one hexagon per municipality as near its real place as possible, tinted by its region in one division, with
/// thick borders round the regions of the other.
struct TileDrawing {
  private let style: MapStyle
  private let tiles: [(place: Int, tile: Tile)]
  private let placeAt: [Tile: Int]
  private let width: Double
  private let without: [String]

  private var map: RegionMap { style.map }

  /// - Parameter tiles: where municipalities stand; those without are named below.
  init(_ map: RegionMap, tiles: [NodeID: Tile], borderWord: String, colourWord: String, _ wording: Wording) {
    let placed = map.places.enumerated().compactMap { place, municipality in
      tiles[municipality.node].map { (place: place, tile: $0) }
    }
    self.tiles = placed
    placeAt = Dictionary(placed.map { ($0.tile, $0.place) }) { first, _ in first }
    without = map.places.filter { tiles[$0.node] == nil }.map(\.name)
    width = TileDrawing.width(of: placed.count)
    style = MapStyle(
      map: map, tints: MapTints(map, neighbours: TileDrawing.neighbours(placed)), borderWord: borderWord,
      colourWord: colourWord, wording: wording)
  }

  /// The fewer tiles, the larger.
  private static func width(of count: Int) -> Double {
    switch count {
    case ...30: 96
    case ...70: 76
    case ...140: 62
    default: 50
    }
  }

  /// The places whose tiles touch.
  private static func neighbours(_ tiles: [(place: Int, tile: Tile)]) -> [(Int, Int)] {
    let placeAt = Dictionary(tiles.map { ($0.tile, $0.place) }) { first, _ in first }
    return tiles.flatMap { place, tile in
      tile.neighbours.prefix(3).compactMap { near in placeAt[near].map { (place, $0) } }
    }
  }

  /// The map on a sheet. O(tiles × labels).
  func sheet() -> PictureSheet {
    let box = TileBox(tiles.map(\.tile), width: width)
    let seams = seams()
    let (borders, colours) = labels()
    var sheet = PictureSheet()
    sheet.width = max(box.width, 640)
    sheet.height = box.height
    let left = (sheet.width - box.width) / 2 - box.left
    sheet.draw = { canvas in
      canvas.group(["map"], moved: Point(x: left, y: -box.top)) { canvas in
        for (place, tile) in tiles { draw(map.places[place], tile, &canvas) }
        for (seam, path) in seams { MapStyle.draw(seam, path, scale: width, on: &canvas) }
        for label in colours { write(label, isBold: false, &canvas) }
        for label in borders { write(label, isBold: true, &canvas) }
      }
    }
    let numbered = zip(map.borders.indices, borders).filter(\.1.isShort).map(\.0)
    sheet.legend = style.legend(
      seams: Set(seams.map(\.seam)),
      numbered: borders.count == map.borders.count ? numbered : Array(map.borders.indices))
    if !without.isEmpty {
      sheet.remarks = ["\(style.wording.withoutTile): \(without.joined(separator: ", "))"]
    }
    return sheet
  }

  private func draw(_ place: RegionMap.Place, _ tile: Tile, _ canvas: inout SVGCanvas) {
    canvas.group(["tile"], identifier: place.identifier, tooltip: style.tooltip(place)) { canvas in
      canvas.path(
        SVGPath.polygon(tile.corners(width: width)), MapStyle.stroke(.inside, scale: width),
        fill: style.tints[place])
      let name = TileName(place.name, width: width)
      let middle = tile.middle(width: width)
      canvas.text(
        name.lines, in: Box(x: middle.x, y: middle.y, width: 0, height: 0),
        .init(size: name.size, isBold: place.isApart), leading: TileName.leading)
    }
  }

  private func write(_ label: MapLabels.Label, isBold: Bool, _ canvas: inout SVGCanvas) {
    canvas.text(
      label.text, x: label.middle.x, y: label.middle.y + label.size * 0.36,
      .init(size: label.size, colour: isBold ? "#000000" : "#333333", isBold: isBold, isItalic: !isBold, hasRim: true),
      anchor: .middle)
  }

  /// The sides of tiles by what they part, in the order to draw them; those within a region are drawn with the tiles.
  private func seams() -> [(seam: RegionMap.Seam, path: SVGPath)] {
    var paths: [RegionMap.Seam: SVGPath] = [:]
    for (place, tile) in tiles {
      for (number, near) in tile.neighbours.enumerated() {
        let other = placeAt[near]
        guard other == nil || number < 3 else { continue }
        let (from, to) = tile.side(number, width: width)
        let seam = map.seam(place, other)
        paths[seam] = (paths[seam] ?? SVGPath()).move(from).line(to)
      }
    }
    return MapStyle.order.dropFirst().compactMap { seam in paths[seam].map { (seam, $0) } }
  }
}

// MARK: - Names of regions

extension TileDrawing {
  /// The labels of the regions with borders, in the upper part of tiles, and of those with colours, in the lower part.
  private func labels() -> (borders: [MapLabels.Label], colours: [MapLabels.Label]) {
    let names = tiles.map { place, tile in
      TileName(map.places[place].name, width: width).box(at: tile.middle(width: width))
    }
    let size = max(8, width / 8.5)
    var borders = MapLabels(taken: names)
    for region in map.borders.indices {
      add(MapSign.number(region), map.borders[region], size, to: &borders, raised: -0.26) { $0.border == region }
    }
    var colours = MapLabels(taken: names)
    for region in map.colours.indices {
      add(MapSign.letter(region), map.colours[region], size * 0.9, to: &colours, raised: 0.27) { $0.colour == region }
    }
    return (borders.labels, colours.labels)
  }

  private func add(
    _ sign: String, _ name: String, _ size: Double, to labels: inout MapLabels, raised: Double,
    _ belongs: (RegionMap.Place) -> Bool
  ) {
    let own = tiles.filter { belongs(map.places[$0.place]) }.map(\.tile)
    let middles = own.map { $0.middle(width: width) }
    let count = Double(max(1, own.count))
    let centre = Point(x: middles.map(\.x).reduce(0, +) / count, y: middles.map(\.y).reduce(0, +) / count)
    let candidates = middles.flatMap { middle in
      [0.0, 0.5].map { Point(x: middle.x + $0 * width, y: middle.y + raised * width) }
    }.enumerated().sorted { one, other in
      (one.element.distance(to: centre), one.offset) < (other.element.distance(to: centre), other.offset)
    }.map(\.element)
    labels.add(sign: sign, name: name, size: size, candidates: candidates) { point in
      // Within the row of the label: the tile whose middle is nearest.
      middles.contains { abs($0.x - point.x) <= width * 0.5 && abs($0.y + raised * width - point.y) < width * 0.1 }
    }
  }
}
