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

  /// The answer for each text; null is asked about as null.
  func truths(
    of numbers: [UInt32], in pool: TextPool, _ ask: (Value) throws(QueryError) -> Truth
  ) throws(QueryError) -> [Truth] {
    if run != context.run || self.pool !== pool {
      answers = Array(repeating: nil, count: pool.texts.count + 1)
      self.pool = pool
      run = context.run
    }
    var truths: [Truth] = []
    truths.reserveCapacity(numbers.count)
    for number in numbers {
      let place = number == .max ? answers.count - 1 : Int(number)
      if let truth = answers[place] {
        truths.append(truth)
      } else {
        let truth = try ask(pool.value(number))
        answers[place] = truth
        truths.append(truth)
      }
    }
    return truths
  }
}
