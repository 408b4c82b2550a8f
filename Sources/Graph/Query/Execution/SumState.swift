/// The sum of the numbers of each group: an integer when all are integers.
final class SumState: AggregateState {
  private let span: SourceSpan
  private var wholes: [Int64] = []
  private var reals: [Double] = []
  /// The groups with a float.
  private var isReal: [Bool] = []
  /// What is wrong with a group, found at the first value that does not go; it is told when the results are asked for.
  private var failures: [Int32: QueryError] = [:]

  init(at span: SourceSpan) { self.span = span }

  func reach(_ groups: Int) {
    let missing = max(0, groups - wholes.count)
    wholes.append(contentsOf: repeatElement(0, count: missing))
    reals.append(contentsOf: repeatElement(0, count: missing))
    isReal.append(contentsOf: repeatElement(false, count: missing))
  }

  func add(_ input: AggregateInput) {
    guard let argument = input.argument else { return }
    if case .integers(let integers) = argument, failures.isEmpty, addWithoutOverflow(integers, input.groups) { return }
    for (row, group) in input.groups.enumerated() where failures[group] == nil {
      switch argument.value(at: row) {
      case .null: continue
      case .integer(let number):
        let (total, overflow) = wholes[Int(group)].addingReportingOverflow(number)
        if overflow { failures[group] = RuntimeErrors.overflow("sum", at: span) }
        wholes[Int(group)] = total
      case .float(let number):
        isReal[Int(group)] = true
        reals[Int(group)] += number
      case let other: failures[group] = RuntimeErrors.notSummable("sum", other, at: span)
      }
    }
  }

  /// Adds integers; when one is too many, all are taken away again, and it gives false.
  private func addWithoutOverflow(_ integers: [Int64], _ groups: [Int32]) -> Bool {
    let added = wholes.withUnsafeMutableBufferPointer { wholes in
      for (row, group) in groups.enumerated() {
        let (total, overflow) = wholes[Int(group)].addingReportingOverflow(integers[row])
        if overflow { return row }
        wholes[Int(group)] = total
      }
      return groups.count
    }
    if added == groups.count { return true }
    // What is in between may be too much too.
    for row in 0..<added { wholes[Int(groups[row])] &-= integers[row] }
    return false
  }

  func results() throws(QueryError) -> Vector {
    if let first = failures.min(by: { $0.key < $1.key }) { throw first.value }
    if !isReal.contains(true) { return .integers(wholes) }
    return .compact(wholes.indices.map { isReal[$0] ? .float(reals[$0] + Double(wholes[$0])) : .integer(wholes[$0]) })
  }

  func forget() { (wholes, reals, isReal, failures) = ([], [], [], [:]) }
}

/// The mean of the numbers of each group; null of none.
final class MeanState: AggregateState {
  private let span: SourceSpan
  private var sums: [Double] = []
  private var counts: [Int] = []
  /// What is wrong with a group, found at the first value that does not go; it is told when the results are asked for.
  private var failures: [Int32: QueryError] = [:]

  init(at span: SourceSpan) { self.span = span }

  func reach(_ groups: Int) {
    let missing = max(0, groups - sums.count)
    sums.append(contentsOf: repeatElement(0, count: missing))
    counts.append(contentsOf: repeatElement(0, count: missing))
  }

  func add(_ input: AggregateInput) {
    guard let argument = input.argument else { return }
    if case .integers(let integers) = argument {
      for (row, group) in input.groups.enumerated() { add(Double(integers[row]), group) }
      return
    }
    for (row, group) in input.groups.enumerated() {
      let value = argument.value(at: row)
      if let number = value.asDouble {
        add(number, group)
      } else if !value.isNull, failures[group] == nil {
        failures[group] = RuntimeErrors.notSummable("avg", value, at: span)
      }
    }
  }

  @inline(__always)
  private func add(_ number: Double, _ group: Int32) {
    sums[Int(group)] += number
    counts[Int(group)] += 1
  }

  func results() throws(QueryError) -> Vector {
    if let first = failures.min(by: { $0.key < $1.key }) { throw first.value }
    return .values(sums.indices.map { counts[$0] == 0 ? .null : .float(sums[$0] / Double(counts[$0])) })
  }

  func forget() { (sums, counts, failures) = ([], [], [:]) }
}
