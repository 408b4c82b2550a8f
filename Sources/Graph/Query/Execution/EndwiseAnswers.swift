/// What a question about two nodes is answered, for all second nodes of a first one at a time where that pays.
///
/// Rows are asked about one by one at first. When asking about the rows of a node has taken as long as it takes to find
/// everything from that node, everything is found, and rows are answered from it: that loses at most as much time again as
/// asking took, however the rows come. Source of the argument: A. Karlin, M. Manasse, L. Rudolph and D. Sleator, Competitive
/// snoopy caching, Algorithmica 3 (1988).
final class EndwiseAnswers<Answer: BitwiseCopyable> {
  private let context: ExecutionContext
  private let finders: [EndFinder]
  private let answer: (Int64) -> Answer
  private var run = -1
  private var asking = Effort()
  private var known: KnownEnds?

  /// - Parameters:
  ///   - finders: the ways to find one of the nodes from the other.
  ///   - answer: the answer for a pair that was found so many times.
  init(_ context: ExecutionContext, _ finders: [EndFinder], answer: @escaping (Int64) -> Answer) {
    self.context = context
    self.finders = finders
    self.answer = answer
  }

  /// The answer for each row; `ask` answers for the rows it is given.
  func answers(
    for batch: Batch, ask: (Batch) throws(QueryError) -> [Answer]
  ) throws(QueryError) -> [Answer] {
    if run != context.run {
      run = context.run
      asking = Effort()
      known = nil
    }
    if known == nil { known = start(with: batch) }
    guard let known, case .nodes(let given) = batch[known.finder.given],
      case .nodes(let found) = batch[known.finder.found]
    else { return try timed(batch, ask) }
    try known.prepare(given, of: batch, price: asking.each ?? 0)
    if known.answered.isEmpty { return try timed(batch, ask) }
    var answers = [Answer](repeating: answer(0), count: batch.count)
    let rows = known.unanswered
    if !rows.isEmpty {
      for (row, asked) in zip(rows, try timed(batch.gathered(rows, keeping: known.slots), ask)) {
        answers[Int(row)] = asked
      }
    }
    known.read(found) { row, times in answers[row] = answer(times) }
    return answers
  }

  private func timed(_ batch: Batch, _ ask: (Batch) throws(QueryError) -> [Answer]) throws(QueryError) -> [Answer] {
    let start = ContinuousClock.now
    defer { asking.add(batch.count, since: start) }
    return try ask(batch)
  }

  /// Chooses the end to find from, once it is known what asking takes: the one from which less must be found for the batch.
  private func start(with batch: Batch) -> KnownEnds? {
    guard context.endsPayFrom == 0 || asking.times >= 256 else { return nil }
    let costs = finders.map { finder in
      guard case .nodes(let given) = batch[finder.given], case .nodes = batch[finder.found] else {
        return Double.infinity
      }
      return Double(Set(given).count) * finder.expectedRows
    }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }), costs[best] < .infinity else { return nil }
    return KnownEnds(context, finders[best])
  }
}
