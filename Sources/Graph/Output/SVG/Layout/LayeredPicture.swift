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

  /// Numbers the nodes of a picture and turns its lines.
  ///
  /// - Parameter band: a number per node; lines run from a lower to a higher one. Where it is the same, a line that is mirrored
  ///   or would close a circle is turned.
  init(_ picture: Picture, band: (PictureNode) -> Int = { _ in 0 }) {
    nodes = picture.nodes
    let bands = nodes.map(band)
    let places = Dictionary(nodes.enumerated().map { ($1.identifier, $0) }) { first, _ in first }
    var links: [LayeredLayout.Link] = []
    var edges: [(edge: PictureEdge, end: Int)] = []
    for edge in LayeredPicture.joined(picture.edges) {
      guard let start = places[edge.start], let end = places[edge.end], start != end else { continue }
      let isUp = bands[start] == bands[end] ? !edge.isMirrored : bands[start] < bands[end]
      links.append(isUp ? .init(from: start, to: end) : .init(from: end, to: start))
      edges.append((edge, end))
    }
    let turned = LayerAssignment.turned(links, count: nodes.count)
    for (place, (edge, end)) in edges.enumerated() {
      let link = turned[place] ? LayeredLayout.Link(from: links[place].to, to: links[place].from) : links[place]
      lines.append(Line(edge: edge, from: link.from, to: link.to, pointsDown: link.from == end))
    }
  }

  /// Lines that say the same between the same nodes become one, which says how many they are.
  private static func joined(_ edges: [PictureEdge]) -> [PictureEdge] {
    struct Key: Hashable {
      let start, end, label: String
      let look: LineLook
      let weight: LineWeight
    }
    var places: [Key: Int] = [:]
    var joined: [(edge: PictureEdge, count: Int)] = []
    for edge in edges {
      let key = Key(start: edge.start, end: edge.end, label: edge.label, look: edge.look, weight: edge.weight)
      if let place = places[key] {
        joined[place].count += 1
        joined[place].edge.tooltip = [joined[place].edge.tooltip, edge.tooltip].compactMap { $0 }.joined(
          separator: "\n")
      } else {
        places[key] = joined.count
        joined.append((edge, 1))
      }
    }
    return joined.map { one in
      var edge = one.edge
      if one.count > 1, !edge.label.isEmpty { edge.label += " (\(one.count)×)" }
      return edge
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
  /// A remark below the text, smaller.
  let note: [String]
  let width, height: Double

  static let size = 10.5
  private static let noteSize = 8.5
  private static let leading = 1.2
  private static let mostLines = 5
  /// A box that lists what is missing names all.
  private static let mostListed = 24

  /// Breaks a label; the tooltip has the rest of one that is too long.
  init(_ node: PictureNode, widest: Double, note: String = "") {
    let padding = NodeShape(look: node.look).padding
    let room = widest - 2 * padding.x
    let isList = [NodeLook.missing, .unrecorded].contains(node.look)
    lines = TextSize.lines(
      node.label, size: NodeText.size, width: room, most: isList ? NodeText.mostListed : NodeText.mostLines)
    self.note = note.isEmpty ? [] : TextSize.lines(note, size: NodeText.noteSize, width: room, most: 2)
    let widths =
      lines.map { TextSize.width($0, size: NodeText.size) }
      + self.note.map { TextSize.width($0, size: NodeText.noteSize) }
    width = (widths.max() ?? 0) + 2 * padding.x
    height =
      (Double(lines.count) * NodeText.size + Double(self.note.count) * NodeText.noteSize) * NodeText.leading
      + 2 * padding.y
  }

  /// Draws a node in a box.
  func draw(_ node: PictureNode, in box: Box, _ canvas: inout SVGCanvas) {
    canvas.group(node.classes, identifier: node.identifier, tooltip: node.tooltip ?? node.label) { canvas in
      NodeShape(look: node.look).draw(in: box, &canvas)
      let below = Double(note.count) * NodeText.noteSize * NodeText.leading
      var part = Box(x: box.x, y: box.y, width: box.width, height: box.height - below)
      canvas.text(lines, in: part, .init(size: NodeText.size, colour: node.look.fontColour), leading: NodeText.leading)
      part.y += (box.height - below + Double(lines.count) * NodeText.size * NodeText.leading) / 2
      part.height = below
      canvas.text(note, in: part, .init(size: NodeText.noteSize, colour: "#444444"), leading: NodeText.leading)
    }
  }
}
