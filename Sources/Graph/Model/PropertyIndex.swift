/// Finds the nodes with a value of one property.
///
/// A column of texts is indexed by the numbers of its texts, as adjacency is by node; other columns by value.
final class PropertyIndex: Sendable {
  /// The texts that are looked up; nil when the column does not hold texts only.
  private let pool: TextPool?
  /// By text, where its nodes start, with one entry more than there are texts.
  private let starts: [UInt32]
  private let values: [Value: Range<Int>]
  /// The nodes, those with the same value together, ascending.
  let nodes: [NodeID]

  /// Builds the index of a column. O(rows).
  init(_ column: PropertyColumn) {
    if case .strings(let numbers, let pool) = column.storage {
      (starts, nodes) = PropertyIndex.sorted(column, numbers, pool)
      self.pool = pool
      values = [:]
      return
    }
    var rows: [Value: [NodeID]] = [:]
    var order: [Value] = []
    column.presence.forEach { place in
      let row = place + column.firstRow
      let value = column.value(at: row)
      if rows[value] == nil { order.append(value) }
      rows[value, default: []].append(NodeID(row))
    }
    var nodes: [NodeID] = []
    var places: [Value: Range<Int>] = [:]
    for value in order {
      let start = nodes.count
      nodes += rows[value] ?? []
      places[value] = start..<nodes.count
    }
    (pool, starts) = (nil, [])
    values = places
    self.nodes = nodes
  }

  /// Counting sort of the nodes by the number of their text.
  private static func sorted(
    _ column: PropertyColumn, _ numbers: [UInt32], _ pool: TextPool
  ) -> (starts: [UInt32], nodes: [NodeID]) {
    var starts = [UInt32](repeating: 0, count: pool.texts.count + 1)
    var count = 0
    column.presence.forEach { place in
      starts[Int(numbers[place]) + 1] += 1
      count += 1
    }
    for number in 1..<starts.count { starts[number] += starts[number - 1] }
    var next = starts
    var nodes = [NodeID](repeating: NodeID(0), count: count)
    column.presence.forEach { place in
      let number = Int(numbers[place])
      nodes[Int(next[number])] = NodeID(place + column.firstRow)
      next[number] += 1
    }
    return (starts, nodes)
  }

  /// The nodes with a value, ascending. O(length) for a text.
  func nodes(where value: Value) -> ArraySlice<NodeID> { nodes[places(of: value)] }

  /// Where the nodes with a value stand in `nodes`.
  private func places(of value: Value) -> Range<Int> {
    guard let pool else { return values[value] ?? 0..<0 }
    guard case .string(let text) = value, let number = pool.texts.number(of: text) else { return 0..<0 }
    return places(ofText: number)
  }

  private func places(ofText number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// For each row of a column, where the nodes with its value stand in `nodes`; nowhere for null and for what equals nothing.
  func places(of column: Vector, count: Int) -> [Range<Int>] {
    switch (column, pool) {
    case (.constant(let value), _): return Array(filledWith: placesOfEqual(value), count: count)
    case (.texts(let numbers, let its), let pool?) where its === pool:
      return numbers.mapped { $0 == .max ? 0..<0 : places(ofText: Int($0)) }
    case (.values(let values), let pool?):
      return pool.texts.numbers(ofTexts: values).mapped { $0 == .max ? 0..<0 : places(ofText: Int($0)) }
    default: return (0..<count).map { placesOfEqual(column.value(at: $0)) }
    }
  }

  /// Where the nodes with what equals a value stand in `nodes`. NaN is equal to nothing, though a table would find it.
  func placesOfEqual(_ value: Value) -> Range<Int> {
    Value.equals(value, value) == true ? places(of: value) : 0..<0
  }
}

extension TextTable {
  /// For each value its number, `UInt32.max` when it is not here or not a text.
  fileprivate func numbers(ofTexts values: [Value]) -> [UInt32] {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(values.count)
    var others: [Int] = []
    for (row, value) in values.enumerated() {
      if case .string(var text) = value { text.withUTF8 { bytes.append(contentsOf: $0) } } else { others.append(row) }
      ends.append(bytes.count)
    }
    var numbers = bytes.withUnsafeBufferPointer { (bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] in
      self.numbers(count: values.count) { row in
        let start = row == 0 ? 0 : ends[row - 1]
        return UnsafeBufferPointer(rebasing: bytes[start..<ends[row]])
      }
    }
    for row in others { numbers[row] = .max }
    return numbers
  }
}
