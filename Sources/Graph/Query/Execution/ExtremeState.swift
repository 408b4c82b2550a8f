/// The least or the greatest value of each group in the order of ORDER BY, nulls left out.
final class ExtremeState: AggregateState {
  private let isGreatest: Bool
  private var count = 0
  private var best = Best.nothing

  /// The extreme of each group, compact as long as all values are of one kind.
  private enum Best {
    case nothing
    case nodes([NodeID])
    case texts([UInt32], TextPool)
    case values([Value])
  }

  init(isGreatest: Bool) { self.isGreatest = isGreatest }

  func reach(_ groups: Int) {
    let missing = max(0, groups - count)
    guard missing > 0 else { return }
    count += missing
    let known = best
    best = .nothing
    switch consume known {
    case .nothing: break
    case .nodes(var nodes):
      nodes.append(contentsOf: repeatElement(.none, count: missing))
      best = .nodes(nodes)
    case .texts(var numbers, let pool):
      numbers.append(contentsOf: repeatElement(.max, count: missing))
      best = .texts(numbers, pool)
    case .values(var values):
      values.append(contentsOf: repeatElement(.null, count: missing))
      best = .values(values)
    }
  }

  func add(_ input: AggregateInput) {
    guard let argument = input.argument else { return }
    let known = best
    best = .nothing
    best = better(consume known, argument, input.groups)
  }

  private func better(_ known: consuming Best, _ column: Vector, _ groups: [Int32]) -> Best {
    switch (consume known, column) {
    case (.nothing, .nodes(let column)):
      .nodes(better(Array(filledWith: .none, count: count), column, groups))
    case (.nodes(let nodes), .nodes(let column)): .nodes(better(nodes, column, groups))
    case (.nothing, .texts(let column, let pool)):
      .texts(better(Array(filledWith: .max, count: count), column, pool, groups), pool)
    case (.texts(let numbers, let pool), .texts(let column, let its)) where pool === its:
      .texts(better(numbers, column, pool, groups), pool)
    case (let known, _): .values(better(values(of: known), column, groups))
    }
  }

  private func better(_ nodes: consuming [NodeID], _ column: [NodeID], _ groups: [Int32]) -> [NodeID] {
    var nodes = consume nodes
    for (row, group) in groups.enumerated() where column[row] != .none {
      let best = nodes[Int(group)]
      if best == .none || (isGreatest ? best < column[row] : column[row] < best) { nodes[Int(group)] = column[row] }
    }
    return nodes
  }

  private func better(
    _ numbers: consuming [UInt32], _ column: [UInt32], _ pool: TextPool, _ groups: [Int32]
  ) -> [UInt32] {
    var numbers = consume numbers
    for (row, group) in groups.enumerated() where column[row] != .max && column[row] != numbers[Int(group)] {
      let best = numbers[Int(group)]
      let order = best == .max ? 0 : pool.texts.order(Int(column[row]), pool.texts, Int(best))
      if best == .max || (isGreatest ? order > 0 : order < 0) { numbers[Int(group)] = column[row] }
    }
    return numbers
  }

  private func better(_ values: consuming [Value], _ column: Vector, _ groups: [Int32]) -> [Value] {
    var values = consume values
    for (row, group) in groups.enumerated() {
      let value = column.value(at: row)
      if value.isNull { continue }
      let order = values[Int(group)].isNull ? nil : Value.order(value, values[Int(group)])
      if order.map({ isGreatest ? $0 > 0 : $0 < 0 }) ?? true { values[Int(group)] = value }
    }
    return values
  }

  private func values(of best: Best) -> [Value] {
    switch best {
    case .nothing: Array(filledWith: .null, count: count)
    case .nodes(let nodes): nodes.map(\.value)
    case .texts(let numbers, let pool): numbers.map { pool.value($0) }
    case .values(let values): values
    }
  }

  func results() -> Vector {
    switch best {
    case .nothing: .values(values(of: best))
    case .nodes(let nodes): .nodes(nodes)
    case .texts(let numbers, let pool): .texts(numbers, pool)
    case .values(let values): .compact(values)
    }
  }

  func forget() {
    count = 0
    best = .nothing
  }
}
