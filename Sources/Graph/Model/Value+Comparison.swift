extension Value {
  /// `a = b` of the language: nil is unknown. Values of unlike types are unequal; numbers compare across types.
  public static func equals(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.null, _), (_, .null): return nil
    case (.float(let a), .float(let b)): return a == b
    case (.list(let a), .list(let b)):
      return a.count == b.count ? all(zip(a, b).lazy.map { equals($0, $1) }) : false
    case (.map(let a), .map(let b)):
      guard a.entries.count == b.entries.count else { return false }
      guard a.entries.allSatisfy({ b[$0.key] != nil }) else { return false }
      return all(a.entries.lazy.map { equals($0.value, b[$0.key]!) })
    default: return left == right
    }
  }

  /// The conjunction of three-valued truths.
  private static func all(_ truths: some Sequence<Bool?>) -> Bool? {
    var result: Bool? = true
    for truth in truths {
      if truth == false { return false }
      if truth == nil { result = nil }
    }
    return result
  }

  /// `a < b` and its kin: negative, zero, positive; see `ComparisonResult` for the rest.
  static func compare(_ left: Value, _ right: Value) -> ComparisonResult {
    switch (left, right) {
    case (.null, _), (_, .null): return .unknown
    case (.integer(let a), .integer(let b)): return .ordered(a < b ? -1 : a == b ? 0 : 1)
    case (.float(let a), .float(let b)):
      return a.isNaN || b.isNaN ? .unordered : .ordered(a < b ? -1 : a == b ? 0 : 1)
    case (.integer(let a), .float(let b)): return b.isNaN ? .unordered : .ordered(order(a, b))
    case (.float(let a), .integer(let b)): return a.isNaN ? .unordered : .ordered(-order(b, a))
    case (.string(let a), .string(let b)): return .ordered(order(a, b))
    case (.boolean(let a), .boolean(let b)): return .ordered(a == b ? 0 : a ? 1 : -1)
    case (.date(let a), .date(let b)): return .ordered(a < b ? -1 : a == b ? 0 : 1)
    case (.list(let a), .list(let b)): return compare(a, b)
    default: return .unknown
    }
  }

  private static func compare(_ left: [Value], _ right: [Value]) -> ComparisonResult {
    for (a, b) in zip(left, right) {
      switch compare(a, b) {
      case .ordered(0): continue
      case let other: return other
      }
    }
    return .ordered(left.count < right.count ? -1 : left.count == right.count ? 0 : 1)
  }

  /// What `<` can say of two values.
  enum ComparisonResult: Equatable {
    case ordered(Int)
    /// A NaN is in play: every `<`, `<=`, `>`, `>=` is false.
    case unordered
    /// Null, or types that do not compare: the answer is null.
    case unknown
  }

  /// Orders an integer and a float exactly, also beyond 2^53. NaN counts as greater.
  static func order(_ left: Int64, _ right: Double) -> Int {
    if right.isNaN { return -1 }
    if right >= 9_223_372_036_854_775_808.0 { return -1 }
    if right < -9_223_372_036_854_775_808.0 { return 1 }
    let whole = Int64(right.rounded(.towardZero))
    if left != whole { return left < whole ? -1 : 1 }
    let rest = right - right.rounded(.towardZero)
    return rest > 0 ? -1 : rest < 0 ? 1 : 0
  }

  /// Orders texts by code point, which for UTF-8 is by byte.
  static func order(_ left: String, _ right: String) -> Int {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        for (a, b) in zip(left, right) where a != b { return a < b ? -1 : 1 }
        return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
      }
    }
  }
}
