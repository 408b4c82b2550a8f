/// What is to be laid out as tiles of one size: where places lie, which border on each other, which belong together.
struct TileProblem {
  /// A border between two places.
  struct Border {
    let first: Int
    let second: Int
    /// In kilometres.
    let length: Double
  }

  /// A place in the plane.
  struct Point {
    var x: Double
    var y: Double

    static func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }

    /// The distance to the origin.
    var length: Double { (x * x + y * y).squareRoot() }
  }

  /// Where each place lies, in tile widths, y downwards.
  let points: [Point]
  let borders: [Border]
  /// The group of each place, such as its province.
  let groups: [Int]

  var count: Int { points.count }

  /// The places that each borders on.
  let neighbours: [[Int]]

  init(points: [Point], borders: [Border], groups: [Int]) {
    (self.points, self.borders, self.groups) = (points, borders, groups)
    var neighbours = [[Int]](repeating: [], count: points.count)
    for border in borders {
      neighbours[border.first].append(border.second)
      neighbours[border.second].append(border.first)
    }
    self.neighbours = neighbours
  }

  /// The part of the map each place is in: places joined by borders are in one part. The largest part comes first.
  var parts: [Int] {
    var part = [Int](repeating: -1, count: count)
    var sizes: [Int] = []
    for start in 0..<count where part[start] < 0 {
      var waiting = [start]
      part[start] = sizes.count
      sizes.append(0)
      while let place = waiting.popLast() {
        sizes[part[place]] += 1
        for next in neighbours[place] where part[next] < 0 {
          part[next] = part[start]
          waiting.append(next)
        }
      }
    }
    let largest = sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0
    return part.map { $0 == largest ? 0 : $0 < largest ? $0 + 1 : $0 }
  }
}
