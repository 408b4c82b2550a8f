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
    closers = Array(repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if let opening = Brackets.opening(of: token.kind) {
        guard let last = open.popLast() else { throw SyntaxErrors.unopened(token) }
        guard tokens[last].kind == opening else { throw SyntaxErrors.mismatched(tokens[last], token) }
        closers[last] = Int32(index)
      }
      openers.append(Int32(open.last ?? -1))
      if Brackets.isOpening(token.kind) { open.append(index) }
    }
    if let last = open.last { throw SyntaxErrors.unclosed(tokens[last]) }
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
