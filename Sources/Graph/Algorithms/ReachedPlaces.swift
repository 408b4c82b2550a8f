/// How a node was reached: kept together, so that a step looks at one place in memory.
private struct Mark: BitwiseCopyable {
  /// The number of the search that reached the node last.
  var stamp: UInt32 = 0
  var distance: Int32 = 0
  /// The first step by which it was reached: relationship and the node before.
  var relationship = RelationshipID.none
  var before = NodeID.none
}

/// The marks of all places, with the numbers given to searches so far. Used by one search at a time.
final class SearchMarks: @unchecked Sendable {
  fileprivate let buffer: ZeroedBuffer<Mark>
  private var lastStamp: UInt32 = 0

  init(count: Int) { buffer = ZeroedBuffer(count: count) }

  /// How many places there are.
  var count: Int { buffer.count }

  /// The marks of a new search, which has come to no node, for as long as this is kept.
  func begin() -> ReachedMarks { ReachedMarks(marks: buffer.start, stamp: newStamp()) }

  /// The number of a new search, which no mark has.
  fileprivate func newStamp() -> UInt32 {
    lastStamp &+= 1
    if lastStamp == 0 {
      buffer.clear()
      lastStamp = 1
    }
    return lastStamp
  }
}

/// The nodes that one search comes to: marked without counting references, while the search runs.
struct ReachedMarks: BitwiseCopyable {
  fileprivate let marks: UnsafeMutablePointer<Mark>
  fileprivate let stamp: UInt32

  /// Marks a node; false when it was marked before.
  @inline(__always)
  @discardableResult
  func mark(_ node: NodeID) -> Bool {
    if marks[node.index].stamp == stamp { return false }
    marks[node.index].stamp = stamp
    return true
  }
}

/// The places reached from one end of a search: at what distance, by which steps.
struct ReachedPlaces {
  /// What a step leads to.
  enum Reached { case newPlace, knownPlace, otherSide }

  private var stamp: UInt32 = 0
  private let numbers: SearchMarks
  /// Those of `numbers`, without counting references.
  private let marks: UnsafeMutablePointer<Mark>
  /// Further steps by which a node was reached at the same distance; kept when all shortest walks are wanted.
  var otherParents: [NodeID: [(RelationshipID, NodeID)]] = [:]
  var frontier: [NodeID] = []
  var depth = 0

  /// Keeps its marks in a room for them; no place is reached. Two sides may share the room: a place is then reached from one of
  /// them only, whichever came last.
  init(_ numbers: SearchMarks) {
    self.numbers = numbers
    marks = numbers.buffer.start
  }

  /// How many places there are.
  var count: Int { numbers.count }

  /// Forgets what was reached, and starts at a place.
  mutating func start(at node: NodeID) {
    stamp = numbers.newStamp()
    otherParents.removeAll(keepingCapacity: true)
    frontier.removeAll(keepingCapacity: true)
    frontier.append(node)
    depth = 0
    marks[node.index] = Mark(stamp: stamp)
  }

  /// Notes that a step leads to a node; false when the node was reached before.
  @inline(__always)
  mutating func reach(_ node: NodeID, by relationship: RelationshipID, from before: NodeID, keepsAll: Bool) -> Bool {
    if marks[node.index].stamp == stamp {
      if keepsAll && marks[node.index].distance == Int32(truncatingIfNeeded: depth) {
        otherParents[node, default: []].append((relationship, before))
      }
      return false
    }
    marks[node.index] = Mark(
      stamp: stamp, distance: Int32(truncatingIfNeeded: depth), relationship: relationship, before: before)
    return true
  }

  /// Notes that a step leads to a place, unless one of two sides that share their marks has been there.
  @inline(__always)
  mutating func reach(
    _ place: NodeID, by relationship: RelationshipID, from before: NodeID, unlessBy other: ReachedPlaces
  ) -> Reached {
    let known = marks[place.index].stamp
    if known == stamp { return .knownPlace }
    if known == other.stamp { return .otherSide }
    marks[place.index] = Mark(
      stamp: stamp, distance: Int32(truncatingIfNeeded: depth), relationship: relationship, before: before)
    return .newPlace
  }

  /// The steps by which a node was reached; none for the start.
  func parents(of node: NodeID) -> [(RelationshipID, NodeID)] {
    let mark = marks[node.index]
    return mark.before == .none ? [] : [(mark.relationship, mark.before)] + (otherParents[node] ?? [])
  }

  /// The relationships of the first steps from a node back to the start.
  func trail(to node: NodeID) -> [RelationshipID] {
    var trail: [RelationshipID] = []
    var mark = marks[node.index]
    while mark.before != .none {
      trail.append(mark.relationship)
      mark = marks[mark.before.index]
    }
    return trail
  }

  func distance(of node: NodeID) -> Int? {
    marks[node.index].stamp == stamp ? Int(marks[node.index].distance) : nil
  }
}
