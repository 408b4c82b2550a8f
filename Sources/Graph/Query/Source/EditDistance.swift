/// How many single mistakes of typing lie between two words.
enum EditDistance {
  /// The number of insertions, deletions, replacements and swaps of adjacent letters that turn one word into another;
  /// nil when it is more than `limit`.
  ///
  /// Source: the optimal string alignment form of the Damerau–Levenshtein distance, by dynamic programming over three rows.
  /// Complexity: O(n · m), less when the limit is passed early.
  static func between(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      let next = nextRow(row, left, right, last, beforeLast)
      if next.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, next)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }

  private static func nextRow(
    _ row: Int, _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ last: [Int], _ beforeLast: [Int]
  ) -> [Int] {
    var next = [row + 1]
    next.reserveCapacity(right.count + 1)
    for column in right.indices {
      let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
      var best = min(replaced, last[column + 1] + 1, next[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      next.append(best)
    }
    return next
  }
}
