/// Leaves out the points of a line that it can do without (Douglas and Peucker, 1973).
enum LineSimplification {
  /// The line with its ends, and of the points between those farther than a tolerance from the line without them.
  /// O(points²) at worst, O(points log points) as a rule.
  static func simplified(_ line: [Point], tolerance: Double) -> [Point] {
    guard line.count > 2 else { return line }
    var isKept = [Bool](repeating: false, count: line.count)
    isKept[0] = true
    isKept[line.count - 1] = true
    var open = [(0, line.count - 1)]
    while let (first, last) = open.popLast() {
      var (farthest, distance) = (first, tolerance)
      for place in first + 1..<max(last, first + 1) {
        let off = LineSimplification.distance(line[place], line[first], line[last])
        if off > distance { (farthest, distance) = (place, off) }
      }
      guard farthest != first else { continue }
      isKept[farthest] = true
      open.append((first, farthest))
      open.append((farthest, last))
    }
    return line.indices.filter { isKept[$0] }.map { line[$0] }
  }

  /// How far a point lies from the line between two others.
  private static func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return point.distance(to: start) }
    let along = min(1, max(0, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
    return point.distance(to: Point(x: start.x + along * dx, y: start.y + along * dy))
  }
}
