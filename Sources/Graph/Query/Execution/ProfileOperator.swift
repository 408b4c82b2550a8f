/// Counts the rows and the time of the operator it wraps, steps before it included.
final class ProfileOperator: Operator {
  private let inner: Operator
  private(set) var rows = 0
  private(set) var elapsed = Duration.zero

  init(_ inner: Operator) {
    self.inner = inner
    super.init(inner.context, live: inner.live)
  }

  override func open(_ argument: Batch) { inner.open(argument) }

  override func next() throws(QueryError) -> Batch? {
    let start = ContinuousClock.now
    defer { elapsed += ContinuousClock.now - start }
    let batch = try inner.next()
    rows += batch?.count ?? 0
    return batch
  }
}

/// The measured operators of a plan, numbered as the plan is printed.
final class Profile {
  private var operators: [ProfileOperator?] = []

  /// The number of the next step.
  func reserve() -> Int {
    operators.append(nil)
    return operators.count - 1
  }

  func measured(_ inner: Operator, at place: Int) -> Operator {
    let outer = ProfileOperator(inner)
    operators[place] = outer
    return outer
  }

  /// Rows and time of a step, for its line.
  func note(_ number: Int) -> String {
    guard operators.indices.contains(number), let step = operators[number] else { return "" }
    return "\(step.rows) rows, \(step.elapsed.milliseconds) ms"
  }
}
