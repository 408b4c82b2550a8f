/// A span of months and days; a year is twelve months, and a month has no fixed number of days.
public struct CalendarDuration: Hashable, Sendable {
  /// Whole months, years included.
  public let months: Int32
  /// Whole days, weeks included.
  public let days: Int32

  /// Makes a duration of months and days; either may be negative.
  public init(months: Int32, days: Int32) {
    self.months = months
    self.days = days
  }

  /// Adds a duration to a date: months first (the day is cut to the month's last), then days; nil beyond years 1 to 9999.
  static func add(_ duration: CalendarDuration, to date: CalendarDate) -> CalendarDate? {
    let (year, month, day) = date.components
    let monthIndex = year * 12 + month - 1 + Int(duration.months)
    guard monthIndex >= 12 else { return nil }
    let (newYear, newMonth) = (monthIndex / 12, monthIndex % 12 + 1)
    let newDay = min(day, CalendarDate.days(inMonth: newMonth, of: newYear))
    guard let moved = CalendarDate(year: newYear, month: newMonth, day: newDay) else { return nil }
    let (dayNumber, overflow) = moved.dayNumber.addingReportingOverflow(duration.days)
    guard !overflow else { return nil }
    let result = CalendarDate(dayNumber: dayNumber)
    return (1...9999).contains(result.components.year) ? result : nil
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// ISO 8601: `P1Y2M3D`, `P0D`.
  public var description: String {
    let (years, rest) = (months / 12, months % 12)
    var text = "P"
    if years != 0 { text += "\(years)Y" }
    if rest != 0 { text += "\(rest)M" }
    if days != 0 { text += "\(days)D" }
    return text == "P" ? "P0D" : text
  }
}
