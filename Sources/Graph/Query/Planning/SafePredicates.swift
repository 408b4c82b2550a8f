/// Which predicates can be asked of anything without failing, so that it does no harm to ask them of more than the language does.
extension BoundExpression {
  /// It gives a truth or null whatever the values are.
  var isSafePredicate: Bool {
    switch kind {
    case .constant(.boolean): true
    case .comparison(_, let left, let right): left.isSafeValue && right.isSafeValue
    case .isNull(let operand, _): operand.isSafeValue
    case .isIn(let element, let list):
      element.isSafeValue && list.isSafeList
    case .textMatch(let match, let left, let right): match != .regex && left.isSafeValue && right.isSafeValue
    case .not(let operand): operand.isSafePredicate
    case .and(let operands), .or(let operands): operands.allSatisfy(\.isSafePredicate)
    default: false
    }
  }

  /// It has a value, perhaps null, in every row.
  var isSafeValue: Bool {
    switch kind {
    case .constant, .parameter, .slot: true
    case .property(let base, _):
      if case .slot = base.kind { base.type == .node || base.type == .relationship } else { false }
    default: false
    }
  }

  /// It is a list, or null.
  private var isSafeList: Bool {
    switch kind {
    case .list(let items): items.allSatisfy(\.isSafeValue)
    case .constant(.list), .constant(.null): true
    default: false
    }
  }

  /// It gives a truth or null whatever the values are, perhaps by looking for a pattern.
  var cannotFail: Bool {
    switch kind {
    case .exists(let query): query.isPlain
    case .not(let operand): operand.cannotFail
    case .and(let operands), .or(let operands): operands.allSatisfy(\.cannotFail)
    default: isSafePredicate
    }
  }
}

extension BoundQuery {
  /// It looks for patterns of single relationships, with conditions that cannot fail.
  fileprivate var isPlain: Bool {
    branches.allSatisfy { branch in
      branch.clauses.allSatisfy { clause in
        if case .match(let match) = clause { match.isPlain } else { false }
      }
    }
  }
}
