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
  func middle(width: Double) -> Point {
    Point(x: (Double(q) + Double(r) / 2) * width, y: Double(r) * width * 0.8660254)
  }

  /// The ends of the side towards the neighbour of that number.
  func side(_ number: Int, width: Double) -> (from: Point, to: Point) {
    (corner(number, width: width), corner(number + 1, width: width))
  }

  /// The six corners, clockwise.
  func corners(width: Double) -> [Point] { (0..<6).map { corner($0, width: width) } }

  /// Corner 0 is the upper right one, and so on clockwise.
  private func corner(_ number: Int, width: Double) -> Point {
    let middle = middle(width: width)
    let (dx, dy) = Tile.offsets[number % 6]
    return Point(x: middle.x + dx * width, y: middle.y + dy * width)
  }

  private static let offsets = [
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
