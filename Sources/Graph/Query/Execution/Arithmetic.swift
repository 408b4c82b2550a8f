/// The arithmetic of single values.
enum Arithmetic {
  static func result(
    _ operation: BoundArithmetic, _ left: Value, _ right: Value, at span: SourceSpan
  ) throws(QueryError) -> Value {
    if left.isNull || right.isNull { return .null }
    switch operation {
    case .add: return try sum(left, right, at: span)
    case .concatenate: return try joined(left, right, at: span)
    case .power:
      guard let base = left.asDouble, let exponent = right.asDouble else {
        throw RuntimeErrors.badOperands("^", left, right, at: span)
      }
      return .float(Power.value(base, exponent))
    case .subtract, .multiply, .divide, .modulo: return try numeric(operation, left, right, at: span)
    }
  }

  static func negated(_ value: Value, at span: SourceSpan) throws(QueryError) -> Value {
    switch value {
    case .null: return .null
    case .integer(let number):
      let (result, overflow) = Int64(0).subtractingReportingOverflow(number)
      if overflow { throw RuntimeErrors.overflow("-", at: span) }
      return .integer(result)
    case .float(let number): return .float(-number)
    case .duration(let duration):
      return .duration(CalendarDuration(months: 0 &- duration.months, days: 0 &- duration.days))
    default: throw RuntimeErrors.notANumber("-", value, at: span)
    }
  }

  static func number(_ value: Value, at span: SourceSpan) throws(QueryError) -> Value {
    switch value {
    case .null, .integer, .float: return value
    default: throw RuntimeErrors.notANumber("+", value, at: span)
    }
  }

  private static func sum(_ left: Value, _ right: Value, at span: SourceSpan) throws(QueryError) -> Value {
    switch (left, right) {
    case (.list(let a), .list(let b)): return try ValueSize.joined(a, b, at: span)
    case (.list(let a), let b): return try ValueSize.joined(a, [b], at: span)
    case (let a, .list(let b)): return try ValueSize.joined([a], b, at: span)
    case (.string(let a), .string(let b)): return try ValueSize.joined(a, b, at: span)
    case (.string(let a), .integer(let b)): return .string(a + String(b))
    case (.integer(let a), .string(let b)): return .string(String(a) + b)
    case (.string(let a), .float(let b)): return .string(a + b.description)
    case (.float(let a), .string(let b)): return .string(a.description + b)
    case (.date(let date), .duration(let duration)), (.duration(let duration), .date(let date)):
      return try shifted(date, duration, at: span)
    case (.duration(let a), .duration(let b)):
      return .duration(try duration(a, b, sign: 1, at: span))
    default: return try numeric(.add, left, right, at: span)
    }
  }

  private static func joined(_ left: Value, _ right: Value, at span: SourceSpan) throws(QueryError) -> Value {
    switch (left, right) {
    case (.string(let a), .string(let b)): return try ValueSize.joined(a, b, at: span)
    case (.list(let a), .list(let b)): return try ValueSize.joined(a, b, at: span)
    default: throw RuntimeErrors.badOperands("||", left, right, at: span)
    }
  }

  private static func numeric(
    _ operation: BoundArithmetic, _ left: Value, _ right: Value, at span: SourceSpan
  ) throws(QueryError) -> Value {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return .integer(try integers(operation, a, b, at: span))
    case (.date(let date), .duration(let length)) where operation == .subtract:
      return try shifted(
        date, CalendarDuration(months: 0 &- length.months, days: 0 &- length.days), at: span)
    case (.duration(let a), .duration(let b)) where operation == .subtract:
      return .duration(try duration(a, b, sign: -1, at: span))
    case (.duration(let length), .integer(let factor)) where operation == .multiply,
      (.integer(let factor), .duration(let length)) where operation == .multiply:
      return .duration(try multiplied(length, factor, at: span))
    default: break
    }
    guard let a = left.asDouble, let b = right.asDouble else {
      throw RuntimeErrors.badOperands(operation.symbol, left, right, at: span)
    }
    switch operation {
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .divide: return .float(a / b)
    case .modulo: return .float(a.truncatingRemainder(dividingBy: b))
    default: return .float(a + b)
    }
  }

  /// `+`, `-`, `*`, `/` or `%` of two integers.
  @inline(__always)
  static func integers(
    _ operation: BoundArithmetic, _ a: Int64, _ b: Int64, at span: SourceSpan
  ) throws(QueryError) -> Int64 {
    if b == 0 && (operation == .divide || operation == .modulo) { throw RuntimeErrors.divisionByZero(at: span) }
    let (result, overflow) =
      switch operation {
      case .subtract: a.subtractingReportingOverflow(b)
      case .multiply: a.multipliedReportingOverflow(by: b)
      case .divide: a.dividedReportingOverflow(by: b)
      case .modulo: a.remainderReportingOverflow(dividingBy: b)
      default: a.addingReportingOverflow(b)
      }
    if overflow && operation == .modulo { return 0 }
    if overflow { throw RuntimeErrors.overflow(operation.symbol, at: span) }
    return result
  }

  private static func shifted(
    _ date: CalendarDate, _ duration: CalendarDuration, at span: SourceSpan
  ) throws(QueryError) -> Value {
    guard let result = CalendarDuration.add(duration, to: date) else { throw RuntimeErrors.dateOutOfRange(at: span) }
    return .date(result)
  }

  private static func duration(
    _ a: CalendarDuration, _ b: CalendarDuration, sign: Int64, at span: SourceSpan
  ) throws(QueryError) -> CalendarDuration {
    guard let months = Int32(exactly: Int64(a.months) + sign * Int64(b.months)),
      let days = Int32(exactly: Int64(a.days) + sign * Int64(b.days))
    else { throw RuntimeErrors.overflow("+", at: span) }
    return CalendarDuration(months: months, days: days)
  }

  private static func multiplied(
    _ a: CalendarDuration, _ factor: Int64, at span: SourceSpan
  ) throws(QueryError) -> CalendarDuration {
    let (months, monthsOverflow) = Int64(a.months).multipliedReportingOverflow(by: factor)
    let (days, daysOverflow) = Int64(a.days).multipliedReportingOverflow(by: factor)
    guard !monthsOverflow, !daysOverflow, let months = Int32(exactly: months), let days = Int32(exactly: days) else {
      throw RuntimeErrors.overflow("*", at: span)
    }
    return CalendarDuration(months: months, days: days)
  }
}

extension Value {
  /// The number as a double, nil when the value is none.
  var asDouble: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
