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
      return isMember(compile(element), of: compile(list), list.span)
    case .textMatch(let match, let left, let right):
      return textMatch(match, compile(left), compile(right), span)
    case .conditional(let subject, let branches, let otherwise):
      return conditional(subject, branches, otherwise)
    default: return { _ in .constant(.null) }
    }
  }

  private func isMember(
    _ element: @escaping Evaluate, of list: @escaping Evaluate, _ span: SourceSpan
  ) -> Evaluate {
    let members = MemberTable()
    let answers = TextAnswers(context)
    return { batch throws(QueryError) in
      let (elements, lists) = (try element(batch), try list(batch))
      if case .texts(let numbers, let pool) = elements, batch.count >= TextAnswers.worthwhile,
        case .constant(.list(let items)) = lists
      {
        if !members.isTable(of: items) { answers.forget() }
        return .truths(
          try answers.truths(of: numbers, in: pool) { number throws(QueryError) in
            Truth(members.contains(pool.value(number), in: items).truth)
          })
      }
      var result: [Value] = []
      result.reserveCapacity(batch.count)
      for row in 0..<batch.count {
        if case .list(let items) = lists.value(at: row), items.count >= MemberTable.worthwhile {
          result.append(members.contains(elements.value(at: row), in: items))
        } else {
          result.append(try Membership.contains(elements.value(at: row), in: lists.value(at: row), at: span))
        }
      }
      if case .constant = elements, case .constant = lists, let first = result.first { return .constant(first) }
      return .values(result)
    }
  }

  /// AND (decided by a no) and OR (decided by a yes): later operands only see rows that are not decided.
  private func connective(_ operands: [BoundExpression], decisive: Truth) -> Evaluate {
    let parts = operands.map { (evaluate: compile($0), span: $0.span) }
    return { batch throws(QueryError) in
      var result = [Truth](filledWith: decisive.negated, count: batch.count)
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

  /// CASE: a branch only sees the rows that come to it, unless it is a column that is there anyway.
  private func conditional(
    _ subject: BoundExpression?, _ branches: [BoundBranchCase], _ otherwise: BoundExpression?
  ) -> Evaluate {
    let subject = subject.map { compile($0) }
    let cases = branches.map {
      (
        condition: compile($0.condition), span: $0.condition.span, result: compile($0.result),
        isThere: $0.result.isThere
      )
    }
    let last = otherwise.map { (result: compile($0), isThere: $0.isThere) }
    let nowhere = ColumnChoice.Option(column: .absent, isForAllRows: true)
    return { batch throws(QueryError) in
      guard batch.count > 0 else { return .values([]) }
      let subjects = try subject?(batch)
      var chosen = [Int32](filledWith: Int32(cases.count), count: batch.count)
      var options: [ColumnChoice.Option] = []
      var open = (0..<Int32(batch.count)).map { $0 }
      for (number, branch) in cases.enumerated() {
        var taken: [Int32] = []
        if !open.isEmpty {
          let isWhole = open.count == batch.count
          let conditions = try branch.condition(isWhole ? batch : batch.gathered(open))
          let truths =
            if let subjects {
              (isWhole ? subjects : subjects.gathered(open)).equality(conditions, count: open.count, isNegated: false)
            } else {
              try conditions.truths(count: open.count, at: branch.span)
            }
          taken = truths.rows(where: .yes).map { open[Int($0)] }
          for row in taken { chosen[Int(row)] = Int32(number) }
          if !taken.isEmpty { open = open.filter { chosen[Int($0)] == cases.count } }
        }
        if branch.isThere {
          options.append(ColumnChoice.Option(column: try branch.result(batch).orNulls, isForAllRows: true))
        } else if taken.isEmpty {
          options.append(nowhere)
        } else {
          options.append(
            ColumnChoice.Option(column: try branch.result(batch.gathered(taken)).orNulls, isForAllRows: false))
        }
      }
      if let last, !last.isThere {
        options.append(
          open.isEmpty
            ? nowhere : ColumnChoice.Option(column: try last.result(batch.gathered(open)).orNulls, isForAllRows: false))
      } else {
        let column = try last?.result(batch).orNulls ?? .constant(.null)
        options.append(ColumnChoice.Option(column: column, isForAllRows: true))
      }
      return ColumnChoice(chosen: chosen, options: options).column
    }
  }

  private func textMatch(
    _ match: BoundTextMatch, _ left: @escaping Evaluate, _ right: @escaping Evaluate, _ span: SourceSpan
  ) -> Evaluate {
    let patterns = RegexCache()
    let answers = TextAnswers(context)
    var lastSearch: TextSearch?
    var lastPattern: String?
    func search(_ part: String) -> TextSearch {
      if let lastSearch, lastSearch.part.hasSameBytes(as: part) { return lastSearch }
      answers.forget()
      let search = TextSearch(match, part)
      lastSearch = search
      return search
    }
    func matches(_ text: Value, _ part: Value) throws(QueryError) -> Truth {
      guard case .string(let string) = text, case .string(let part) = part else { return .unknown }
      return match == .regex ? Truth(try patterns.matches(string, part, at: span)) : search(part).truth(of: text)
    }
    return { batch throws(QueryError) in
      let (texts, parts) = (try left(batch), try right(batch))
      if case .texts(let numbers, let pool) = texts, batch.count >= TextAnswers.worthwhile,
        case .constant(.string(let part)) = parts
      {
        if match == .regex {
          if lastPattern != part { answers.forget() }
          lastPattern = part
          return .truths(
            try answers.truths(of: numbers, in: pool) { number throws(QueryError) in
              if number == .max { return .unknown }
              let answer = pool.texts.withBytes(of: Int(number)) { patterns.matches($0, part) }
              if let answer { return Truth(answer) }
              return try matches(pool.value(number), .string(part))
            })
        }
        let search = search(part)
        return .truths(
          try answers.truths(of: numbers, in: pool) { number throws(QueryError) in
            number == .max ? .unknown : pool.texts.withBytes(of: Int(number)) { search.truth(of: $0) }
          })
      }
      if case .constant(let text) = texts, case .constant(let part) = parts {
        return .constant(try matches(text, part).value)
      }
      var truths: [Truth] = []
      truths.reserveCapacity(batch.count)
      for row in 0..<batch.count { truths.append(try matches(texts.value(at: row), parts.value(at: row))) }
      return .truths(truths)
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
    case .integers, .lists: false
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

extension Value {
  /// The truth of a boolean; nil of anything else.
  fileprivate var truth: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
}
