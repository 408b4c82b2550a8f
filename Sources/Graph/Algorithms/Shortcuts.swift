/// The steps from each node that a search in both directions may take, in one list: types and directions together, without what is
/// hidden, and past nodes that only join two others.
///
/// Such a node, say a mandate between a party and a forum, is *passed*: the steps to it say what is behind it. No two
/// nodes next to each other are passed. Immutable once made.
final class Shortcuts: @unchecked Sendable {
  /// One step.
  struct Step: BitwiseCopyable {
    /// The node; the one behind it, with the highest bit set, for a node that is passed.
    var target: UInt32
    let relationship: RelationshipID
  }

  static let passing: UInt32 = 1 << 31

  private let graph: PropertyGraph
  /// Where the steps of each node start, with one entry more than there are nodes.
  private let offsets: UnsafeMutableBufferPointer<UInt32>
  private let list: UnsafeMutableBufferPointer<Step>
  private var isPassed: BitSet

  /// Whether a step leads to a node that is passed.
  @inline(__always)
  static func passes(_ target: UInt32) -> Bool { target & passing != 0 }

  /// The number of the node that a step leads to, or of the one behind it.
  @inline(__always)
  static func node(_ target: UInt32) -> Int { Int(target & ~passing) }

  /// How many bytes the steps take at most.
  static func size(of neighbourhood: Neighbourhood, in graph: PropertyGraph) -> Int {
    neighbourhood.stepCount * MemoryLayout<Step>.stride + graph.nodeCount * MemoryLayout<UInt32>.stride
  }

  /// Gathers the steps. O(relationships + nodes).
  ///
  /// - Parameters:
  ///   - neighbourhood: the relationships that may be taken; the same from both ends.
  ///   - check: called now and then; throws to stop.
  init(
    _ neighbourhood: Neighbourhood, in graph: PropertyGraph, check: () throws(QueryError) -> Void
  ) throws(QueryError) {
    self.graph = graph
    offsets = .allocate(capacity: graph.nodeCount + 1)
    // One more, so that there is something where a last node without steps would have its first.
    list = .allocate(capacity: neighbourhood.stepCount + 1)
    isPassed = BitSet(count: 0)
    try gather(neighbourhood, check)
    pass()
  }

  deinit {
    offsets.deallocate()
    list.deallocate()
  }

  /// The steps from a node that is not passed.
  @inline(__always)
  func steps(from node: NodeID) -> Slice<UnsafeMutableBufferPointer<Step>> {
    list[Int(offsets[node.index])..<Int(offsets[node.index + 1])]
  }

  /// What the first step from a node says; anything for none.
  @inline(__always)
  func firstTarget(from node: NodeID) -> UInt32 { list[Int(offsets[node.index])].target }

  /// Whether a search by shortcuts may start or end at a node.
  func lead(from node: NodeID) -> Bool { !isPassed[node.index] }

  /// The relationship from a passed node to the node behind it, by the one that leads to it.
  func relationship(behind relationship: RelationshipID) -> RelationshipID {
    steps(from: passedNode(on: relationship)).first { $0.relationship != relationship }?.relationship ?? .none
  }

  /// The passed node that a relationship leads to.
  func passedNode(on relationship: RelationshipID) -> NodeID {
    let start = graph.start(of: relationship)
    return isPassed[start.index] ? start : graph.end(of: relationship)
  }

  private func gather(_ neighbourhood: Neighbourhood, _ check: () throws(QueryError) -> Void) throws(QueryError) {
    var (count, nextCheck) = (0, 0)
    for index in 0..<graph.nodeCount {
      let node = NodeID(index)
      offsets[index] = UInt32(truncatingIfNeeded: count)
      for run in neighbourhood.runs {
        for place in run.adjacency.range(of: node) {
          let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
          if neighbour == node || !neighbourhood.isVisible(relationship, neighbour) { continue }
          list.initializeElement(at: count, to: Step(target: neighbour.rawValue, relationship: relationship))
          count += 1
        }
      }
      if count >= nextCheck {
        try check()
        nextCheck = count + 65_536
      }
    }
    offsets[graph.nodeCount] = UInt32(truncatingIfNeeded: count)
    list.initializeElement(at: count, to: Step(target: 0, relationship: .none))
  }

  /// Chooses the nodes to pass, and lets the steps to them say what is behind.
  private func pass() {
    var isPassed = BitSet(count: graph.nodeCount)
    for index in 0..<graph.nodeCount {
      let start = Int(offsets[index])
      guard Int(offsets[index + 1]) == start + 2 else { continue }
      let (first, second) = (list[start].target, list[start + 1].target)
      if first != second, !isPassed[Int(first)], !isPassed[Int(second)] { isPassed[index] = true }
    }
    for index in 0..<graph.nodeCount where !isPassed[index] {
      for place in Int(offsets[index])..<Int(offsets[index + 1]) where isPassed[Int(list[place].target)] {
        let passed = Int(offsets[Int(list[place].target)])
        let behind = list[passed].target == UInt32(truncatingIfNeeded: index) ? passed + 1 : passed
        list[place].target = list[behind].target | Shortcuts.passing
      }
    }
    self.isPassed = isPassed
  }
}
