/// What the values of one batch rest on, noted row by row while its expressions are evaluated.
///
/// The rows are numbered in a column of their own (`ExecutionContext.rowSlot`), so that an expression that is evaluated only
/// for some of them (a branch of CASE, an element of a list) notes what it reads for the row it belongs to.
final class LineageNotes {
  /// By row, what was noted first; `LineageArena.none` where nothing was. Few rows have more.
  private var first: [Int64]
  private var more: [Int: [Int64]] = [:]

  init(rowCount: Int) { first = Array(repeating: LineageArena.none, count: rowCount) }

  var rowCount: Int { first.count }

  subscript(row: Int) -> [Int64] { first[row] == LineageArena.none ? [] : [first[row]] + (more[row] ?? []) }

  func add(_ number: Int64, row: Int) {
    if number == LineageArena.none { return }
    if first[row] == LineageArena.none { first[row] = number } else { more[row, default: []].append(number) }
  }

  /// What was noted for a row, when that is at most one thing; nil when it is more.
  func only(_ row: Int) -> Int64? { more.isEmpty || more[row] == nil ? first[row] : nil }
}

extension ExecutionContext {
  /// Evaluates something over the rows of a batch while what it reads is noted.
  ///
  /// - Parameters:
  ///   - batch: the rows; `body` is given them with their numbers.
  ///   - body: evaluates expressions; rows it gives back may be fewer.
  /// - Returns: what `body` gives, and the notes by row of `batch`.
  func noting<Result>(
    _ batch: Batch, _ body: (Batch) throws(QueryError) -> Result
  ) throws(QueryError) -> (result: Result, notes: LineageNotes) {
    let notes = LineageNotes(rowCount: batch.count)
    let result = try noting(in: notes) { () throws(QueryError) in try body(numbered(batch)) }
    return (result, notes)
  }

  /// Runs something with other notes, or none.
  func noting<Result>(
    in notes: LineageNotes?, _ body: () throws(QueryError) -> Result
  ) throws(QueryError) -> Result {
    let outer = self.notes
    self.notes = notes
    defer { self.notes = outer }
    return try body()
  }

  private func numbered(_ batch: Batch) -> Batch {
    guard let rowSlot else { return batch }
    var result = batch
    result[rowSlot] = .integers((0..<Int64(batch.count)).map { $0 })
    return result
  }

  /// The number that a row had when its batch was numbered.
  func numberOfRow(_ row: Int, in batch: Batch) -> Int {
    rowSlot.map { Int(batch[$0].tag(at: row)) } ?? row
  }
}

extension LineageArena {
  /// All that was noted for a row.
  func united(_ notes: LineageNotes, _ row: Int) -> Int64 { notes.only(row) ?? united(notes[row]) }

  /// One lineage per row: all that was noted for it.
  func column(_ notes: LineageNotes) -> Vector {
    .integers((0..<notes.rowCount).map { united(notes, $0) })
  }
}
