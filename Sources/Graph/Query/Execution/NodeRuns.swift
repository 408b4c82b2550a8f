/// The rows of a batch by the node in one of its columns: nodes are numbered as they come, over all batches.
struct NodeRuns {
  /// Rows that follow each other and have the same node.
  struct Run {
    let number: Int
    var rows: Range<Int>
  }

  /// By node, null last: its number plus one; 0 for nodes that have not come.
  private var numbers: [Int32]
  private(set) var runs: [Run] = []
  /// How many different nodes have come.
  private(set) var count = 0

  init(nodeCount: Int) { numbers = Array(repeating: 0, count: nodeCount + 1) }

  /// Puts the rows of a batch in runs; O(rows), and a sort of the runs when the rows of a node do not stand together.
  mutating func read(_ nodes: [NodeID]) {
    runs.removeAll(keepingCapacity: true)
    var (start, isSorted) = (0, true)
    while start < nodes.count {
      let node = nodes[start]
      var end = start + 1
      while end < nodes.count, nodes[end] == node { end += 1 }
      let number = number(of: node)
      if let last = runs.last, number <= last.number { isSorted = false }
      runs.append(Run(number: number, rows: start..<end))
      start = end
    }
    if !isSorted { runs.sort { ($0.number, $0.rows.lowerBound) < ($1.number, $1.rows.lowerBound) } }
  }

  private mutating func number(of node: NodeID) -> Int {
    let place = node == .none ? numbers.count - 1 : node.index
    if numbers[place] == 0 {
      count += 1
      numbers[place] = Int32(truncatingIfNeeded: count)
    }
    return Int(numbers[place]) - 1
  }
}
