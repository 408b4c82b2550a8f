/// Lays places of a file on a sheet, north up.
struct MapProjection {
  private let left, top, scale, narrowing: Double
  let width, height: Double

  /// Longitude and latitude are narrowed by the cosine of the middle latitude (equirectangular); anything else is taken for
  /// metres east and north, such as those of the national triangulation (RD).
  ///
  /// - Parameters:
  ///   - points: all places; at least one.
  ///   - room: the width and height to fill.
  init(_ points: [Point], room: (width: Double, height: Double)) {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (west, east) = (xs.min() ?? 0, xs.max() ?? 0)
    let (south, north) = (ys.min() ?? 0, ys.max() ?? 0)
    let isDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90
    narrowing = isDegrees ? max(0.05, MapProjection.cosine(degrees: (south + north) / 2)) : 1
    let (across, up) = (max((east - west) * narrowing, 1e-9), max(north - south, 1e-9))
    scale = min(room.width / across, room.height / up)
    left = west
    top = north
    width = across * scale
    height = up * scale
  }

  func callAsFunction(_ point: Point) -> Point {
    Point(x: (point.x - left) * narrowing * scale, y: (top - point.y) * scale)
  }

  /// The cosine of an angle up to a right one: eight terms of its series are exact to 12 digits.
  private static func cosine(degrees: Double) -> Double {
    let angle = degrees * .pi / 180
    var (term, sum) = (1.0, 1.0)
    for step in 1...8 {
      term *= -angle * angle / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
