/// The neighbours over one relationship type in one direction, in compressed sparse rows.
///
/// The neighbours of a node are sorted by node, then by relationship, so that "both joined to" is a merge of two runs. Immutable
/// once made; kept outside Swift's arrays so that following a relationship costs no reference counting. The graph that
/// gives it owns its memory.
struct Adjacency: @unchecked Sendable, BitwiseCopyable {
  /// The node of the first row; nodes below it and past the last row have no neighbours.
  let firstNode: Int
  /// Where each row starts, with one entry more than there are rows.
  let offsets: UnsafeBufferPointer<UInt32>
  let neighbours: UnsafeBufferPointer<NodeID>
  /// The relationship that leads to the neighbour at the same place.
  let relationships: UnsafeBufferPointer<RelationshipID>

  /// Sorts relationships into rows. O(relationships + nodes spanned).
  ///
  /// - Parameters:
  ///   - relationships: the relationships of the type, ascending.
  ///   - from: the node at which a row is kept, by relationship index.
  ///   - to: the neighbour, by relationship index.
  init(relationships: [RelationshipID], from: [NodeID], to: [NodeID]) {
    let byNeighbour = Adjacency.countingSort(relationships, by: to)
    let sorted = Adjacency.countingSort(byNeighbour.order, by: from)
    firstNode = sorted.lowest
    offsets = Adjacency.copied(sorted.offsets)
    self.relationships = Adjacency.copied(sorted.order)
    neighbours = Adjacency.copied(sorted.order.map { to[$0.index] })
  }

  /// Frees the memory; nothing may look at it any more.
  func deallocate() {
    offsets.deallocate()
    neighbours.deallocate()
    relationships.deallocate()
  }

  /// The places of a node's neighbours in `neighbours` and `relationships`.
  @inline(__always)
  func range(of node: NodeID) -> Range<Int> {
    let row = node.index - firstNode
    guard row >= 0, row < offsets.count - 1 else { return 0..<0 }
    return Int(offsets[row])..<Int(offsets[row + 1])
  }

  /// The first place in a row's range whose neighbour is not below `target`. O(log degree).
  @inline(__always)
  func firstPlace(of target: NodeID, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) >> 1
      if neighbours[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The places in a row's range at which a neighbour stands. O(log degree + places).
  @inline(__always)
  func places(of neighbour: NodeID, in range: Range<Int>) -> Range<Int> {
    let start = firstPlace(of: neighbour, in: range)
    var end = start
    while end < range.upperBound, neighbours[end] == neighbour { end += 1 }
    return start..<end
  }

  func degree(of node: NodeID) -> Int { range(of: node).count }

  /// How many rows there are between the first and last node with neighbours.
  var rowCount: Int { offsets.count - 1 }

  private static func copied<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = buffer.initialize(from: elements)
    return UnsafeBufferPointer(buffer)
  }

  /// Stable counting sort of relationships by one of their ends.
  private static func countingSort(
    _ relationships: [RelationshipID], by end: [NodeID]
  ) -> (order: [RelationshipID], lowest: Int, offsets: [UInt32]) {
    guard !relationships.isEmpty else { return ([], 0, [0]) }
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
