/// What can be said of a ring of points.
extension [Point] {
  /// The room it takes.
  var bounds: Box {
    let (xs, ys) = (map(\.x), map(\.y))
    let (x, y) = (xs.min() ?? 0, ys.min() ?? 0)
    return Box(x: x, y: y, width: (xs.max() ?? 0) - x, height: (ys.max() ?? 0) - y)
  }

  /// Its area, negative when it runs the other way round.
  var area: Double {
    indices.reduce(0) { sum, place in
      let (one, other) = (self[place], self[(place + 1) % count])
      return sum + (one.x * other.y - other.x * one.y) / 2
    }
  }

  /// Its centre of gravity; of a ring without area the middle of its bounds.
  var centroid: Point {
    let area = area
    guard Swift.abs(area) > 1e-9 else { return bounds.middle }
    var (x, y) = (0.0, 0.0)
    for place in indices {
      let (one, other) = (self[place], self[(place + 1) % count])
      let cross = one.x * other.y - other.x * one.y
      x += (one.x + other.x) * cross
      y += (one.y + other.y) * cross
    }
    return Point(x: x / (6 * area), y: y / (6 * area))
  }

  /// Whether a point lies within (the rule of even and odd).
  func encloses(_ point: Point) -> Bool {
    var isInside = false
    for place in indices {
      let (one, other) = (self[place], self[(place + 1) % count])
      guard (one.y > point.y) != (other.y > point.y) else { continue }
      if point.x < (other.x - one.x) * (point.y - one.y) / (other.y - one.y) + one.x { isInside.toggle() }
    }
    return isInside
  }
}
