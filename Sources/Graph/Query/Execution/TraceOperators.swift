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
    result[step.lineage] = .integers((0..<batch.count).map { lineage(of: $0, in: batch) })
    return result.keeping(live)
  }

  private func lineage(of row: Int, in batch: Batch) -> Int64 {
    var numbers = step.earlier.map { batch[$0].lineage(at: row) }
    for slot in step.relationships { append(batch[slot].value(at: row), to: &numbers) }
    for (slot, key) in step.properties {
      if case .node(let node) = batch[slot].value(at: row) { numbers.append(arena.number(of: node, property: key)) }
    }
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
    return Batch.joined(batches).map { strongest(of: $0).keeping(live) }
  }

  private func strongest(of all: Batch) -> Batch {
    let grouper = RowGrouper()
    var rows: [[Int32]] = []
    for (row, group) in grouper.groups(of: slots.map { all[$0] }, count: all.count).enumerated() {
      if Int(group) == rows.count { rows.append([]) }
      rows[Int(group)].append(Int32(row))
    }
    let chosen = rows.map { rows in
      rows[arena.strongest(rows.map { all[lineage].lineage(at: Int($0)) }) ?? 0]
    }
    return all.gathered(chosen)
  }
}

/// Keeps rows for which a part plan finds something, with what its strongest row rests on.
final class WitnessOperator: StepOperator {
  private let part: PartRunner
  private let inner: Slot
  private let lineage: Slot
  private let arena: LineageArena

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, part: PartRunner, inner: Slot, lineage: Slot,
    arena: LineageArena
  ) {
    self.part = part
    self.inner = inner
    self.lineage = lineage
    self.arena = arena
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let (found, tags) = try part.all(for: batch)
      guard let found else { continue }
      var byRow = [[Int64]](repeating: [], count: batch.count)
      for (place, tag) in tags.enumerated() { byRow[Int(tag)].append(found[inner].lineage(at: place)) }
      let rows = byRow.indices.filter { !byRow[$0].isEmpty }
      var result = batch.gathered(rows.map { Int32($0) }, keeping: live)
      result[lineage] = .integers(rows.map { byRow[$0][arena.strongest(byRow[$0]) ?? 0] })
      return result
    }
    return nil
  }
}
