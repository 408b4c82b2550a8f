/// An expression whose names are resolved, with the type that is known before it runs.
struct BoundExpression: Sendable {
  var kind: BoundExpressionKind
  var type: StaticType
  var span: SourceSpan
}

/// What is known of a value before execution.
indirect enum StaticType: Sendable, Equatable {
  /// Nothing is known.
  case any
  case null
  case boolean
  case integer
  case float
  /// Integer or float.
  case number
  case string
  case date
  case duration
  case list(StaticType)
  case map
  case node
  case relationship
  case path
}

/// The forms of a bound expression.
indirect enum BoundExpressionKind: Sendable {
  case constant(Value)
  case parameter(String)
  case slot(Slot)
  /// `n.name`: of a node, relationship or map; null of null.
  case property(BoundExpression, BoundKey)
  /// `n:A`, `r:T`: nodes by label, relationships by type; null of null.
  case hasLabels(BoundExpression, BoundLabels)
  case list([BoundExpression])
  case map([BoundMapEntry])
  /// `n {.*, a: 1}`: all properties of the first, then the entries over it.
  case mapWithAll(BoundExpression, [BoundMapEntry])
  case not(BoundExpression)
  case negate(BoundExpression)
  /// `+a`: a number or null, else a TypeError.
  case plus(BoundExpression)
  /// Two or more operands, flattened.
  case and([BoundExpression])
  /// Two or more operands, flattened.
  case or([BoundExpression])
  case xor(BoundExpression, BoundExpression)
  case arithmetic(BoundArithmetic, BoundExpression, BoundExpression)
  /// One comparison; a chain is the conjunction of its steps.
  case comparison(Comparison, BoundExpression, BoundExpression)
  case isNull(BoundExpression, isNegated: Bool)
  case isIn(BoundExpression, BoundExpression)
  case textMatch(BoundTextMatch, BoundExpression, BoundExpression)
  /// `list[i]`, `map[key]`, `node[key]`
  case index(BoundExpression, BoundExpression)
  case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
  /// `CASE`; with a subject each condition is compared with it.
  case conditional(subject: BoundExpression?, branches: [BoundBranchCase], otherwise: BoundExpression?)
  case function(ScalarFunction, [BoundExpression])
  case listComprehension(Slot, list: BoundExpression, predicate: BoundExpression?, projection: BoundExpression?)
  case quantifier(Quantifier, Slot, list: BoundExpression, predicate: BoundExpression)
  case reduce(accumulator: Slot, initial: BoundExpression, element: Slot, list: BoundExpression, step: BoundExpression)
  /// `EXISTS { }`, `(a)-->(b)`: the query has no outputs that matter.
  case exists(BoundQuery)
  /// `COUNT { }`: how many rows.
  case count(BoundQuery)
  /// `COLLECT { }`, `[(a)-->(b) | e]`: the list of the single output.
  case collect(BoundQuery)
}

/// A property name with its number in the graph; nil when no node or relationship has it.
struct BoundKey: Sendable {
  var name: String
  var id: KeyID?
}

/// `key: value`.
struct BoundMapEntry: Sendable {
  var key: String
  var value: BoundExpression
}

/// `WHEN condition THEN result`.
struct BoundBranchCase: Sendable {
  var condition: BoundExpression
  var result: BoundExpression
}

/// Arithmetic with two operands; `add` also joins texts and lists, `concatenate` only those.
enum BoundArithmetic: Sendable { case add, subtract, multiply, divide, modulo, power, concatenate }

/// Predicates on two texts.
enum BoundTextMatch: Sendable { case startsWith, endsWith, contains, regex }
