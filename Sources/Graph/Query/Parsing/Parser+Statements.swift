/// Recognising statements before they are read.
extension Parser {
  /// The places of the statements of a text, which semicolons separate. Those in quotes, back quotes and comments do
  /// not count, and there are no empty statements.
  static func statements(in source: SourceText) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    var open: SourceSpan?
    for token in Lexer.tokens(of: source) {
      if token.kind == .semicolon || token.kind == .endOfText {
        if let span = open { spans.append(span) }
        open = nil
      } else {
        open = open?.joined(with: token.span) ?? token.span
      }
    }
    return spans
  }

  /// Whether a text is a query rather than a sentence: after EXPLAIN or PROFILE, its first word is a clause word
  /// followed by what that clause may start with. `match Groningen` is none, `MATCH (n)` is one.
  static func isQuery(_ text: String) -> Bool {
    let tokens = Lexer.tokens(of: SourceText(name: "query", text: text), upTo: StatementStart.longest)
    var reader = StatementStart(tokens: tokens)
    return reader.isQuery()
  }
}

/// Looks at the first tokens of a statement.
private struct StatementStart {
  /// So many tokens are looked at, at most: up to three words, and three tokens behind them.
  static let longest = 8

  let tokens: [Token]
  var position = 0

  mutating func isQuery() -> Bool {
    if [.explain, .profile].contains(word()) { position += 1 }
    if word() == .optional, [.match, .call].contains(word(1)) { position += 1 }
    guard let first = word() else { return false }
    position += 1
    switch first {
    case .match: return pathFollows || (isName() && kind(1) == .colon)
    case .create, .merge: return pathFollows
    case .insert: return pathFollows || (text(isWord: 1) && [kind(2), kind(3)].contains(.leftParenthesis))
    case .foreach: return kind() == .leftParenthesis
    case .load: return text(isWord: 0) && !text(isWord: 2)
    case .delete where word() == .from: return true
    case .unwind, .return, .with, .filter, .delete: return valueFollows
    case .detach: return word() == .delete
    case .set, .remove: return isName() && (kind(1) == .dot || kind(1) == .colon)
    case .let: return isName() && kind(1) == .equal
    case .for: return isName() && word(1) == .in
    case .call: return callFollows
    case .union: return word() == .all || word() == .distinct || word().map(StatementStart.starters.contains) ?? false
    case .select: return kind() == .star || (isName() && (kind(1) == .comma || kind(1) == .dot || word(1) == .from))
    default: return false
    }
  }

  private static let starters: Set<Keyword> = [.match, .optional, .unwind, .with, .return, .call, .for]

  /// `(`, `p =`, `ANY SHORTEST`, `shortestPath(`
  private var pathFollows: Bool {
    if kind() == .leftParenthesis || (isName() && kind(1) == .equal) { return true }
    switch word() {
    case .any, .all: return kind(1) == .leftParenthesis || [.shortest, .path, .paths].contains(word(1))
    case .shortest: return kind(1) == .integer
    case .shortestPath, .allShortestPaths: return kind(1) == .leftParenthesis
    default: return false
    }
  }

  /// `{`, `(`, `name(`, `a.b`, `name YIELD`, or a name and nothing more.
  private var callFollows: Bool {
    if kind() == .leftBrace || kind() == .leftParenthesis { return true }
    guard isName() else { return false }
    return [.leftParenthesis, .dot, .endOfText, .semicolon].contains(kind(1)) || word(1) == .yield
  }

  /// A value: anything but two plain words in a row, as in `return to sender`.
  private var valueFollows: Bool {
    if [.distinct, .where, .not, .case].contains(word()), kind(1) != .endOfText { return true }
    switch kind() {
    case .word, .quotedName: return kind(1) != .word || word(1).map(StatementStart.afterValue.contains) ?? false
    case .integer, .float, .string, .parameter, .malformedNumber: return true
    case .unterminatedString, .unterminatedName, .unterminatedComment, .strayCharacter: return true
    case .leftParenthesis, .leftBracket, .leftBrace, .plus, .minus, .star: return true
    default: return false
    }
  }

  private static let afterValue: Set<Keyword> = [
    .as, .and, .or, .xor, .in, .is, .starts, .ends, .contains, .order, .skip, .offset, .limit, .union, .where, .when,
    .return, .match, .with, .unwind, .optional, .call,
  ]

  private func text(isWord distance: Int) -> Bool { kind(distance) == .word }
  private func isName(_ distance: Int = 0) -> Bool { token(distance).isName }
  private func kind(_ distance: Int = 0) -> Token.Kind { token(distance).kind }
  private func word(_ distance: Int = 0) -> Keyword? { token(distance).keyword }
  private func token(_ distance: Int) -> Token { tokens[min(position + distance, tokens.count - 1)] }
}
