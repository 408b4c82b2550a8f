/// How tightly operators bind, loosest first.
enum Precedence: Int, Comparable {
  case or, xor, and, not, comparison, predicate, sum, product, power, unary

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// The next tighter one.
  var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .unary }
}

/// Operators, by precedence climbing:
///
///     OR < XOR < AND < NOT < = <> < <= > >= (chained)
///     < IN, STARTS WITH, ENDS WITH, CONTAINS, =~, IS [NOT] NULL, IS [NOT] LABELED
///     < + - || < * / % < ^ (from the left) < + - (signs) < .name [i] [a..b] :Label
extension Parser {
  /// Reads an expression whose operators bind at least this tightly.
  mutating func expression(_ minimum: Precedence = .or) throws(QueryError) -> Expression {
    try descend()
    let siblings = height
    height = 0
    defer {
      depth -= 1
      height = max(height, siblings)
    }
    var left = try prefixed(minimum)
    while let infix = infix, infix.precedence >= minimum {
      left = try continued(left, by: infix)
    }
    return left
  }

  // MARK: Before an operand

  private mutating func prefixed(_ minimum: Precedence) throws(QueryError) -> Expression {
    switch signHere {
    case nil: return try postfixed()
    case .minus where isNegativeNumber: return try negativeNumber()
    case .not where minimum > .not: throw unexpected("a value")
    case .some(let sign): return try unary(sign)
    }
  }

  /// The operator that stands before an operand here.
  private var signHere: UnaryOperator? {
    switch current.kind {
    case .minus: .minus
    case .plus: .plus
    case .word where at(.not) && canStartOperand(peek()): .not
    default: nil
    }
  }

  private mutating func unary(_ operation: UnaryOperator) throws(QueryError) -> Expression {
    let precedence: Precedence = operation == .not ? .not : .unary
    let start = advance().span
    let operand = try expression(precedence)
    try grow()
    return Expression(kind: .unary(operation, operand), span: start.joined(with: operand.span))
  }

  // MARK: Between operands

  /// What may stand between two operands, or after one.
  struct Infix {
    enum Form {
      /// `a AND b AND c`, made into a balanced tree
      case junction(BinaryOperator)
      /// `a < b <= c`, made into one chain
      case comparison
      /// `a + b`, `a IN b`
      case binary(BinaryOperator, words: Int)
      /// `a IS NULL`
      case test
    }

    var form: Form
    var precedence: Precedence
  }

  private var infix: Infix? {
    switch current.kind {
    case .word: wordInfix
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      Infix(form: .comparison, precedence: .comparison)
    case .matches: Infix(form: .binary(.matchesRegex, words: 1), precedence: .predicate)
    case .plus: Infix(form: .binary(.add, words: 1), precedence: .sum)
    case .minus: Infix(form: .binary(.subtract, words: 1), precedence: .sum)
    case .doubleBar: Infix(form: .binary(.concatenate, words: 1), precedence: .sum)
    case .star: Infix(form: .binary(.multiply, words: 1), precedence: .product)
    case .slash: Infix(form: .binary(.divide, words: 1), precedence: .product)
    case .percent: Infix(form: .binary(.modulo, words: 1), precedence: .product)
    case .caret: Infix(form: .binary(.power, words: 1), precedence: .power)
    default: nil
    }
  }

  private var wordInfix: Infix? {
    switch current.keyword {
    case .or: Infix(form: .junction(.or), precedence: .or)
    case .xor: Infix(form: .junction(.xor), precedence: .xor)
    case .and: Infix(form: .junction(.and), precedence: .and)
    case .in: Infix(form: .binary(.isIn, words: 1), precedence: .predicate)
    case .contains: Infix(form: .binary(.contains, words: 1), precedence: .predicate)
    case .starts where peek().keyword == .with:
      Infix(form: .binary(.startsWith, words: 2), precedence: .predicate)
    case .ends where peek().keyword == .with:
      Infix(form: .binary(.endsWith, words: 2), precedence: .predicate)
    case .is: Infix(form: .test, precedence: .predicate)
    default: nil
    }
  }

