/// The nodes found from other nodes, and how often each: a list per node that was given.
///
/// One list at a time is spread out over a table of all nodes, to be read and written by node.
struct FoundEnds {
  private struct Pair {
    let node: UInt32
    var count: Int64
  }

  private var pairs: [Pair] = []
  /// By node, the place in `pairs` plus one for the nodes of the list that is spread out; 0 for others.
  private var places: [Int32]
  /// The list that is spread out.
  private var spread = 0..<0

  /// Makes room for lists of `nodeCount` different nodes. O(nodeCount).
  init(nodeCount: Int) { places = Array(repeating: 0, count: nodeCount) }

  /// How many nodes all lists have together.
  var count: Int { pairs.count }

  /// Begins a new list, of which nothing is found yet.
  mutating func begin() {
    fold()
    spread = pairs.count..<pairs.count
  }

  /// Adds one to the count of a node in the list begun last. O(1).
  @inline(__always)
  mutating func add(_ node: NodeID) {
    let place = places[node.index]
    if place != 0 {
      pairs[Int(place) - 1].count += 1
    } else {
      pairs.append(Pair(node: node.rawValue, count: 1))
      places[node.index] = Int32(truncatingIfNeeded: pairs.count)
    }
  }

  /// Ends the list begun last and gives its range.
  mutating func end() -> Range<Int> {
    spread = spread.lowerBound..<pairs.count
    return spread
  }

  /// Drops the list begun last.
  mutating func abandon() {
    let list = end()
    fold()
    pairs.removeSubrange(list)
  }

  /// Spreads a list out, to be read. O(nodes of the list and of the one before).
  mutating func open(_ list: Range<Int>) {
    if list == spread { return }
    fold()
    for place in list { places[Int(pairs[place].node)] = Int32(truncatingIfNeeded: place + 1) }
    spread = list
  }

  /// How often a node was found, in the list that is spread out. O(1).
  @inline(__always)
  func times(_ node: NodeID) -> Int64 {
    guard node != .none else { return 0 }
    let place = places[node.index]
    return place == 0 ? 0 : pairs[Int(place) - 1].count
  }

  /// Forgets all lists.
  mutating func removeAll() {
    fold()
    pairs.removeAll(keepingCapacity: true)
  }

  private mutating func fold() {
    for place in spread { places[Int(pairs[place].node)] = 0 }
    spread = 0..<0
  }
}
