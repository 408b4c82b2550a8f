/// How many relationships of one type lead from a node to another, for many pairs.
///
/// Where a node stands in many pairs that follow each other, its neighbours are marked once and the other nodes looked up among
/// them; other pairs are searched for in the sorted neighbours.
final class JoinedPairs {
  private let adjacency: Adjacency
  private let reverse: Adjacency
  /// By node, how many relationships join it to the node whose neighbours are marked; zero between the runs.
  private lazy var marks = ZeroedBuffer<UInt32>(count: nodeCount)
  private let nodeCount: Int
  /// So many pairs make marking worth while.
  private static let worthwhile = 8

  /// - Parameters:
  ///   - adjacency: from the first node of a pair to the second.
  ///   - reverse: the other way.
  ///   - nodeCount: how many nodes there are.
  init(_ adjacency: Adjacency, reverse: Adjacency, nodeCount: Int) {
    self.adjacency = adjacency
    self.reverse = reverse
    self.nodeCount = nodeCount
  }

  /// The number for each pair, counted up to a limit; none where a node is null.
  func counts(from starts: [NodeID], to ends: [NodeID], upTo limit: Int64) -> [Int64] {
    var counts = [Int64](filledWith: 0, count: starts.count)
    var row = 0
    while row < starts.count {
      let (byStart, byEnd) = (JoinedPairs.run(in: starts, from: row), JoinedPairs.run(in: ends, from: row))
      let run = byStart.count > byEnd.count ? byStart : byEnd
      row = run.upperBound
      if byStart.count > byEnd.count {
        if fill(&counts, run, starts[run.lowerBound], adjacency, ends, limit) { continue }
      } else if fill(&counts, run, ends[run.lowerBound], reverse, starts, limit) {
        continue
      }
      for row in run where starts[row] != .none && ends[row] != .none {
        counts[row] = min(limit, Int64(adjacency.count(of: ends[row], in: adjacency.range(of: starts[row]))))
      }
    }
    return counts
  }

  /// The rows from one on that have the same node.
  private static func run(in nodes: [NodeID], from row: Int) -> Range<Int> {
    var end = row + 1
    while end < nodes.count, nodes[end] == nodes[row] { end += 1 }
    return row..<end
  }

  /// Answers the rows of a run about one node; false when that does not pay.
  private func fill(
    _ counts: inout [Int64], _ run: Range<Int>, _ node: NodeID, _ adjacency: Adjacency, _ others: [NodeID],
    _ limit: Int64
  ) -> Bool {
    if run.count < JoinedPairs.worthwhile { return false }
    if node == .none { return true }
    let places = adjacency.range(of: node)
    guard places.count <= 2 * run.count else { return false }
    let marks = marks
    for place in places { marks[adjacency.neighbours[place].index] += 1 }
    for row in run where others[row] != .none { counts[row] = min(limit, Int64(marks[others[row].index])) }
    for place in places { marks[adjacency.neighbours[place].index] = 0 }
    return true
  }
}
