/// Runs a part plan for all rows of a batch at once.
final class PartRunner {
  private let part: PartPlan
  private let pipeline: QueryPipeline
  private let context: ExecutionContext

  init(_ part: PartPlan, _ builder: PipelineBuilder) {
    self.part = part
    context = builder.context
    pipeline = builder.pipeline(for: part.plan)
  }

  /// Starts the part for the rows of a batch.
  func open(_ batch: Batch) {
    var argument = batch.keeping(part.inputs)
    argument[part.tag] = batch.count == 1 ? PartRunner.onlyTag : .integers(Array(0..<Int64(batch.count)))
    pipeline.open(argument)
  }

  /// The tags of a batch of one row: the same column for all, so that none is made.
  private static let onlyTag = Vector.integers([0])

  /// How many rows are expected over all steps of the part, for one incoming row.
  var expectedRows: Double {
    part.plan.branches.reduce(1) { $0 + $1.estimates.reduce(0, +) }
  }

  /// Where the rows of the part keep what they rest on; nil when nobody asks.
  var lineage: Slot? { part.plan.lineage }

  /// The next rows of the part, with the incoming row each belongs to.
  func next() throws(QueryError) -> (batch: Batch, tags: [Int32])? {
    guard let batch = try nextBatch() else { return nil }
    return (batch, batch[part.tag].tags(count: batch.count))
  }

  /// The part's own expressions note nothing for the rows outside.
  private func nextBatch() throws(QueryError) -> Batch? {
    if context.notes == nil { return try pipeline.next() }
    return try context.noting(in: nil) { () throws(QueryError) in try pipeline.next() }
  }

  /// All rows of the part in the order of the incoming rows, and how many each incoming row has.
  func all(for batch: Batch) throws(QueryError) -> (rows: Batch?, tags: [Int32]) {
    open(batch)
    guard var (joined, tags) = try next() else { return (nil, []) }
    if let second = try next() {
      var batches = [joined, second.batch]
      tags += second.tags
      while let (rows, more) = try next() {
        batches.append(rows)
        tags += more
      }
      joined = Batch.joined(batches) ?? joined
    }
    if zip(tags, tags.dropFirst()).allSatisfy({ $0 <= $1 }) { return (joined, tags) }
    let order = tags.indices.sorted { tags[$0] == tags[$1] ? $0 < $1 : tags[$0] < tags[$1] }
    return (joined.gathered(order.map { Int32($0) }), order.map { tags[$0] })
  }
}

/// Runs the branches of a query plan one after the other.
final class QueryPipeline {
  private let plan: QueryPlan
  private let branches: [Operator]
  private var argument: Batch?
  private var current = 0
  /// The rows so far, where each is given once.
  private var grouper: RowGrouper?
  private let arena: LineageArena?

  init(_ plan: QueryPlan, branches: [Operator], arena: LineageArena?) {
    self.plan = plan
    self.branches = branches
    self.arena = arena
  }

  func open(_ argument: Batch) {
    self.argument = branches.count > 1 ? argument : nil
    current = 0
    grouper = nil
    branches.first?.open(argument)
  }

  func next() throws(QueryError) -> Batch? {
    if let arena, let lineage = plan.lineage, !plan.keepsDuplicates { return try strongest(lineage, arena) }
    while let batch = try nextOfBranches() {
      if let result = distinct(batch) { return result }
    }
    return nil
  }

  private func nextOfBranches() throws(QueryError) -> Batch? {
    while current < branches.count {
      if let batch = try branches[current].next() { return renamed(batch) }
      current += 1
      if current < branches.count, let argument { branches[current].open(argument) }
    }
    return nil
  }

  /// All rows at once, each by its strongest derivation.
  private func strongest(_ lineage: Slot, _ arena: LineageArena) throws(QueryError) -> Batch? {
    var batches: [Batch] = []
    while let batch = try nextOfBranches() { batches.append(batch) }
    let slots = [plan.partition].compactMap { $0 } + plan.outputs
    return Batch.joined(batches)?.strongest(by: slots, lineage: lineage, arena)
  }

  /// Puts a branch's own results into the slots of the query.
  private func renamed(_ batch: Batch) -> Batch {
    let own = plan.branches[current].outputs
    if own == plan.outputs && plan.branches[current].lineage == plan.lineage { return batch }
    var result = batch
    for (from, to) in zip(own, plan.outputs) { result[to] = batch[from] }
    if let from = plan.branches[current].lineage, let to = plan.lineage { result[to] = batch[from] }
    return result
  }

  private func distinct(_ batch: Batch) -> Batch? {
    guard !plan.keepsDuplicates else { return batch }
    let slots = [plan.partition].compactMap { $0 } + plan.outputs
    let grouper = self.grouper ?? RowGrouper()
    self.grouper = grouper
    let rows = grouper.numbered(slots.map { batch[$0] }, count: batch.count).new
    return rows.isEmpty ? nil : batch.gathered(rows)
  }
}
