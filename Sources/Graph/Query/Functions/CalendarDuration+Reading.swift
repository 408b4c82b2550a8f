extension CalendarDuration {
  /// Reads ISO 8601 years, months, weeks and days (`P1Y2M`, `P2W`, `-P1D`, `P-1D`); nil for anything else, times of day and
  /// fractions included.
  init?(iso text: String) {
    var bytes = Array(text.utf8)[...]
    let sign = bytes.first == UInt8(ascii: "-") ? -1 : 1
    if sign < 0 { bytes.removeFirst() }
    guard bytes.popFirst() == UInt8(ascii: "P"), !bytes.isEmpty else { return nil }
    var (months, days) = (0, 0)
    var lastUnit = -1
    while !bytes.isEmpty {
      guard let number = CalendarDuration.number(&bytes), let letter = bytes.popFirst(),
        let unit = Array("YMWD".utf8).firstIndex(of: letter), unit > lastUnit
      else { return nil }
      lastUnit = unit
      if unit < 2 { months += number * (unit == 0 ? 12 : 1) } else { days += number * (unit == 2 ? 7 : 1) }
    }
    guard let months = Int32(exactly: sign * months), let days = Int32(exactly: sign * days) else { return nil }
    self.init(months: months, days: days)
  }

  /// A whole number of at most nine digits at the start, taken off.
  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...9).contains(digits.count) else { return nil }
    bytes.removeFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -number : number
  }

  /// The whole months from one date to another, towards zero, and the days that remain.
  static func between(_ from: CalendarDate, _ to: CalendarDate) -> CalendarDuration {
    let (start, end) = (from.components, to.components)
    var months = Int32((end.year - start.year) * 12 + end.month - start.month)
    while months > 0, let reached = add(CalendarDuration(months: months, days: 0), to: from), reached > to {
      months -= 1
    }
    while months < 0, let reached = add(CalendarDuration(months: months, days: 0), to: from), reached < to {
      months += 1
    }
    let reached = add(CalendarDuration(months: months, days: 0), to: from) ?? from
    return CalendarDuration(months: months, days: to.dayNumber &- reached.dayNumber)
  }
}
