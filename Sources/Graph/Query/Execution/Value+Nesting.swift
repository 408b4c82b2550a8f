extension Value {
  /// How many lists and maps may lie within each other. Comparing, printing and freeing values recurses, so that a value
  /// that grows in a loop has to be stopped before it is deeper than the stack.
  private static let deepest = 500

  /// The value itself, when it is not nested too deeply. O(size) for lists and maps.
  func notTooDeep(at span: SourceSpan) throws(QueryError) -> Value {
    guard isNested(deeperThan: Value.deepest) else { return self }
    throw QueryError(
      .runtime, .budget, "NestingTooDeep", "more than \(Value.deepest) lists or maps lie within each other", at: span,
      hint: "join lists with +, which does not nest them")
  }

  private func isNested(deeperThan limit: Int) -> Bool {
    var level = [self]
    for _ in 0...limit {
      level = level.flatMap(\.containers)
      if level.isEmpty { return false }
    }
    return true
  }

  /// The lists and maps directly inside.
  private var containers: [Value] {
    switch self {
    case .list(let items): items.filter(\.isContainer)
    case .map(let map): map.entries.map(\.value).filter(\.isContainer)
    default: []
    }
  }

  private var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
