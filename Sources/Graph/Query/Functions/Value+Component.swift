extension Value {
  /// The components a date or duration has, for suggestions.
  static let componentNames = [
    "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "dayOfWeek", "weekDay", "dayOfQuarter",
    "years", "quarters", "months", "weeks", "days", "quartersOfYear", "monthsOfYear", "monthsOfQuarter", "daysOfWeek",
  ]

  /// `d.year` of a date, `d.months` of a duration; nil when the value is neither or has no such component.
  func component(_ name: String) -> Value? {
    switch self {
    case .date(let date): Value.component(name, of: date).map { .integer(Int64($0)) }
    case .duration(let duration): Value.component(name, of: duration).map { .integer(Int64($0)) }
    default: nil
    }
  }

  private static func component(_ name: String, of date: CalendarDate) -> Int? {
    switch name {
    case "year": date.components.year
    case "quarter": date.quarter
    case "month": date.components.month
    case "week": date.isoWeek.week
    case "weekYear": date.isoWeek.year
    case "day": date.components.day
    case "ordinalDay": date.ordinalDay
    case "dayOfWeek", "weekDay": date.dayOfWeek
    case "dayOfQuarter": date.start(of: "quarter").map { Int(date.dayNumber - $0.dayNumber) + 1 }
    default: nil
    }
  }

  /// Totals of the larger units (`years`, `months`, `weeks`), and what remains within them (`monthsOfYear`).
  private static func component(_ name: String, of duration: CalendarDuration) -> Int32? {
    switch name {
    case "years": duration.months / 12
    case "quarters": duration.months / 3
    case "quartersOfYear": duration.months / 3 % 4
    case "months": duration.months
    case "monthsOfYear": duration.months % 12
    case "monthsOfQuarter": duration.months % 3
    case "weeks": duration.days / 7
    case "days": duration.days
    case "daysOfWeek": duration.days % 7
    default: nil
    }
  }
}
