/// Finds from a node every other node for which a subquery about two has rows.
final class EndFinder {
  let given: Slot
  let found: Slot
  private let makePart: () -> PartRunner?
  private lazy var part = makePart()

  /// - Parameter makePart: makes the runner of the query of `end`, once it is needed: few statements ever do.
  init(_ end: OpenEnd, _ makePart: @escaping () -> PartRunner?) {
    given = end.given
    found = end.found
    self.makePart = makePart
  }

  /// How many rows are expected to be made on the way, from one node.
  var expectedRows: Double { part?.expectedRows ?? .infinity }

  /// Finds from the nodes in some rows of a batch, in order, until it is done or stopped.
  ///
  /// - Parameters:
  ///   - step: is given the place in `rows` of the node a find was made from, and what was found.
  ///   - goesOn: is asked now and then.
  /// - Returns: for how many of `rows` everything was found.
  func find(
    _ rows: [Int32], of batch: Batch, step: (Int, NodeID) -> Void, while goesOn: () -> Bool
  ) throws(QueryError) -> Int {
    guard let part else { return 0 }
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
