extension Value: Hashable {
  /// Equality as DISTINCT and grouping need it. O(size of the smaller value).
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let a), .boolean(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): Value.order(a, b) == 0
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.date(let a), .date(let b)): a == b
    case (.duration(let a), .duration(let b)): a == b
    case (.list(let a), .list(let b)): a == b
    case (.map(let a), .map(let b)): a == b
    case (.node(let a), .node(let b)): a == b
    case (.relationship(let a), .relationship(let b)): a == b
    case (.path(let a), .path(let b)): a == b
    default: false
    }
  }

  /// Hashes so that grouping-equal values agree.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .boolean(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(Double(value))
    case .float(let value): hasher.combine(value.isNaN ? Double.nan : value)
    case .string(let value): hasher.combine(value)
    case .date(let value): hasher.combine(value)
    case .duration(let value): hasher.combine(value)
    case .list(let values): hasher.combine(values)
    case .map(let map): hasher.combine(map)
    case .node(let id): hasher.combine(id)
    case .relationship(let id): hasher.combine(id)
    case .path(let path): hasher.combine(path)
    }
  }
}

extension ValueMap: Hashable {
  /// Equal keys with grouping-equal values, in any order.
  public static func == (left: ValueMap, right: ValueMap) -> Bool {
    left.entries.count == right.entries.count
      && left.entries.allSatisfy { entry in right[entry.key].map { $0 == entry.value } ?? false }
  }

  /// Hashes independently of the order of the keys.
  public func hash(into hasher: inout Hasher) {
    for (key, value) in sortedEntries {
      hasher.combine(key)
      hasher.combine(value)
    }
  }
}
