/// Groups rows by keys and computes aggregates; without keys there is one group even of no rows.
final class AggregateOperator: StepOperator {
  /// One aggregate: how to read its argument, and where its result goes.
  struct Aggregate {
    let slot: Slot
    let argument: Evaluate?
    let parameter: Evaluate?
    let make: () -> any AggregateState
  }

  private let keys: [(slot: Slot, evaluate: Evaluate)]
  private let aggregates: [Aggregate]
  private let carried: [Slot]
  private let partition: Slot?
  private let lineage: Slot?
  private let run: Slot?
  /// The slots by which rows are told apart.
  private let compared: [Slot]
  /// The slots besides the keys that go on with the first row of a group.
  private let kept: [Slot]
  private let groups = AggregateGroups()
  private var states: [any AggregateState] = []
  private var isDone = true

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: AggregateStep,
    keys: [(slot: Slot, evaluate: Evaluate)], aggregates: [Aggregate]
  ) {
    self.keys = keys
    self.aggregates = aggregates
    carried = step.carried
    partition = step.partition
    lineage = step.lineage
    run = step.run
    let compared = keys.map(\.slot).filter { !step.dependent.contains($0) }
    let inRun = compared.filter { $0 != step.run }
    self.compared = [step.partition].compactMap { $0 } + (inRun.isEmpty ? compared : inRun)
    kept = step.carried + [step.partition].compactMap { $0 }
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    groups.begin()
    if states.isEmpty {
      states = aggregates.mapped { $0.make() }
    } else {
      for place in aggregates.indices { states[place] = aggregates[place].make() }
    }
    if keys.isEmpty { groups.addGroupPerTag(argument, partition, carried) }
    isDone = false
  }

  override func next() throws(QueryError) -> Batch? {
    while !isDone {
      guard let batch = try input.next() else {
        isDone = true
        return try finished()
      }
      if let finished = try add(batch) { return finished }
    }
    return nil
  }

  /// Adds rows; gives groups that no later row belongs to, when there are enough of them.
  private func add(_ batch: Batch) throws(QueryError) -> Batch? {
    let rows = try traced(batch)
    let runs = run.map { groups.runStarts(rows.kept[$0]) } ?? []
    guard groups.count >= Batch.targetSize, let last = runs.last else {
      try add(rows, runs)
      return nil
    }
    if last > 0 { try add(rows.gathered(0..<last), runs.dropLast()) }
    let finished = try finished()
    forget()
    try add(rows.gathered(last..<batch.count), [0])
    return finished
  }

  /// Incoming rows as far as they matter here: keys, tags and carried columns, the columns of each aggregate, and what each row
  /// rests on.
  private struct Rows {
    var kept: Batch
    var columns: [(argument: Vector?, parameter: Vector?)] = []
    var lineages: [Int64]?

    func gathered(_ range: Range<Int>) -> Rows {
      let rows = range.map { Int32(truncatingIfNeeded: $0) }
      return Rows(
        kept: kept.gathered(rows),
        columns: columns.map { ($0.argument?.gathered(rows), $0.parameter?.gathered(rows)) },
        lineages: lineages.map { Array($0[range]) })
    }
  }

  /// Evaluates what matters of rows, with what each rests on when somebody asks.
  private func traced(_ batch: Batch) throws(QueryError) -> Rows {
    guard let lineage, let arena = context.lineages else { return try evaluate(batch) }
    var (rows, notes) = try context.noting(batch) { batch throws(QueryError) in try evaluate(batch) }
    let lineages = batch[lineage]
    rows.lineages = (0..<batch.count).map { row in
      let own = lineages.lineage(at: row)
      return notes.only(row) == LineageArena.none ? own : arena.united([own] + notes[row])
    }
    return rows
  }

  private func evaluate(_ batch: Batch) throws(QueryError) -> Rows {
    var rows = Rows(kept: batch.keeping(kept, more: keys.count + aggregates.count))
    for key in keys { rows.kept[key.slot] = try key.evaluate(batch) }
    for aggregate in aggregates {
      rows.columns.append((try aggregate.argument?(batch), try aggregate.parameter?(batch)))
    }
    return rows
  }

  /// Adds rows to the groups and aggregates.
  private func add(_ rows: Rows, _ runs: [Int]) throws(QueryError) {
    let numbers = groups.numbers(of: rows.kept, by: compared, runs: runs)
    for (place, state) in states.enumerated() {
      state.reach(groups.count)
      try state.add(
        AggregateInput(
          argument: rows.columns[place].argument, parameter: rows.columns[place].parameter, groups: numbers,
          runs: runs))
    }
    if let lineages = rows.lineages {
      groups.addLineages(lineages, numbers, counting: context.lineages?.tracing == .everything)
    }
  }

  /// The groups so far as rows; nil when there are none.
  private func finished() throws(QueryError) -> Batch? {
    guard groups.count > 0 else { return nil }
    var result = groups.takeFirstRows()
    for place in aggregates.indices {
      states[place].reach(groups.count)
      result[aggregates[place].slot] = try states[place].results()
    }
    if let lineage, let arena = context.lineages {
      result[lineage] = .integers((0..<groups.count).map { groups.lineage(of: $0, in: arena) })
    }
    result.keep(live)
    return result
  }

  private func forget() {
    groups.forget()
    for state in states { state.forget() }
  }
}
