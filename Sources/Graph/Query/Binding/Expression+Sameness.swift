extension Expression {
  /// Whether two expressions of one text say the same, whatever their spacing. O(size), without recursion. Patterns and
  /// subqueries are compared as written.
  func isSame(as other: Expression, in source: SourceText) -> Bool {
    guard hasSameHead(as: other, in: source) else { return false }
    if isAtom { return true }
    var pending = [(self, other)]
    while let (left, right) = pending.popLast() {
      guard left.hasSameHead(as: right, in: source) else { return false }
      let (leftParts, rightParts) = (left.parts, right.parts)
      guard leftParts.count == rightParts.count else { return false }
      pending += zip(leftParts, rightParts)
    }
    return true
  }

  private var isAtom: Bool {
    switch kind {
    case .variable, .parameter, .integer, .string: true
    default: false
    }
  }

  /// Whether two expressions agree in everything but their parts.
  private func hasSameHead(as other: Expression, in source: SourceText) -> Bool {
    switch (kind, other.kind) {
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.boolean(let a), .boolean(let b)): a == b
    case (.null, .null), (.countAll, .countAll), (.list, .list), (.index, .index): true
    case (.parameter(let a), .parameter(let b)), (.variable(let a), .variable(let b)): a == b
    case (.property(_, let a), .property(_, let b)): a.text == b.text
    case (.map(let a), .map(let b)): a.map(\.key.text) == b.map(\.key.text)
    case (.unary(let a, _), .unary(let b, _)): a == b
    case (.binary(let a, _, _), .binary(let b, _, _)): a == b
    case (.comparison(_, let a), .comparison(_, let b)): a.map(\.comparison) == b.map(\.comparison)
    case (.isNull(_, let a), .isNull(_, let b)): a == b
    case (.slice(_, let a, let b), .slice(_, let c, let d)): (a == nil) == (c == nil) && (b == nil) == (d == nil)
    case (.conditional(let a, let b, let c), .conditional(let d, let e, let f)):
      (a == nil) == (d == nil) && b.count == e.count && (c == nil) == (f == nil)
    case (.call(let a, let isDistinct, _), .call(let b, let otherIsDistinct, _)):
      a.text.lowercased() == b.text.lowercased() && isDistinct == otherIsDistinct
    case (.quantifier(let a, let x, _, _), .quantifier(let b, let y, _, _)): a == b && x.text == y.text
    case (.reduce(let a, _, let x, _, _), .reduce(let b, _, let y, _, _)): a.text == b.text && x.text == y.text
    case (.listComprehension(let a, _, let b, let c), .listComprehension(let x, _, let y, let z)):
      a.text == x.text && (b == nil) == (y == nil) && (c == nil) == (z == nil)
    default: source.hasSameText(span, other.span)
    }
  }
}
