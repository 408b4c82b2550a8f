extension ExpressionCompiler {
  func compare(_ comparison: Comparison, _ left: BoundExpression, _ right: BoundExpression) -> Evaluate {
    if comparison == .equal || comparison == .notEqual {
      if let fast = compareText(comparison, left, right) { return fast }
      return equality(compile(left), compile(right), isNegated: comparison == .notEqual)
    }
    let (first, second) = (compile(left), compile(right))
    return { batch throws(QueryError) in
      let (a, b) = (try first(batch), try second(batch))
      if case .integers(let x) = a, case .integers(let y) = b { return .truths(comparison.truths(of: x, y)) }
      return .truths((0..<batch.count).map { comparison.truth(of: a.value(at: $0), b.value(at: $0)) })
    }
  }

  private func equality(_ left: @escaping Evaluate, _ right: @escaping Evaluate, isNegated: Bool) -> Evaluate {
    { batch throws(QueryError) in
      switch (try left(batch), try right(batch)) {
      case (.nodes(let a), .nodes(let b)):
        return .truths(
          (0..<batch.count).map { row in
            a[row] == .none || b[row] == .none ? .unknown : Truth((a[row] == b[row]) != isNegated)
          })
      case (.integers(let a), .integers(let b)):
        return .truths(zip(a, b).map { Truth(($0 == $1) != isNegated) })
      case (let a, let b):
        return .truths(
          (0..<batch.count).map { row in
            Truth(Value.equals(a.value(at: row), b.value(at: row)).map { $0 != isNegated })
          })
      }
    }
  }

  /// `n.key = 'text'` compares the numbers of the column's texts, when one side is a property of a node or relationship and the
  /// other the same text in every row.
  private func compareText(_ comparison: Comparison, _ left: BoundExpression, _ right: BoundExpression) -> Evaluate? {
    if context.lineages?.tracing == .everything { return nil }
    let view = context.view
    for (side, other) in [(left, right), (right, left)] {
      guard case .property(let base, let key) = side.kind, other.slotsRead.isEmpty, let id = key.id,
        let table = properties(of: base.type), let column = table.column(id),
        case .strings(let codes, let texts) = column.storage
      else { continue }
      let (entity, text) = (compile(base), compile(other))
      let general = equality(compile(left), compile(right), isNegated: comparison == .notEqual)
      return { batch throws(QueryError) in
        guard case .constant(.string(let wanted)) = try text(batch) else { return try general(batch) }
        let code = texts.number(of: wanted).map { UInt32($0) }
        func truth(_ row: UInt32) -> Truth {
          guard column.hasValue(at: Int(row)) else { return .unknown }
          return Truth((codes[Int(row) - column.firstRow] == code) == (comparison == .equal))
        }
        switch try entity(batch) {
        case .nodes(let nodes): return .truths(nodes.map { truth($0.rawValue) })
        case .relationships(let relationships): return .truths(relationships.map { truth(UInt32(view.row(of: $0))) })
        default: return try general(batch)
        }
      }
    }
    return nil
  }

  private func properties(of type: StaticType) -> PropertyTable? {
    switch type {
    case .node: context.graph.nodeProperties
    case .relationship: context.graph.relationshipProperties
    default: nil
    }
  }
}

extension Comparison {
  /// `<`, `<=`, `>`, `>=` of two columns of integers.
  fileprivate func truths(of left: [Int64], _ right: [Int64]) -> [Truth] {
    switch self {
    case .less: zip(left, right).map { Truth($0 < $1) }
    case .lessOrEqual: zip(left, right).map { Truth($0 <= $1) }
    case .greater: zip(left, right).map { Truth($0 > $1) }
    case .greaterOrEqual: zip(left, right).map { Truth($0 >= $1) }
    case .equal: zip(left, right).map { Truth($0 == $1) }
    case .notEqual: zip(left, right).map { Truth($0 != $1) }
    }
  }

  /// `<`, `<=`, `>`, `>=` of two values.
  fileprivate func truth(of left: Value, _ right: Value) -> Truth {
    switch Value.compare(left, right) {
    case .unknown: .unknown
    case .unordered: .no
    case .ordered(let order):
      switch self {
      case .less: Truth(order < 0)
      case .lessOrEqual: Truth(order <= 0)
      case .greater: Truth(order > 0)
      case .greaterOrEqual: Truth(order >= 0)
      case .equal: Truth(order == 0)
      case .notEqual: Truth(order != 0)
      }
    }
  }
}
