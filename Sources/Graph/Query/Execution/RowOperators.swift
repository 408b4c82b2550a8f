/// Keeps rows for which every predicate is true.
final class FilterOperator: StepOperator {
  private let predicates: [(evaluate: Evaluate, span: SourceSpan)]
  private let notes: Slot?
  /// The step before, when its conditions are the predicates.
  private let tester: ExpandOperator?

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator,
    predicates: [(evaluate: Evaluate, span: SourceSpan)], notes: Slot? = nil, tester: ExpandOperator? = nil
  ) {
    self.predicates = predicates
    self.notes = notes
    self.tester = tester
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while var batch = try input.next() {
      if tester?.hasTested == true {
        batch.keep(live)
        return batch
      }
      let kept = if let notes { try filterNoting(batch, in: notes) } else { try filter(batch, live) }
      if kept.count > 0 { return kept }
    }
    return nil
  }

  /// As `filter`, with what the predicates read for each row that is kept.
  private func filterNoting(_ batch: Batch, in slot: Slot) throws(QueryError) -> Batch {
    guard let arena = context.lineages else { return try filter(batch, live) }
    let kept = live + [context.rowSlot].compactMap { $0 }
    let (rows, notes) = try context.noting(batch) { batch throws(QueryError) in try filter(batch, kept) }
    var result = rows.keeping(live)
    result[slot] = .integers((0..<rows.count).map { arena.united(notes, context.numberOfRow($0, in: rows)) })
    return result
  }

  private func filter(_ batch: Batch, _ live: [Slot]) throws(QueryError) -> Batch {
    var batch = batch
    for (place, predicate) in predicates.enumerated() {
      let truths = try predicate.evaluate(batch).truths(count: batch.count, at: predicate.span)
      let rows = truths.rows(where: .yes)
      let isLast = place == predicates.count - 1
      if rows.count == batch.count {
        if isLast { batch.keep(live) }
      } else if rows.isEmpty {
        return .none
      } else {
        batch = isLast ? batch.gathered(rows, keeping: live) : batch.gathered(rows)
      }
    }
    return batch
  }
}

extension [Truth] {
  /// The rows that have one truth.
  func rows(where wanted: Truth) -> [Int32] {
    var rows = [Int32](filledWith: 0, count: count)
    var next = 0
    rows.withUnsafeMutableBufferPointer { buffer in
      for (row, truth) in enumerated() {
        buffer[next] = Int32(truncatingIfNeeded: row)
        next += truth == wanted ? 1 : 0
      }
    }
    rows.removeLast(count - next)
    return rows
  }
}

/// Computes columns from columns.
final class ProjectOperator: StepOperator {
  private let items: [(slot: Slot, evaluate: Evaluate)]
  private let notes: Slot?

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, items: [(slot: Slot, evaluate: Evaluate)],
    notes: Slot? = nil
  ) {
    self.items = items
    self.notes = notes
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    guard let notes, let arena = context.lineages else {
      return try projected(batch)
    }
    var (result, noted) = try context.noting(batch) { batch throws(QueryError) in try projected(batch) }
    result[notes] = arena.column(noted)
    return result
  }

  /// The rows with the slots to keep, those of the items with what these give for the rows that came in.
  private func projected(_ batch: Batch) throws(QueryError) -> Batch {
    var result = batch.keeping(live)
    for item in items {
      let column = try item.evaluate(batch)
      if isLive(item.slot) { result[item.slot] = column }
    }
    return result
  }
}

