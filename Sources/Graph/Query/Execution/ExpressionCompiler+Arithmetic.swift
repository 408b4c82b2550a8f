extension ExpressionCompiler {
  /// An operation of two columns; of integers without making values.
  func arithmetic(
    _ operation: BoundArithmetic, _ left: @escaping Evaluate, _ right: @escaping Evaluate, _ span: SourceSpan
  ) -> Evaluate {
    let takesIntegers =
      switch operation {
      case .add, .subtract, .multiply, .divide, .modulo: true
      case .power, .concatenate: false
      }
    return { batch throws(QueryError) in
      let (a, b) = (try left(batch), try right(batch))
      if takesIntegers, let x = a.integers(count: batch.count), let y = b.integers(count: batch.count),
        !(a.isConstant && b.isConstant)
      {
        var result: [Int64] = []
        result.reserveCapacity(batch.count)
        for row in 0..<batch.count { result.append(try Arithmetic.integers(operation, x[row], y[row], at: span)) }
        return .integers(result)
      }
      return try Vector.pairwise(a, b, count: batch.count) { x, y throws(QueryError) in
        try Arithmetic.result(operation, x, y, at: span)
      }
    }
  }
}

extension Vector {
  /// The integers of a column of nothing else.
  fileprivate func integers(count: Int) -> [Int64]? {
    switch self {
    case .integers(let integers): integers
    case .constant(.integer(let integer)): Array(filledWith: integer, count: count)
    default: nil
    }
  }

  /// What a function gives for the values of two columns, row by row.
  @inline(__always)
  static func pairwise(
    _ left: Vector, _ right: Vector, count: Int, _ apply: (Value, Value) throws(QueryError) -> Value
  ) throws(QueryError) -> Vector {
    if case .constant(let x) = left, case .constant(let y) = right { return .constant(try apply(x, y)) }
    var result: [Value] = []
    result.reserveCapacity(count)
    for row in 0..<count { result.append(try apply(left.value(at: row), right.value(at: row))) }
    return .values(result)
  }
}
