/// The outline of a node, after the shapes of Graphviz that the schema names.
struct NodeShape {
  let look: NodeLook

  /// What an outline takes beside the text, left and right, and above and below.
  var padding: (x: Double, y: Double) {
    switch look.shape {
    case "ellipse", "oval": (12, 6)
    case "hexagon", "octagon", "parallelogram", "trapezium", "rarrow", "diamond": (16, 6)
    case "house": (9, 9)
    default: (8, 6)
    }
  }

  /// Draws the outline in a box, once more around it when it is double.
  func draw(in box: Box, _ canvas: inout SVGCanvas) {
    let parts = look.style.split(separator: ",")
    let style = parts.contains("dashed") ? "dashed" : parts.contains("dotted") ? "dotted" : "solid"
    let stroke = Stroke(colour: look.colour, width: Double(look.penWidth) ?? 1, style: style)
    if look.outlines > 1 { outline(box.grown(by: 3), fill: "#FFFFFF", stroke, &canvas) }
    outline(box, fill: fill, stroke, &canvas)
  }

  /// The plain fill; hollow where the look says nothing of one.
  private var fill: String {
    let isHollow = !look.style.contains("filled") && !look.style.contains("striped")
    return isHollow ? "#FFFFFF" : look.plainFill
  }

  private func outline(_ box: Box, fill: String, _ stroke: Stroke, _ canvas: inout SVGCanvas) {
    switch look.shape {
    case "ellipse", "oval": canvas.rectangle(box, fill: fill, stroke, radius: min(box.height / 2, 24))
    case "hexagon", "octagon", "house", "trapezium", "parallelogram", "diamond", "rarrow", "note", "component":
      canvas.path(polygon(box), stroke, fill: fill)
    case "tab", "folder", "cylinder", "box3d":
      canvas.rectangle(box, fill: fill, stroke, radius: look.shape == "cylinder" ? 8 : 0)
      canvas.line(Point(x: box.x, y: box.y + 4), Point(x: box.right, y: box.y + 4), stroke)
    default: canvas.rectangle(box, fill: fill, stroke, radius: look.style.contains("rounded") ? 7 : 0)
    }
  }

  private func polygon(_ box: Box) -> SVGPath {
    let (cut, low) = (min(10, box.width / 5), min(8, box.height / 3))
    func points(_ pairs: [(Double, Double)]) -> SVGPath {
      .polygon(pairs.map { Point(x: box.x + $0.0, y: box.y + $0.1) })
    }
    let (width, height) = (box.width, box.height)
    switch look.shape {
    case "hexagon", "diamond":
      return points([
        (cut, 0), (width - cut, 0), (width, height / 2), (width - cut, height), (cut, height), (0, height / 2),
      ])
    case "octagon":
      return points([
        (cut, 0), (width - cut, 0), (width, low), (width, height - low), (width - cut, height), (cut, height),
        (0, height - low), (0, low),
      ])
    case "house": return points([(width / 2, 0), (width, low), (width, height), (0, height), (0, low)])
    case "trapezium": return points([(cut, 0), (width - cut, 0), (width, height), (0, height)])
    case "parallelogram": return points([(cut, 0), (width, 0), (width - cut, height), (0, height)])
    case "rarrow": return points([(0, 0), (width - cut, 0), (width, height / 2), (width - cut, height), (0, height)])
    default: return points([(0, 0), (width - low, 0), (width, low), (width, height), (0, height)])
    }
  }
}

/// The sign at the end of a line: an arrow, or what a mandate may do.
enum LineEnd {
  /// How far a sign reaches from the end of its line.
  static let length = 9.0

  /// Draws a sign of the name that Graphviz has for it.
  ///
  /// - Parameter direction: where the line is going, as a step of length 1 along one axis.
  static func draw(_ head: String, at end: Point, going direction: Point, colour: String, _ canvas: inout SVGCanvas) {
    func place(_ back: Double, _ side: Double) -> Point {
      Point(x: end.x - direction.x * back + direction.y * side, y: end.y - direction.y * back + direction.x * side)
    }
    let hollow = head.hasPrefix("o")
    let fill = hollow ? "#FFFFFF" : colour
    let stroke = Stroke(colour: colour, width: 1.2)
    switch head {
    case "diamond", "odiamond":
      canvas.path(.polygon([end, place(5, 4), place(10, 0), place(5, -4)]), stroke, fill: fill)
    case "box":
      canvas.path(.polygon([place(0, 3.5), place(7, 3.5), place(7, -3.5), place(0, -3.5)]), stroke, fill: fill)
    case "dot", "odot": canvas.circle(place(4, 0), radius: 4, fill: fill, stroke)
    case "vee": canvas.path(.polygon([end, place(10, 4.5), place(6.5, 0), place(10, -4.5)]), stroke, fill: fill)
    default: canvas.path(.polygon([end, place(9, 4), place(9, -4)]), stroke, fill: fill)
    }
  }
}
