/// Where two relationships lead from each node, past a node that nobody asks about: from a party past its mandates to forums.
/// What stands together here lies far apart in memory where the relationships are followed one by one. Immutable once made.
final class TwoSteps: @unchecked Sendable {
  /// A way of two relationships.
  struct Way: BitwiseCopyable {
    let first: RelationshipID
    let second: RelationshipID
    let end: NodeID
  }

  /// Where the ways from each node start, with one entry more than there are nodes.
  private let offsets: UnsafeMutableBufferPointer<UInt32>
  private let list: UnsafeMutableBufferPointer<Way>

  /// Gathers the ways; nil when there are more than twice as many as first relationships. O(relationships + nodes).
  ///
  /// - Parameters:
  ///   - first: the relationships to the node that is passed.
  ///   - second: those from it.
  ///   - areDistinct: a relationship may not be taken twice.
  ///   - check: called now and then; throws to stop.
  init?(
    _ first: Neighbourhood, _ second: Neighbourhood, areDistinct: Bool, in graph: PropertyGraph,
    check: () throws(QueryError) -> Void
  ) throws(QueryError) {
    let most = 2 * first.stepCount
    var ways: [Way] = []
    ways.reserveCapacity(first.stepCount)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(graph.nodeCount + 1)
    for node in graph.allNodes {
      if node.index % 4096 == 0 { try check() }
      var expected = ways.count
      first.forEachAccepted(from: node) { expected += second.degree(of: $1) }
      if expected > most { return nil }
      first.forEachAccepted(from: node) { one, middle in
        second.forEachAccepted(from: middle) { other, end in
          if !areDistinct || one != other { ways.append(Way(first: one, second: other, end: end)) }
        }
      }
      offsets.append(UInt32(ways.count))
    }
    self.offsets = .allocate(capacity: offsets.count)
    _ = self.offsets.initialize(fromContentsOf: offsets)
    list = .allocate(capacity: ways.count)
    _ = list.initialize(fromContentsOf: ways)
  }

  deinit {
    offsets.deallocate()
    list.deallocate()
  }

  /// How many bytes the ways take at most.
  static func size(of first: Neighbourhood, in graph: PropertyGraph) -> Int {
    2 * first.stepCount * MemoryLayout<Way>.stride + graph.nodeCount * MemoryLayout<UInt32>.stride
  }

  /// The places of the ways from a node.
  @inline(__always)
  func range(of node: NodeID) -> Range<Int> { Int(offsets[node.index])..<Int(offsets[node.index + 1]) }

  @inline(__always)
  subscript(place: Int) -> Way { list[place] }
}

extension Neighbourhood {
  /// Calls `body` with every step that is part of the pattern.
  @inline(__always)
  fileprivate func forEachAccepted(from node: NodeID, _ body: (RelationshipID, NodeID) -> Void) {
    for run in runs {
      for place in run.adjacency.range(of: node) {
        let (relationship, neighbour) = run.adjacency.step(at: place)
        if takes(relationship, neighbour, from: node, run) { body(relationship, neighbour) }
      }
    }
  }
}
