/// Draws nodes and lines in bands, one per level, so that the way to a decision reads from below to above.
///
/// Within a band forums stand by scale, from local to national; a line within a band makes two rows of it.
struct LayersDrawing {
  private let drawn: DrawnPicture
  private let graph: LayeredPicture
  private let bands: LevelBands
  private let bandOf: [Int]
  private let texts: [NodeText]
  private let widths: [Double]
  /// The row of each node, from below.
  private let rows: [Int]

  private static let widest = 150.0
  private static let widestRow = 960.0
  private static let narrowest = 520.0
  private static let nodeGap = 16.0
  private static let rowGap = 44.0
  private static let bandPadding = 11.0
  private static let nameWidth = 104.0
  private static let labelSize = 8.5
  private static let leastPitch = 13.0

  init(_ context: OutputContext, _ drawn: DrawnPicture) {
    self.drawn = drawn
    let bands = LevelBands(context)
    let graph = LayeredPicture(drawn.picture, band: bands.band)
    let texts = graph.nodes.map { NodeText($0, widest: LayersDrawing.widest, note: bands.note(of: $0)) }
    (self.graph, self.bands, self.texts) = (graph, bands, texts)
    bandOf = graph.nodes.map(bands.band)
    widths = graph.nodes.indices.map { node in
      let room = graph.lines.reduce(into: (up: 0.0, down: 0.0)) { room, line in
        if line.from == node { room.up += LayersDrawing.pitch(line) }
        if line.to == node { room.down += LayersDrawing.leastPitch }
      }
      return max(texts[node].width, 84, room.up, room.down)
    }
    rows = LayersDrawing.rows(graph, bandOf, widths, graph.nodes.map(bands.rank))
  }

  /// A line takes as much room where it leaves as its label does.
  private static func pitch(_ line: LayeredPicture.Line) -> Double {
    let label = LayersDrawing.label(line)
    return label.isEmpty ? leastPitch : TextSize.width(label, size: labelSize) + 14
  }

  private static func label(_ line: LayeredPicture.Line) -> String {
    TextSize.shortened(
      [line.edge.label, line.edge.look.mark].filter { !$0.isEmpty }.joined(separator: " "), size: labelSize, width: 120)
  }

  /// The sheet with the picture. O(lines² × rows).
  func sheet() -> PictureSheet {
    let items = graph.nodes.indices.map { node in
      LayeredLayout.Item(layer: rows[node], breadth: widths[node], rank: rank(node))
    }
    let layout = LayeredLayout(items, graph.links, gap: LayersDrawing.nodeGap)
    let shelves = shelves(count: layout.layers.count)
    var sheet = PictureSheet()
    sheet.width = LayersDrawing.nameWidth + max(layout.breadth, LayersDrawing.narrowest) + 16
    sheet.height = (shelves.first?.bottom ?? 0) + LayersDrawing.bandPadding + 2
    sheet.legend = PictureSheet.LegendEntry.entries(drawn.picture.legend)
    sheet.sources = drawn.sources
    let width = sheet.width
    let shift = LayersDrawing.nameWidth + 8 + max(0, LayersDrawing.narrowest - layout.breadth) / 2
    sheet.draw = { canvas in
      drawBands(shelves, width: width, &canvas)
      canvas.group(moved: Point(x: shift, y: 0)) { draw(layout, shelves, &$0) }
    }
    return sheet
  }

  /// By scale; what is decided stands where its lines lead.
  private func rank(_ node: Int) -> Int? {
    graph.nodes[node].classes.contains("Forum") ? bands.rank(of: graph.nodes[node]) : nil
  }

  /// Where the rows stand, the first at the bottom.
  private func shelves(count: Int) -> [Box] {
    var shelves: [Box] = []
    var y = LayersDrawing.bandPadding + 2
    for row in (0..<count).reversed() {
      let nodes = graph.nodes.indices.filter { rows[$0] == row }
      let height = nodes.map { texts[$0].height }.max() ?? 0
      shelves.append(Box(x: 0, y: y, width: 0, height: height))
      y += height + LayersDrawing.rowGap
    }
    return shelves.reversed()
  }
}

// MARK: - Rows

extension LayersDrawing {
  /// Gives each node a row: its band, and within it above what leads to it, nodes without lines below. A row that grows too
  /// wide is parted.
  private static func rows(_ graph: LayeredPicture, _ bandOf: [Int], _ widths: [Double], _ ranks: [Int]) -> [Int] {
    func byScale(_ nodes: [Int]) -> [Int] { nodes.sorted { (ranks[$0], $0) < (ranks[$1], $1) } }
    let inBand = graph.links.filter { bandOf[$0.from] == bandOf[$0.to] }
    let steps = LayerAssignment.longest(inBand, count: graph.nodes.count)
    var rows = [Int](repeating: 0, count: graph.nodes.count)
    var row = 0
    for band in Set(bandOf).sorted() {
      let all = graph.nodes.indices.filter { bandOf[$0] == band }
      let alone = all.filter { node in !graph.lines.contains { $0.from == node || $0.to == node } }
      let isApart = alone.count < all.count && all.count > 3
      let members = isApart ? all.filter { !alone.contains($0) } : all
      if isApart { row = assign(byScale(alone), from: row, widths, &rows) + 1 }
      for step in 0...(members.map { steps[$0] }.max() ?? 0) {
        row = assign(byScale(members.filter { steps[$0] == step }), from: row, widths, &rows) + 1
      }
    }
    return rows
  }

