/// An expression with its place.
struct Expression: Sendable {
  var kind: ExpressionKind
  var span: SourceSpan
}

/// The forms of an expression, each with a fragment of the language that produces it.
indirect enum ExpressionKind: Sendable {
  /// `1`, `0x1F`; the largest magnitude is only legal under a minus, which the parser folds in
  case integer(Int64)
  /// `1.0`, `.5`, `1e9`
  case float(Double)
  /// `'text'`
  case string(String)
  /// `true`
  case boolean(Bool)
  /// `null`
  case null
  /// `$name`
  case parameter(String)
  /// `n`
  case variable(String)
  /// `n.name`
  case property(Expression, Name)
  /// `n:Label`, `n IS LABELED A|B`; negated by `IS NOT LABELED`
  case hasLabels(Expression, LabelExpression)
  /// `[1, 2]`
  case list([Expression])
  /// `{a: 1}`
  case map([MapEntry])
  /// `n {.name, .*, x: 1, y}`
  case mapProjection(Name, [MapProjectionItem])
  /// `NOT a`, `-a`, `+a`
  case unary(UnaryOperator, Expression)
  /// `a + b`, `a AND b`, `a IN b`
  case binary(BinaryOperator, Expression, Expression)
  /// `a < b <= c`: one or more comparisons in a row
  case comparison(Expression, [ComparisonStep])
  /// `a IS NULL`, `a IS NOT NULL`
  case isNull(Expression, isNegated: Bool)
  /// `list[i]`, `map['key']`
  case index(Expression, Expression)
  /// `list[a..b]`
  case slice(Expression, from: Expression?, to: Expression?)
  /// `CASE x WHEN 1 THEN a ELSE b END`, `CASE WHEN p THEN a END`
  case conditional(subject: Expression?, branches: [ConditionalBranch], otherwise: Expression?)
  /// `f(a, b)`, `f(DISTINCT a)`; the name may be dotted
  case call(Name, isDistinct: Bool, [Expression])
  /// `count(*)`
  case countAll
  /// `[x IN list WHERE p | e]`
  case listComprehension(Name, list: Expression, predicate: Expression?, projection: Expression?)
  /// `[p = (a)-->(b) WHERE p | e]`
  case patternComprehension(PathPattern, predicate: Expression?, projection: Expression)
  /// `all(x IN list WHERE p)`
  case quantifier(Quantifier, Name, list: Expression, predicate: Expression)
  /// `reduce(total = 0, x IN list | total + x)`
  case reduce(accumulator: Name, initial: Expression, element: Name, list: Expression, step: Expression)
  /// `(a)-->(b)` as a predicate
  case patternPredicate(PathPattern)
  /// `EXISTS { ... }`
  case exists(QuerySyntax)
  /// `COUNT { ... }`
  case countSubquery(QuerySyntax)
  /// `COLLECT { ... }`
  case collectSubquery(QuerySyntax)
}

/// `key: value`.
struct MapEntry: Sendable {
  var key: Name
  var value: Expression
}

/// One item of a map projection.
enum MapProjectionItem: Sendable {
  /// `.name`
  case property(Name)
  /// `.*`
  case allProperties(SourceSpan)
  /// `key: value`
  case entry(MapEntry)
  /// `variable`
  case variable(Name)
}

/// `<= c` in a chain of comparisons.
struct ComparisonStep: Sendable {
  var comparison: Comparison
  var operand: Expression
}

/// `WHEN a THEN b`.
struct ConditionalBranch: Sendable {
  var condition: Expression
  var result: Expression
}

enum UnaryOperator: Sendable { case not, minus, plus }

enum BinaryOperator: Sendable {
  case or, xor, and
  case add, subtract, multiply, divide, modulo, power
  /// `||`: joins texts or lists
  case concatenate
  case isIn, startsWith, endsWith, contains
  /// `=~`
  case matchesRegex
}

enum Comparison: Sendable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

enum Quantifier: String, Sendable { case all, any, none, single }
