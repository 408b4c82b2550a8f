extension CalendarDate {
  /// The number of the day in its year, from 1.
  var ordinalDay: Int { Int(dayNumber) - Int(CalendarDate.first(of: components.year)) + 1 }

  /// The number of the quarter, 1 to 4.
  var quarter: Int { (components.month - 1) / 3 + 1 }

  /// The ISO 8601 week and the year it belongs to: a week belongs to the year of its Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = CalendarDate(dayNumber: dayNumber - Int32(dayOfWeek) + 4)
    return (thursday.components.year, (thursday.ordinalDay - 1) / 7 + 1)
  }

  /// The first day of the unit (`year`, `quarter`, `month`, `week`, `day`) that holds this day; nil for other units.
  func start(of unit: String) -> CalendarDate? {
    let (year, month, _) = components
    switch unit.lowercased() {
    case "year": return CalendarDate(year: year, month: 1, day: 1)
    case "quarter": return CalendarDate(year: year, month: (quarter - 1) * 3 + 1, day: 1)
    case "month": return CalendarDate(year: year, month: month, day: 1)
    case "week": return CalendarDate(dayNumber: dayNumber - Int32(dayOfWeek) + 1)
    case "day": return self
    default: return nil
    }
  }

  /// A date from named numbers: a year with month and day, with week and dayOfWeek, or with ordinalDay.
  init?(parts: [String: Int]) {
    guard let year = parts["year"], (1...9999).contains(year) else { return nil }
    if let week = parts["week"] {
      let day = parts["dayOfWeek"] ?? 1
      guard (1...53).contains(week), (1...7).contains(day) else { return nil }
      let fourth = CalendarDate(dayNumber: CalendarDate.first(of: year) + 3)
      let monday = fourth.dayNumber - Int32(fourth.dayOfWeek) + 1
      self.init(dayNumber: monday + Int32((week - 1) * 7 + day - 1))
      guard isoWeek == (year, week) else { return nil }
    } else if let ordinal = parts["ordinalDay"] {
      guard (1...366).contains(ordinal) else { return nil }
      self.init(dayNumber: CalendarDate.first(of: year) + Int32(ordinal - 1))
      guard components.year == year else { return nil }
    } else {
      guard parts["day"] == nil || parts["month"] != nil else { return nil }
      self.init(year: year, month: parts["month"] ?? 1, day: parts["day"] ?? 1)
    }
  }

  private static func first(of year: Int) -> Int32 { CalendarDate(year: year, month: 1, day: 1)?.dayNumber ?? 0 }
}
