import Testing

@testable import Graph

@Suite("Dates and durations")
struct TimeFunctionTests {
  @Test("date of a text, a map, a date or today")
  func dates() throws {
    #expect(try call("date", .string("2018-03-01")) == .date("2018-03-01"))
    #expect(try call("date", .string("20180301")) == .date("2018-03-01"))
    #expect(try call("date", .map(["year": 2018, "month": 3])) == .date("2018-03-01"))
    #expect(try call("date", .map(["year": 2018, "week": 1, "dayOfWeek": 7])) == .date("2018-01-07"))
    #expect(try call("date", .map(["year": 2016, "ordinalDay": 366])) == .date("2016-12-31"))
    #expect(try call("date") == .date(testDay))
    #expect(try call("date", .null) == .null)
  }

  @Test(
    "what is no date",
    arguments: [
      .string("1 maart"), .string("2018-02-30"), .map(["year": 2018, "day": 3]),
      .map(["year": 2017, "ordinalDay": 366]),
      .map(["year": 2018, "hour": 3]), .map(["year": 2018, "week": 53]), .map(["year": 99999]),
    ] as [Value])
  func noDate(value: Value) { #expect(callError("date", value)?.detail == "InvalidArgumentValue") }

  @Test("duration of a text or a map")
  func durations() throws {
    let duration = Value.duration(CalendarDuration(months: 14, days: 10))
    #expect(try call("duration", .string("P1Y2M1W3D")) == duration)
    #expect(try call("duration", .map(["years": 1, "months": 2, "weeks": 1, "days": 3])) == duration)
    #expect(try call("duration", .string("-P1D")) == .duration(CalendarDuration(months: 0, days: -1)))
  }

  @Test("what is no duration", arguments: ["P", "1Y", "P1D1Y", "PT3H", "P1.5Y", "P99999999999Y", "P999999999Y", ""])
  func noDuration(text: String) { #expect(callError("duration", .string(text))?.kind == .argument) }

  @Test(
    "duration.between counts whole months, then days",
    arguments: [
      ("2014-03-15", "2018-03-15", "P4Y"), ("2018-01-31", "2018-03-01", "P1M1D"),
      ("2018-03-01", "2018-01-31", "-P1M1D"),
      ("2018-03-15", "2018-03-15", "P0D"), ("2018-03-15", "2018-04-14", "P30D"),
    ])
  func between(from: String, to: String, duration: String) throws {
    #expect(try call("duration.between", .date(from), .date(to)) == .duration(duration))
  }

  @Test("only days, only months")
  func parts() throws {
    #expect(try call("duration.inDays", .date("2018-01-01"), .date("2019-01-01")) == .duration("P365D"))
    #expect(try call("duration.inMonths", .date("2018-01-15"), .date("2019-01-01")) == .duration("P11M"))
  }

  @Test(
    "components",
    arguments: [
      (.date("2018-03-01"), "year", 2018), (.date("2018-03-01"), "ordinalDay", 60),
      (.date("2018-03-01"), "dayOfWeek", 4),
      (.date("2018-05-01"), "quarter", 2), (.date("2018-05-01"), "dayOfQuarter", 31), (.date("2018-12-31"), "week", 1),
      (.date("2018-12-31"), "weekYear", 2019), (.duration("P1Y2M10D"), "months", 14),
      (.duration("P1Y2M10D"), "monthsOfYear", 2), (.duration("P1Y2M10D"), "weeks", 1),
    ] as [(Value, String, Int64)])
  func components(value: Value, name: String, number: Int64) { #expect(value.component(name) == .integer(number)) }

  @Test("other values and other names have no component")
  func noComponent() {
    #expect(Value.integer(1).component("year") == nil)
    #expect(Value.date("2018-03-01").component("hour") == nil)
  }

  @Test("date.truncate", arguments: [("year", "2018-01-01"), ("quarter", "2018-04-01"), ("week", "2018-05-14")])
  func truncate(unit: String, start: String) throws {
    #expect(try call("date.truncate", .string(unit), .date("2018-05-17")) == .date(start))
  }
}

extension Value {
  fileprivate static func map(_ entries: KeyValuePairs<String, Int64>) -> Value {
    .map(ValueMap(entries.map { ($0.key, .integer($0.value)) }))
  }
}
