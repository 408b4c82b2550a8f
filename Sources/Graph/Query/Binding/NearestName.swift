/// Finds what was probably meant.
enum NearestName {
  /// The name closest to the one written: the same but for case and underscores, or within one slip for every three
  /// characters; nil when none is. O(names × length²).
  ///
  /// Distance: optimal string alignment, which counts swapped neighbours as one slip.
  static func find(_ written: String, among names: some Sequence<String>) -> String? {
    let target = folded(written)
    guard !target.isEmpty, target.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names where name != written {
      let candidate = folded(name)
      guard abs(candidate.count - target.count) <= max(1, target.count / 3) else { continue }
      let distance = distance(target, candidate)
      guard distance <= max(1, min(target.count, candidate.count) / 3) else { continue }
      if distance < target.count, best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true {
        best = (name, distance)
      }
    }
    return best?.name
  }

  /// `did you mean X?`, nil when nothing is close.
  static func hint(_ written: String, among names: some Sequence<String>) -> String? {
    find(written, among: names).map { "did you mean \($0)?" }
  }

  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for (row, byte) in left.enumerated() {
      current[0] = row + 1
      for (column, other) in right.enumerated() {
        var cost = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], other == left[row - 1] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = cost
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count]
  }
}
