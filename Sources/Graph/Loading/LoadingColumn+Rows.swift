/// Loading a whole column at once: what is decided by the column is decided once, and a cell like the one above is not read
/// again.
extension LoadingColumn {
  /// Where the rows of a file go: the row of the graph for each, `skipped` for one that is left out.
  typealias Targets = [UInt32]

  static let skipped = UInt32.max
  /// For a row that is left out for a mistake elsewhere in it: its cells are read only to report theirs.
  static let checkedOnly = UInt32.max - 1

  /// Puts the cells of all rows into the column. O(bytes).
  ///
  /// - Parameter applies: whether a list of values applies to a row.
  func load(
    _ rows: TableRows, into targets: Targets, _ errors: inout FileErrors, applies: (Int, EnumerationRule) -> Bool
  ) {
    errors.beginColumn()
    if holdsTexts {
      loadTexts(rows, targets, &errors, applies)
    } else if header.type == .date, !header.isList, rule == nil {
      loadDates(rows, targets, &errors)
    } else {
      loadValues(rows, targets, &errors, applies)
    }
  }

  private func loadTexts(
    _ rows: TableRows, _ targets: Targets, _ errors: inout FileErrors, _ applies: (Int, EnumerationRule) -> Bool
  ) {
    var number: UInt32?
    var isAllowed = true
    rows.forEachText(in: header.field) { row, text, isRepeated in
      if !isRepeated {
        number = target.number(of: text)
        isAllowed = rule?.allows(text) ?? true
      }
      guard targets[row] != LoadingColumn.skipped else { return }
      if !isAllowed, let rule, applies(row, rule) {
        errors.add(row: row, field: header.field) {
          rows.error(row, header.field, rule.problem(String(decoding: text, as: UTF8.self)))
        }
      } else if targets[row] == LoadingColumn.checkedOnly {
        return
      } else if let number {
        target.set(Int(targets[row]), textNumber: number)
      } else {
        target.set(Int(targets[row]), .string(String(decoding: text, as: UTF8.self)))
      }
    }
  }

  private func loadDates(_ rows: TableRows, _ targets: Targets, _ errors: inout FileErrors) {
    var date: CalendarDate?
    rows.forEachText(in: header.field) { row, text, isRepeated in
      if !isRepeated { date = CellReader.plainDate(text) }
      guard targets[row] != LoadingColumn.skipped else { return }
      if let date {
        if targets[row] != LoadingColumn.checkedOnly { target.set(Int(targets[row]), date: date) }
      } else {
        loadValue(rows, row, targets, &errors) { _, _ in false }
      }
    }
  }

  private func loadValues(
    _ rows: TableRows, _ targets: Targets, _ errors: inout FileErrors, _ applies: (Int, EnumerationRule) -> Bool
  ) {
    rows.forEachText(in: header.field) { row, _, _ in
      if targets[row] != LoadingColumn.skipped { loadValue(rows, row, targets, &errors, applies) }
    }
  }

  private func loadValue(
    _ rows: TableRows, _ row: Int, _ targets: Targets, _ errors: inout FileErrors,
    _ applies: (Int, EnumerationRule) -> Bool
  ) {
    do throws(CellProblem) {
      let value = try value(rows, row) { applies(row, $0) }
      if targets[row] != LoadingColumn.checkedOnly { target.set(Int(targets[row]), value) }
    } catch {
      errors.add(row: row, field: header.field) { rows.error(row, header.field, error) }
    }
  }
}
