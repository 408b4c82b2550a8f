extension ExpressionCompiler {
  func compare(_ comparison: Comparison, _ left: BoundExpression, _ right: BoundExpression) -> Evaluate {
    if comparison == .equal || comparison == .notEqual {
      return equality(compile(left), compile(right), isNegated: comparison == .notEqual)
    }
    let (first, second) = (compile(left), compile(right))
    return { batch throws(QueryError) in
      let (a, b) = (try first(batch), try second(batch))
      switch (a, b) {
      case (.integers(let x), .integers(let y)): return .truths(comparison.truths(of: x, y))
      case (.integers(let x), .constant(.integer(let y))):
        return .truths(comparison.truths(of: x, repeatElement(y, count: x.count)))
      case (.constant(.integer(let x)), .integers(let y)):
        return .truths(comparison.truths(of: repeatElement(x, count: y.count), y))
      case (.texts(let x, let pool), .texts(let y, let other)):
        return .truths(zip(x, y).map { comparison.truth(of: $0, pool.texts, $1, other.texts) })
      default: break
      }
      return .truths((0..<batch.count).map { comparison.truth(of: a.value(at: $0), b.value(at: $0)) })
    }
  }

  private func equality(_ left: @escaping Evaluate, _ right: @escaping Evaluate, isNegated: Bool) -> Evaluate {
    { batch throws(QueryError) in
      let (a, b) = (try left(batch), try right(batch))
      return .truths(a.equality(b, count: batch.count, isNegated: isNegated))
    }
  }
}

extension Vector {
  /// `=` or `<>` of two columns, row by row.
  func equality(_ other: Vector, count: Int, isNegated: Bool) -> [Truth] {
    switch (self, other) {
    case (.nodes(let a), .nodes(let b)):
      return (0..<count).map { row in
        a[row] == .none || b[row] == .none ? .unknown : Truth((a[row] == b[row]) != isNegated)
      }
    case (.integers(let a), .integers(let b)):
      return zip(a, b).map { Truth(($0 == $1) != isNegated) }
    case (.integers(let integers), .constant(.integer(let wanted))),
      (.constant(.integer(let wanted)), .integers(let integers)):
      return integers.map { Truth(($0 == wanted) != isNegated) }
    case (.texts(let a, let pool), .texts(let b, let other)) where pool === other:
      return zip(a, b).map { $0 == .max || $1 == .max ? .unknown : Truth(($0 == $1) != isNegated) }
    case (.texts(let texts, let pool), .constant(.string(let wanted))),
      (.constant(.string(let wanted)), .texts(let texts, let pool)):
      guard let number = pool.texts.number(of: wanted).map({ UInt32($0) }) else {
        return texts.map { $0 == .max ? .unknown : Truth(isNegated) }
      }
      return texts.map { $0 == .max ? .unknown : Truth(($0 == number) != isNegated) }
    default:
      return (0..<count).map { row in
        Truth(Value.equals(value(at: row), other.value(at: row)).map { $0 != isNegated })
      }
    }
  }
}

extension Comparison {
  /// `<`, `<=`, `>`, `>=` of two columns of integers.
  fileprivate func truths(of left: some Sequence<Int64>, _ right: some Sequence<Int64>) -> [Truth] {
    switch self {
    case .less: zip(left, right).map { Truth($0 < $1) }
    case .lessOrEqual: zip(left, right).map { Truth($0 <= $1) }
    case .greater: zip(left, right).map { Truth($0 > $1) }
    case .greaterOrEqual: zip(left, right).map { Truth($0 >= $1) }
    case .equal: zip(left, right).map { Truth($0 == $1) }
    case .notEqual: zip(left, right).map { Truth($0 != $1) }
    }
  }

  /// `<`, `<=`, `>`, `>=` of two texts of pools; null is `UInt32.max`.
  @inline(__always)
  fileprivate func truth(of left: UInt32, _ texts: TextTable, _ right: UInt32, _ others: TextTable) -> Truth {
    if left == .max || right == .max { return .unknown }
    return truth(of: texts.order(Int(left), others, Int(right)))
  }

  /// The truth when the left side comes before (negative), with or after the right.
  @inline(__always)
  private func truth(of order: Int) -> Truth {
    switch self {
    case .less: Truth(order < 0)
    case .lessOrEqual: Truth(order <= 0)
    case .greater: Truth(order > 0)
    case .greaterOrEqual: Truth(order >= 0)
    case .equal: Truth(order == 0)
    case .notEqual: Truth(order != 0)
    }
  }

  /// `<`, `<=`, `>`, `>=` of two values.
  fileprivate func truth(of left: Value, _ right: Value) -> Truth {
    switch Value.compare(left, right) {
    case .unknown: .unknown
    case .unordered: .no
    case .ordered(let order): truth(of: order)
    }
  }
}
