/// A map of points in DOT: municipalities at their real places, joined with neighbours in the same region of the first division,
/// coloured by the second, with a red line where neighbours share the first and not the second.
///
/// `neato -n` keeps the positions; `dot` hands over to it by the attribute `layout`.
struct PointsDrawing {
  private let context: OutputContext
  private let table: MapTable
  private let points: [Int: Point]
  private let pairs: [(Int, Int)]
  private let tints: MapTints

  private var map: RegionMap { table.map }
  var title: String? { table.title }
  var sources: [String] { table.sources }

  /// How far neighbours stand apart as a rule, in points.
  private static let distance = 66.0

  /// - Throws: `OutputError` when columns are lacking, or no municipality has a position.
  init(_ answers: [Answer], _ hint: DrawingHint, _ context: OutputContext) throws(OutputError) {
    self.context = context
    table = try MapTable(answers, as: .points, hint, context)
    let found = PointPlaces(table.map, context)
    guard !found.points.isEmpty else {
      throw OutputError(
        .nothingToDraw, "None of the rows is a municipality with a position (lon, lat).",
        hint: "Load data/nederland too, or draw clusters.")
    }
    points = found.points.mapValues { point in
      Point(x: point.x * PointsDrawing.distance, y: point.y * PointsDrawing.distance)
    }
    pairs = found.pairs
    tints = MapTints(table.map, neighbours: found.pairs)
  }

  /// The picture as DOT. O(municipalities + neighbours).
  func write(title: String, caption: [String], to output: inout OutputBuffer) {
    var dot = DOTWriter()
    dot.openGraph(graphAttributes(title, caption))
    dot.defaults(
      "node",
      [
        "fontname": "Helvetica", "fontsize": "9", "height": "0.2", "margin": "0.05,0.02", "shape": "box",
        "style": "filled,rounded",
      ])
    dot.defaults("edge", ["color": "#777777", "dir": "none", "penwidth": "1.5"])
    for place in map.places.indices { write(place, &dot) }
    for (one, other) in pairs { write(one, other, &dot) }
    writeLegend(&dot)
    dot.close()
    output = dot.output
  }

  private func graphAttributes(_ title: String, _ caption: [String]) -> DOTAttributes {
    let without = map.places.indices.filter { points[$0] == nil }.map { map.places[$0].name }
    let remarks = without.isEmpty ? [] : ["\(context.wording.withoutTile): \(without.joined(separator: ", "))"]
    let lines = [title, ""] + (remarks + caption).flatMap { TextWrapping.lines(VisibleText.oneLine($0), width: 110) }
    var attributes: DOTAttributes = [
      "charset": "UTF-8", "fontname": "Helvetica", "fontsize": "11", "inputscale": "72", "labeljust": "l",
      "labelloc": "t", "layout": "neato", "outputorder": "edgesfirst", "splines": "line",
    ]
    attributes.set("label", DOTText.leftAligned(lines.joined(separator: "\n")))
    return attributes
  }

  private func write(_ place: Int, _ dot: inout DOTWriter) {
    guard let point = points[place] else { return }
    let municipality = map.places[place]
    var attributes: DOTAttributes = ["pos": "\(SVGNumber(point.x)),\(SVGNumber(point.y))!"]
    attributes["label"] = VisibleText.oneLine(municipality.name)
    attributes["fillcolor"] = tints[municipality]
    attributes["tooltip"] = style.tooltip(municipality)
    attributes["class"] = "node Municipality"
    if municipality.isApart { attributes["penwidth"] = "2.5" }
    dot.node(municipality.identifier, attributes)
  }

  private func write(_ one: Int, _ other: Int, _ dot: inout DOTWriter) {
    guard points[one] != nil, points[other] != nil else { return }
    switch map.seam(one, other) {
    case .inside: dot.edge(map.places[one].identifier, map.places[other].identifier, [:])
    case .apart:
      dot.edge(
        map.places[one].identifier, map.places[other].identifier,
        ["class": "mismatch", "color": MapStyle.stroke(.apart, scale: 60).colour, "penwidth": "5"])
    case .border, .edge: break
    }
  }

  private var style: MapStyle {
    MapStyle(
      map: map, tints: tints, borderWord: table.borderWord, colourWord: table.colourWord, wording: context.wording)
  }

