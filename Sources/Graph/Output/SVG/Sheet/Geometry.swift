/// A place on a sheet, in pixels from its upper left.
struct Point: Hashable {
  var x, y: Double

  /// The distance to another place.
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// A part of a sheet.
struct Box {
  var x, y, width, height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var middle: Point { Point(x: x + width / 2, y: y + height / 2) }

  /// Whether the boxes have room in common.
  func overlaps(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  /// The box with a border added on every side.
  func grown(by border: Double) -> Box {
    Box(x: x - border, y: y - border, width: width + 2 * border, height: height + 2 * border)
  }
}

/// How a line or an outline is drawn.
struct Stroke {
  var colour = "#222222"
  var width = 1.0
  /// `solid`, `dashed` or `dotted`.
  var style = "solid"
  /// Its ends and corners are round.
  var isRound = false

  /// The attributes of an SVG element.
  var attributes: String {
    let dashes = ["dashed": "6 4", "dotted": "1.5 3.5"][style].map { " stroke-dasharray=\"\($0)\"" } ?? ""
    let round = isRound ? " stroke-linecap=\"round\" stroke-linejoin=\"round\"" : ""
    return " stroke=\"\(colour)\" stroke-width=\"\(SVGNumber(width))\"\(dashes)\(round)"
  }
}

extension Stroke {
  /// The stroke of a line with a certainty.
  init(_ look: LineLook, width: String? = nil) {
    self.init(colour: look.colour, width: Double(width ?? look.penWidth) ?? 1.5, style: look.style)
  }
}
