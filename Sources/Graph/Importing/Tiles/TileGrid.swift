/// Hexagons that stand on a point, in axial coordinates: `x = q + r / 2`, `y = r · √3 / 2`.
struct Hexagon: Hashable {
  var q: Int
  var r: Int

  /// The six beside it.
  static let directions = [
    Hexagon(q: 1, r: 0), Hexagon(q: 0, r: 1), Hexagon(q: -1, r: 1), Hexagon(q: -1, r: 0), Hexagon(q: 0, r: -1),
    Hexagon(q: 1, r: -1),
  ]

  static func + (left: Hexagon, right: Hexagon) -> Hexagon { Hexagon(q: left.q + right.q, r: left.r + right.r) }

  /// Its middle.
  var middle: TileProblem.Point {
    TileProblem.Point(x: Double(q) + Double(r) / 2, y: Double(r) * Hexagon.rowHeight)
  }

  static let rowHeight = 0.8660254037844386
}

/// The hexagons in reach, and who is on them.
struct TileGrid {
  /// The greatest q and r, without their signs.
  let reach: Int
  private var occupants: [Int32]

  init(reach: Int) {
    self.reach = reach
    occupants = Array(repeating: -1, count: (2 * reach + 1) * (2 * reach + 1))
  }

  @inline(__always)
  func holds(_ tile: Hexagon) -> Bool { (-reach...reach).contains(tile.q) && (-reach...reach).contains(tile.r) }

  /// Who is on a tile within reach, -1 when nobody is.
  subscript(tile: Hexagon) -> Int {
    @inline(__always) get { Int(occupants[(tile.q + reach) * (2 * reach + 1) + tile.r + reach]) }
    @inline(__always) set { occupants[(tile.q + reach) * (2 * reach + 1) + tile.r + reach] = Int32(newValue) }
  }

  /// The free tile nearest to a point, the first in order of q and r of several; nil when there is none. O(tiles).
  func nearestFree(to point: TileProblem.Point) -> Hexagon? {
    var best: (distance: Double, tile: Hexagon)?
    for q in -reach...reach {
      for r in -reach...reach {
        let tile = Hexagon(q: q, r: r)
        guard self[tile] < 0 else { continue }
        let distance = (tile.middle - point).length
        if best.map({ distance < $0.distance }) ?? true { best = (distance, tile) }
      }
    }
    return best?.tile
  }
}

/// Distance and direction between two hexagons, looked up.
struct TileOffsets {
  private let span: Int
  /// How many steps from one hexagon to the other.
  private var steps: [Double]
  private var directions: [TileProblem.Point]

  init(reach: Int) {
    span = 4 * reach + 1
    steps = []
    directions = []
    for q in -2 * reach...2 * reach {
      for r in -2 * reach...2 * reach {
        let middle = Hexagon(q: q, r: r).middle
        let length = max(middle.length, 1e-9)
        steps.append(Double((abs(q) + abs(r) + abs(q + r)) / 2))
        directions.append(TileProblem.Point(x: middle.x / length, y: middle.y / length))
      }
    }
  }

  @inline(__always)
  private func place(_ from: Hexagon, _ to: Hexagon) -> Int {
    (to.q - from.q + span / 2) * span + to.r - from.r + span / 2
  }

  @inline(__always)
  func steps(from: Hexagon, to: Hexagon) -> Double { steps[place(from, to)] }

  @inline(__always)
  func direction(from: Hexagon, to: Hexagon) -> TileProblem.Point { directions[place(from, to)] }
}
