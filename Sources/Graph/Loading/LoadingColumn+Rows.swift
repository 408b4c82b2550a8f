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
  /// - Parameters:
  ///   - rows: the rows of a file.
  ///   - targets: where the rows go.
  ///   - span: the first and the last row of the graph that any of them goes to.
  ///   - errors: receives the mistakes in the cells.
  ///   - applies: makes of a rule the question whether it applies to a row; asked only where a text breaks the rule.
  func load(
    _ rows: TableRows, into targets: Targets, _ span: ClosedRange<Int>?, _ errors: inout FileErrors,
    applies: @escaping (EnumerationRule) -> (Int) -> Bool
  ) {
    var reach = RuleReach(rule: rule, find: applies)
    guard rows.hasText(in: header.field) else { return }
    if holdsTexts {
      target.withRoomForTexts(in: span) { loadTexts(rows, targets, &$0, &errors, &reach) }
    } else if header.type == .date, !header.isList, rule == nil {
      target.withRoomForDates(in: span) { loadDates(rows, targets, &$0, &errors, &reach) }
    } else {
      loadValues(rows, targets, &errors, &reach)
    }
  }

  private func loadTexts(
    _ rows: TableRows, _ targets: Targets, _ room: inout ColumnRoom<UInt32>, _ errors: inout FileErrors,
    _ reach: inout RuleReach
  ) {
    var number: UInt32?
    var isAllowed = true
    let hasRule = rule != nil
    var allowed = AllowedTexts()
    rows.forEachText(in: header.field) { row, text, isRepeated in
      if !isRepeated {
        number = target.number(of: text)
        if hasRule { isAllowed = allowed.contains(text, number: number, in: self) }
      }
      guard targets[row] != LoadingColumn.skipped else { return }
      if !isAllowed, reach.contains(row), let rule {
        errors.add(row: row, field: header.field) {
          rows.error(row, header.field, rule.problem(String(decoding: text, as: UTF8.self)))
        }
      } else if targets[row] == LoadingColumn.checkedOnly {
        return
      } else if let number {
        if room.isOpen {
          room.set(Int(targets[row]), number)
        } else {
          target.set(Int(targets[row]), textNumber: number)
        }
      } else {
        target.set(Int(targets[row]), .string(String(decoding: text, as: UTF8.self)))
      }
    }
  }

  private func loadDates(
    _ rows: TableRows, _ targets: Targets, _ room: inout ColumnRoom<CalendarDate>, _ errors: inout FileErrors,
    _ reach: inout RuleReach
  ) {
    var date: CalendarDate?
    rows.forEachText(in: header.field) { row, text, isRepeated in
      if !isRepeated { date = CellReader.plainDate(text) }
      guard targets[row] != LoadingColumn.skipped else { return }
      var found = date
      if found == nil, case .date(let date) = checkedValue(rows, row, &errors, &reach) { found = date }
      guard let found, targets[row] != LoadingColumn.checkedOnly else { return }
      if room.isOpen {
        room.set(Int(targets[row]), found)
      } else {
        target.set(Int(targets[row]), date: found)
      }
    }
  }

  private func loadValues(
    _ rows: TableRows, _ targets: Targets, _ errors: inout FileErrors, _ reach: inout RuleReach
  ) {
    rows.forEachText(in: header.field) { row, _, _ in
      if targets[row] != LoadingColumn.skipped { loadValue(rows, row, targets, &errors, &reach) }
    }
  }

  private func loadValue(
    _ rows: TableRows, _ row: Int, _ targets: Targets, _ errors: inout FileErrors,
    _ reach: inout RuleReach
  ) {
    let value = checkedValue(rows, row, &errors, &reach)
    if targets[row] != LoadingColumn.checkedOnly { target.set(Int(targets[row]), value) }
  }

  /// The value of a cell; null when there is none, or a mistake.
  private func checkedValue(
    _ rows: TableRows, _ row: Int, _ errors: inout FileErrors, _ reach: inout RuleReach
  ) -> Value {
    do throws(CellProblem) {
      return try value(rows, row) { _ in reach.contains(row) }
    } catch {
      errors.add(row: row, field: header.field) { rows.error(row, header.field, error) }
      return .null
    }
  }
}

/// To which rows the rule of a column applies, found out when a text first breaks it.
private struct RuleReach {
  let rule: EnumerationRule?
  let find: (EnumerationRule) -> (Int) -> Bool
  private var found: ((Int) -> Bool)?

  init(rule: EnumerationRule?, find: @escaping (EnumerationRule) -> (Int) -> Bool) {
    (self.rule, self.find) = (rule, find)
  }

  mutating func contains(_ row: Int) -> Bool {
    if let found { return found(row) }
    guard let rule else { return false }
    let made = find(rule)
    found = made
    return made(row)
  }
}

/// Which texts of a column its rule allows, each found out once.
private struct AllowedTexts {
  private enum Answer: UInt8 {
    case unknown, allowed, refused
  }

  /// By number.
  private var known: [Answer] = []

  /// - Parameter number: the text's number in the column, nil when it has none.
  @inline(__always)
  mutating func contains(_ text: UnsafeBufferPointer<UInt8>, number: UInt32?, in column: LoadingColumn) -> Bool {
    if let number, Int(number) < known.count, known[Int(number)] != .unknown { return known[Int(number)] == .allowed }
    return isAllowed(text, number: number, in: column)
  }

  @inline(never)
  private mutating func isAllowed(
    _ text: UnsafeBufferPointer<UInt8>, number: UInt32?, in column: LoadingColumn
  ) -> Bool {
    let isAllowed = column.rule?.allows(text) ?? true
    guard let number else { return isAllowed }
    while known.count <= Int(number) { known.append(.unknown) }
    known[Int(number)] = isAllowed ? .allowed : .refused
    return isAllowed
  }
}
