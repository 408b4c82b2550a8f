/// What a question about a node was answered, kept for the run.
final class NodeAnswers<Answer: BitwiseCopyable> {
  private let context: ExecutionContext
  private var run = -1
  /// By node, null last: the place of its answer plus one; 0 when it was not asked.
  private var places: [Int32] = []
  private var answers: [Answer] = []

  init(_ context: ExecutionContext) { self.context = context }

  /// The answer for each node; `ask` answers for the rows it is given, one per node not asked before.
  ///
  /// A few nodes are simply asked: the table of all nodes would cost more.
  func answers(
    of nodes: [NodeID], ask: ([Int32]) throws(QueryError) -> [Answer]
  ) throws(QueryError) -> [Answer] {
    if run != context.run {
      if nodes.count < 256 { return try ask((0..<Int32(nodes.count)).map { $0 }) }
      run = context.run
      places = Array(repeating: 0, count: context.graph.nodeCount + 1)
      answers = []
    }
    let null = context.graph.nodeCount
    var asked: [Int32] = []
    for (row, node) in nodes.enumerated() {
      let place = node == .none ? null : node.index
      if places[place] != 0 { continue }
      asked.append(Int32(truncatingIfNeeded: row))
      places[place] = Int32(truncatingIfNeeded: answers.count + asked.count)
    }
    if !asked.isEmpty { answers.append(contentsOf: try ask(asked)) }
    return nodes.map { answers[Int(places[$0 == .none ? null : $0.index]) - 1] }
  }
}
