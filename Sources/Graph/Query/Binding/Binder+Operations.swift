extension Binder {
  mutating func bindOperation(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .unary(let operation, let operand): return try bindUnary(operation, operand, span)
    case .binary(.and, _, _): return try bindLogic(expression.operands(of: .and), "AND", span) { .and($0) }
    case .binary(.or, _, _): return try bindLogic(expression.operands(of: .or), "OR", span) { .or($0) }
    case .binary: return try bindChain(expression)
    case .comparison(let first, let steps): return try bindComparison(first, steps, span)
    case .isNull(let operand, let isNegated):
      return BoundExpression(kind: .isNull(try bindValue(operand), isNegated: isNegated), type: .boolean, span: span)
    case .conditional(let subject, let branches, let otherwise):
      return try bindConditional(subject, branches, otherwise, span)
    default: return .constant(.null, span)
    }
  }

  private mutating func bindUnary(
    _ operation: UnaryOperator, _ operand: Expression, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let bound = try bind(operand)
    if operation == .not {
      try requireBoolean(bound, for: "NOT")
      return BoundExpression(kind: .not(bound), type: .boolean, span: span)
    }
    let symbol = operation == .minus ? "-" : "+"
    guard bound.type.mayBe(.number) || bound.type == .duration else {
      throw .wrongOperand(symbol, bound.type, wants: "a number", at: bound.span)
    }
    if operation == .plus { return BoundExpression(kind: .plus(bound), type: bound.type, span: span) }
    switch bound.constantValue {
    case .integer(let number)? where number != .min: return .constant(.integer(-number), span)
    case .float(let number)?: return .constant(.float(-number), span)
    default: return BoundExpression(kind: .negate(bound), type: bound.type, span: span)
    }
  }

  private mutating func bindLogic(
    _ operands: [Expression], _ word: String, _ span: SourceSpan,
    _ make: ([BoundExpression]) -> BoundExpressionKind
  ) throws(QueryError) -> BoundExpression {
    var bound: [BoundExpression] = []
    for operand in operands { bound.append(try bindPredicate(operand, of: word)) }
    return BoundExpression(kind: make(bound), type: .boolean, span: span)
  }

  /// A run of operators that lean to the left, `a + b - c`: from the innermost outwards, without recursion.
  private mutating func bindChain(_ expression: Expression) throws(QueryError) -> BoundExpression {
    var pending: [(operation: BinaryOperator, right: Expression, span: SourceSpan)] = []
    var left = expression
    var bound: BoundExpression?
    while bound == nil, case .binary(let operation, let next, let right) = left.kind, operation.isChained {
      pending.append((operation, right, left.span))
      left = next
      bound = try replace(left)
    }
    var result: BoundExpression
    if let bound { result = bound } else { result = try bind(left) }
    for step in pending.reversed() {
      if left.isBarePattern, step.operation != .xor { throw .patternIsNoValue(at: place(left.span)) }
      let right = step.operation == .xor ? try bind(step.right) : try bindValue(step.right)
      result = try combine(step.operation, result, right, place(step.span))
    }
    return result
  }

  private mutating func combine(
    _ operation: BinaryOperator, _ left: BoundExpression, _ right: BoundExpression, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    if let arithmetic = operation.arithmetic {
      guard let type = arithmetic.result(left.type, right.type) else {
        throw .wrongOperand(arithmetic.symbol, left.type, and: right.type, at: span)
      }
      return BoundExpression(kind: .arithmetic(arithmetic, left, right), type: type, span: span)
    }
    if operation == .isIn {
      guard right.type.isOpen || right.type.isList else {
        throw .wrongOperand(
          "IN", right.type, wants: "a list on its right", at: right.span,
          hint: right.type == .string ? "write [a, b] for a list, or text CONTAINS part" : "write [a, b] for a list")
      }
      warnAboutUnknownValue(left, right)
      return BoundExpression(kind: .isIn(left, right), type: .boolean, span: span)
    }
    if let match = operation.textMatch {
      return BoundExpression(kind: .textMatch(match, left, right), type: .boolean, span: span)
    }
    for operand in [left, right] { try requireBoolean(operand, for: "XOR") }
    return BoundExpression(kind: .xor(left, right), type: .boolean, span: span)
  }

  /// `a < b <= c` is `a < b AND b <= c`.
  private mutating func bindComparison(
    _ first: Expression, _ steps: [ComparisonStep], _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    warnAboutComparison(first, steps)
    var left = try bindComparisonOperand(first)
    var conjuncts: [BoundExpression] = []
    for step in steps {
      let right = try bindComparisonOperand(step.operand)
      warnAboutDateAndText(left, right)
      warnAboutUnknownValue(left, right)
      let kind = BoundExpressionKind.comparison(step.comparison, left, right)
      conjuncts.append(BoundExpression(kind: kind, type: .boolean, span: left.span.joined(with: right.span)))
      left = right
    }
    if conjuncts.count == 1 { return BoundExpression(kind: conjuncts[0].kind, type: .boolean, span: span) }
    return BoundExpression(kind: .and(conjuncts), type: .boolean, span: span)
  }

  /// A pattern may be compared: `(a)-->(b) = true`.
  private mutating func bindComparisonOperand(_ operand: Expression) throws(QueryError) -> BoundExpression {
    try bind(operand)
  }

  private mutating func bindConditional(
    _ subject: Expression?, _ branches: [ConditionalBranch], _ otherwise: Expression?, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let boundSubject = try subject.map { subject throws(QueryError) in try bindValue(subject) }
    var cases: [BoundBranchCase] = []
    for branch in branches {
      let condition =
        subject == nil ? try bindPredicate(branch.condition, of: "CASE WHEN") : try bindValue(branch.condition)
      cases.append(BoundBranchCase(condition: condition, result: try bind(branch.result)))
    }
    let boundOtherwise = try otherwise.map { otherwise throws(QueryError) in try bind(otherwise) }
    let types = cases.map(\.result.type) + [boundOtherwise?.type ?? .null]
    let kind = BoundExpressionKind.conditional(subject: boundSubject, branches: cases, otherwise: boundOtherwise)
    return BoundExpression(kind: kind, type: StaticType.merged(types), span: span)
  }
}

extension BinaryOperator {
  fileprivate var isChained: Bool { self != .and && self != .or }

  fileprivate var arithmetic: BoundArithmetic? {
    switch self {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .modulo: .modulo
    case .power: .power
    case .concatenate: .concatenate
    default: nil
    }
  }

  fileprivate var textMatch: BoundTextMatch? {
    switch self {
    case .startsWith: .startsWith
    case .endsWith: .endsWith
    case .contains: .contains
    case .matchesRegex: .regex
    default: nil
    }
  }
}
