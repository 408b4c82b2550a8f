/// Telling a pattern from an expression that begins like one.
extension Parser {
  /// Whether a pattern starts here rather than an expression in parentheses: what looks like a node is followed by
  /// what can only be an arrow.
  func patternStarts(at index: Int) -> Bool {
    guard nodeStarts(at: index), let closer = brackets.closer(of: index) else { return false }
    return arrowStarts(at: closer + 1)
  }

  /// `()`, `(n)`, `(n:A`, `(:A`, `({`, `(n {`, `(n IS`, `(n WHERE`
  private func nodeStarts(at index: Int) -> Bool {
    guard kind(at: index) == .leftParenthesis else { return false }
    switch kind(at: index + 1) {
    case .rightParenthesis, .colon, .leftBrace: return true
    case .word, .quotedName: break
    default: return false
    }
    switch kind(at: index + 2) {
    case .rightParenthesis, .colon, .leftBrace: return true
    default: return isIsOrWhere(keyword(at: index + 2)) || isIsOrWhere(keyword(at: index + 1))
    }
  }

  private func isIsOrWhere(_ keyword: Keyword?) -> Bool { keyword == .is || keyword == .where }

  /// `-[...]-`, `<-[...]-`, `--`, `-->`, `<--`, `->`; not `-` or `<-` alone, which are operators as well.
  func arrowStarts(at index: Int) -> Bool {
    var dash = index
    let pointsLeft = kind(at: index) == .less
    if pointsLeft {
      guard isGlued(index) else { return false }
      dash += 1
    }
    guard kind(at: dash) == .minus else { return false }
    switch kind(at: dash + 1) {
    case .leftBracket: return relationshipStarts(at: dash + 1)
    case .minus: return isGlued(dash) && (pointsLeft || nodeFollows(dash + 2))
    case .greater: return isGlued(dash)
    default: return false
    }
  }

  /// Whether a `[` opens a relationship and not a list: `]-` closes it, or it starts with `:T` or `r:T`.
  private func relationshipStarts(at index: Int) -> Bool {
    if let closer = brackets.closer(of: index), kind(at: closer + 1) == .minus { return true }
    return kind(at: index + 1) == .colon || kind(at: index + 2) == .colon
  }

  /// Whether the two dashes before an index lead to a node: `(`, `>`, `+`, `*` or `{` comes next.
  private func nodeFollows(_ index: Int) -> Bool {
    switch kind(at: index) {
    case .leftParenthesis, .greater, .leftBrace, .plus, .star: true
    default: false
    }
  }

  /// Whether `[` opens a pattern comprehension: a pattern, and somewhere in these brackets WHERE or `|`.
  var patternComprehensionStarts: Bool {
    var index = position + 1
    if tokens[index].isName, kind(at: index + 1) == .equal { index += 2 }
    return patternStarts(at: index) && comprehensionMark() != nil
  }

  /// Whether `[` opens a list comprehension: `x IN`, and no comma before WHERE or `|`.
  var listComprehensionStarts: Bool {
    guard tokens[position + 1].isName, keyword(at: position + 2) == .in else { return false }
    return comprehensionMark() != .comma
  }

  /// The first WHERE, `|` or comma directly within the bracket at the current token.
  private func comprehensionMark() -> Token.Kind? {
    guard let closer = brackets.closer(of: position) else { return nil }
    var index = position + 1
    while index < closer {
      let token = tokens[index]
      if token.keyword == .where || token.kind == .bar { return .bar }
      if token.kind == .comma { return .comma }
      index = (brackets.closer(of: index) ?? index) + 1
    }
    return nil
  }

  /// Whether a token can begin an operand, so that a word before it is a keyword and not a name.
  func canStartOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .word: !(token.keyword?.isConnective ?? false)
    case .quotedName, .parameter, .integer, .float, .string, .malformedNumber: true
    case .leftParenthesis, .leftBracket, .leftBrace, .plus, .minus: true
    default: false
    }
  }

  private func kind(at index: Int) -> Token.Kind { tokens[min(index, tokens.count - 1)].kind }

  private func keyword(at index: Int) -> Keyword? { tokens[min(index, tokens.count - 1)].keyword }

  /// Whether no space separates the token at an index from the next.
  private func isGlued(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index].span.upperBound == tokens[index + 1].span.lowerBound
  }
}
