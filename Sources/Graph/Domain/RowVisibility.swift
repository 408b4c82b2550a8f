/// Which rows of one table, the nodes or the relationships, a view leaves out by themselves.
struct RowVisibility {
  private(set) var visible: BitSet
  /// The rows of which it is unknown whether they hold.
  private(set) var unknown: [Int] = []
  /// Whether any row is left out.
  private(set) var hidesAny = false

  init(count: Int) { visible = BitSet(count: count, filled: true) }

  subscript(row: Int) -> Bool { visible[row] }

  mutating func hide(_ row: Int) {
    guard visible[row] else { return }
    visible[row] = false
    hidesAny = true
  }

  /// Shows a row again, as one of several claims of what is shown.
  mutating func show(_ row: Int) { visible[row] = true }

  /// Leaves out the rows that do not hold on a day. O(rows with a period).
  mutating func hide(outside day: CalendarDate, _ periods: Periods, keepUnknown: Bool) {
    periods.from?.forEachDate { row, from in if day < from { hide(row) } }
    periods.until?.forEachDate { row, until in if until <= day { hide(row) } }
    periods.endUnknown?.forEachTrue { row in
      guard visible[row], periods.standing(of: row, on: day) == .unknown else { return }
      unknown.append(row)
      if !keepUnknown { hide(row) }
    }
  }

  /// Leaves out the rows that have a certainty that is not wanted. O(rows with a certainty).
  mutating func hide(_ certainty: PropertyColumn?, isUnwanted: (String) -> Bool) {
    certainty?.forEachText(where: isUnwanted) { hide($0) }
  }
}
