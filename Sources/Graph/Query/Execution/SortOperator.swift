/// Sorts all rows, per partition; equal rows keep their order. With a limit only the first rows are kept and handed on.
final class SortOperator: StepOperator {
  struct Key {
    let evaluate: Evaluate
    let direction: SortDirection
  }

  /// With a limit, so many rows are gathered before those that cannot be among the first are let go.
  private static let patience = 65_536

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
    let wanted = partition == nil ? try wantedRows() : nil
    var gathered = Gathered(keys: keys.count)
    while let batch = try input.next() {
      var columns: [Vector] = []
      for key in keys { columns.append(try key.evaluate(batch)) }
      gathered.append(batch, columns)
      if let wanted, gathered.count >= SortOperator.patience, gathered.count / 4 >= wanted {
        gathered = gathered.kept(sorted(gathered, first: wanted))
      }
    }
    guard gathered.count > 0 else { return nil }
    let rows = sorted(gathered, first: wanted ?? .max)
    return rows.isEmpty ? nil : gathered.rows.gathered(rows, keeping: live)
  }

  /// How many first rows are needed; nil is all.
  private func wantedRows() throws(QueryError) -> Int? {
    guard let limit else { return nil }
    let skipped = try skip.map { amount throws(QueryError) in try context.rowCount(amount, clause: "SKIP") } ?? 0
    let (sum, overflow) = skipped.addingReportingOverflow(try context.rowCount(limit, clause: "LIMIT"))
    return overflow ? nil : sum
  }

  /// The first rows, in order.
  private func sorted(_ gathered: Gathered, first wanted: Int) -> [Int32] {
    var columns: [SortColumn] = []
    if let partition {
      let tags = (0..<gathered.count).map { gathered.rows[partition].tag(at: $0) }
      let ascending = SortDirection(isDescending: false, nullsFirst: nil)
      columns += [SortColumn(.integers(tags), ascending)].compactMap { $0 }
    }
    for (key, vector) in zip(keys, gathered.keyColumns) {
      if let column = SortColumn(vector, key.direction) { columns.append(column) }
    }
    if let words = SortOperator.packed(columns, count: gathered.count) {
      let rows = words[0].indices.lazy.map { RankedRow(rank: words[0][$0], row: Int32($0)) }
      if words.count == 1 { return RankedRow.first(wanted, of: rows) { $0 < $1 } }
      let others = words[1...]
      return RankedRow.first(wanted, of: rows) { left, right in
        if left.rank != right.rank { return left.rank < right.rank }
        for word in others where word[Int(left.row)] != word[Int(right.row)] {
          return word[Int(left.row)] < word[Int(right.row)]
        }
        return left.row < right.row
      }
    }
    let rows = (0..<Int32(gathered.count)).sorted { left, right in
      for column in columns {
        let order = column.order(Int(left), Int(right))
        if order != 0 { return order < 0 }
      }
      return left < right
    }
    return Array(rows.prefix(wanted))
  }

  /// All keys of a row in as few numbers as they fit in, the first key in the highest bits; nil when a key is no number.
  private static func packed(_ columns: [SortColumn], count: Int) -> [[UInt64]]? {
    if columns.isEmpty { return [[UInt64](repeating: 0, count: count)] }
    var words: [[UInt64]] = []
    var used = 0
    for column in columns {
      guard let (numbers, bits) = column.packed else { return nil }
      if words.isEmpty || used + bits > UInt64.bitWidth {
        words.append(numbers)
        used = bits
        continue
      }
      used += bits
      var word = words.removeLast()
      for row in 0..<count { word[row] = word[row] << UInt64(bits) | numbers[row] }
      words.append(word)
    }
    return words
  }
}

/// Rows with the values of the keys.
private struct Gathered {
  private var batches: [Batch] = []
  private var columns: [[(vector: Vector, count: Int)]]
  private(set) var count = 0

  init(keys: Int) { columns = Array(repeating: [], count: keys) }

  mutating func append(_ batch: Batch, _ keyColumns: [Vector]) {
    batches.append(batch)
    for (place, column) in keyColumns.enumerated() { columns[place].append((column, batch.count)) }
    count += batch.count
  }

  /// All rows in one batch.
  var rows: Batch { Batch.joined(batches) ?? .none }

  var keyColumns: [Vector] { columns.map { Vector.joined($0) } }

  /// Only some of the rows.
  func kept(_ places: [Int32]) -> Gathered {
    var result = Gathered(keys: columns.count)
    result.append(rows.gathered(places), keyColumns.map { $0.gathered(places) })
    return result
  }
}

/// A row and its place among others; of equal ones the earlier row comes first.
private struct RankedRow: BitwiseCopyable {
  let rank: UInt64
  let row: Int32

  @inline(__always)
  static func < (left: RankedRow, right: RankedRow) -> Bool {
    left.rank == right.rank ? left.row < right.row : left.rank < right.rank
  }

  /// The first rows in order. O(rows * log wanted): with few wanted, most rows are compared once.
  @inline(__always)
  static func first(
    _ wanted: Int, of rows: some Collection<RankedRow>, by isBefore: (RankedRow, RankedRow) -> Bool
  ) -> [Int32] {
    if wanted >= rows.count / 8 {
      return Array(rows.sorted(by: isBefore).prefix(wanted).map(\.row))
    }
    guard wanted > 0 else { return [] }
    // A heap of the first rows so far, the last of them on top.
    var heap: [RankedRow] = []
    heap.reserveCapacity(wanted)
    for row in rows {
      if heap.count < wanted {
        heap.append(row)
        heap.rise(from: heap.count - 1, by: isBefore)
      } else if isBefore(row, heap[0]) {
        heap[0] = row
        heap.sink(by: isBefore)
      }
    }
    return heap.sorted(by: isBefore).map(\.row)
  }
}

extension [RankedRow] {
  @inline(__always)
  fileprivate mutating func rise(from place: Int, by isBefore: (RankedRow, RankedRow) -> Bool) {
    var place = place
    while place > 0, isBefore(self[(place - 1) / 2], self[place]) {
      swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  @inline(__always)
  fileprivate mutating func sink(by isBefore: (RankedRow, RankedRow) -> Bool) {
    var place = 0
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count, isBefore(self[child], self[child + 1]) { child += 1 }
      guard isBefore(self[place], self[child]) else { return }
      swapAt(place, child)
      place = child
    }
  }
}