  private mutating func continued(_ left: Expression, by infix: Infix) throws(QueryError) -> Expression {
    switch infix.form {
    case .junction(let operation): return try junction(left, operation, infix.precedence)
    case .comparison: return try comparison(left)
    case .test: return try test(left)
    case .binary(let operation, let words):
      for _ in 0..<words { advance() }
      let right = try expression(infix.precedence.tighter)
      try grow()
      return joined(left, operation, right)
    }
  }

  /// `a OR b OR c`. The operators are associative, so the tree may be balanced: a thousand alternatives nest ten deep.
  private mutating func junction(
    _ left: Expression, _ operation: BinaryOperator, _ precedence: Precedence
  ) throws(QueryError) -> Expression {
    let keyword = current.keyword
    var operands = [left]
    while current.keyword == keyword {
      advance()
      operands.append(try expression(precedence.tighter))
    }
    try grow(by: Int.bitWidth - (operands.count - 1).leadingZeroBitCount)
    return balanced(operands[...]) { joined($0, operation, $1) }
  }

  private func joined(_ left: Expression, _ operation: BinaryOperator, _ right: Expression) -> Expression {
    Expression(kind: .binary(operation, left, right), span: left.span.joined(with: right.span))
  }

  private mutating func comparison(_ left: Expression) throws(QueryError) -> Expression {
    var steps: [ComparisonStep] = []
    var end = left.span
    while let comparison = Parser.comparison(current.kind) {
      advance()
      let operand = try expression(.predicate)
      end = operand.span
      steps.append(ComparisonStep(comparison: comparison, operand: operand))
    }
    try grow()
    return Expression(kind: .comparison(left, steps), span: left.span.joined(with: end))
  }

  private static func comparison(_ kind: Token.Kind) -> Comparison? {
    switch kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  /// `IS [NOT] NULL`, `IS [NOT] LABELED labels`
  private mutating func test(_ operand: Expression) throws(QueryError) -> Expression {
    advance()
    let isNegated = skip(.not)
    let expected = isNegated ? "NULL or LABELED" : "NULL, NOT NULL or LABELED"
    guard at(.null) || at(.labeled) else { throw unexpected(expected, hint: "a label is tested with n:Label") }
    try grow()
    if advance().keyword == .null {
      return Expression(kind: .isNull(operand, isNegated: isNegated), span: spanToHere(operand))
    }
    let labels = try labelExpression()
    let positive = Expression(kind: .hasLabels(operand, labels), span: spanToHere(operand))
    guard isNegated else { return positive }
    try grow()
    return Expression(kind: .unary(.not, positive), span: positive.span)
  }

  // MARK: After an operand

  private mutating func postfixed() throws(QueryError) -> Expression {
    var operand = try atom()
    while true {
      switch current.kind {
      case .dot:
        advance()
        operand.kind = .property(operand, try name("the name of a property after '.'"))
      case .leftBracket:
        operand.kind = try subscripted(operand)
      case .colon:
        advance()
        operand.kind = .hasLabels(operand, try labelExpression())
      default:
        return operand
      }
      operand.span = spanToHere(operand)
      try grow()
    }
  }

  /// `[i]`, `[a..b]`, `[..b]`, `[a..]`, `[..]`
  private mutating func subscripted(_ operand: Expression) throws(QueryError) -> ExpressionKind {
    advance()
    let first = at(.dots) ? nil : try expression()
    guard skip(.dots) else {
      try expect(.rightBracket, "']' after the index")
      guard let first else { return .slice(operand, from: nil, to: nil) }
      return .index(operand, first)
    }
    let last = at(.rightBracket) ? nil : try expression()
    try expect(.rightBracket, "']' after the range")
    return .slice(operand, from: first, to: last)
  }

  /// From the start of an operand to the last token taken.
  private func spanToHere(_ operand: Expression) -> SourceSpan {
    operand.span.joined(with: tokens[position - 1].span)
  }
}
