/// The catalogue of mistakes that only show while a query runs.
enum RuntimeErrors {
  private static func type(
    _ detail: String, _ message: String, at span: SourceSpan?, hint: String? = nil
  ) -> QueryError {
    QueryError(.runtime, .type, detail, message, at: span, hint: hint)
  }

  static func notABoolean(_ value: Value, at span: SourceSpan) -> QueryError {
    type(
      "InvalidArgumentType", "expected true or false here, found \(value.kindName)", at: span,
      hint: "make it a condition: x = 'a', x <> 0, x IS NOT NULL")
  }

  static func notANode(_ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "expected a node here, found \(value.kindName)", at: span)
  }

  static func notARelationship(_ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "expected a relationship here, found \(value.kindName)", at: span)
  }

  static func notAList(_ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "expected a list here, found \(value.kindName)", at: span)
  }

  static func noProperties(_ value: Value, key: String, at span: SourceSpan) -> QueryError {
    type(
      "InvalidArgumentType", "\(value.kindName) has no property '\(key)'", at: span,
      hint: propertyHint(value))
  }

  private static func propertyHint(_ value: Value) -> String {
    switch value {
    case .date: "a date has year, month, day, quarter, week, dayOfWeek and ordinalDay"
    case .duration: "a duration has years, months, weeks and days"
    case .string: "for the length of a text write size(text)"
    case .list: "take one element first, [0], or write [x IN list | x.name]"
    default: "nodes, relationships, maps and dates have properties"
    }
  }

  static func noLabels(_ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "\(value.kindName) has no labels", at: span)
  }

  static func badOperands(_ symbol: String, _ left: Value, _ right: Value, at span: SourceSpan) -> QueryError {
    type(
      "InvalidArgumentType", "'\(symbol)' does not work on \(left.kindName) and \(right.kindName)", at: span)
  }

  static func notANumber(_ symbol: String, _ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "'\(symbol)' needs a number, found \(value.kindName)", at: span)
  }

  static func badIndex(_ value: Value, at span: SourceSpan) -> QueryError {
    type(
      "ListElementAccessByNonInteger", "a list is indexed by an integer, found \(value.kindName)", at: span)
  }

  static func badMapKey(_ value: Value, at span: SourceSpan) -> QueryError {
    type("MapElementAccessByNonString", "a map is indexed by a text, found \(value.kindName)", at: span)
  }

  static func notIndexable(_ value: Value, at span: SourceSpan) -> QueryError {
    var hint: String?
    if case .string = value { hint = "write substring(text, start, length) for a part of a text" }
    return type("InvalidArgumentType", "\(value.kindName) cannot be indexed", at: span, hint: hint)
  }

  static func tooLong(_ what: String, at span: SourceSpan?) -> QueryError {
    QueryError(
      .runtime, .budget, "ValueTooLarge", "the result here would be \(what)", at: span,
      hint: "look for something that doubles or repeats a value again and again")
  }

  static func tooMuchMemory(_ limit: Int, at span: SourceSpan?) -> QueryError {
    QueryError(
      .runtime, .budget, "TooMuchMemory", "the query needs more than \(limit / 1_000_000) MB of memory", at: span,
      hint: "join the patterns by a relationship or a WHERE, or gather less with collect()")
  }

  static func overflow(_ symbol: String, at span: SourceSpan) -> QueryError {
    QueryError(
      .runtime, .arithmetic, "NumberOutOfRange", "the result of '\(symbol)' does not fit in a 64-bit integer",
      at: span, hint: "use a float: write 1.0 instead of 1")
  }

  static func divisionByZero(at span: SourceSpan) -> QueryError {
    QueryError(.runtime, .arithmetic, "DivisionByZero", "division by zero", at: span)
  }

  static func dateOutOfRange(at span: SourceSpan) -> QueryError {
    QueryError(.runtime, .arithmetic, "NumberOutOfRange", "the date is outside the years 1 to 9999", at: span)
  }

  static func badCount(_ clause: String, _ value: Value, at span: SourceSpan) -> QueryError {
    if case .integer = value {
      return QueryError(
        .runtime, .syntax, "NegativeIntegerArgument", "\(clause) needs a number of rows, not a negative one", at: span)
    }
    return QueryError(
      .runtime, .syntax, "InvalidArgumentType", "\(clause) needs a whole number, found \(value.kindName)", at: span)
  }

  static func badRegex(_ pattern: String, at span: SourceSpan) -> QueryError {
    QueryError(.runtime, .argument, "InvalidArgumentValue", "'\(pattern)' is not a regular expression", at: span)
  }

  static func badPercentile(_ value: Value, at span: SourceSpan) -> QueryError {
    QueryError(
      .runtime, .argument, "NumberOutOfRange", "a percentile is a number from 0.0 to 1.0", at: span)
  }

  static func notSummable(_ function: String, _ value: Value, at span: SourceSpan) -> QueryError {
    type("InvalidArgumentType", "\(function) needs numbers, found \(value.kindName)", at: span)
  }

  static func tooManyRows(_ limit: Int) -> QueryError {
    QueryError(
      .runtime, .budget, "TooManyRows", "the answer has more than \(limit) rows",
      hint: "add LIMIT, or allow more with --max-rows")
  }

  static func tooManyIntermediateRows(_ limit: Int) -> QueryError {
    QueryError(
      .runtime, .budget, "TooManyRows", "the query made more than \(limit) rows on the way to its answer",
      hint: "join the patterns by a relationship or a WHERE, so that fewer combinations arise")
  }

  static func timedOut(_ seconds: Double) -> QueryError {
    QueryError(
      .runtime, .budget, "Timeout", "the query took longer than \(seconds) seconds",
      hint: "narrow the pattern, or allow more with --timeout")
  }

  static func cancelled() -> QueryError {
    QueryError(.runtime, .budget, "Cancelled", "stopped by Ctrl-C; there is no answer")
  }
}

extension Value {
  /// What kind of value this is, for messages: "the text 'x'", "a list".
  var kindName: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): "the integer \(value)"
    case .float(let value): "the float \(value)"
    case .string(let value): "the text '\(value.prefix(40))'"
    case .date(let value): "the date \(value)"
    case .duration(let value): "the duration \(value)"
    case .list: "a list"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    }
  }
}
