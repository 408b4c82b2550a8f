/// Finds the nodes with a value of one property.
///
/// A column of texts is indexed by the numbers of its texts, as adjacency is by node; other columns by value.
final class PropertyIndex: Sendable {
  private enum Storage {
    /// Where the nodes of each text start, with one entry more than there are texts, and the nodes.
    case texts(TextPool, offsets: [UInt32], nodes: [NodeID])
    case values([Value: [NodeID]])
  }

  private let storage: Storage

  /// Builds the index of a column. O(rows).
  init(_ column: PropertyColumn) {
    if case .strings(let numbers, let pool) = column.storage {
      storage = PropertyIndex.byText(column, numbers, pool)
      return
    }
    var values: [Value: [NodeID]] = [:]
    column.presence.forEach { place in
      let row = place + column.firstRow
      values[column.value(at: row), default: []].append(NodeID(row))
    }
    storage = .values(values)
  }

  /// Counting sort of the nodes by the number of their text.
  private static func byText(_ column: PropertyColumn, _ numbers: [UInt32], _ pool: TextPool) -> Storage {
    var offsets = [UInt32](repeating: 0, count: pool.texts.count + 1)
    var count = 0
    column.presence.forEach { place in
      offsets[Int(numbers[place]) + 1] += 1
      count += 1
    }
    for number in 1..<offsets.count { offsets[number] += offsets[number - 1] }
    var next = offsets
    var nodes = [NodeID](repeating: NodeID(0), count: count)
    column.presence.forEach { place in
      let number = Int(numbers[place])
      nodes[Int(next[number])] = NodeID(place + column.firstRow)
      next[number] += 1
    }
    return .texts(pool, offsets: offsets, nodes: nodes)
  }

  /// The nodes with a value, ascending. O(length) for a text.
  func nodes(where value: Value) -> ArraySlice<NodeID> {
    switch storage {
    case .values(let values): return values[value].map { $0[...] } ?? []
    case .texts(let pool, let offsets, let nodes):
      guard case .string(let text) = value, let number = pool.texts.number(of: text) else { return [] }
      return nodes[Int(offsets[number])..<Int(offsets[number + 1])]
    }
  }
}
