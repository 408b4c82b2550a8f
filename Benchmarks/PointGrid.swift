/// A place in the sample country.
struct Point {
  var x: Double
  var y: Double

  func squaredDistance(to other: Point) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}

/// Finds the nearest of many points: they are sorted into the cells of a grid, and rings of cells are searched outwards.
struct PointGrid {
  private let points: [Point]
  private let cells: [[Int]]
  private let width: Int
  private let cellSize: Double

  /// Sorts points in a square with sides of a length. O(points).
  init(_ points: [Point], side: Double) {
    self.points = points
    width = max(1, Int(Double(points.count).squareRoot() / 1.5))
    cellSize = side / Double(width)
    var cells = [[Int]](repeating: [], count: width * width)
    for (index, point) in points.enumerated() {
      let (column, row) = (min(width - 1, Int(point.x / cellSize)), min(width - 1, Int(point.y / cellSize)))
      cells[row * width + column].append(index)
    }
    self.cells = cells
  }

  /// The nearest points to a place, nearest first. About O(count) when points are spread evenly.
  func nearest(to place: Point, count: Int) -> [Int] {
    let (column, row) = (
      min(width - 1, max(0, Int(place.x / cellSize))), min(width - 1, max(0, Int(place.y / cellSize)))
    )
    var found: [Int] = []
    var ring = 0
    var wanted = Int.max
    while ring <= width && ring <= wanted {
      for y in max(0, row - ring)...min(width - 1, row + ring) {
        for x in max(0, column - ring)...min(width - 1, column + ring)
        where max(abs(y - row), abs(x - column)) == ring {
          found += cells[y * width + x]
        }
      }
      // One ring more than needed: a point in it may be nearer than one in a corner of the last.
      if wanted == .max && found.count >= min(count, points.count) { wanted = ring + 1 }
      ring += 1
    }
    let sorted = found.sorted {
      let (a, b) = (points[$0].squaredDistance(to: place), points[$1].squaredDistance(to: place))
      return a != b ? a < b : $0 < $1
    }
    return Array(sorted.prefix(count))
  }
}
