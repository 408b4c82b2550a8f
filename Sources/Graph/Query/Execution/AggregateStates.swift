/// One aggregate over all groups.
protocol AggregateState: AnyObject {
  /// Makes room for so many groups.
  func reach(_ groups: Int)
  func add(_ input: AggregateInput) throws(QueryError)
  /// The results of all groups.
  func results() throws(QueryError) -> Vector
  /// Forgets all groups; the next is number 0 again.
  func forget()
}

/// Rows for one aggregate.
struct AggregateInput {
  /// nil for `count(*)`.
  var argument: Vector?
  var parameter: Vector?
  /// The group of each row.
  var groups: [Int32]
  /// The rows from which on no group of an earlier row occurs again.
  var runs: [Int] = []
}

/// Counts rows, or values that are not null.
final class CountState: AggregateState {
  private var counts: [Int64] = []

  func reach(_ groups: Int) { counts.append(contentsOf: repeatElement(0, count: max(0, groups - counts.count))) }

  func add(_ input: AggregateInput) {
    counts.withUnsafeMutableBufferPointer { counts in
      switch input.argument {
      case nil, .integers?:
        for group in input.groups { counts[Int(group)] += 1 }
      case .nodes(let nodes)?:
        for (row, group) in input.groups.enumerated() where nodes[row] != .none { counts[Int(group)] += 1 }
      case .picked(let places, let values)? where values.count < places.count:
        let isNull = values.map(\.isNull)
        for (row, group) in input.groups.enumerated() where !isNull[Int(places[row])] { counts[Int(group)] += 1 }
      case let argument?:
        for (row, group) in input.groups.enumerated() where !argument.isNull(at: row) { counts[Int(group)] += 1 }
      }
    }
  }

  func results() -> Vector { .integers(counts) }

  func forget() { counts.removeAll(keepingCapacity: true) }
}

/// Counts different nodes where the rows of a group with the same node stand together.
final class NeighbouringNodesState: AggregateState {
  private var counts: [Int64] = []
  private var last: [NodeID] = []

  func reach(_ groups: Int) {
    let missing = max(0, groups - counts.count)
    counts.append(contentsOf: repeatElement(0, count: missing))
    last.append(contentsOf: repeatElement(.none, count: missing))
  }

  func add(_ input: AggregateInput) {
    guard case .nodes(let nodes) = input.argument else { return }
    counts.withUnsafeMutableBufferPointer { counts in
      last.withUnsafeMutableBufferPointer { last in
        for (row, group) in input.groups.enumerated() where nodes[row] != last[Int(group)] && nodes[row] != .none {
          last[Int(group)] = nodes[row]
          counts[Int(group)] += 1
        }
      }
    }
  }

  func results() -> Vector { .integers(counts) }

  func forget() {
    counts.removeAll(keepingCapacity: true)
    last.removeAll(keepingCapacity: true)
  }
}

/// Gathers what each group has and computes the result in the end.
final class FoldState: AggregateState {
  /// Computes the result of the values of a group, nulls left out, and the last parameter.
  typealias Fold = ([Value], Value) throws(QueryError) -> Value

  private let fold: Fold
  private var values: [[Value]] = []
  private var parameters: [Value] = []

  init(_ fold: @escaping Fold) { self.fold = fold }

  func reach(_ groups: Int) {
    let missing = max(0, groups - values.count)
    values.append(contentsOf: repeatElement([], count: missing))
    parameters.append(contentsOf: repeatElement(.null, count: missing))
  }

  func add(_ input: AggregateInput) {
    for (row, group) in input.groups.enumerated() {
      let value = input.argument?.value(at: row) ?? .null
      if let parameter = input.parameter { parameters[Int(group)] = parameter.value(at: row) }
      if !value.isNull { values[Int(group)].append(value) }
    }
  }

  func results() throws(QueryError) -> Vector {
    var results: [Value] = []
    results.reserveCapacity(values.count)
    for group in values.indices { results.append(try fold(values[group], parameters[group])) }
    return .compact(results)
  }

  func forget() {
    values = []
    parameters = []
  }
}

/// Lets each value of a group through once.
final class DistinctState: AggregateState {
  private let inner: any AggregateState
  private let seen = RowGrouper()

  init(_ inner: any AggregateState) { self.inner = inner }

  func reach(_ groups: Int) { inner.reach(groups) }

  func add(_ input: AggregateInput) throws(QueryError) {
    guard let argument = input.argument else { return }
    let tags = Vector.nodes(input.groups.map { NodeID(rawValue: UInt32(bitPattern: $0)) })
    let rows = seen.numbered([tags, argument], count: input.groups.count, runs: input.runs).new
    try inner.add(
      AggregateInput(
        argument: argument.gathered(rows), parameter: input.parameter?.gathered(rows),
        groups: rows.map { input.groups[Int($0)] }))
  }

  func results() throws(QueryError) -> Vector { try inner.results() }

  func forget() {
    inner.forget()
    seen.forget()
  }
}
