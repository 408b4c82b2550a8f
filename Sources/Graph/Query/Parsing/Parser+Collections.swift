/// Lists and maps:
///
///     list       = [ [expression {, expression}] ]
///     map        = { [name : expression {, name : expression}] }
///     projection = { [. name | . * | name : expression | name] {, ...} }
extension Parser {
  /// What `[` begins where an operand is expected.
  mutating func bracketed() throws(QueryError) -> Expression {
    if listComprehensionStarts { return try listComprehension() }
    if patternComprehensionStarts { return try patternComprehension() }
    let start = position
    advance()
    let elements = try expressions(until: .rightBracket, "',' or ']' after an element")
    return try node(.list(elements), from: start)
  }

  mutating func mapLiteral() throws(QueryError) -> Expression {
    let start = position
    advance()
    var entries: [MapEntry] = []
    if !skip(.rightBrace) {
      repeat { entries.append(try mapEntry()) } while skip(.comma)
      try expect(.rightBrace, "',' or '}' after an entry")
    }
    return try node(.map(entries), from: start)
  }

  private mutating func mapEntry() throws(QueryError) -> MapEntry {
    let key = try mapKey()
    try expect(.colon, "':' and a value after the key", hint: "a map is written {name: 'Ann', age: 42}")
    return MapEntry(key: key, value: try expression())
  }

  private mutating func mapKey() throws(QueryError) -> Name {
    switch current.kind {
    case .word, .quotedName: return try name("a key")
    case .string: throw key(hint: "write the key without quotes, or with back quotes: `a key`")
    default: throw key(hint: "a key is a name, as in {name: 'Ann'}; other keys need back quotes")
    }
  }

  /// The error for a token that is no key. A number that is no number is not the point here.
  private func key(hint: String) -> QueryError {
    SyntaxErrors.unexpected(
      described(current), expected: "a key", at: current.span, hint: advice(expecting: "a key") ?? hint)
  }

  mutating func mapProjection() throws(QueryError) -> Expression {
    let start = position
    let variable = try name("a variable")
    advance()
    var items: [MapProjectionItem] = []
    if !skip(.rightBrace) {
      repeat { items.append(try projectionEntry()) } while skip(.comma)
      try expect(.rightBrace, "',' or '}' after an entry")
    }
    return try node(.mapProjection(variable, items), from: start)
  }

  private mutating func projectionEntry() throws(QueryError) -> MapProjectionItem {
    if at(.dot) {
      let dot = advance().span
      if at(.star) { return .allProperties(dot.joined(with: advance().span)) }
      return .property(try name("the name of a property, or '*'"))
    }
    let key = try mapKey()
    return skip(.colon) ? .entry(MapEntry(key: key, value: try expression())) : .variable(key)
  }
}