  /// Below the map: the lines below each other, then the colours in columns, each a node of its own.
  private func writeLegend(_ dot: inout DOTWriter) {
    let left = points.values.map(\.x).min() ?? 0
    let right = max(points.values.map(\.x).max() ?? 0, left + 500)
    let bottom = (points.values.map(\.y).min() ?? 0) - 60
    let columns = max(1, Int((right - left) / PointsDrawing.column))
    let lines = legendLines
    for (row, line) in lines.enumerated() {
      let place = Point(x: left + 130, y: bottom - Double(row) * 24)
      writeLegend(line.word, "#FFFFFF", at: place, ["color": line.colour, "penwidth": line.width], &dot)
    }
    for (number, name) in (tints.showsBorders ? map.borders : map.colours).enumerated() {
      let (row, column) = (lines.count + number / columns, number % columns)
      let place = Point(x: left + Double(column) * PointsDrawing.column + 60, y: bottom - Double(row) * 24)
      writeLegend(name, tints[number], at: place, [:], &dot)
    }
  }

  private static let column = 180.0

  /// The lines that occur.
  private var legendLines: [(word: String, colour: String, width: String)] {
    let seams = Set(pairs.map { map.seam($0.0, $0.1) })
    let same = (context.wording.sameRegion(table.borderWord), "#777777", "1.5")
    let apart = (
      context.wording.mismatch(table.borderWord, table.colourWord), MapStyle.stroke(.apart, scale: 60).colour, "4"
    )
    return (seams.contains(.inside) ? [same] : []) + (seams.contains(.apart) ? [apart] : [])
  }

  private func writeLegend(
    _ word: String, _ fill: String, at place: Point, _ more: DOTAttributes, _ dot: inout DOTWriter
  ) {
    var attributes = more
    attributes["pos"] = "\(SVGNumber(place.x)),\(SVGNumber(place.y))!"
    attributes["class"] = "legend"
    attributes["label"] = VisibleText.oneLine(word)
    attributes["fillcolor"] = fill
    dot.node("legend \(word)", attributes)
  }
}

/// Where municipalities lie, and which are neighbours.
struct PointPlaces {
  /// By place on the map, in middle distances between nearest municipalities, north up.
  let points: [Int: Point]
  /// The pairs of neighbours in the view, each once.
  let pairs: [(Int, Int)]

  init(_ map: RegionMap, _ context: OutputContext) {
    let graph = context.graph
    let raw = map.places.map { place -> Point? in
      guard case .float(let lon) = graph.property("lon", of: place.node),
        case .float(let lat) = graph.property("lat", of: place.node), abs(lon) <= 180, abs(lat) <= 90
      else { return nil }
      return Point(x: lon, y: lat)
    }
    let known = raw.compactMap { $0 }
    let projection = MapProjection(known.isEmpty ? [Point(x: 0, y: 0)] : known, room: (1, 1))
    let placed = raw.map { $0.map { projection($0) } }
    let unit = PointPlaces.middleDistance(placed.compactMap { $0 })
    points = Dictionary(
      uniqueKeysWithValues: placed.enumerated().compactMap { place, point in
        point.map { (place, Point(x: $0.x / unit, y: -$0.y / unit)) }
      })
    pairs = PointPlaces.neighbours(map, context)
  }

  /// The middle one of the distances to the nearest other; 1 when there is none.
  private static func middleDistance(_ points: [Point]) -> Double {
    let nearest = points.indices.compactMap { one in
      points.indices.filter { $0 != one }.map { points[one].distance(to: points[$0]) }.min()
    }.sorted()
    guard !nearest.isEmpty, nearest[nearest.count / 2] > 0 else { return 1 }
    return nearest[nearest.count / 2]
  }

  private static func neighbours(_ map: RegionMap, _ context: OutputContext) -> [(Int, Int)] {
    let graph = context.graph
    guard let type = graph.type(named: "NEIGHBOUR_OF") else { return [] }
    let places = Dictionary(map.places.enumerated().map { ($0.element.node, $0.offset) }) { first, _ in first }
    let adjacency = graph.adjacency(type, incoming: false)
    var known: Set<[Int]> = []
    return map.places.enumerated().flatMap { place, municipality in
      adjacency.range(of: municipality.node).compactMap { index -> (Int, Int)? in
        guard context.options.view.shows(adjacency.relationships[index]),
          let other = places[adjacency.neighbours[index]], known.insert([place, other].sorted()).inserted
        else { return nil }
        return (place, other)
      }
    }
  }
}
