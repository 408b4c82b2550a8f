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
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    self.argument = argument
  }

  override func next() throws(QueryError) -> Batch? {
    guard let argument else { return nil }
    self.argument = nil
    let groups = Groups()
    let states = aggregates.map { $0.make() }
    if keys.isEmpty { groups.addGroupPerTag(argument, partition, carried) }
    while let batch = try input.next() { try add(batch, groups, states) }
    guard groups.count > 0 else { return nil }
    for state in states { state.reach(groups.count) }
    return try result(groups, states)
  }

  private func add(_ batch: Batch, _ groups: Groups, _ states: [any AggregateState]) throws(QueryError) {
    var keyColumns: [Vector] = []
    for key in keys { keyColumns.append(try key.evaluate(batch)) }
    let tag = partition.map { batch[$0] }
    let numbers = groups.numbers(
      of: keyColumns, tag: tag, carried: carried.map { batch[$0] }, count: batch.count)
    if let lineage { groups.addLineages(batch[lineage], numbers) }
    for (aggregate, state) in zip(aggregates, states) {
      state.reach(groups.count)
      let argument = try aggregate.argument?(batch)
      try state.add(argument, parameter: try aggregate.parameter?(batch), groups: numbers)
    }
  }

  private func result(_ groups: Groups, _ states: [any AggregateState]) throws(QueryError) -> Batch {
    var result = Batch(count: groups.count, columns: Array(repeating: .absent, count: context.slotCount))
    if let partition { result[partition] = .integers(groups.tags) }
    for (index, slot) in carried.enumerated() { result[slot] = .compact(groups.carried.map { $0[index] }) }
    for (index, key) in keys.enumerated() { result[key.slot] = .compact(groups.keys.map { $0[index] }) }
    for (aggregate, state) in zip(aggregates, states) {
      var values: [Value] = []
      for group in 0..<groups.count { values.append(try state.result(group)) }
      result[aggregate.slot] = .compact(values)
    }
    if let lineage, let arena = context.lineages {
      result[lineage] = .integers((0..<groups.count).map { arena.aggregated(groups.lineages(of: $0)) })
    }
    return result.keeping(live)
  }

  /// The groups so far, with what each was made from.
  private final class Groups {
    private let grouper = RowGrouper()
    private(set) var keys: [[Value]] = []
    private(set) var carried: [[Value]] = []
    private(set) var tags: [Int64] = []
    private var lineagesByGroup: [[Int64]] = []

    var count: Int { keys.count }

    /// Without keys every incoming row has a group of its own, also when no row follows from it.
    func addGroupPerTag(_ argument: Batch, _ partition: Slot?, _ carriedSlots: [Slot]) {
      guard let partition else {
        _ = numbers(of: [], tag: nil, carried: [], count: 1)
        return
      }
      _ = numbers(
        of: [], tag: argument[partition], carried: carriedSlots.map { argument[$0] }, count: argument.count)
    }

    func addLineages(_ lineages: Vector, _ groups: [Int32]) {
      lineagesByGroup.append(contentsOf: repeatElement([], count: max(0, count - lineagesByGroup.count)))
      for (row, group) in groups.enumerated() { lineagesByGroup[Int(group)].append(lineages.lineage(at: row)) }
    }

    func lineages(of group: Int) -> [Int64] { group < lineagesByGroup.count ? lineagesByGroup[group] : [] }

    func numbers(of columns: [Vector], tag: Vector?, carried: [Vector], count: Int) -> [Int32] {
      let numbers = grouper.groups(of: [tag].compactMap { $0 } + columns, count: count)
      for (row, number) in numbers.enumerated() where Int(number) == keys.count {
        keys.append(columns.map { $0.value(at: row) })
        self.carried.append(carried.map { $0.value(at: row) })
        tags.append(tag?.tag(at: row) ?? 0)
      }
      return numbers
    }
  }
}