/// Continues every row with each element of a list; null and the empty list give nothing.
final class UnwindOperator: GrowingOperator, SharedSource {
  /// The part of the items that become rows.
  var share = 0..<Int.max
  /// The items of the only row there is, when they are shared.
  private var prepared: [Value]?
  private let list: Evaluate
  private let slot: Slot
  private let notes: Slot?
  private var noted: Vector = .absent
  private var lists: Vector = .absent
  private var items: [Value] = []
  private var place = 0
  /// The items that became rows last.
  private var taken = 0..<0

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, list: @escaping Evaluate, slot: Slot,
    notes: Slot? = nil
  ) {
    self.list = list
    self.slot = slot
    self.notes = notes
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    guard notes != nil, let arena = context.lineages else {
      if prepared == nil { lists = try list(batch) }
      return
    }
    let (lists, notes) = try context.noting(batch) { batch throws(QueryError) in try list(batch) }
    self.lists = lists
    noted = arena.column(notes)
  }

  func prepare(for argument: Batch) throws(QueryError) -> Int {
    let items = UnwindOperator.items(of: try list(argument).value(at: 0))
    prepared = items
    return items.count
  }

  func prepare(as other: any SharedSource) { prepared = (other as? UnwindOperator)?.prepared }

  private static func items(of value: Value) -> [Value] {
    switch value {
    case .list(let items): items
    case .null: []
    case let other: [other]
    }
  }

  override func begin(row: Int, of batch: Batch) {
    place = share.lowerBound
    items = prepared ?? UnwindOperator.items(of: lists.value(at: row))
  }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let end = min(items.count, share.upperBound)
    let count = min(end - place, max(0, Batch.targetSize - output.rows.count))
    output.rows.append(contentsOf: repeatElement(Int32(row), count: count))
    taken = place..<place + count
    if batch.count > 1 { output.values.append(contentsOf: items[taken]) }
    place += count
    return place == end
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(slot) { batch[slot] = output.values.isEmpty ? .some(taken, of: items) : .compact(output.values) }
    if let notes { batch[notes] = noted.gathered(output.rows) }
  }
}

/// Drops rows whose values were there before.
final class DistinctOperator: StepOperator {
  private let slots: [Slot]
  private var grouper = RowGrouper()

  init(_ context: ExecutionContext, live: [Slot], input: Operator, slots: [Slot], partition: Slot?) {
    self.slots = [partition].compactMap { $0 } + slots
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    grouper = RowGrouper()
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let rows = grouper.numbered(slots.map { batch[$0] }, count: batch.count).new
      if !rows.isEmpty { return batch.gathered(rows, keeping: live) }
    }
    return nil
  }
}

/// Drops the first rows, or keeps only them, per partition.
final class CutOperator: StepOperator {
  /// Which side of the cut is kept.
  enum Side { case skip, limit }

  private let side: Side
  private let amount: (evaluate: Evaluate, span: SourceSpan)
  private let partition: Slot?
  private var limit = 0
  private var seen: [Int64: Int] = [:]
  private var isOpen = false

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, side: Side,
    amount: (evaluate: Evaluate, span: SourceSpan), partition: Slot?
  ) {
    self.side = side
    self.amount = amount
    self.partition = partition
    super.init(context, live: live, input: input)
  }

  override func open(_ argument: Batch) {
    super.open(argument)
    seen = [:]
    isOpen = false
  }

  override func next() throws(QueryError) -> Batch? {
    if !isOpen {
      limit = try context.rowCount(amount, clause: side == .skip ? "SKIP" : "LIMIT")
      isOpen = true
    }
    while !(side == .limit && partition == nil && seen[0, default: 0] >= limit), let batch = try input.next() {
      let rows = cut(batch)
      if !rows.isEmpty { return batch.gathered(rows, keeping: live) }
    }
    return nil
  }

  private func cut(_ batch: Batch) -> [Int32] {
    var rows: [Int32] = []
    for row in 0..<batch.count {
      let tag = partition.map { batch[$0].tag(at: row) } ?? 0
      let number = seen[tag, default: 0]
      seen[tag] = number + 1
      if (number < limit) == (side == .limit) { rows.append(Int32(row)) }
    }
    return rows
  }
}

extension Vector {
  /// The numbers of the incoming rows in a tag column.
  func tags(count: Int) -> [Int32] {
    var tags: [Int32] = []
    tags.reserveCapacity(count)
    for row in 0..<count { tags.append(Int32(truncatingIfNeeded: tag(at: row))) }
    return tags
  }

  /// The number of the incoming row in a tag column.
  func tag(at row: Int) -> Int64 {
    if case .integers(let tags) = self { return tags[row] }
    if case .integer(let tag) = value(at: row) { return tag }
    return 0
  }
}

extension ExecutionContext {
  /// The number that SKIP or LIMIT asks for.
  func rowCount(_ amount: (evaluate: Evaluate, span: SourceSpan), clause: String) throws(QueryError) -> Int {
    let value = try amount.evaluate(Batch.single).value(at: 0)
    guard case .integer(let number) = value, number >= 0 else {
      throw RuntimeErrors.badCount(clause, value, at: amount.span)
    }
    return Int(clamping: number)
  }
}
