/// What to write instead, where that depends on the tokens around the one that does not fit.
extension Parser {
  /// Advice for a person whose token is not the one expected, nil when there is nothing to say.
  func advice(expecting expected: String) -> String? {
    switch expected {
    case "the end of the query": adviceAtEnd
    case "a clause such as MATCH, WITH or RETURN": adviceAtClause
    case "a node such as (n)": adviceAtNode
    case "')' at the end of the node": adviceInNode
    case "a pattern such as (n)": at(.match) ? "write the next pattern after the comma, without MATCH" : nil
    case "a key": at(.integer) ? "write the number of steps after the arrow, -[:TYPE]->{1,3}, or as [:TYPE*1..3]" : nil
    case "the name of a property after '.'":
      at(.leftBracket) ? "write n.name; a name that is computed stands as n[$key]" : nil
    case "a value, a variable or a condition": adviceAtValue
    case "NULL or LABELED", "NULL, NOT NULL or LABELED":
      at(.string) || at(.integer)
        ? "write = for 'is' and <> for 'is not'; IS NULL asks whether a value is missing" : nil
    case "WHEN, ELSE or END": "CASE WHEN ... THEN ... ELSE ... is closed with END"
    case "AS and a name for the elements": "write UNWIND list AS x"
    case "BY": "write ORDER BY"
    case "')' after the expression": at(.comma) ? "a list stands in square brackets: ['a', 'b']" : nil
    default: nil
    }
  }

  private func before(_ distance: Int = 1) -> Token? {
    position >= distance ? tokens[position - distance] : nil
  }

  private func word(before distance: Int) -> String {
    before(distance).map { source.text($0.span).uppercased() } ?? ""
  }

  private var adviceAtEnd: String? {
    if word(before: 1) == "TOP" { return "write LIMIT \(source.text(current.span)) at the end" }
    if at(.comma), before(2)?.keyword == .limit {
      return "write SKIP \(word(before: 1)) LIMIT \(source.text(peek().span))"
    }
    if at(.where) { return "WHERE stands before RETURN: MATCH ... WHERE ... RETURN ..." }
    return at(.order) && peek().keyword != .by ? "write ORDER BY" : nil
  }

  private var adviceAtClause: String? {
    if at(.order) || at(.skip) || at(.limit) || at(.offset) { return "ORDER BY, SKIP and LIMIT follow RETURN or WITH" }
    if at(.equal) || at(.greater) { return "an arrow is written --> or -[:TYPE]->" }
    if source.text(current.span).uppercased() == "USING" { return "leave it out: the planner finds its own way" }
    return position == 0 && !at(.optional) ? "a query starts with MATCH, UNWIND, WITH, CALL or RETURN" : nil
  }

  private var adviceAtNode: String? {
    if at(.leftBracket) { return "an arrow with a type is written -[:TYPE]->" }
    if current.kind == .word, peek().kind == .minus || peek().kind == .greater {
      return "a type stands in brackets after a colon: -[:\(source.text(current.span))]->"
    }
    return "an arrow needs a node at both ends; any node is written ()"
  }

  private var adviceInNode: String? {
    switch current.kind {
    case .leftBracket: "properties stand in braces: (n:Label {name: 'x'})"
    case .comma: "every node has parentheses of its own: (a:A), (b:B)"
    case .dot, .word: "a label follows a colon: (n:Label)"
    default: nil
    }
  }

  private var adviceAtValue: String? {
    if before()?.keyword == .return { return "say what to show: RETURN n, or RETURN n.name" }
    if at(.rightParenthesis), before()?.kind == .star, before(2)?.keyword == .distinct {
      return "say what is counted once: count(DISTINCT n)"
    }
    return nil
  }
}
