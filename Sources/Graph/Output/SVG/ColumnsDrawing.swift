/// Draws nodes and lines in columns from left to right: parties at both sides, the forums between them in one column.
///
/// Every line has a place of its own where it reaches a node, with its label on it, so that labels never overlap.
struct ColumnsDrawing {
  private let context: OutputContext
  private let drawn: DrawnPicture
  private let graph: LayeredPicture
  private let layers: [Int]
  private let texts: [NodeText]
  private let labels: LineLabels

  private static let widest = 158.0
  private static let curve = 44.0
  private static let nodeGap = 12.0
  private static let headRoom = 20.0

  init(_ context: OutputContext, _ drawn: DrawnPicture) {
    self.context = context
    self.drawn = drawn
    graph = LayeredPicture(drawn.picture)
    layers = ColumnsDrawing.layers(of: graph)
    texts = graph.nodes.map { NodeText($0, widest: ColumnsDrawing.widest) }
    labels = LineLabels(graph, layers)
  }

  /// Forums with as many forums before them share a column.
  private static func layers(of graph: LayeredPicture) -> [Int] {
    let count = graph.nodes.count
    var passed = [Int](repeating: 0, count: count)
    for _ in 0..<count {
      let before = passed
      for line in graph.lines {
        passed[line.to] = max(passed[line.to], passed[line.from] + (graph.isForum(line.from) ? 1 : 0))
      }
      if passed == before { break }
    }
    var layers = LayerAssignment.longest(graph.links, count: count)
    for stage in 0...(passed.max() ?? 0) {
      let forums = graph.nodes.indices.filter { graph.isForum($0) && passed[$0] == stage }
      let column = forums.map { layers[$0] }.max() ?? 0
      for forum in forums { layers[forum] = column }
      layers = LayerAssignment.longest(graph.links, count: count, atLeast: layers)
    }
    return layers
  }

  /// The sheet with the picture. O(lines² × layers).
  func sheet() -> PictureSheet {
    let layout = LayeredLayout(items, graph.links, gap: ColumnsDrawing.nodeGap)
    let columns = columns()
    let top = labels.hasHeadings ? ColumnsDrawing.headRoom : 4
    var sheet = PictureSheet()
    sheet.width = (columns.last?.right ?? 0) + 4
    sheet.height = layout.breadth + top + 4
    sheet.legend = PictureSheet.LegendEntry.entries(drawn.picture.legend)
    sheet.sources = drawn.sources
    sheet.draw = { canvas in
      canvas.group(moved: Point(x: 2, y: top)) { draw(layout, columns, &$0) }
    }
    return sheet
  }

  /// A node is high enough for its text and for the lines at either side.
  private var items: [LayeredLayout.Item] {
    let order = forumOrder
    return graph.nodes.indices.map { node in
      let breadth = max(texts[node].height, labels.height(at: node))
      let outlines = graph.nodes[node].look.outlines > 1 ? 6.0 : 0
      return LayeredLayout.Item(layer: layers[node], breadth: breadth + outlines, rank: order[node])
    }
  }

  /// Formal forums first, then by level, the highest first, then as the rows have them.
  private var forumOrder: [Int: Int] {
    let forums = graph.nodes.indices.filter(graph.isForum)
    let sorted = forums.map { forum -> (Int, Int, Int) in
      (graph.nodes[forum].look.outlines > 1 ? 0 : 1, -level(of: graph.nodes[forum]), forum)
    }.sorted { $0 < $1 }
    return Dictionary(sorted.enumerated().map { ($1.2, $0) }) { first, _ in first }
  }

  private func level(of node: PictureNode) -> Int {
    guard let found = context.graph.node(identifier: node.identifier),
      case .string(let level) = context.graph.property("level", of: found)
    else { return -1 }
    return LineWeight.levels.firstIndex(of: level) ?? -1
  }

