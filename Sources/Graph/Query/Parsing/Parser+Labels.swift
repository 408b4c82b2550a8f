/// What may stand after a colon:
///
///     labels = both {| [:] both}
///     both   = one {(& | :) one}
///     one    = ! one | % | name | ( labels )
extension Parser {
  /// Chains become balanced trees, so that a hundred alternatives do not nest a hundred deep.
  mutating func labelExpression() throws(QueryError) -> LabelExpression {
    try descend()
    defer { depth -= 1 }
    let first = try labelConjunction()
    guard at(.bar), !isComprehensionBar else { return first }
    var alternatives = [first]
    while at(.bar), !isComprehensionBar {
      advance()
      _ = skip(.colon)
      alternatives.append(try labelConjunction())
    }
    return balanced(alternatives[...], LabelExpression.or)
  }

  private mutating func labelConjunction() throws(QueryError) -> LabelExpression {
    let first = try labelFactor()
    guard at(.ampersand) || at(.colon) else { return first }
    var parts = [first]
    while skip(.ampersand) || skip(.colon) { parts.append(try labelFactor()) }
    return balanced(parts[...], LabelExpression.and)
  }

  private mutating func labelFactor() throws(QueryError) -> LabelExpression {
    switch current.kind {
    case .exclamation:
      try descend()
      defer { depth -= 1 }
      advance()
      return .not(try labelFactor())
    case .percent:
      return .any(advance().span)
    case .leftParenthesis:
      advance()
      let inner = try labelExpression()
      try expect(.rightParenthesis, "')' after the labels")
      return inner
    default:
      return .name(try name("a label or type"))
    }
  }

  /// Whether the `|` here separates a comprehension's condition from its result.
  private var isComprehensionBar: Bool {
    brackets.opener(around: position).map(barBrackets.contains) ?? false
  }
}

/// A tree of least height over the parts, in their order.
func balanced<Node>(_ parts: ArraySlice<Node>, _ join: (Node, Node) -> Node) -> Node {
  guard parts.count > 1 else { return parts[parts.startIndex] }
  let middle = parts.startIndex + parts.count / 2
  return join(balanced(parts[..<middle], join), balanced(parts[middle...], join))
}
