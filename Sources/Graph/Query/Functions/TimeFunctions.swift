/// Functions on dates and durations.
enum TimeFunctions {
  private static let from = FunctionParameter("from", [.date])
  private static let to = FunctionParameter("to", [.date])

  static let all: [ScalarFunction] = [
    ScalarFunction(
      "date", [FunctionParameter(optional: "value", [.string, .map, .date])], gives: .date,
      "A date from a text or map, today without argument: `date('2018-03-01')`.", date),
    ScalarFunction(
      "date.truncate", [FunctionParameter("unit", [.string]), FunctionParameter("date", [.date])], gives: .date,
      "The first day of the year, quarter, month or week of a date: `date.truncate('year', date('2018-03-01'))`.",
      truncate),
    ScalarFunction(
      "duration", [FunctionParameter("value", [.string, .map, .duration])], gives: .duration,
      "A span of years, months, weeks and days from a text or map: `duration('P4Y')`, `duration({years: 4})`.", duration
    ),
    ScalarFunction(
      "duration.between", [from, to], gives: .duration,
      "The months and days from one date to another: `duration.between(m.held_on, date())`."
    ) { values, context throws(QueryError) in
      let (from, to) = try dates(values, "duration.between", context)
      return .duration(CalendarDuration.between(from, to))
    },
    ScalarFunction(
      "duration.inMonths", [from, to], gives: .duration,
      "The whole months from one date to another: `duration.inMonths(m.held_on, date())`."
    ) { values, context throws(QueryError) in
      let (from, to) = try dates(values, "duration.inMonths", context)
      return .duration(CalendarDuration(months: CalendarDuration.between(from, to).months, days: 0))
    },
    ScalarFunction(
      "duration.inDays", [from, to], gives: .duration,
      "The days from one date to another: `duration.inDays(m.held_on, date()).days`."
    ) { values, context throws(QueryError) in
      let (from, to) = try dates(values, "duration.inDays", context)
      return .duration(CalendarDuration(months: 0, days: to.dayNumber &- from.dayNumber))
    },
  ]

  private static func dates(
    _ values: [Value], _ name: String, _ context: FunctionContext
  ) throws(QueryError) -> (CalendarDate, CalendarDate) {
    guard case .date(let from) = values[0] else { throw context.wrongType(name, wants: "dates", got: values[0]) }
    guard case .date(let to) = values[1] else { throw context.wrongType(name, wants: "dates", got: values[1]) }
    return (from, to)
  }

  private static func date(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    switch values.first {
    case nil: return .date(context.today)
    case .date: return values[0]
    case .map(let map): return .date(try date(from: map, context))
    case .string(let text):
      guard let date = CalendarDate(text) ?? compact(text) else {
        throw context.unreadable(
          "'\(text)' is no date", hint: "write year, month and day with dashes, such as '2018-03-01'")
      }
      return .date(date)
    case let other?: throw context.wrongType("date", wants: "a text or map", got: other)
    }
  }

  /// `20180301`.
  private static func compact(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 8, let number = Int(text), number > 0 else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private static func truncate(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let unit = try TextFunctions.string(values[0], "date.truncate", context)
    guard case .date(let date) = values[1] else {
      throw context.wrongType("date.truncate", wants: "a date", got: values[1])
    }
    guard let start = date.start(of: unit) else {
      throw context.unreadable(
        "date.truncate() does not know the unit '\(unit)'", hint: "the units are year, quarter, month, week and day")
    }
    return .date(start)
  }

  private static func duration(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    switch values[0] {
    case .duration: return values[0]
    case .map(let map): return .duration(try duration(from: map, context))
    case .string(let text):
      guard let duration = CalendarDuration(iso: text) else {
        throw context.unreadable(
          "'\(text)' is no duration of years, months, weeks and days",
          hint: "write 'P4Y', 'P1Y6M' or 'P14D'; times of day are not supported")
      }
      return .duration(duration)
    default: throw context.wrongType("duration", wants: "a text or map", got: values[0])
    }
  }
}

// MARK: - From maps

extension TimeFunctions {
  /// A date from `{year, month, day}`, `{year, week, dayOfWeek}`, `{year, ordinalDay}`, or `{date}` with changes.
  private static func date(from map: ValueMap, _ context: FunctionContext) throws(QueryError) -> CalendarDate {
    var parts = try numbers(
      map, allowed: ["date", "year", "month", "day", "week", "dayOfWeek", "ordinalDay"], "date", context)
    if case .date(let base)? = map["date"] {
      let (year, month, day) = base.components
      parts = ["year": year, "month": month, "day": day].merging(parts) { $1 }
    }
    guard let date = CalendarDate(parts: parts) else {
      throw context.unreadable("there is no such date", hint: "write date({year: 2018, month: 3, day: 1})")
    }
    return date
  }

  private static func duration(from map: ValueMap, _ context: FunctionContext) throws(QueryError) -> CalendarDuration {
    let parts = try numbers(map, allowed: ["years", "quarters", "months", "weeks", "days"], "duration", context)
    let months = sum([(parts["years"], 12), (parts["quarters"], 3), (parts["months"], 1)])
    let days = sum([(parts["weeks"], 7), (parts["days"], 1)])
    guard let months, let days else { throw context.overflow("duration") }
    return CalendarDuration(months: months, days: days)
  }

  private static func sum(_ parts: [(Int?, Int)]) -> Int32? {
    var total = 0
    for (count, unit) in parts {
      let (product, overflow) = (count ?? 0).multipliedReportingOverflow(by: unit)
      let (sum, overflow2) = total.addingReportingOverflow(product)
      if overflow || overflow2 { return nil }
      total = sum
    }
    return Int32(exactly: total)
  }

  private static func numbers(
    _ map: ValueMap, allowed: [String], _ name: String, _ context: FunctionContext
  ) throws(QueryError) -> [String: Int] {
    var numbers: [String: Int] = [:]
    for (key, value) in map.entries {
      guard allowed.contains(key) else {
        throw context.unreadable(
          "\(name)() does not know '\(key)'", hint: "it takes \(allowed.joined(separator: ", "))")
      }
      switch value {
      case .integer(let number): numbers[key] = Int(number)
      case .date where key == "date": break
      default: throw context.wrongType(name, wants: "whole numbers", got: value)
      }
    }
    return numbers
  }
}
