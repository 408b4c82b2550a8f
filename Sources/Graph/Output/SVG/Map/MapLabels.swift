/// Finds room for the names of regions on a map: within the region, off other names.
struct MapLabels {
  /// A label with its place.
  struct Label {
    let text: String
    let middle: Point
    let size: Double
    /// The name did not fit: only its sign stands there.
    let isShort: Bool
  }

  private var taken: [Box]
  private(set) var labels: [Label] = []

  /// - Parameter taken: what is written already.
  init(taken: [Box]) { self.taken = taken }

  /// Writes a name with its sign where it fits, else the sign alone. O(candidates × labels).
  ///
  /// - Parameters:
  ///   - candidates: where the middle of the label may be, best first.
  ///   - contains: whether a point lies in the region.
  mutating func add(
    sign: String, name: String, size: Double, candidates: [Point], contains: (Point) -> Bool
  ) {
    for (text, isShort) in [("\(sign) \(name)", false), (sign, true)] {
      let width = TextSize.width(text, size: size, isBold: true)
      let place = candidates.first { point in
        let box = Box(x: point.x - width / 2, y: point.y - size / 2, width: width, height: size)
        return isFree(box) && [box.x, point.x, box.right].allSatisfy { contains(Point(x: $0, y: point.y)) }
      }
      guard let place else { continue }
      taken.append(Box(x: place.x - width / 2, y: place.y - size / 2, width: width, height: size).grown(by: 1))
      labels.append(Label(text: text, middle: place, size: size, isShort: isShort))
      return
    }
  }

  private func isFree(_ box: Box) -> Bool {
    !taken.contains { $0.overlaps(box) }
  }
}

/// The signs of regions: numbers for those with borders, letters for those with colours.
enum MapSign {
  static func number(_ place: Int) -> String { "\(place + 1)" }

  /// `A` to `Z`, then `AA` and so on.
  static func letter(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
    return place < 26 ? letter : MapSign.letter(place / 26 - 1) + letter
  }
}
