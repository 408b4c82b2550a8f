/// Rows made from neighbours: which incoming row each continues, over which relationship, to which node.
///
/// The columns are written in place and copied when a batch is full.
final class MadeRows {
  private let capacity: Int
  private let keepsRelationships: Bool
  private let rowColumn: UnsafeMutablePointer<Int32>
  private let relationshipColumn: UnsafeMutablePointer<RelationshipID>
  private let nodeColumn: UnsafeMutablePointer<NodeID>
  var count = 0

  init(capacity: Int, keepsRelationships: Bool) {
    self.capacity = capacity
    self.keepsRelationships = keepsRelationships
    rowColumn = .allocate(capacity: capacity)
    relationshipColumn = .allocate(capacity: capacity)
    nodeColumn = .allocate(capacity: capacity)
  }

  deinit {
    rowColumn.deallocate()
    relationshipColumn.deallocate()
    nodeColumn.deallocate()
  }

  var isFull: Bool { count == capacity }
  var rows: [Int32] { Array(UnsafeBufferPointer(start: rowColumn, count: count)) }
  var relationships: [RelationshipID] { Array(UnsafeBufferPointer(start: relationshipColumn, count: count)) }
  var nodes: [NodeID] { Array(UnsafeBufferPointer(start: nodeColumn, count: count)) }

  /// Appends the neighbours at some places, as far as there is room; gives the place after the last.
  @inline(__always)
  func append(_ adjacency: Adjacency, _ places: Range<Int>, row: Int) -> Int {
    let taken = min(places.count, capacity - count)
    guard taken > 0 else { return places.lowerBound }
    (rowColumn + count).initialize(repeating: Int32(truncatingIfNeeded: row), count: taken)
    if keepsRelationships {
      (relationshipColumn + count).initialize(
        from: adjacency.relationships.baseAddress! + places.lowerBound, count: taken)
    }
    (nodeColumn + count).initialize(from: adjacency.neighbours.baseAddress! + places.lowerBound, count: taken)
    count += taken
    return places.lowerBound + taken
  }

  /// Appends rows made before once more, for another incoming row; false, and nothing is done, when there is no room for all.
  @inline(__always)
  func append(again rows: Range<Int>, row: Int) -> Bool {
    guard rows.count <= capacity - count else { return false }
    for place in rows {
      rowColumn[count] = Int32(truncatingIfNeeded: row)
      relationshipColumn[count] = relationshipColumn[place]
      nodeColumn[count] = nodeColumn[place]
      count &+= 1
    }
    return true
  }

  /// Appends those of the neighbours at some places that pass a test, as far as there is room, and no more than wanted; gives
  /// the place after the last that was looked at. Whether one passes is a toss of a coin, so there is no branch on it.
  @inline(__always)
  func append(
    _ adjacency: Adjacency, _ places: Range<Int>, row: Int, most: Int = .max,
    where passes: (RelationshipID, NodeID) -> Bool
  ) -> Int {
    var (place, next) = (places.lowerBound, count)
    let end = most < capacity - count ? count + most : capacity
    while place < places.upperBound && next < end {
      let (relationship, neighbour) = (adjacency.relationships[place], adjacency.neighbours[place])
      place += 1
      rowColumn[next] = Int32(truncatingIfNeeded: row)
      relationshipColumn[next] = relationship
      nodeColumn[next] = neighbour
      next &+= passes(relationship, neighbour) ? 1 : 0
    }
    count = next
    return place
  }
}
