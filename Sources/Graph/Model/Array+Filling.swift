extension Array {
  /// Makes an array with the same element in every place.
  ///
  /// Other than `init(repeating:count:)` it does not look up its type where there are few places: that takes longer than filling
  /// a hundred.
  init(filledWith element: Element, count: Int) {
    if count > 64 {
      self = Array(repeating: element, count: count)
      return
    }
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(element) }
  }
}

extension Collection {
  /// As `map`, which looks up the type of its array at each call; for columns of a few rows.
  @inline(__always)
  func mapped<Result>(_ transform: (Element) -> Result) -> [Result] {
    var results: [Result] = []
    results.reserveCapacity(count)
    for element in self { results.append(transform(element)) }
    return results
  }
}
