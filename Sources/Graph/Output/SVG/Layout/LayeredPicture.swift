/// Nodes and lines of a picture, numbered, every line turned so that it runs from a lower layer to a higher one.
struct LayeredPicture {
  /// A line with the numbers of the nodes it joins, in the direction of the layers.
  struct Line {
    let edge: PictureEdge
    var from, to: Int

    /// The end of the line that it points to, where its label and its sign stand, is the lower one.
    let pointsDown: Bool
  }

  let nodes: [PictureNode]
  private(set) var lines: [Line] = []

  /// Numbers the nodes of a picture; a line that is mirrored, or would close a circle, is turned.
  init(_ picture: Picture) {
    nodes = picture.nodes
    let places = Dictionary(nodes.enumerated().map { ($1.identifier, $0) }) { first, _ in first }
    var ends: [(edge: PictureEdge, start: Int, end: Int)] = []
    for edge in picture.edges {
      guard let start = places[edge.start], let end = places[edge.end], start != end else { continue }
      ends.append((edge, start, end))
    }
    let links = ends.map { one in
      one.edge.isMirrored ? LayeredLayout.Link(from: one.end, to: one.start) : .init(from: one.start, to: one.end)
    }
    let turned = LayerAssignment.turned(links, count: nodes.count)
    for (place, one) in ends.enumerated() {
      let pointsDown = one.edge.isMirrored != turned[place]
      lines.append(
        Line(
          edge: one.edge, from: pointsDown ? one.end : one.start, to: pointsDown ? one.start : one.end,
          pointsDown: pointsDown))
    }
  }

  var links: [LayeredLayout.Link] { lines.map { .init(from: $0.from, to: $0.to) } }

  func isForum(_ node: Int) -> Bool { nodes[node].classes.contains("Forum") }
}

extension PictureSheet.LegendEntry {
  /// The legend of a picture of nodes and lines.
  static func entries(_ legend: PictureLegend) -> [PictureSheet.LegendEntry] {
    let nodes = legend.nodes.map { entry in
      PictureSheet.LegendEntry(word: entry.word) { canvas, box in
        NodeShape(look: entry.look).draw(in: box.grown(by: entry.look.outlines > 1 ? -3 : 0), &canvas)
      }
    }
    let lines = legend.lines.map { entry in
      PictureSheet.LegendEntry(word: [entry.word, entry.look.mark].filter { !$0.isEmpty }.joined(separator: " ")) {
        canvas, box in
        canvas.line(Point(x: box.x, y: box.middle.y), Point(x: box.right, y: box.middle.y), Stroke(entry.look))
      }
    }
    let signs = legend.signs.map { sign in
      PictureSheet.LegendEntry(word: sign.word) { canvas, box in
        canvas.line(
          Point(x: box.x, y: box.middle.y), Point(x: box.right, y: box.middle.y), Stroke(colour: "#222222", width: 1.2))
        LineEnd.draw(
          sign.head, at: Point(x: box.right, y: box.middle.y), going: Point(x: 1, y: 0), colour: "#222222", &canvas)
      }
    }
    return nodes + lines + signs
  }
}

/// The text of a node, broken to fit.
struct NodeText {
  let lines: [String]
  let width, height: Double

  static let size = 10.5
  private static let leading = 1.2
  private static let mostLines = 5

  /// Breaks a label; the tooltip has the rest of one that is too long.
  init(_ node: PictureNode, widest: Double) {
    let padding = NodeShape(look: node.look).padding
    lines = TextSize.lines(
      node.label, size: NodeText.size, width: widest - 2 * padding.x, most: NodeText.mostLines)
    width = (lines.map { TextSize.width($0, size: NodeText.size) }.max() ?? 0) + 2 * padding.x
    height = Double(lines.count) * NodeText.size * NodeText.leading + 2 * padding.y
  }

  /// Draws a node in a box.
  func draw(_ node: PictureNode, in box: Box, _ canvas: inout SVGCanvas) {
    canvas.group(node.classes, identifier: node.identifier, tooltip: node.tooltip ?? node.label) { canvas in
      NodeShape(look: node.look).draw(in: box, &canvas)
      canvas.text(lines, in: box, .init(size: NodeText.size, colour: node.look.fontColour), leading: NodeText.leading)
    }
  }
}
