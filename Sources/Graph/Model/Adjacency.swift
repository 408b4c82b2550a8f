/// The neighbours over one relationship type in one direction, in compressed sparse rows.
///
/// The neighbours of a node are sorted by node, then by relationship, so that "both joined to" is a merge of two runs.
struct Adjacency: Sendable {
  /// The node of the first row; nodes below it and past the last row have no neighbours.
  let firstNode: Int
  /// Where each row starts, with one entry more than there are rows.
  let offsets: [UInt32]
  let neighbours: [NodeID]
  /// The relationship that leads to the neighbour at the same place.
  let relationships: [RelationshipID]

  static let empty = Adjacency(firstNode: 0, offsets: [0], neighbours: [], relationships: [])

  /// The places of a node's neighbours in `neighbours` and `relationships`.
  @inline(__always)
  func range(of node: NodeID) -> Range<Int> {
    let row = node.index - firstNode
    guard row >= 0, row < offsets.count - 1 else { return 0..<0 }
    return Int(offsets[row])..<Int(offsets[row + 1])
  }

  func degree(of node: NodeID) -> Int { range(of: node).count }
}

extension Adjacency {
  /// Sorts relationships into rows. O(relationships + nodes spanned).
  ///
  /// - Parameters:
  ///   - relationships: the relationships of the type, ascending.
  ///   - from: the node at which a row is kept, by relationship index.
  ///   - to: the neighbour, by relationship index.
  init(relationships: [RelationshipID], from: [NodeID], to: [NodeID]) {
    guard !relationships.isEmpty else {
      self = .empty
      return
    }
    let byNeighbour = Adjacency.countingSort(relationships, by: to)
    let sorted = Adjacency.countingSort(byNeighbour.order, by: from)
    firstNode = sorted.lowest
    offsets = sorted.offsets
    self.relationships = sorted.order
    neighbours = sorted.order.map { to[$0.index] }
  }

  /// Stable counting sort of relationships by one of their ends.
  private static func countingSort(
    _ relationships: [RelationshipID], by end: [NodeID]
  ) -> (order: [RelationshipID], lowest: Int, offsets: [UInt32]) {
    var lowest = Int.max
    var highest = 0
    for relationship in relationships {
      let node = end[relationship.index].index
      lowest = min(lowest, node)
      highest = max(highest, node)
    }
    var offsets = [UInt32](repeating: 0, count: highest - lowest + 2)
    for relationship in relationships { offsets[end[relationship.index].index - lowest + 1] += 1 }
    for row in 1..<offsets.count { offsets[row] += offsets[row - 1] }
    var next = offsets
    let order = [RelationshipID](unsafeUninitializedCapacity: relationships.count) { buffer, count in
      for relationship in relationships {
        let row = end[relationship.index].index - lowest
        buffer[Int(next[row])] = relationship
        next[row] += 1
      }
      count = relationships.count
    }
    return (order, lowest, offsets)
  }
}
