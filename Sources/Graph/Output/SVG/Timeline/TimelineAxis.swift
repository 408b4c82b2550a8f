/// Where days stand on a line, with marks at months or years.
struct TimelineAxis {
  /// The first and the last day.
  let first, last: CalendarDate
  let width: Double

  private static let leastMark = 46.0

  /// An axis that holds all days, with room at either side; nil when there are none.
  init?(_ days: [CalendarDate], width: Double) {
    guard let least = days.min(), let most = days.max() else { return nil }
    let room = max(16, (most.dayNumber - least.dayNumber) / 14)
    first = CalendarDate(dayNumber: least.dayNumber - room)
    last = CalendarDate(dayNumber: most.dayNumber + room)
    self.width = width
  }

  /// The place of a day.
  func place(of day: CalendarDate) -> Double {
    Double(day.dayNumber - first.dayNumber) / Double(last.dayNumber - first.dayNumber) * width
  }

  /// The first days of months, quarters or years, as many as can be told apart.
  func marks(_ language: Language) -> [(place: Double, word: String)] {
    let months = Double(last.dayNumber - first.dayNumber) / 30.44
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].first { months / Double($0) * TimelineAxis.leastMark <= width } ?? 1200
    let start = first.components
    var month = (start.year * 12 + start.month - 1) / step * step + step
    var marks: [(place: Double, word: String)] = []
    while let day = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1), day < last {
      marks.append((place(of: day), word(month, step, language)))
      month += step
    }
    return marks
  }

  private func word(_ month: Int, _ step: Int, _ language: Language) -> String {
    if step >= 12 { return String(month / 12) }
    let names = language.choose(
      "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", "jan feb mrt apr mei jun jul aug sep okt nov dec"
    ).split(separator: " ")
    return "\(names[month % 12]) \(month / 12)"
  }
}
