/// Writes down what each row rests on.
final class TraceOperator: StepOperator {
  private let step: TraceStep
  private let arena: LineageArena

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: TraceStep, arena: LineageArena) {
    self.step = step
    self.arena = arena
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    var result = batch
    let earlier = step.earlier.mapped { batch[$0] }
    result[step.lineage] = .integers(
      (0..<batch.count).map { row in onlyLineage(earlier, row) ?? lineage(of: row, in: batch, earlier) })
    result.keep(live)
    return result
  }

  /// What a row rests on when that is at most one thing; nil when it may be more.
  private func onlyLineage(_ earlier: [Vector], _ row: Int) -> Int64? {
    guard step.relationships.isEmpty else { return nil }
    var only = LineageArena.none
    for numbers in earlier {
      let number = numbers.lineage(at: row)
      if number == LineageArena.none { continue }
      if only != LineageArena.none { return nil }
      only = number
    }
    return only
  }

  private func lineage(of row: Int, in batch: Batch, _ earlier: [Vector]) -> Int64 {
    var numbers = earlier.map { $0.lineage(at: row) }
    for slot in step.relationships { append(batch[slot].value(at: row), to: &numbers) }
    return arena.united(numbers)
  }

  private func append(_ value: Value, to numbers: inout [Int64]) {
    switch value {
    case .relationship(let relationship): numbers.append(arena.number(of: relationship))
    case .list(let items): for item in items { append(item, to: &numbers) }
    default: break
    }
  }
}

extension Vector {
  /// The lineage number in a row; a row that an optional part did not fill has none.
  func lineage(at row: Int) -> Int64 {
    if case .integers(let numbers) = self { return numbers[row] }
    if case .absent = self { return LineageArena.none }
    if case .integer(let number) = value(at: row) { return number }
    return LineageArena.none
  }
}

/// Of rows with the same values keeps the one that rests on the strongest claims.
final class StrongestOperator: StepOperator {
  private let slots: [Slot]
  private let lineage: Slot
  private let arena: LineageArena
  private var isDone = false

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, slots: [Slot], lineage: Slot, arena: LineageArena
  ) {
    self.slots = slots
    self.lineage = lineage
    self.arena = arena
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
    while let batch = try input.next() { batches.append(batch) }
    return Batch.joined(batches).map { $0.strongest(by: slots, lineage: lineage, arena).keeping(live) }
  }
}

extension Batch {
  /// Of rows with the same values in some slots, the one that rests on the strongest claims.
  func strongest(by slots: [Slot], lineage: Slot, _ arena: LineageArena) -> Batch {
    let grouper = RowGrouper()
    var rows: [[Int32]] = []
    for (row, group) in grouper.numbered(slots.map { self[$0] }, count: count).groups.enumerated() {
      if Int(group) == rows.count { rows.append([]) }
      rows[Int(group)].append(Int32(row))
    }
    return gathered(
      rows.map { rows in rows[arena.strongest(rows.map { self[lineage].lineage(at: Int($0)) }) ?? 0] })
  }
}
