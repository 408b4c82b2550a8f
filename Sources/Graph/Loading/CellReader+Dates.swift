extension CellReader {
  /// The day that a text of exactly the form `yyyy-mm-dd` names; nil for any other text, or when there is no such day.
  static func plainDate(_ text: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = number(text, 0..<4), let month = number(text, 5..<7), let day = number(text, 8..<10)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  @inline(__always)
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard isDigit(text[place]) else { return nil }
      number = number * 10 + Int(text[place] - UInt8(ascii: "0"))
    }
    return number
  }

  /// Reads exactly `yyyy-mm-dd`.
  static func date(_ text: UnsafeBufferPointer<UInt8>) throws(CellProblem) -> CalendarDate {
    if let date = plainDate(text) { return date }
    guard let parts = numbers(text, widths: [4, 2, 2]) else { throw notDate(text) }
    guard let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
      throw CellProblem(message: "there is no such day", hint: lastDay(parts))
    }
    return date
  }

  /// The numbers of a text `n-n-n` whose parts have exactly these widths.
  private static func numbers(_ text: UnsafeBufferPointer<UInt8>, widths: [Int]) -> [Int]? {
    guard text.count == widths.reduce(widths.count - 1, +) else { return nil }
    var numbers: [Int] = []
    var place = 0
    for (index, width) in widths.enumerated() {
      if index > 0 {
        guard text[place] == UInt8(ascii: "-") else { return nil }
        place += 1
      }
      var number = 0
      for byte in text[place..<place + width] {
        guard isDigit(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      numbers.append(number)
      place += width
    }
    return numbers
  }

  private static func lastDay(_ parts: [Int]) -> String? {
    guard (1...12).contains(parts[1]), parts[2] > 28 else { return nil }
    return "that month has \(CalendarDate.days(inMonth: parts[1], of: parts[0])) days"
  }

  private static func notDate(_ text: UnsafeBufferPointer<UInt8>) -> CellProblem {
    let parts = text.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
    return CellProblem(message: "this is no date", hint: dateHint(parts))
  }

  private static func dateHint(_ parts: [Int]) -> String {
    let isYear = { (number: Int) in (1000...9999).contains(number) }
    if parts.count == 3, isYear(parts[2]), let date = CalendarDate(year: parts[2], month: parts[1], day: parts[0]) {
      return "write \(date), year first"
    }
    if parts.count == 3, isYear(parts[0]), let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) {
      return "write \(date)"
    }
    if (1...2).contains(parts.count), parts.contains(where: isYear) {
      return "a date without its day goes in from_date, until_date and date_text"
    }
    return "write dates as yyyy-mm-dd"
  }
}
