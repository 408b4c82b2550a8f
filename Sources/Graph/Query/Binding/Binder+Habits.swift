/// Warnings about queries that do run and hardly mean what their writer meant.
extension Binder {
  /// `x = null`: nothing is ever equal to null.
  mutating func warnAboutComparison(_ first: Expression, _ steps: [ComparisonStep]) {
    var left = first
    for step in steps {
      let right = step.operand
      if left.isNull || right.isNull { warnAboutNull(step.comparison, left.isNull ? left : right) }
      warnAboutDateLookalike(left)
      warnAboutDateLookalike(right)
      left = right
    }
    guard steps.count > 1 else { return }
    for operand in [first] + steps.map(\.operand) {
      if case .binary(.concatenate, _, _) = operand.kind {
        warn("|| joins texts and lists", at: operand.span, hint: "write OR between two conditions")
      }
    }
  }

  private mutating func warnAboutNull(_ comparison: Comparison, _ operand: Expression) {
    let hint =
      switch comparison {
      case .equal: "write IS NULL"
      case .notEqual: "write IS NOT NULL"
      default: "null means that the value is not known"
      }
    warn("a comparison with null is never true", at: operand.span, hint: hint)
  }

  /// `2024-01-31` without quotes is 2024 minus 1 minus 31.
  private mutating func warnAboutDateLookalike(_ operand: Expression) {
    guard case .binary(.subtract, let months, _) = operand.kind, case .binary(.subtract, let year, _) = months.kind,
      case .integer(1000...9999) = year.kind
    else { return }
    let text = source.text(operand.span)
    guard CalendarDate(text) != nil else { return }
    warn("\(text) is a subtraction, not a date", at: operand.span, hint: "write date('\(text)')")
  }

  /// `n.held_on > '2024-01-31'`: a date is never before, after or equal to a text.
  mutating func warnAboutDateAndText(_ left: BoundExpression, _ right: BoundExpression) {
    warnAboutDate(left, comparedWith: right)
    warnAboutDate(right, comparedWith: left)
  }

  private mutating func warnAboutDate(_ side: BoundExpression, comparedWith other: BoundExpression) {
    guard case .constant(.string(let text)) = other.kind, case .property(let owner, let key) = side.kind,
      owner.type == .node, let id = key.id, case .dates? = environment.graph.nodeProperties.column(id)?.storage
    else { return }
    warn(
      "\(key.name) is a date, which no text is equal to, before or after", at: other.span,
      hint: CalendarDate(text) == nil ? "write date('2018-03-01')" : "write date('\(text)')")
  }

  /// `-[IN_REGION]->` and `(Forum)` without a colon are variables, and match anything.
  mutating func warnAboutMissingColon(_ name: Name, _ role: LabelRole) {
    let graph = environment.graph
    switch role {
    case .node:
      guard environment.vocabulary?.hasLabel(name.text) ?? false || graph.label(named: name.text) != nil else { return }
      warn("\(name.text) is a variable here and stands for any node", at: name.span, hint: "write (:\(name.text))")
    default:
      guard environment.vocabulary?.hasType(name.text) ?? false || graph.type(named: name.text) != nil else { return }
      warn(
        "\(name.text) is a variable here and stands for any relationship", at: name.span,
        hint: "write [:\(name.text)]")
    }
  }

  /// What an unknown variable was probably meant to be: a property without its owner, a text without quotes.
  func adviceOnVariable(_ name: String) -> String? {
    if scope.names.isEmpty { return "introduce it first, as in MATCH (\(name))" }
    if NearestName.nearest(to: name, in: scope.names) != nil { return nil }
    let isProperty =
      environment.vocabulary?.hasProperty(name) ?? false || environment.graph.key(named: name) != nil
    let owner = scope.names.first { [.node, .relationship].contains(scope[$0]?.type) }
    if isProperty, let owner { return "a property follows its variable: \(owner).\(name)" }
    return "the variables here are \(scope.names.prefix(8).joined(separator: ", ")); a text stands in quotes: '\(name)'"
  }
}

extension Expression {
  fileprivate var isNull: Bool { if case .null = kind { true } else { false } }
}