  /// Where the columns stand; between two of them room for curves and for the labels at either side.
  private func columns() -> [Box] {
    var columns: [Box] = []
    for layer in 0...(layers.max() ?? 0) {
      let width = graph.nodes.indices.filter { layers[$0] == layer }.map { texts[$0].width }.max() ?? 0
      let last = columns.last.map { $0.right + labels.gutter(after: layer - 1) + labels.gutter(before: layer) }
      columns.append(Box(x: last.map { $0 + ColumnsDrawing.curve } ?? 0, y: 0, width: width, height: 0))
    }
    return columns
  }

  private func draw(_ layout: LayeredLayout, _ columns: [Box], _ canvas: inout SVGCanvas) {
    let boxes = graph.nodes.indices.map { node in
      let column = columns[layers[node]]
      let height = max(texts[node].height, labels.height(at: node))
      return Box(x: column.x, y: layout.places[node] - height / 2, width: column.width, height: height)
    }
    let ports = LinePorts(graph, layout, pitch: { labels.pitch($0, leaving: $1) })
    for (place, line) in graph.lines.enumerated() {
      draw(line, place, layout, columns, boxes, ports, &canvas)
    }
    for node in graph.nodes.indices { texts[node].draw(graph.nodes[node], in: boxes[node], &canvas) }
    writeHeadings(columns, ports, &canvas)
  }

  private func draw(
    _ line: LayeredPicture.Line, _ place: Int, _ layout: LayeredLayout, _ columns: [Box], _ boxes: [Box],
    _ ports: LinePorts, _ canvas: inout SVGCanvas
  ) {
    let start = Point(x: boxes[line.from].right, y: ports.place(of: place, leaving: true))
    let end = Point(x: boxes[line.to].x, y: ports.place(of: place, leaving: false))
    var here = Point(x: start.x + labels.gutter(after: layers[line.from]), y: start.y)
    var path = SVGPath().move(Point(x: boxes[line.from].middle.x, y: start.y)).line(here)
    for item in layout.routes[place].dropFirst().dropLast() {
      let column = columns[layers[line.from] + (layout.routes[place].firstIndex(of: item) ?? 0)]
      path = path.curve(to: Point(x: column.x, y: layout.places[item]), from: here)
      here = Point(x: column.right, y: layout.places[item])
      path = path.line(here)
    }
    let arrival = Point(x: end.x - labels.gutter(before: layers[line.to]), y: end.y)
    path = path.curve(to: arrival, from: here).line(Point(x: boxes[line.to].middle.x, y: end.y))
    let edge = line.edge
    canvas.group(edge.classes, tooltip: edge.tooltip ?? edge.label, url: edge.url) { canvas in
      canvas.path(path, Stroke(edge.look, width: edge.weight.penWidth))
      drawEnd(line, at: line.pointsDown ? start : end, &canvas)
      labels.draw(place, from: start, to: end, &canvas)
    }
  }

  private func drawEnd(_ line: LayeredPicture.Line, at end: Point, _ canvas: inout SVGCanvas) {
    guard line.edge.isDirected || line.edge.weight.sign != nil else { return }
    LineEnd.draw(
      line.edge.weight.sign?.head ?? "normal", at: end, going: Point(x: line.pointsDown ? -1 : 1, y: 0),
      colour: line.edge.look.colour, &canvas)
  }

  /// What all lines of a gap say, above the highest of them.
  private func writeHeadings(_ columns: [Box], _ ports: LinePorts, _ canvas: inout SVGCanvas) {
    for layer in columns.indices.dropLast() {
      let middle = (columns[layer].right + columns[layer + 1].x) / 2
      let room = columns[layer + 1].x - columns[layer].right + 30
      for heading in labels.headings(after: layer) {
        let top = heading.lines.map { min(ports.place(of: $0, leaving: true), ports.place(of: $0, leaving: false)) }
          .min()
        canvas.text(
          TextSize.shortened(heading.text, size: 8.5, width: room), x: middle, y: (top ?? 0) - 6,
          .init(size: 8.5, colour: "#222222"), anchor: .middle)
      }
    }
  }
}

extension SVGPath {
  /// A curve that leaves and arrives level.
  func curve(to end: Point, from start: Point) -> SVGPath {
    let middle = (start.x + end.x) / 2
    return curve(Point(x: middle, y: start.y), Point(x: middle, y: end.y), end)
  }
}
