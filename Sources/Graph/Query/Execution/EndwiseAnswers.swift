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
  /// Nanoseconds that went into knowing which rows to ask about and answering the others, and that asking these would take.
  private var bookkeeping = 0.0
  private var saved = 0.0

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
      (bookkeeping, saved) = (0, 0)
    }
    if known == nil { known = start(with: batch) }
    guard let known, case .nodes(let given) = batch[known.finder.given],
      case .nodes(let found) = batch[known.finder.found], isWorthKeeping
    else { return try timed(batch, ask) }
    let price = asking.each ?? 0
    let (start, finding) = (ContinuousClock.now, known.finding.nanoseconds)
    try known.prepare(given, of: batch, price: price)
    bookkeeping += start.nanosecondsUntilNow - (known.finding.nanoseconds - finding)
    if known.answered.isEmpty { return try timed(batch, ask) }
    var answers = [Answer](repeating: answer(0), count: batch.count)
    let rows = known.unanswered
    if !rows.isEmpty {
      for (row, asked) in zip(rows, try timed(batch.gathered(rows, keeping: known.slots), ask)) {
        answers[Int(row)] = asked
      }
    }
    let read = ContinuousClock.now
    known.read(found) { row, times in answers[row] = answer(times) }
    bookkeeping += read.nanosecondsUntilNow
    saved += Double(batch.count - rows.count) * price
    return answers
  }

  /// The books have not cost a seventh of what asking did, without saving as much.
  private var isWorthKeeping: Bool {
    context.endsPayFrom == 0 || bookkeeping <= saved + asking.nanoseconds / 7
  }

  private func timed(_ batch: Batch, _ ask: (Batch) throws(QueryError) -> [Answer]) throws(QueryError) -> [Answer] {
    let start = ContinuousClock.now
    defer { asking.add(batch.count, since: start) }
    return try ask(batch)
  }

  /// Chooses the end to find from, once asking has taken a millisecond: the one from which less must be found for the batch.
  private func start(with batch: Batch) -> KnownEnds? {
    guard context.endsPayFrom == 0 || asking.nanoseconds >= 1_000_000 else { return nil }
    let costs = finders.map { finder in
      guard case .nodes(let given) = batch[finder.given], case .nodes = batch[finder.found] else {
        return Double.infinity
      }
      let changes = zip(given, given.dropFirst()).reduce(1) { $0 + ($1.0 == $1.1 ? 0 : 1) }
      return Double(changes) * finder.expectedRows
    }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }), costs[best] < .infinity else { return nil }
    return KnownEnds(context, finders[best])
  }
}
