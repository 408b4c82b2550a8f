/// What the lines between columns say, at the end they point to; a label that all lines of a gap share stands above it.
struct LineLabels {
  /// A label that several lines share.
  struct Heading {
    let text: String
    let lines: [Int]
  }

  private let graph: LayeredPicture
  private let layers: [Int]
  /// By line: what it says on the line itself, broken in lines.
  private var texts: [[String]]
  private var heading: [Int: [Heading]] = [:]
  private var after: [Int: Double] = [:]
  private var before: [Int: Double] = [:]

  private static let size = 8.5
  private static let widest = 104.0
  private static let lineHeight = 10.0
  private static let leastPitch = 9.0
  /// A label that more lines share stands above them, once.
  private static let mostRepeated = 4

  init(_ graph: LayeredPicture, _ layers: [Int]) {
    self.graph = graph
    self.layers = layers
    texts = graph.lines.map { line in
      let label = [line.edge.label, line.edge.look.mark].filter { !$0.isEmpty }.joined(separator: " ")
      return label.isEmpty
        ? [] : TextSize.lines(label, size: LineLabels.size, width: LineLabels.widest, most: 2)
    }
    raiseCommonLabels()
    measureGutters()
  }

  /// Some gap has a heading.
  var hasHeadings: Bool { !heading.isEmpty }

  /// The labels that all lines in the gap after a column share.
  func headings(after layer: Int) -> [Heading] { heading[layer] ?? [] }

  /// The room for labels right of a column, and left of one.
  func gutter(after layer: Int) -> Double { after[layer] ?? 6 }
  func gutter(before layer: Int) -> Double { before[layer] ?? 12 }

  /// How much room a line takes where it reaches a node.
  func pitch(_ line: Int, leaving: Bool) -> Double {
    guard graph.lines[line].pointsDown == leaving, !texts[line].isEmpty else { return LineLabels.leastPitch }
    return Double(texts[line].count) * LineLabels.lineHeight + 5
  }

  /// The room that the lines at a node take, on the side where it is largest.
  func height(at node: Int) -> Double {
    var (left, right) = (0.0, 0.0)
    for (place, line) in graph.lines.enumerated() {
      if line.from == node { right += pitch(place, leaving: true) }
      if line.to == node { left += pitch(place, leaving: false) }
    }
    return max(left, right) + 4
  }

  /// Draws the label of a line at the end it points to: one line above it, a second one below.
  func draw(_ line: Int, from start: Point, to end: Point, _ canvas: inout SVGCanvas) {
    let down = graph.lines[line].pointsDown
    let x = down ? start.x + LineEnd.length + 4 : end.x - LineEnd.length - 4
    let y = down ? start.y : end.y
    let look = graph.lines[line].edge.look
    let colour = look.colour == LineLook.missing.colour ? look.colour : "#222222"
    let half = (Double(graph.lines[line].edge.weight.penWidth ?? look.penWidth) ?? 1) / 2
    for (place, text) in texts[line].enumerated() {
      canvas.text(
        text, x: x, y: place == 0 ? y - half - 2.5 : y + half + 7.5, .init(size: LineLabels.size, colour: colour),
        anchor: down ? .start : .end)
    }
  }

  private mutating func raiseCommonLabels() {
    for layer in Set(layers).sorted() {
      for pointsDown in [false, true] {
        let lines = graph.lines.indices.filter { place in
          graph.lines[place].pointsDown == pointsDown && labelGap(place) == layer
        }
        let labels = Set(lines.map { texts[$0] })
        guard lines.count > LineLabels.mostRepeated, labels.count == 1, let label = labels.first, !label.isEmpty else {
          continue
        }
        heading[layer, default: []].append(Heading(text: label.joined(separator: " "), lines: lines))
        for line in lines { texts[line] = [] }
      }
    }
  }

  /// The gap in which the label of a line stands.
  private func labelGap(_ place: Int) -> Int {
    let line = graph.lines[place]
    return line.pointsDown ? layers[line.from] : layers[line.to] - 1
  }

  private mutating func measureGutters() {
    for (place, line) in graph.lines.enumerated() where !texts[place].isEmpty {
      let width = (texts[place].map { TextSize.width($0, size: LineLabels.size) }.max() ?? 0) + LineEnd.length + 12
      if line.pointsDown {
        after[layers[line.from]] = max(after[layers[line.from]] ?? 0, width)
      } else {
        before[layers[line.to]] = max(before[layers[line.to]] ?? 0, width)
      }
    }
  }
}

/// Where lines reach the sides of nodes: beside each other in the order of what they come from.
struct LinePorts {
  private var leaving: [Double]
  private var arriving: [Double]

  /// - Parameters:
  ///   - lead: where a line stands in its room, from the start of it; nil is in the middle.
  ///   - pitch: how much room a line takes where it leaves its first node, or arrives at its last.
  init(
    _ graph: LayeredPicture, _ layout: LayeredLayout, lead: Double? = nil,
    pitch: (_ line: Int, _ leaving: Bool) -> Double
  ) {
    leaving = Array(repeating: 0, count: graph.lines.count)
    arriving = leaving
    for node in graph.nodes.indices {
      let out = graph.lines.indices.filter { graph.lines[$0].from == node }
      let into = graph.lines.indices.filter { graph.lines[$0].to == node }
      let next = out.map { layout.places[layout.routes[$0][1]] }
      let last = into.map { layout.places[layout.routes[$0][layout.routes[$0].count - 2]] }
      LinePorts.spread(out, by: next, round: layout.places[node], lead, { pitch($0, true) }, &leaving)
      LinePorts.spread(into, by: last, round: layout.places[node], nil, { pitch($0, false) }, &arriving)
    }
  }

  /// The place where a line leaves its first node, or arrives at its last.
  func place(of line: Int, leaving isLeaving: Bool) -> Double { isLeaving ? leaving[line] : arriving[line] }

  private static func spread(
    _ lines: [Int], by order: [Double], round middle: Double, _ lead: Double?, _ pitch: (Int) -> Double,
    _ places: inout [Double]
  ) {
    let sorted = zip(order, lines).sorted { $0 < $1 }.map(\.1)
    var place = middle - sorted.map(pitch).reduce(0, +) / 2
    for line in sorted {
      places[line] = place + min(lead ?? .infinity, pitch(line) / 2)
      place += pitch(line)
    }
  }
}
