extension AggregateFunction {
  /// A fresh state for one run.
  ///
  /// - Parameter isClustered: the argument is a node, and the rows of a group with the same node stand together.
  func makeState(isDistinct: Bool, isClustered: Bool, at span: SourceSpan) -> any AggregateState {
    if self == .count && isDistinct && isClustered { return NeighbouringNodesState() }
    let state: any AggregateState =
      switch self {
      case .count: CountState()
      case .min: ExtremeState(isGreatest: false)
      case .max: ExtremeState(isGreatest: true)
      case .sum: SumState(at: span)
      case .avg: MeanState(at: span)
      case .collect: CollectState()
      case .stDev, .stDevP, .percentileCont, .percentileDisc: FoldState(fold(at: span))
      }
    // The least of distinct values is the least of all.
    return isDistinct && self != .min && self != .max ? DistinctState(state) : state
  }

  private func fold(at span: SourceSpan) -> FoldState.Fold {
    switch self {
    case .percentileCont:
      { values, share throws(QueryError) in try Statistics.percentile(values, share, isContinuous: true, at: span) }
    case .percentileDisc:
      { values, share throws(QueryError) in try Statistics.percentile(values, share, isContinuous: false, at: span) }
    default:
      { [self] values, _ throws(QueryError) in
        try Statistics.deviation(values, isSample: self == .stDev, at: span)
      }
    }
  }
}

/// The arithmetic of the aggregates.
private enum Statistics {
  static func deviation(_ values: [Value], isSample: Bool, at span: SourceSpan) throws(QueryError) -> Value {
    let numbers = try numbers(values, "stDev", at: span)
    let divisor = isSample ? numbers.count - 1 : numbers.count
    guard divisor > 0 else { return .float(0) }
    let mean = numbers.reduce(0, +) / Double(numbers.count)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return .float((squares / Double(divisor)).squareRoot())
  }

  static func percentile(
    _ values: [Value], _ share: Value, isContinuous: Bool, at span: SourceSpan
  ) throws(QueryError) -> Value {
    guard !values.isEmpty else { return .null }
    let wanted: Double
    switch share {
    case .integer(let number): wanted = Double(number)
    case .float(let number): wanted = number
    default: throw RuntimeErrors.badPercentile(share, at: span)
    }
    guard (0...1).contains(wanted) else { throw RuntimeErrors.badPercentile(share, at: span) }
    let sorted = values.sorted { Value.order($0, $1) < 0 }
    guard isContinuous else { return sorted[max(0, Int((wanted * Double(sorted.count)).rounded(.up)) - 1)] }
    let numbers = try numbers(sorted, "percentileCont", at: span)
    let place = wanted * Double(numbers.count - 1)
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    return .float(numbers[low] + (numbers[high] - numbers[low]) * (place - Double(low)))
  }

  private static func numbers(_ values: [Value], _ function: String, at span: SourceSpan) throws(QueryError) -> [Double]
  {
    var numbers: [Double] = []
    for value in values {
      switch value {
      case .integer(let number): numbers.append(Double(number))
      case .float(let number): numbers.append(number)
      default: throw RuntimeErrors.notSummable(function, value, at: span)
      }
    }
    return numbers
  }
}
