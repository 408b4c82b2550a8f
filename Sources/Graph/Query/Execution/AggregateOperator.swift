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
  private var argument: Batch?

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
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    self.argument = argument
  }

  override func next() throws(QueryError) -> Batch? {
    guard let argument else { return nil }
    self.argument = nil
    let groups = Groups(slotCount: context.slotCount, hasRuns: run != nil)
    let states = aggregates.map { $0.make() }
    if keys.isEmpty { groups.addGroupPerTag(argument, partition, carried) }
    while let batch = try input.next() { try add(batch, groups, states) }
    guard groups.count > 0 else { return nil }
    for state in states { state.reach(groups.count) }
    return try result(groups, states)
  }

  /// The slots of the keys, that of the run first.
  private var groupingSlots: [Slot] { keys.map(\.slot).filter { $0 == run } + keys.map(\.slot).filter { $0 != run } }

  private func add(_ batch: Batch, _ groups: Groups, _ states: [any AggregateState]) throws(QueryError) {
    guard let lineage, let arena = context.lineages else {
      _ = try evaluate(batch, groups, states)
      return
    }
    let (numbers, notes) = try context.noting(batch) { batch throws(QueryError) in
      try evaluate(batch, groups, states)
    }
    let lineages = (0..<batch.count).map { arena.united([batch[lineage].lineage(at: $0)] + notes[$0]) }
    groups.addLineages(.integers(lineages), numbers)
  }

  /// Adds rows to the groups and aggregates; gives the group of each.
  private func evaluate(
    _ batch: Batch, _ groups: Groups, _ states: [any AggregateState]
  ) throws(QueryError) -> [Int32] {
    var kept = batch.keeping(carried + [partition].compactMap { $0 })
    for key in keys { kept[key.slot] = try key.evaluate(batch) }
    let runs = run.map { groups.runStarts(kept[$0]) } ?? []
    let numbers = groups.numbers(of: kept, by: [partition].compactMap { $0 } + groupingSlots, runs: runs)
    for (aggregate, state) in zip(aggregates, states) {
      state.reach(groups.count)
      let argument = try aggregate.argument?(batch)
      let parameter = try aggregate.parameter?(batch)
      try state.add(AggregateInput(argument: argument, parameter: parameter, groups: numbers, runs: runs))
    }
    return numbers
  }

  private func result(_ groups: Groups, _ states: [any AggregateState]) throws(QueryError) -> Batch {
    var result = groups.firstRows
    for (aggregate, state) in zip(aggregates, states) {
      var values: [Value] = []
      values.reserveCapacity(groups.count)
      for group in 0..<groups.count { values.append(try state.result(group)) }
      result[aggregate.slot] = .compact(values)
    }
    if let lineage, let arena = context.lineages {
      result[lineage] = .integers((0..<groups.count).map { arena.aggregated(groups.lineages(of: $0)) })
    }
    return result.keeping(live)
  }

  /// The groups so far, with the row each was made from.
  private final class Groups {
    private let grouper: RowGrouper
    private let slotCount: Int
    private var parts: [Batch] = []
    private var lineagesByGroup: [[Int64]] = []
    private(set) var count = 0
    private var lastOfRun = NodeID.none

    init(slotCount: Int, hasRuns: Bool) {
      self.slotCount = slotCount
      grouper = RowGrouper(firstIsRun: hasRuns)
    }

    /// Keys, tags and carried columns of the first row of each group.
    var firstRows: Batch {
      Batch.joined(parts) ?? Batch(count: 0, columns: Array(repeating: .absent, count: slotCount))
    }

    /// Without keys every incoming row has a group of its own, also when no row follows from it.
    func addGroupPerTag(_ argument: Batch, _ partition: Slot?, _ carried: [Slot]) {
      guard let partition else {
        _ = numbers(of: Batch.single(slotCount: slotCount), by: [])
        return
      }
      _ = numbers(of: argument.keeping(carried + [partition]), by: [partition])
    }

    /// The rows at which the value of a run changes.
    func runStarts(_ column: Vector) -> [Int] {
      guard case .nodes(let nodes) = column else { return [] }
      var starts: [Int] = []
      for (row, node) in nodes.enumerated() where node != lastOfRun {
        starts.append(row)
        lastOfRun = node
      }
      return starts
    }

    func numbers(of batch: Batch, by slots: [Slot], runs: [Int] = []) -> [Int32] {
      let numbers =
        slots.isEmpty
        ? [Int32](repeating: 0, count: batch.count)
        : grouper.groups(of: slots.map { batch[$0] }, count: batch.count, runs: runs)
      var new: [Int32] = []
      for (row, number) in numbers.enumerated() where Int(number) == count {
        new.append(Int32(row))
        count += 1
      }
      if !new.isEmpty { parts.append(batch.gathered(new)) }
      return numbers
    }

    func addLineages(_ lineages: Vector, _ groups: [Int32]) {
      lineagesByGroup.append(contentsOf: repeatElement([], count: max(0, count - lineagesByGroup.count)))
      for (row, group) in groups.enumerated() { lineagesByGroup[Int(group)].append(lineages.lineage(at: row)) }
    }

    func lineages(of group: Int) -> [Int64] { group < lineagesByGroup.count ? lineagesByGroup[group] : [] }
  }
}
