/// Reading a column row by row without a `Value` per row.
extension PropertyColumn {
  /// Calls `body` with each row that has a date, ascending. O(rows of the column).
  func forEachDate(_ body: (_ row: Int, _ date: CalendarDate) -> Void) {
    switch storage {
    case .dates(let dates): forEachRow { body(firstRow + $0, dates[$0]) }
    case .mixed(let values): forEachRow { if case .date(let date) = values[$0] { body(firstRow + $0, date) } }
    default: break
    }
  }

  /// Calls `body` with each row that is true, ascending. O(rows of the column).
  func forEachTrue(_ body: (_ row: Int) -> Void) {
    switch storage {
    case .booleans(let truths): forEachRow { if truths[$0] { body(firstRow + $0) } }
    case .mixed(let values): forEachRow { if case .boolean(true) = values[$0] { body(firstRow + $0) } }
    default: break
    }
  }

  /// Calls `body` with each row whose text passes a test, ascending; the test runs once per distinct text.
  func forEachText(where passes: (String) -> Bool, _ body: (_ row: Int) -> Void) {
    switch storage {
    case .strings(let codes, let pool):
      let texts = pool.texts
      let passing = (0..<texts.count).map { passes(texts[$0]) }
      forEachRow { if passing[Int(codes[$0])] { body(firstRow + $0) } }
    case .mixed(let values):
      forEachRow { if case .string(let text) = values[$0], passes(text) { body(firstRow + $0) } }
    default: break
    }
  }

  /// Calls `body` with each place that has a value.
  @inline(__always)
  private func forEachRow(_ body: (Int) -> Void) {
    presence.forEach(body)
  }

  /// The date in a row, nil when there is none.
  func date(at row: Int) -> CalendarDate? {
    if case .date(let date) = value(at: row) { date } else { nil }
  }
}
