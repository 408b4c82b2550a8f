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
    case "NULL or LABELED", "NULL, NOT NULL or LABELED": adviceAfterIs
    case "']' at the end of the relationship": adviceInRelationship
    case "',' or ')' after an argument": adviceAfterArgument
    case "WHEN and a condition": at(.then) ? "write CASE WHEN condition THEN ..., or CASE x WHEN value THEN ..." : nil
    case "WHEN, ELSE or END": "CASE WHEN ... THEN ... ELSE ... is closed with END"
    case "AS and a name for the elements": "write UNWIND list AS x"
    case "BY": "write ORDER BY"
    case "')' after the expression":
      at(.comma)
        ? "a list stands in square brackets: ['a', 'b']"
        : before(4)?.keyword == .match ? "a query within a query is written EXISTS { MATCH ... WHERE ... }" : nil
    default: nil
    }
  }

  private func before(_ distance: Int = 1) -> Token? {
    position >= distance ? tokens[position - distance] : nil
  }

  private func word(at distance: Int) -> String { source.text(peek(distance).span).uppercased() }

  private func word(before distance: Int) -> String {
    before(distance).map { source.text($0.span).uppercased() } ?? ""
  }

  private var adviceAtEnd: String? {
    if word(before: 1) == "TOP" { return "write LIMIT \(source.text(current.span)) at the end" }
    if at(.comma), before(2)?.keyword == .limit {
      return "write SKIP \(word(before: 1)) LIMIT \(source.text(peek().span))"
    }
    if word(at: 0) == "FETCH" { return "write LIMIT and a number at the end" }
    if at(.where) { return "WHERE stands before RETURN: MATCH ... WHERE ... RETURN ..." }
    return at(.order) && peek().keyword != .by ? "write ORDER BY" : nil
  }

  private var adviceAtClause: String? {
    if at(.order) || at(.skip) || at(.limit) || at(.offset) { return "ORDER BY, SKIP and LIMIT follow RETURN or WITH" }
    if at(.equal) || at(.greater) { return "an arrow is written --> or -[:TYPE]->" }
    if source.text(current.span).uppercased() == "USING" { return "leave it out: the planner finds its own way" }
    if let advice = adviceAfterCondition ?? Habits.hint(forDutch: word(at: 0)) { return advice }
    return position == 0 && !at(.optional) ? "a query starts with MATCH, UNWIND, WITH, CALL or RETURN" : nil
  }

  /// What follows a condition that could have gone on.
  private var adviceAfterCondition: String? {
    if at(.string), word(before: 1) == "DATE" { return "write date(\(source.text(current.span)))" }
    if at(.not) {
      switch peek().keyword {
      case .null: return "write IS NOT NULL"
      case .like, .ilike: return "write NOT x STARTS WITH 'a', or ENDS WITH, CONTAINS, or =~ with a regular expression"
      default: return nil
      }
    }
    switch word(at: 0) {
    case "STARTSWITH", "BEGINS", "BEGINSWITH": return "write STARTS WITH"
    case "ENDSWITH": return "write ENDS WITH"
    case "HAS", "INCLUDES", "CONTAINING": return "write text CONTAINS part, or x IN list"
    case "EQUALS", "EQ": return "write = for 'is equal to'"
    default: return nil
    }
  }

  private var adviceAfterIs: String? {
    switch word(at: 0) {
    case "NOTNULL": return "write IS NOT NULL"
    case "EMPTY": return "write IS NULL for a value that is missing, = '' for a text without characters"
    case "TRUE", "FALSE": return "write = true or = false, or the condition itself"
    default: break
    }
    return at(.string) || at(.integer)
      ? "write = for 'is' and <> for 'is not'; IS NULL asks whether a value is missing" : nil
  }

  private var adviceInRelationship: String? {
    guard current.kind == .word, let last = before(), last.isName else { return nil }
    return "a name has no blanks: \(source.text(last.span))_\(source.text(current.span)), or back quotes around it"
  }

  private var adviceAfterArgument: String? {
    if at(.as), tokens[..<position].contains(where: { source.text($0.span).uppercased() == "CAST" }) {
      return "write toInteger(x), toFloat(x), toString(x) or date(x)"
    }
    return word(before: 1) == "SELECT" ? "write EXISTS { MATCH ... WHERE ... }" : nil
  }

  private var adviceAtNode: String? {
    if before()?.kind == .minus, before(2)?.kind == .rightBracket, at(.minus) || at(.greater) {
      return "write one dash behind the brackets: -[:TYPE]->"
    }
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
    if at(.colon), peek().kind == .word {
      return before()?.kind == .leftBracket || word(before: 3) == "EXISTS"
        ? "write EXISTS { (n)-[:TYPE]->() }" : "a parameter is written $\(source.text(peek().span))"
    }
    if before()?.keyword == .where { return "say what must be true: WHERE n.name = 'x'" }
    if before()?.keyword == .return { return "say what to show: RETURN n, or RETURN n.name" }
    if at(.rightParenthesis), before()?.kind == .star, before(2)?.keyword == .distinct {
      return "say what is counted once: count(DISTINCT n)"
    }
    return nil
  }
}
