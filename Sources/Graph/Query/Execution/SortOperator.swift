/// Sorts all rows, per partition; equal rows keep their order. With a limit only the first rows are handed on.
final class SortOperator: StepOperator {
  struct Key {
    let evaluate: Evaluate
    let isDescending: Bool
    let nullsFirst: Bool?
  }

  private let keys: [Key]
  private let partition: Slot?
  private let limit: (evaluate: Evaluate, span: SourceSpan)?
  private let skip: (evaluate: Evaluate, span: SourceSpan)?
  private var isDone = false

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, keys: [Key], partition: Slot?,
    limit: (evaluate: Evaluate, span: SourceSpan)?, skip: (evaluate: Evaluate, span: SourceSpan)?
  ) {
    self.keys = keys
    self.partition = partition
    self.limit = limit
    self.skip = skip
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    isDone = false
  }

  override func next() throws(QueryError) -> Batch? {
    guard !isDone else { return nil }
    isDone = true
    var batches: [Batch] = []
    var keyColumns = keys.map { _ in [Value]() }
    while let batch = try input.next() {
      batches.append(batch)
      for (index, key) in keys.enumerated() {
        keyColumns[index].append(contentsOf: try key.evaluate(batch).values(count: batch.count))
      }
    }
    guard let all = Batch.joined(batches) else { return nil }
    var order = sorted(all, keyColumns)
    if partition == nil, let wanted = try wantedRows(), wanted < order.count { order.removeLast(order.count - wanted) }
    return order.isEmpty ? nil : all.gathered(order, keeping: live)
  }

  /// How many first rows are needed; nil is all.
  private func wantedRows() throws(QueryError) -> Int? {
    guard let limit else { return nil }
    let skipped = try skip.map { amount throws(QueryError) in try context.rowCount(amount, clause: "SKIP") } ?? 0
    let (sum, overflow) = skipped.addingReportingOverflow(try context.rowCount(limit, clause: "LIMIT"))
    return overflow ? nil : sum
  }

  private func sorted(_ batch: Batch, _ keyColumns: [[Value]]) -> [Int32] {
    let tags = partition.map { slot in (0..<batch.count).map { batch[slot].tag(at: $0) } }
    return (0..<Int32(batch.count)).sorted { left, right in
      if let tags, tags[Int(left)] != tags[Int(right)] { return tags[Int(left)] < tags[Int(right)] }
      for (index, key) in keys.enumerated() {
        let result = key.order(keyColumns[index][Int(left)], keyColumns[index][Int(right)])
        if result != 0 { return result < 0 }
      }
      return left < right
    }
  }
}

extension SortOperator.Key {
  fileprivate func order(_ left: Value, _ right: Value) -> Int {
    if let nullsFirst, left.isNull != right.isNull { return left.isNull == nullsFirst ? -1 : 1 }
    let result = Value.order(left, right)
    return isDescending ? -result : result
  }
}
