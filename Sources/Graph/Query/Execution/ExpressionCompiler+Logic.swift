extension ExpressionCompiler {
  func compileLogic(_ expression: BoundExpression) -> Evaluate {
    let span = expression.span
    switch expression.kind {
    case .not(let operand):
      let (evaluate, operandSpan) = (compile(operand), operand.span)
      return { batch throws(QueryError) in
        .truths(try evaluate(batch).truths(count: batch.count, at: operandSpan).map(\.negated))
      }
    case .and(let operands): return connective(operands, decisive: .no)
    case .or(let operands): return notingStrongest(connective(operands, decisive: .yes), of: operands)
    case .xor(let left, let right): return exclusive(left, right)
    case .comparison(let comparison, let left, let right): return compare(comparison, left, right)
    case .isNull(let operand, let isNegated):
      let evaluate = compile(operand)
      return { batch throws(QueryError) in
        let values = try evaluate(batch)
        return .truths((0..<batch.count).map { Truth(values.isNull(at: $0) != isNegated) })
      }
    case .isIn(let element, let list):
      let members = MemberTable()
      return binary(compile(element), compile(list)) { value, items throws(QueryError) in
        if case .list(let items) = items, items.count >= MemberTable.worthwhile {
          return members.contains(value, in: items)
        }
        return try Membership.contains(value, in: items, at: list.span)
      }
    case .textMatch(let match, let left, let right):
      return textMatch(match, compile(left), compile(right), span)
    case .conditional(let subject, let branches, let otherwise):
      return conditional(subject, branches, otherwise)
    default: return { _ in .constant(.null) }
    }
  }

  /// AND (decided by a no) and OR (decided by a yes): later operands only see rows that are not decided.
  private func connective(_ operands: [BoundExpression], decisive: Truth) -> Evaluate {
    let parts = operands.map { (evaluate: compile($0), span: $0.span) }
    return { batch throws(QueryError) in
      var result = [Truth](repeating: decisive.negated, count: batch.count)
      var open = (0..<Int32(batch.count)).map { $0 }
      for part in parts where !open.isEmpty {
        let rows = open.count == batch.count ? batch : batch.gathered(open)
        let truths = try part.evaluate(rows).truths(count: open.count, at: part.span)
        var next: [Int32] = []
        next.reserveCapacity(open.count)
        for (row, truth) in zip(open, truths) {
          if truth == decisive { result[Int(row)] = decisive } else { next.append(row) }
          if truth == .unknown { result[Int(row)] = .unknown }
        }
        open = next
      }
      return .truths(result)
    }
  }

  private func exclusive(_ left: BoundExpression, _ right: BoundExpression) -> Evaluate {
    let (first, second) = (compile(left), compile(right))
    let (firstSpan, secondSpan) = (left.span, right.span)
    return { batch throws(QueryError) in
      let a = try first(batch).truths(count: batch.count, at: firstSpan)
      let b = try second(batch).truths(count: batch.count, at: secondSpan)
      return .truths(zip(a, b).map { $0 == .unknown || $1 == .unknown ? .unknown : Truth($0 != $1) })
    }
  }

  private func conditional(
    _ subject: BoundExpression?, _ branches: [BoundBranchCase], _ otherwise: BoundExpression?
  ) -> Evaluate {
    let subject = subject.map { compile($0) }
    let cases = branches.map {
      (condition: compile($0.condition), span: $0.condition.span, result: compile($0.result))
    }
    let otherwise = otherwise.map { compile($0) }
    return { batch throws(QueryError) in
      var result = [Value](repeating: .null, count: batch.count)
      var open = (0..<Int32(batch.count)).map { $0 }
      let subjects = try subject?(batch)
      for branch in cases where !open.isEmpty {
        let rows = open.count == batch.count ? batch : batch.gathered(open)
        let conditions = try branch.condition(rows)
        let isChosen: [Bool]
        if let subjects {
          isChosen = open.indices.map {
            Value.equals(subjects.value(at: Int(open[$0])), conditions.value(at: $0)) == true
          }
        } else {
          isChosen = try conditions.truths(count: open.count, at: branch.span).map { $0 == .yes }
        }
        var (chosen, left): ([Int32], [Int32]) = ([], [])
        for (row, isChosen) in zip(open, isChosen) {
          if isChosen { chosen.append(row) } else { left.append(row) }
        }
        open = left
        if chosen.isEmpty { continue }
        let values = try branch.result(batch.gathered(chosen))
        for (place, row) in chosen.enumerated() { result[Int(row)] = values.value(at: place) }
      }
      if let otherwise, !open.isEmpty {
        let values = try otherwise(batch.gathered(open))
        for (place, row) in open.enumerated() { result[Int(row)] = values.value(at: place) }
      }
      return .compact(result)
    }
  }

  private func textMatch(
    _ match: BoundTextMatch, _ left: @escaping Evaluate, _ right: @escaping Evaluate, _ span: SourceSpan
  ) -> Evaluate {
    let patterns = RegexCache()
    return binary(left, right) { a, b throws(QueryError) in
      guard case .string(let text) = a, case .string(let part) = b else { return .null }
      switch match {
      case .startsWith: return .boolean(text.utf8.starts(with: part.utf8))
      case .endsWith: return .boolean(text.utf8.reversed().starts(with: part.utf8.reversed()))
      case .contains: return .boolean(part.isEmpty || text.contains(part))
      case .regex: return .boolean(try patterns.matches(text, part, at: span))
      }
    }
  }
}

extension Truth {
  var negated: Truth {
    switch self {
    case .no: .yes
    case .yes: .no
    case .unknown: .unknown
    }
  }
}

extension Vector {
  func isNull(at row: Int) -> Bool {
    switch self {
    case .nodes(let nodes): nodes[row] == .none
    case .relationships(let relationships): relationships[row] == .none
    case .integers: false
    case .truths(let truths): truths[row] == .unknown
    case .texts(let numbers, _): numbers[row] == .max
    default: value(at: row).isNull
    }
  }
}

/// `x IN list`.
enum Membership {
  static func contains(_ element: Value, in list: Value, at span: SourceSpan) throws(QueryError) -> Value {
    switch list {
    case .null: return .null
    case .list(let items):
      var isUnknown = false
      for item in items {
        switch Value.equals(element, item) {
        case true?: return .boolean(true)
        case nil: isUnknown = true
        default: break
        }
      }
      return isUnknown ? .null : .boolean(false)
    default: throw RuntimeErrors.notAList(list, at: span)
    }
  }
}

/// Regular expressions already compiled in this run.
final class RegexCache {
  private var known: [String: Regex<AnyRegexOutput>] = [:]

  /// Whether the whole text matches a pattern.
  func matches(_ text: String, _ pattern: String, at span: SourceSpan) throws(QueryError) -> Bool {
    if let regex = known[pattern] { return (try? regex.wholeMatch(in: text)) != nil }
    guard let regex = try? Regex(pattern) else { throw RuntimeErrors.badRegex(pattern, at: span) }
    known[pattern] = regex
    return (try? regex.wholeMatch(in: text)) != nil
  }
}
