/// Finds from a node every other node for which a subquery about two has rows.
struct EndFinder {
  let given: Slot
  let found: Slot
  private let part: PartRunner

  /// - Parameter part: the runner of the query of `end`.
  init(_ end: OpenEnd, _ part: PartRunner) {
    given = end.given
    found = end.found
    self.part = part
  }

  /// How many rows are expected to be made on the way, from one node.
  var expectedRows: Double { part.expectedRows }

  /// Finds from the nodes in some rows of a batch, in order, until it is done or stopped.
  ///
  /// - Parameters:
  ///   - step: is given the place in `rows` of the node a find was made from, and what was found.
  ///   - goesOn: is asked now and then.
  /// - Returns: for how many of `rows` everything was found.
  func find(
    _ rows: [Int32], of batch: Batch, step: (Int, NodeID) -> Void, while goesOn: () -> Bool
  ) throws(QueryError) -> Int {
    part.open(batch.gathered(rows, keeping: [given]))
    var last = 0
    while let (batch, tags) = try part.next() {
      guard case .nodes(let nodes) = batch[found] else { return 0 }
      for (node, tag) in zip(nodes, tags) { step(Int(tag), node) }
      last = Int(tags.last ?? 0)
      guard goesOn() else { return last }
    }
    return rows.count
  }
}
