/// What a question about the texts of a column was answered, kept for the run: of a thousand rows with ten texts, ten are asked.
final class TextAnswers {
  /// How many rows make it worth while.
  static let worthwhile = 64

  private let context: ExecutionContext
  private var run = -1
  private var pool: TextPool?
  /// By the number of a text: its truth; nil while nobody asked.
  private var answers: [Truth?] = []

  init(_ context: ExecutionContext) { self.context = context }

  /// Forgets all answers, since the question is another one.
  func forget() { run = -1 }

  /// The answer for each text; null is asked about by its number, `UInt32.max`.
  func truths(
    of numbers: [UInt32], in pool: TextPool, _ ask: (UInt32) throws(QueryError) -> Truth
  ) throws(QueryError) -> [Truth] {
    if run != context.run || self.pool !== pool {
      answers = Array(repeating: nil, count: pool.texts.count + 1)
      self.pool = pool
      run = context.run
    }
    var known = answers
    answers = []
    defer { answers = known }
    var truths: [Truth] = []
    truths.reserveCapacity(numbers.count)
    for number in numbers {
      let place = number == .max ? known.count - 1 : Int(number)
      if let truth = known[place] {
        truths.append(truth)
      } else {
        let truth = try ask(number)
        known[place] = truth
        truths.append(truth)
      }
    }
    return truths
  }
}

/// What a function gives for the texts of a column, kept for the run once there are about as many rows as texts.
final class TextResults {
  private let context: ExecutionContext
  private var run = -1
  private var pool: TextPool?
  private var rowsSeen = 0
  /// By the number of a text, the last one for null: what the function gives; nil while nobody asked.
  private var results: [Value?] = []

  init(_ context: ExecutionContext) { self.context = context }

  /// The result for each text; nil when it is not worth while to keep them.
  func values(
    of numbers: [UInt32], in pool: TextPool, _ ask: (Value) throws(QueryError) -> Value
  ) throws(QueryError) -> [Value]? {
    if run != context.run || self.pool !== pool {
      (run, rowsSeen, results) = (context.run, 0, [])
      self.pool = pool
    }
    rowsSeen += numbers.count
    guard rowsSeen >= pool.texts.count / 4 else { return nil }
    if results.isEmpty { results = Array(repeating: nil, count: pool.texts.count + 1) }
    var known = results
    results = []
    defer { results = known }
    var values: [Value] = []
    values.reserveCapacity(numbers.count)
    var asked = 0
    for number in numbers {
      let place = number == .max ? known.count - 1 : Int(number)
      if let value = known[place] {
        values.append(value)
      } else {
        asked += 1
        if asked & 63 == 63 { try context.use(rows: 0) }
        let value = try ask(pool.value(number))
        known[place] = value
        values.append(value)
      }
    }
    return values
  }
}
