/// Relationships and how often they are repeated:
///
///     relationship = [<] - [ [ detail ] - | - ] [>] [quantifier]
///     detail       = [name] [(: | IS) labels] [* [n] [.. [m]]] [properties] [WHERE expression]
///     quantifier   = + | * | { n } | { [n] , [m] }
extension Parser {
  mutating func relationshipPattern() throws(QueryError) -> RelationshipPattern {
    let start = position
    var pattern = RelationshipPattern(direction: .either, span: current.span)
    let pointsLeft = skip(.less)
    try expect(.minus, "'-'")
    if at(.leftBracket) {
      try relationshipDetail(into: &pattern)
      try expect(.minus, "'-' or '->' after the relationship", hint: "write -[r]->, <-[r]- or -[r]-")
    } else {
      _ = skip(.minus)
    }
    let pointsRight = skip(.greater)
    if pointsLeft != pointsRight { pattern.direction = pointsLeft ? .incoming : .outgoing }
    if let length = try quantifier() {
      guard pattern.length == nil else { throw SyntaxErrors.doubledLength(at: length.span) }
      pattern.length = length
    }
    pattern.span = span(from: start)
    return pattern
  }

  private mutating func relationshipDetail(into pattern: inout RelationshipPattern) throws(QueryError) {
    advance()
    pattern.variable = try elementVariable()
    pattern.types = try elementLabels()
    pattern.length = try starLength()
    pattern.properties = try elementProperties()
    pattern.predicate = try optionalWhere()
    try expect(.rightBracket, "']' at the end of the relationship")
  }

  // MARK: Lengths

  /// `*`, `*3`, `*1..3`, `*2..`, `*..3`
  private mutating func starLength() throws(QueryError) -> PathLength? {
    let start = position
    guard skip(.star) else {
      if at(.dots) || at(.integer) || at(.float) { throw SyntaxErrors.lengthWithoutStar(at: current.span) }
      return nil
    }
    if at(.minus) || at(.float) { throw SyntaxErrors.badLength(at: current.span) }
    let minimum = try count()
    var maximum = minimum
    if skip(.dots) { maximum = try count() }
    if at(.minus) || at(.float) || at(.dot) || at(.dots) { throw SyntaxErrors.badLength(at: current.span) }
    return PathLength(minimum: minimum ?? 1, maximum: maximum, span: span(from: start))
  }

  /// `+`, `*`, `{2}`, `{1,3}`, `{1,}`, `{,3}` after an arrow or a group.
  mutating func quantifier() throws(QueryError) -> PathLength? {
    let start = position
    if skip(.plus) { return PathLength(minimum: 1, maximum: nil, span: span(from: start)) }
    if skip(.star) { return PathLength(minimum: 0, maximum: nil, span: span(from: start)) }
    guard skip(.leftBrace) else { return nil }
    let minimum = try count()
    var maximum = minimum
    if skip(.comma) {
      maximum = try count()
    } else if minimum == nil {
      throw SyntaxErrors.badLength(at: current.span)
    }
    guard skip(.rightBrace) else { throw SyntaxErrors.badLength(at: current.span) }
    return PathLength(minimum: minimum ?? 0, maximum: maximum, span: span(from: start))
  }

  private mutating func count() throws(QueryError) -> Int? {
    guard at(.integer) else { return nil }
    let span = advance().span
    guard let value = IntegerLiteral.value(bytes(of: span), isNegative: false) else {
      throw SyntaxErrors.integerOverflow(source.text(span), at: span)
    }
    return Int(value)
  }
}
