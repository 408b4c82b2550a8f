/// What taking in a list changed.
enum RegionChange {
  case begins(RegionPeriod)
  case ends(RegionPeriod)
  case regionBegins(_ id: String, _ name: String, CalendarDate)
  case regionEnds(_ id: String, _ name: String, CalendarDate)
  case regionIsRenamed(_ id: String, from: String, to: String, CalendarDate)
}
