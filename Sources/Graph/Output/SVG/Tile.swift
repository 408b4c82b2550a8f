/// A place in a grid of hexagons that stand on a point, in axial coordinates: `q` to the right, `r` to the lower right.
struct Tile: Hashable {
  let q, r: Int

  /// The six tiles round it, in the order of its sides: right, lower right, lower left, left, upper left, upper right.
  var neighbours: [Tile] {
    Tile.steps.map { Tile(q: q + $0.q, r: r + $0.r) }
  }

  private static let steps = [
    Tile(q: 1, r: 0), Tile(q: 0, r: 1), Tile(q: -1, r: 1), Tile(q: -1, r: 0), Tile(q: 0, r: -1), Tile(q: 1, r: -1),
  ]

  /// The middle, where a tile is `width` wide.
  func middle(width: Double) -> (x: Double, y: Double) {
    ((Double(q) + Double(r) / 2) * width, Double(r) * width * 0.8660254)
  }

  /// The ends of the side towards the neighbour of that number.
  func side(_ number: Int, width: Double) -> (from: (x: Double, y: Double), to: (x: Double, y: Double)) {
    (corner(number, width: width), corner(number + 1, width: width))
  }

  /// The six corners as SVG writes them.
  func outline(width: Double) -> String {
    (0..<6).map { number in
      let (x, y) = corner(number, width: width)
      return "\(SVGNumber(x)),\(SVGNumber(y))"
    }.joined(separator: " ")
  }

  /// Corner 0 is the upper right one, and so on clockwise.
  private func corner(_ number: Int, width: Double) -> (x: Double, y: Double) {
    let (x, y) = middle(width: width)
    let (dx, dy) = Tile.corners[number % 6]
    return (x + dx * width, y + dy * width)
  }

  private static let corners = [
    (0.5, -0.2886751), (0.5, 0.2886751), (0.0, 0.5773503), (-0.5, 0.2886751), (-0.5, -0.2886751), (0.0, -0.5773503),
  ]
}

/// A number with at most one digit after the point, so that equal pictures give equal bytes.
struct SVGNumber: CustomStringConvertible {
  let description: String

  init(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    description = tenths % 10 == 0 ? "\(tenths / 10)" : "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
