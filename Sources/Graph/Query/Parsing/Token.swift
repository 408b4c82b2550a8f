/// The smallest piece of a query: a word, a literal or a sign, with its place.
struct Token: Sendable, Equatable {
  var kind: Kind
  var span: SourceSpan
  /// What a bare word may mean; nil for every other token.
  var keyword: Keyword?

  /// Signs are single characters where a pattern could take them apart: the arrow of `(a)-->(b)` is three tokens.
  enum Kind: Sendable, Equatable {
    /// `name`
    case word
    /// `` `a name` ``
    case quotedName
    /// `$name`, `$1`, `` $`a name` ``
    case parameter
    /// `42`, `0x2A`, `0o52`
    case integer
    /// `4.2`, `.5`, `1e9`
    case float
    /// `'text'`, `"text"`
    case string

    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, semicolon, colon, dot
    /// `..`
    case dots
    case plus, minus, star, slash, percent, caret, ampersand, bar, exclamation, tilde
    /// `||`
    case doubleBar
    case equal, less, greater
    /// `<>`
    case notEqual
    /// `<=`
    case lessOrEqual
    /// `>=`
    case greaterOrEqual
    /// `=~`
    case matches
    /// `!=`, which other languages write for `<>`
    case foreignNotEqual
    /// `==`, which other languages write for `=`
    case foreignEqual

    /// `9a`, `0x`
    case malformedNumber
    /// A quote that is never closed.
    case unterminatedString
    /// A back quote that is never closed.
    case unterminatedName
    /// `/*` without `*/`.
    case unterminatedComment
    /// A character that means nothing here.
    case strayCharacter
    /// After the last token of the text.
    case endOfText
  }

  /// Whether the token can be a name: a bare or a back-quoted word.
  var isName: Bool { kind == .word || kind == .quotedName }
}
