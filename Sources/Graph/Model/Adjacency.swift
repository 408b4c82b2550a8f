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

  /// Sorts relationships into rows: a counting sort by the one end, then each row by the other, unless it is in order already, as
  /// in a file sorted by that end. O(relationships + nodes spanned), and for rows out of order O(degree log degree).
  ///
  /// - Parameters:
  ///   - relationships: the relationships of the type, ascending.
  ///   - from: the node at which a row is kept, by relationship index.
  ///   - to: the neighbour, by relationship index.
  init(relationships: [RelationshipID], from: [NodeID], to: [NodeID]) {
    let nodes = Adjacency.span(relationships, from)
    let offsets = Adjacency.offsets(relationships, from, nodes)
    let neighbours = UnsafeMutableBufferPointer<NodeID>.allocate(capacity: relationships.count)
    let places = UnsafeMutableBufferPointer<RelationshipID>.allocate(capacity: relationships.count)
    for relationship in relationships {
      let row = from[relationship.index].index - nodes.lowerBound
      let place = Int(offsets[row])
      neighbours.initializeElement(at: place, to: to[relationship.index])
      places.initializeElement(at: place, to: relationship)
      offsets[row] += 1
    }
    // Each offset has moved on to where the next row starts.
    for row in stride(from: nodes.count, to: 0, by: -1) { offsets[row] = offsets[row - 1] }
    offsets[0] = 0
    firstNode = nodes.lowerBound
    self.offsets = UnsafeBufferPointer(offsets)
    self.neighbours = UnsafeBufferPointer(neighbours)
    self.relationships = UnsafeBufferPointer(places)
    for row in 0..<nodes.count { Adjacency.sort(neighbours, places, Int(offsets[row])..<Int(offsets[row + 1])) }
  }

  /// Copies the neighbours that are wanted. O(neighbours + nodes spanned).
  ///
  /// - Parameters:
  ///   - other: the adjacency to copy from.
  ///   - isWanted: whether to keep the neighbour at a place, given the node whose neighbour it is.
  init(of other: Adjacency, where isWanted: (NodeID, Int) -> Bool) {
    let offsets = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: other.offsets.count)
    let neighbours = UnsafeMutableBufferPointer<NodeID>.allocate(capacity: other.neighbours.count)
    let places = UnsafeMutableBufferPointer<RelationshipID>.allocate(capacity: other.neighbours.count)
    var count = 0
    for row in 0..<other.rowCount {
      offsets.initializeElement(at: row, to: UInt32(count))
      let node = NodeID(other.firstNode + row)
      for place in other.range(of: node) where isWanted(node, place) {
        neighbours.initializeElement(at: count, to: other.neighbours[place])
        places.initializeElement(at: count, to: other.relationships[place])
        count += 1
      }
    }
    offsets.initializeElement(at: other.rowCount, to: UInt32(count))
    firstNode = other.firstNode
    self.offsets = UnsafeBufferPointer(offsets)
    self.neighbours = UnsafeBufferPointer(neighbours)
    relationships = UnsafeBufferPointer(places)
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

  /// The relationship and the neighbour at a place.
  @inline(__always)
  func step(at place: Int) -> (relationship: RelationshipID, neighbour: NodeID) {
    (relationships[place], neighbours[place])
  }

  /// The first place in a row's range whose neighbour is not below `target`. O(log degree).
  @inline(__always)
  func firstPlace(of target: NodeID, in range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    if high - low <= 16 {
      // How many are below, without a branch that would be guessed wrong.
      let start = low
      for place in start..<high { low &+= neighbours[place] < target ? 1 : 0 }
      return low
    }
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

  /// At how many places of a row's range a neighbour stands. O(log degree + places).
  @inline(__always)
  func count(of neighbour: NodeID, in range: Range<Int>) -> Int {
    guard range.count <= 16 else { return places(of: neighbour, in: range).count }
    var count = 0
    for place in range { count &+= neighbours[place] == neighbour ? 1 : 0 }
    return count
  }

  func degree(of node: NodeID) -> Int { range(of: node).count }

  /// How many rows there are between the first and last node with neighbours.
  var rowCount: Int { offsets.count - 1 }

  /// From the lowest to the highest node at which a row is kept.
  private static func span(_ relationships: [RelationshipID], _ from: [NodeID]) -> Range<Int> {
    guard !relationships.isEmpty else { return 0..<0 }
    var lowest = UInt32.max
    var highest: UInt32 = 0
    for relationship in relationships {
      let node = from[relationship.index].rawValue
      lowest = min(lowest, node)
      highest = max(highest, node)
    }
    return Int(lowest)..<Int(highest) + 1
  }

  /// Where each row starts.
  private static func offsets(
    _ relationships: [RelationshipID], _ from: [NodeID], _ nodes: Range<Int>
  ) -> UnsafeMutableBufferPointer<UInt32> {
    let offsets = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: nodes.count + 1)
    offsets.initialize(repeating: 0)
    for relationship in relationships { offsets[from[relationship.index].index - nodes.lowerBound + 1] += 1 }
    for row in 1..<offsets.count { offsets[row] += offsets[row - 1] }
    return offsets
  }

  /// Sorts a row by neighbour, then by relationship, as which it arrives.
  private static func sort(
    _ neighbours: UnsafeMutableBufferPointer<NodeID>, _ places: UnsafeMutableBufferPointer<RelationshipID>,
    _ row: Range<Int>
  ) {
    guard row.dropFirst().contains(where: { neighbours[$0] < neighbours[$0 - 1] }) else { return }
    guard row.count > 16 else { return insertionSort(neighbours, places, row) }
    let sorted = row.map { UInt64(neighbours[$0].rawValue) << 32 | UInt64(places[$0].rawValue) }.sorted()
    for (place, pair) in zip(row, sorted) {
      neighbours[place] = NodeID(rawValue: UInt32(truncatingIfNeeded: pair >> 32))
      places[place] = RelationshipID(rawValue: UInt32(truncatingIfNeeded: pair))
    }
  }

  private static func insertionSort(
    _ neighbours: UnsafeMutableBufferPointer<NodeID>, _ places: UnsafeMutableBufferPointer<RelationshipID>,
    _ row: Range<Int>
  ) {
    for place in row.dropFirst() {
      let (neighbour, relationship) = (neighbours[place], places[place])
      var free = place
      while free > row.lowerBound, neighbour < neighbours[free - 1] {
        neighbours[free] = neighbours[free - 1]
        places[free] = places[free - 1]
        free -= 1
      }
      neighbours[free] = neighbour
      places[free] = relationship
    }
  }
}