  /// Gives nodes a row each, in as many rows of about the same width as they need; returns the last of them.
  private static func assign(_ level: [Int], from first: Int, _ widths: [Double], _ rows: inout [Int]) -> Int {
    if level.isEmpty { return first - 1 }
    let total = level.reduce(0) { $0 + widths[$1] + nodeGap }
    let count = max(1, (total / widestRow).rounded(.up))
    var (used, last) = (0.0, first)
    for node in level {
      last = first + min(Int(count) - 1, Int(used / total * count))
      rows[node] = last
      used += widths[node] + nodeGap
    }
    return last
  }
}

// MARK: - Drawing

extension LayersDrawing {
  private func drawBands(_ shelves: [Box], width: Double, _ canvas: inout SVGCanvas) {
    for band in Set(bandOf).sorted() {
      let own = Set(graph.nodes.indices.filter { bandOf[$0] == band }.map { rows[$0] })
      guard let low = own.min(), let high = own.max() else { continue }
      let top = shelves[high].y - LayersDrawing.bandPadding
      let box = Box(
        x: 1, y: top, width: width - 2, height: shelves[low].bottom + LayersDrawing.bandPadding - top)
      let isUnrecorded = band == LevelBands.unrecorded
      let stroke =
        isUnrecorded ? Stroke(colour: "#707070", width: 1.2, style: "dotted") : Stroke(colour: "#C8C8C8", width: 0.8)
      canvas.rectangle(box, fill: isUnrecorded ? "#FFFFFF" : "#F5F6F7", stroke, radius: 4)
      let lines = TextSize.lines(bands.name(of: band), size: 10, width: LayersDrawing.nameWidth - 18, most: 3)
      for (place, line) in lines.enumerated() {
        let y = box.middle.y + 3.5 + (Double(place) - Double(lines.count - 1) / 2) * 12
        canvas.text(
          line, x: 10, y: y, .init(size: 10, colour: "#333333", isBold: !isUnrecorded, isItalic: isUnrecorded))
      }
    }
  }

  private func draw(_ layout: LayeredLayout, _ shelves: [Box], _ canvas: inout SVGCanvas) {
    let boxes = graph.nodes.indices.map { node in
      let shelf = shelves[rows[node]]
      let height = texts[node].height
      return Box(
        x: layout.places[node] - widths[node] / 2, y: shelf.middle.y - height / 2, width: widths[node], height: height)
    }
    let ports = LinePorts(
      graph, layout, lead: LayersDrawing.leastPitch / 2,
      pitch: { line, leaving in leaving ? LayersDrawing.pitch(graph.lines[line]) : LayersDrawing.leastPitch })
    for place in graph.lines.indices { drawLine(place, layout, shelves, boxes, ports, &canvas) }
    for node in graph.nodes.indices { texts[node].draw(graph.nodes[node], in: boxes[node], &canvas) }
    for place in graph.lines.indices { drawLabel(place, boxes, ports, &canvas) }
  }

  private func drawLine(
    _ place: Int, _ layout: LayeredLayout, _ shelves: [Box], _ boxes: [Box], _ ports: LinePorts,
    _ canvas: inout SVGCanvas
  ) {
    let line = graph.lines[place]
    let start = Point(x: ports.place(of: place, leaving: true), y: boxes[line.from].y - outline(line.from))
    let end = Point(x: ports.place(of: place, leaving: false), y: boxes[line.to].bottom + outline(line.to))
    var here = Point(x: start.x, y: shelves[rows[line.from]].y - 14)
    var path = SVGPath().move(Point(x: start.x, y: boxes[line.from].middle.y)).line(here)
    for (step, item) in layout.routes[place].enumerated().dropFirst().dropLast() {
      let shelf = shelves[rows[line.from] + step]
      path = path.upright(to: Point(x: layout.places[item], y: shelf.bottom), from: here)
      here = Point(x: layout.places[item], y: shelf.y)
      path = path.line(here)
    }
    path = path.upright(to: Point(x: end.x, y: end.y + 9), from: here).line(Point(x: end.x, y: boxes[line.to].middle.y))
    let edge = line.edge
    canvas.group(edge.classes, tooltip: edge.tooltip ?? edge.label, url: edge.url) { canvas in
      canvas.path(path, Stroke(edge.look, width: edge.weight.penWidth))
      guard edge.isDirected || edge.weight.sign != nil else { return }
      LineEnd.draw(
        edge.weight.sign?.head ?? LayersDrawing.head(edge), at: line.pointsDown ? start : end,
        going: Point(x: 0, y: line.pointsDown ? 1 : -1), colour: edge.look.colour, &canvas)
    }
  }

  private func outline(_ node: Int) -> Double { graph.nodes[node].look.outlines > 1 ? 3 : 0 }

  /// The sign of what a relationship does, as of a mandate that may do it.
  private static func head(_ edge: PictureEdge) -> String {
    let heads = ["DECIDES_ON": "diamond", "ADVISES": "onormal", "PREPARES": "vee", "INFORMS": "odot"]
    return edge.classes.lazy.compactMap { heads[$0] }.first ?? "normal"
  }

  private func drawLabel(_ place: Int, _ boxes: [Box], _ ports: LinePorts, _ canvas: inout SVGCanvas) {
    let line = graph.lines[place]
    let label = LayersDrawing.label(line)
    guard !label.isEmpty else { return }
    let look = line.edge.look
    let colour = look.colour == LineLook.missing.colour ? look.colour : "#222222"
    let y = boxes[line.from].y - outline(line.from) - (line.pointsDown ? LineEnd.length + 4 : 5)
    canvas.text(
      label, x: ports.place(of: place, leaving: true) + 4, y: y,
      .init(size: LayersDrawing.labelSize, colour: colour, hasRim: true))
  }
}

extension SVGPath {
  /// A curve that leaves and arrives upright.
  func upright(to end: Point, from start: Point) -> SVGPath {
    let middle = (start.y + end.y) / 2
    return curve(Point(x: start.x, y: middle), Point(x: end.x, y: middle), end)
  }
}
