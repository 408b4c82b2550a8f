/// What a question about a node was answered, kept for the run; for all runs where the question is the same in each.
final class NodeAnswers<Answer: BitwiseCopyable> {
  private let context: ExecutionContext
  private let isSameInEveryRun: Bool
  private var run = -1
  /// How many nodes were asked about without keeping the answers.
  private var passing = 0
  /// By node, null last: the place of its answer plus one; 0 when it was not asked.
  private var places: [Int32] = []
  private var answers: [Answer] = []

  init(isSameInEveryRun: Bool, _ context: ExecutionContext) {
    self.isSameInEveryRun = isSameInEveryRun
    self.context = context
  }

  /// Counts nodes that are to be asked about. A few are simply asked: the table of all nodes would cost more.
  func keepsNothing(of count: Int) -> Bool {
    if run == context.run || isSameInEveryRun && !places.isEmpty { return false }
    if !isSameInEveryRun { passing = 0 }
    passing += count
    return passing < 256
  }

  /// The answer for each node; `ask` answers for the rows it is given, one per node not asked before.
  func answers(
    of nodes: [NodeID], ask: ([Int32]) throws(QueryError) -> [Answer]
  ) throws(QueryError) -> [Answer] {
    if places.isEmpty || run != context.run && !isSameInEveryRun {
      places = Array(repeating: 0, count: context.graph.nodeCount + 1)
      answers = []
    }
    run = context.run
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
