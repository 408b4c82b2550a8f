/// The least or the greatest value of each group in the order of ORDER BY, nulls left out.
final class ExtremeState: AggregateState {
  /// Of what kind all values were so far, which tells where the best are kept.
  private enum Kind { case unknown, nodes, integers, texts, mixed }

  private let isGreatest: Bool
  private var kind = Kind.unknown
  /// How many groups there are; a group without a value has null.
  private var count = 0
  private var nodes: [NodeID] = []
  private var integers: [Int64] = []
  /// The groups that have an integer.
  private var hasInteger: [Bool] = []
  private var texts: [UInt32] = []
  private var pool: TextPool?
  private var values: [Value] = []

  init(isGreatest: Bool) { self.isGreatest = isGreatest }

  func reach(_ groups: Int) {
    guard groups > count else { return }
    let missing = groups - count
    count = groups
    switch kind {
    case .unknown: break
    case .nodes: nodes.append(contentsOf: repeatElement(.none, count: missing))
    case .integers:
      integers.append(contentsOf: repeatElement(0, count: missing))
      hasInteger.append(contentsOf: repeatElement(false, count: missing))
    case .texts: texts.append(contentsOf: repeatElement(.max, count: missing))
    case .mixed: values.append(contentsOf: repeatElement(.null, count: missing))
    }
  }

  func add(_ input: AggregateInput) {
    switch input.argument {
    case nil: return
    case .nodes(let column)? where kind == .unknown || kind == .nodes:
      if kind == .unknown { (kind, nodes) = (.nodes, Array(filledWith: .none, count: count)) }
      better(&nodes, column, input.groups)
    case .integers(let column)? where kind == .unknown || kind == .integers:
      if kind == .unknown {
        (kind, integers) = (.integers, Array(filledWith: 0, count: count))
        hasInteger = Array(filledWith: false, count: count)
      }
      better(column, input.groups)
    case .texts(let column, let pool)? where kind == .unknown || kind == .texts && pool === self.pool:
      if kind == .unknown { (kind, texts, self.pool) = (.texts, Array(filledWith: .max, count: count), pool) }
      better(&texts, column, pool, input.groups)
    case let column?:
      if kind != .mixed { (values, kind, nodes, integers, texts) = (valuesSoFar, .mixed, [], [], []) }
      better(&values, column, input.groups)
    }
  }

  private func better(_ nodes: inout [NodeID], _ column: [NodeID], _ groups: [Int32]) {
    for (row, group) in groups.enumerated() where column[row] != .none {
      let best = nodes[Int(group)]
      if best == .none || (isGreatest ? best < column[row] : column[row] < best) { nodes[Int(group)] = column[row] }
    }
  }

  private func better(_ column: [Int64], _ groups: [Int32]) {
    for (row, group) in groups.enumerated() {
      let group = Int(group)
      if !hasInteger[group] || (isGreatest ? integers[group] < column[row] : column[row] < integers[group]) {
        (integers[group], hasInteger[group]) = (column[row], true)
      }
    }
  }

  private func better(_ numbers: inout [UInt32], _ column: [UInt32], _ pool: TextPool, _ groups: [Int32]) {
    for (row, group) in groups.enumerated() where column[row] != .max && column[row] != numbers[Int(group)] {
      let best = numbers[Int(group)]
      let order = best == .max ? 0 : pool.texts.order(Int(column[row]), pool.texts, Int(best))
      if best == .max || (isGreatest ? order > 0 : order < 0) { numbers[Int(group)] = column[row] }
    }
  }

  private func better(_ values: inout [Value], _ column: Vector, _ groups: [Int32]) {
    for (row, group) in groups.enumerated() {
      let value = column.value(at: row)
      if value.isNull { continue }
      let order = values[Int(group)].isNull ? nil : Value.order(value, values[Int(group)])
      if order.map({ isGreatest ? $0 > 0 : $0 < 0 }) ?? true { values[Int(group)] = value }
    }
  }

  private var valuesSoFar: [Value] {
    switch kind {
    case .unknown: Array(filledWith: .null, count: count)
    case .nodes: nodes.map(\.value)
    case .integers: integers.indices.map { hasInteger[$0] ? .integer(integers[$0]) : .null }
    case .texts: texts.map { pool?.value($0) ?? .null }
    case .mixed: values
    }
  }

  func results() -> Vector {
    switch (kind, pool) {
    case (.nodes, _): .nodes(nodes)
    case (.texts, let pool?): .texts(texts, pool)
    case (.integers, _) where !hasInteger.contains(false): .integers(integers)
    case (.mixed, _): .compact(values)
    default: .values(valuesSoFar)
    }
  }

  func forget() {
    (count, kind) = (0, .unknown)
    (nodes, integers, hasInteger, texts, pool, values) = ([], [], [], [], nil, [])
  }
}
