extension Value {
  /// The total order of ORDER BY, ascending: map, node, relationship, list, path, date, duration, string, boolean,
  /// number, NaN, null. Negative, zero or positive.
  static func order(_ left: Value, _ right: Value) -> Int {
    let (leftRank, rightRank) = (left.orderRank, right.orderRank)
    if leftRank != rightRank { return leftRank < rightRank ? -1 : 1 }
    switch (left, right) {
    case (.map(let a), .map(let b)): return order(a, b)
    case (.node(let a), .node(let b)): return a == b ? 0 : a < b ? -1 : 1
    case (.relationship(let a), .relationship(let b)): return a == b ? 0 : a < b ? -1 : 1
    case (.list(let a), .list(let b)): return order(a, b)
    case (.path(let a), .path(let b)): return order(a.interleaved, b.interleaved)
    case (.date(let a), .date(let b)): return a == b ? 0 : a < b ? -1 : 1
    case (.duration(let a), .duration(let b)): return order([.integer(a.averageDays)], [.integer(b.averageDays)])
    case (.string(let a), .string(let b)): return order(a, b)
    case (.boolean(let a), .boolean(let b)): return a == b ? 0 : a ? 1 : -1
    default:
      if case .ordered(let result) = compare(left, right) { return result }
      return 0
    }
  }

  private static func order(_ left: [Value], _ right: [Value]) -> Int {
    for (a, b) in zip(left, right) {
      let result = order(a, b)
      if result != 0 { return result }
    }
    return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
  }

  private static func order(_ left: ValueMap, _ right: ValueMap) -> Int {
    let (a, b) = (left.sortedEntries, right.sortedEntries)
    let byKeys = order(a.map { .string($0.key) }, b.map { .string($0.key) })
    return byKeys != 0 ? byKeys : order(a.map(\.value), b.map(\.value))
  }

  private var orderRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .date: 5
    case .duration: 6
    case .string: 7
    case .boolean: 8
    case .integer: 9
    case .float(let value): value.isNaN ? 10 : 9
    case .null: 11
    }
  }
}

extension PathValue {
  /// Node, relationship, node, ... as a list of values.
  var interleaved: [Value] {
    var values: [Value] = []
    values.reserveCapacity(nodes.count + relationships.count)
    for (index, node) in nodes.enumerated() {
      values.append(.node(node))
      if index < relationships.count { values.append(.relationship(relationships[index])) }
    }
    return values
  }
}

extension CalendarDuration {
  /// Days when a month counts as 30.436875 days, scaled by a million so that the order is exact enough to sort by.
  fileprivate var averageDays: Int64 { Int64(months) * 30_436_875 + Int64(days) * 1_000_000 }
}
