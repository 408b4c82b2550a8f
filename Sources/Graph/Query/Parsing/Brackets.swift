/// Which bracket belongs to which: lets the parser look past a bracketed part at what follows it, and finds the
/// bracket that is never closed.
struct Brackets {
  /// For each token the opening bracket it stands in, as the number of a token; -1 outside all brackets.
  private var openers: [Int32] = []
  /// For each opening bracket the number of its closing one; -1 for every other token.
  private var closers: [Int32] = []

  /// Pairs the brackets of a text, or says which one has no partner.
  init(_ tokens: [Token]) throws(QueryError) {
    openers.reserveCapacity(tokens.count)
    closers.reserveCapacity(tokens.count)
    // The innermost bracket that is open; the one around it is its opener.
    var open = -1
    for index in tokens.indices {
      let kind = tokens[index].kind
      if let opening = Brackets.opening(of: kind) {
        guard open >= 0 else { throw SyntaxErrors.unopened(tokens[index]) }
        guard tokens[open].kind == opening else { throw SyntaxErrors.mismatched(tokens[open], tokens[index]) }
        closers[open] = Int32(index)
        open = Int(openers[open])
      }
      openers.append(Int32(open))
      closers.append(-1)
      if Brackets.isOpening(kind) { open = index }
    }
    if open >= 0 { throw SyntaxErrors.unclosed(tokens[open]) }
  }

  /// The closing bracket of the opening bracket at an index.
  func closer(of index: Int) -> Int? {
    closers[index] < 0 ? nil : Int(closers[index])
  }

  /// The innermost opening bracket around the token at an index.
  func opener(around index: Int) -> Int? {
    openers[index] < 0 ? nil : Int(openers[index])
  }

  private static func isOpening(_ kind: Token.Kind) -> Bool {
    kind == .leftParenthesis || kind == .leftBracket || kind == .leftBrace
  }

  private static func opening(of kind: Token.Kind) -> Token.Kind? {
    switch kind {
    case .rightParenthesis: .leftParenthesis
    case .rightBracket: .leftBracket
    case .rightBrace: .leftBrace
    default: nil
    }
  }
}
