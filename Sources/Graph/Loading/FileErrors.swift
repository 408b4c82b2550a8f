/// Gathers the mistakes of one file, found column by column, and hands them on row by row.
struct FileErrors {
  private struct Entry {
    let row: Int
    let field: Int
    let error: LoadError
  }

  private var entries: [Entry] = []
  private var total = 0
  private var inThisColumn = 0

  /// Begins another pass over the rows.
  mutating func beginColumn() { inThisColumn = 0 }

  /// Adds a mistake; rows ascend within a column, so that only the first of each column can be among those reported.
  mutating func add(row: Int, field: Int, _ error: () -> LoadError) {
    total += 1
    inThisColumn += 1
    if inThisColumn <= LoadErrors.limit { entries.append(Entry(row: row, field: field, error: error())) }
  }

  /// Adds the mistakes of other columns.
  mutating func add(_ others: FileErrors) {
    entries += others.entries
    total += others.total
  }

  /// Adds the rows that were passed over.
  mutating func add(_ losses: [(row: Int, error: LoadError)]) {
    beginColumn()
    for (row, error) in losses { add(row: row, field: -1) { error } }
  }

  /// Adds the mistakes in the order of the file.
  func add(to errors: inout LoadErrors) {
    let sorted = entries.enumerated().sorted { left, right in
      (left.element.row, left.element.field, left.offset) < (right.element.row, right.element.field, right.offset)
    }
    for (_, entry) in sorted { errors.add(entry.error) }
    for _ in sorted.count..<total { errors.count() }
  }
}
