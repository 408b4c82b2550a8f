/// Forms that bind a name of their own:
///
///     comprehension = [ name IN expression [WHERE expression] [| expression] ]
///                   | [ [name =] pattern [WHERE expression] | expression ]
///     quantifier    = (ALL | ANY | NONE | SINGLE) ( name IN expression WHERE expression )
///     reduce        = REDUCE ( name = expression , name IN expression | expression )
extension Parser {
  mutating func listComprehension() throws(QueryError) -> Expression {
    let start = openWithBar()
    let element = try name("a name")
    advance()
    let list = try expression()
    let predicate = try optionalWhere()
    let projection = skip(.bar) ? try expression() : nil
    let hint = at(.bar) ? "put alternative labels in parentheses: x:(A|B)" : nil
    try expect(.rightBracket, "WHERE, '|' or ']' in the list comprehension", hint: hint)
    return try node(
      .listComprehension(element, list: list, predicate: predicate, projection: projection), from: start)
  }

  mutating func patternComprehension() throws(QueryError) -> Expression {
    let start = openWithBar()
    let patternStart = position
    var variable: Name?
    if !at(.leftParenthesis) {
      variable = try name("a name")
      advance()
    }
    let elements = try patternElements(inExpression: true)
    let pattern = PathPattern(
      variable: variable, selector: .all, isFunctionForm: false, elements: elements, span: span(from: patternStart))
    let predicate = try optionalWhere()
    try expect(.bar, "WHERE, or '|' and what to list")
    let projection = try expression()
    try expect(.rightBracket, "']' at the end of the comprehension")
    return try node(.patternComprehension(pattern, predicate: predicate, projection: projection), from: start)
  }

  mutating func quantifier(_ keyword: Keyword) throws(QueryError) -> Expression {
    let start = position
    advance()
    advance()
    let element = try name("a name")
    advance()
    let list = try expression()
    try expect(.where, "WHERE and a condition")
    let predicate = try expression()
    try expect(.rightParenthesis, "')' after the condition")
    let quantifier: Quantifier =
      switch keyword {
      case .any: .any
      case .none: .none
      case .single: .single
      default: .all
      }
    return try node(.quantifier(quantifier, element, list: list, predicate: predicate), from: start)
  }

  mutating func reduce() throws(QueryError) -> Expression {
    let start = position
    advance()
    _ = openWithBar()
    let accumulator = try name("a name for the running result")
    try expect(.equal, "'=' and a first value")
    let initial = try expression()
    try expect(.comma, "',' and x IN list")
    let element = try name("a name for the elements")
    try expect(.in, "IN and a list")
    let list = try expression()
    try expect(.bar, "'|' and the next result")
    let step = try expression()
    try expect(.rightParenthesis, "')' after the next result")
    return try node(
      .reduce(accumulator: accumulator, initial: initial, element: element, list: list, step: step), from: start)
  }

  /// Takes an opening bracket in which a bare `|` ends a condition, and returns its number.
  private mutating func openWithBar() -> Int {
    barBrackets.insert(position)
    advance()
    return position - 1
  }
}
