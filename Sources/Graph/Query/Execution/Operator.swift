/// A running step: rows are drawn from it batch by batch until it gives nil.
class Operator {
  let context: ExecutionContext
  /// The slots later steps read; the others need not be handed on.
  let live: [Slot]

  init(_ context: ExecutionContext, live: [Slot]) {
    self.context = context
    self.live = live
  }

  /// Starts over with the rows that come from outside.
  func open(_ argument: Batch) {}

  /// The next rows, never an empty batch; nil when there are no more.
  func next() throws(QueryError) -> Batch? { nil }

  func isLive(_ slot: Slot) -> Bool { live.contains(slot) }
}

/// Gives the rows that come from outside.
final class ArgumentOperator: Operator {
  private var argument: Batch?

  override func open(_ argument: Batch) { self.argument = argument }

  override func next() throws(QueryError) -> Batch? {
    defer { argument = nil }
    return argument.flatMap { $0.count > 0 ? $0 : nil }
  }
}

/// A step with one step before it.
class StepOperator: Operator {
  let input: Operator

  init(_ context: ExecutionContext, live: [Slot], input: Operator) {
    self.input = input
    super.init(context, live: live)
  }

  override func open(_ argument: Batch) { input.open(argument) }
}

/// A step that makes rows from each incoming row, a batch's worth at a time: subclasses fill `Output` row by row and can
/// stop in the middle of an incoming row.
class GrowingOperator: StepOperator {
  /// What has been made from the current incoming batch: for each new row, the incoming row it continues.
  struct Output {
    var rows: [Int32] = []
    var nodes: [NodeID] = []
    var relationships: [RelationshipID] = []
    var others: [RelationshipID] = []
    var walks = WalkColumn()
    var values: [Value] = []

    /// The rows of a batch of one row that is continued once: the same array for all, so that none is made.
    static let onlyRow: [Int32] = [0]

    var isFull: Bool { rows.count >= Batch.targetSize }

    /// Makes room for a few rows at once.
    mutating func reserveFew() {
      rows.reserveCapacity(16)
      nodes.reserveCapacity(16)
      walks.reserveFew()
    }

    /// Makes room for as many rows as a batch has, where many are to come.
    mutating func reserve() {
      rows.reserveCapacity(Batch.targetSize)
      nodes.reserveCapacity(Batch.targetSize)
    }
  }

  /// The incoming batch that is not done, and the row of it that is begun.
  private var current: Batch?
  private var row = 0

  override func open(_ argument: Batch) {
    super.open(argument)
    current = nil
  }

  /// Prepares for a new incoming batch.
  func begin(_ batch: Batch) throws(QueryError) {}

  /// Prepares for an incoming row.
  func begin(row: Int, of batch: Batch) throws(QueryError) {}

  /// Makes more rows from the row begun last; true when it has no more.
  func grow(row: Int, of batch: Batch, into output: inout Output) throws(QueryError) -> Bool { true }

  /// Puts the new columns into the rows made.
  func finish(_ batch: inout Batch, _ output: Output) {}

  override func next() throws(QueryError) -> Batch? {
    while let batch = try nextIncoming() {
      var output = Output()
      if batch.count >= Batch.targetSize / 4 { output.reserve() }
      row = try fill(&output, from: batch, at: row)
      if row < batch.count { current = batch }
      guard !output.rows.isEmpty else { continue }
      try context.use(rows: output.rows.count)
      var result = batch.continued(by: output.rows, keeping: live)
      finish(&result, output)
      return result
    }
    return nil
  }

  /// The batch to go on with, at the row that is begun.
  private func nextIncoming() throws(QueryError) -> Batch? {
    if let batch = current {
      current = nil
      return batch
    }
    guard let batch = try input.next() else { return nil }
    row = 0
    try begin(batch)
    try begin(row: 0, of: batch)
    return batch
  }

  /// Makes rows from the row begun last and those behind it, until there are as many as a batch has.
  ///
  /// - Returns: the row to go on with, which is begun; the number of rows when there are no more.
  func fill(_ output: inout Output, from batch: Batch, at row: Int) throws(QueryError) -> Int {
    var row = row
    while row < batch.count && !output.isFull {
      guard try grow(row: row, of: batch, into: &output) else { continue }
      row += 1
      if row < batch.count { try begin(row: row, of: batch) }
    }
    return row
  }
}
