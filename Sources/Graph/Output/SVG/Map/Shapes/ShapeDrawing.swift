/// A map of the shapes of municipalities, in the tints and lines of the tiles.
struct ShapeDrawing {
  private let style: MapStyle
  private let arcs: BoundaryArcs
  private let projection: MapProjection
  private let remarks: [String]

  private var map: RegionMap { style.map }

  /// Lines are as thick as on tiles of this width.
  private static let scale = 40.0

  /// - Parameter boundaries: of at least one place.
  init(
    _ map: RegionMap, _ boundaries: JoinedBoundaries, borderWord: String, colourWord: String, _ wording: Wording
  ) {
    // How large, and how far simplified lines may lie off, in pixels.
    let (side, tolerance) = map.places.count > 140 ? (1300.0, 1.5) : (760.0, 0.8)
    let projection = MapProjection(boundaries.rings.joined().flatMap { $0 }, room: (side, side * 1.25))
    self.projection = projection
    arcs = BoundaryArcs(
      boundaries.rings.map { $0.map { $0.map { projection($0) } } }, tolerance: tolerance)
    let neighbours = arcs.arcs.filter { $0.owners.count == 2 }.map { ($0.owners[0], $0.owners[1]) }
    style = MapStyle(
      map: map, tints: MapTints(map, neighbours: neighbours), borderWord: borderWord, colourWord: colourWord,
      wording: wording)
    remarks = boundaries.remarks
  }

  /// The map on a sheet. O(points + labels).
  func sheet() -> PictureSheet {
    let seams = seams()
    let names = names()
    let borders = labels(names)
    var sheet = PictureSheet()
    sheet.width = max(projection.width, 640)
    sheet.height = projection.height
    let left = (sheet.width - projection.width) / 2
    sheet.draw = { canvas in
      canvas.group(["map"], moved: Point(x: left, y: 0)) { canvas in
        for place in map.places.indices { draw(place, &canvas) }
        for (seam, path) in seams { MapStyle.draw(seam, path, scale: ShapeDrawing.scale, on: &canvas) }
        for name in names { write(name, isBold: map.places[name.place].isApart, &canvas) }
        for label in borders { write(label, &canvas) }
      }
    }
    let named = Set(borders.filter { !$0.isShort }.map(\.text))
    let numbered = map.borders.indices.filter { !named.contains("\(MapSign.number($0)) \(map.borders[$0])") }
    sheet.legend = style.legend(seams: Set(seams.map(\.seam)), numbered: numbered)
    sheet.remarks = remarks
    return sheet
  }

  private func draw(_ place: Int, _ canvas: inout SVGCanvas) {
    let outline = arcs.rings[place].reduce(SVGPath()) { path, ring in
      SVGPath(text: path.text + SVGPath.polygon(ring).text)
    }
    guard !outline.text.isEmpty else { return }
    let municipality = map.places[place]
    canvas.group(["shape"], identifier: municipality.identifier, tooltip: style.tooltip(municipality)) { canvas in
      canvas.path(outline, nil, fill: style.tints[municipality], isEvenOdd: true)
    }
  }

  /// The arcs by what they part, in the order to draw them.
  private func seams() -> [(seam: RegionMap.Seam, path: SVGPath)] {
    var paths: [RegionMap.Seam: SVGPath] = [:]
    for arc in arcs.arcs {
      let seam = map.seam(arc.owners[0], arc.owners.count > 1 ? arc.owners[1] : nil)
      var path = (paths[seam] ?? SVGPath()).move(arc.line[0])
      for point in arc.line.dropFirst() { path = path.line(point) }
      paths[seam] = path
    }
    return MapStyle.order.compactMap { seam in paths[seam].map { (seam, $0) } }
  }
}

// MARK: - Names

extension ShapeDrawing {
  /// The name of a municipality that has room for it.
  private struct Name {
    let place: Int
    let lines: [String]
    let box: Box
  }

  private static let nameSize = 9.0

  /// The names that have room, the largest municipalities first; the pointer shows the others.
  private func names() -> [Name] {
    let sorted = map.places.indices.sorted { one, other in
      (largestArea(other), one) < (largestArea(one), other)
    }
    return sorted.compactMap(name).reduce(into: []) { names, name in
      if !names.contains(where: { $0.box.overlaps(name.box) }) { names.append(name) }
    }
  }

  private func largestArea(_ place: Int) -> Double { arcs.rings[place].map { abs($0.area) }.max() ?? 0 }

  /// Nil where there is no room, or a word would be broken.
  private func name(of place: Int) -> Name? {
    guard let ring = arcs.rings[place].max(by: { abs($0.area) < abs($1.area) }) else { return nil }
    let bounds = ring.bounds
    let text = VisibleText.oneLine(map.places[place].name)
    let lines = TextSize.lines(text, size: ShapeDrawing.nameSize, width: max(bounds.width * 0.85, 30), most: 3)
    let width = lines.map { TextSize.width($0, size: ShapeDrawing.nameSize, isBold: true) }.max() ?? 0
    let height = Double(lines.count) * ShapeDrawing.nameSize * 1.1
    guard width <= bounds.width, height <= bounds.height * 0.8,
      // A word that was broken is not the name any more.
      lines.joined(separator: " ") == text
    else { return nil }
    let middle = ring.centroid
    return Name(
      place: place, lines: lines,
      box: Box(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height))
  }

  private func write(_ name: Name, isBold: Bool, _ canvas: inout SVGCanvas) {
    canvas.text(name.lines, in: name.box, .init(size: ShapeDrawing.nameSize, isBold: isBold), leading: 1.1)
  }

  private func labels(_ names: [Name]) -> [MapLabels.Label] {
    var labels = MapLabels(taken: names.map(\.box))
    for region in map.borders.indices {
      let own = map.places.indices.filter { map.places[$0].border == region }
      let rings = own.flatMap { arcs.rings[$0] }
      let points = rings.joined()
      guard !points.isEmpty else { continue }
      let bounds = Array(points).bounds
      let candidates = ShapeDrawing.grid(in: bounds).sorted { one, other in
        one.distance(to: bounds.middle) < other.distance(to: bounds.middle)
      }
      labels.add(sign: MapSign.number(region), name: map.borders[region], size: 12, candidates: candidates) { point in
        rings.contains { $0.encloses(point) }
      }
    }
    return labels.labels
  }

  /// Places over a part of the sheet, from left to right and downwards.
  private static func grid(in box: Box) -> [Point] {
    let steps = 24
    return (1..<steps).flatMap { row in
      (1..<steps).map { column in
        Point(
          x: box.x + box.width * Double(column) / Double(steps), y: box.y + box.height * Double(row) / Double(steps))
      }
    }
  }

  private func write(_ label: MapLabels.Label, _ canvas: inout SVGCanvas) {
    canvas.text(
      label.text, x: label.middle.x, y: label.middle.y + label.size * 0.36,
      .init(size: label.size, isBold: true, hasRim: true), anchor: .middle)
  }
}
