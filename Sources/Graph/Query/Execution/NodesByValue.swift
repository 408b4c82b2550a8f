/// Nodes by what an expression gives for them, so that those equal to a value are found at once.
final class NodesByValue {
  /// Those with equal values together, in the order they were given.
  private(set) var nodes: [NodeID] = []
  /// By group of equal values, where its nodes start; one entry more than there are groups.
  private var starts: [UInt32] = [0]
  private let grouper = RowGrouper()

  /// Evaluates the expression for each node. O(nodes).
  ///
  /// - Parameters:
  ///   - candidates: the nodes.
  ///   - slot: where the expression reads the node.
  ///   - key: the expression.
  ///   - context: what the statement looks at.
  init(_ candidates: [NodeID], in slot: Slot, by key: Evaluate, _ context: ExecutionContext) throws(QueryError) {
    var groups: [Int32] = []
    var equalsItself: [Bool] = []
    groups.reserveCapacity(candidates.count)
    for start in stride(from: 0, to: candidates.count, by: Batch.targetSize) {
      let block = Array(candidates[start..<min(candidates.count, start + Batch.targetSize)])
      try context.use(rows: block.count)
      var batch = Batch(count: block.count)
      batch[slot] = .nodes(block)
      let values = try key(batch)
      let numbered = grouper.numbered([values], count: block.count)
      groups += numbered.groups
      // Null and NaN are equal to nothing, and so is a list with null in it.
      for row in numbered.new {
        let value = values.value(at: Int(row))
        equalsItself.append(Value.equals(value, value) == true)
      }
    }
    sort(candidates, groups, equalsItself)
  }

  /// Counting sort of the nodes by their group.
  private func sort(_ candidates: [NodeID], _ groups: [Int32], _ equalsItself: [Bool]) {
    starts = Array(repeating: 0, count: equalsItself.count + 1)
    for group in groups where equalsItself[Int(group)] { starts[Int(group) + 1] += 1 }
    for group in equalsItself.indices { starts[group + 1] += starts[group] }
    var next = starts
    nodes = Array(repeating: .none, count: Int(starts[equalsItself.count]))
    for (node, group) in zip(candidates, groups) where equalsItself[Int(group)] {
      nodes[Int(next[Int(group)])] = node
      next[Int(group)] += 1
    }
  }

  /// For each row of a column, where the nodes with an equal value stand in `nodes`.
  func places(of column: Vector, count: Int) -> [Range<Int>] {
    // A value that no node has becomes a group behind those of the nodes.
    grouper.numbered([column], count: count).groups.map { group in
      let group = Int(group)
      return group + 1 < starts.count ? Int(starts[group])..<Int(starts[group + 1]) : 0..<0
    }
  }
}
