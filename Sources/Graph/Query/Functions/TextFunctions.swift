/// Functions on text. Places and lengths count characters as a reader sees them.
enum TextFunctions {
  private static let text = FunctionParameter("text", [.string])

  static let all: [ScalarFunction] = [
    ScalarFunction(
      "substring", [text, FunctionParameter("start", [.integer]), FunctionParameter(optional: "length", [.integer])],
      gives: .string, "The part of a text from a place, counted from 0: `substring('hello', 1, 3)` is 'ell'.", substring
    ),
    ScalarFunction(
      "left", [text, FunctionParameter("length", [.integer])], gives: .string,
      "The first characters: `left('hello', 2)` is 'he'.", left),
    ScalarFunction(
      "right", [text, FunctionParameter("length", [.integer])], gives: .string,
      "The last characters: `right('hello', 2)` is 'lo'.", right),
    ScalarFunction(
      "trim", also: ["btrim"], [text, FunctionParameter(optional: "characters", [.string])], gives: .string,
      "The text without blanks (or the characters given) at both ends: `trim(' a ')` is 'a'."
    ) { values, context throws(QueryError) in try trim("trim", values, context, start: true, end: true) },
    ScalarFunction(
      "lTrim", [text, FunctionParameter(optional: "characters", [.string])], gives: .string,
      "The text without blanks (or the characters given) at its start: `lTrim(' a ')` is 'a '."
    ) { values, context throws(QueryError) in try trim("lTrim", values, context, start: true, end: false) },
    ScalarFunction(
      "rTrim", [text, FunctionParameter(optional: "characters", [.string])], gives: .string,
      "The text without blanks (or the characters given) at its end: `rTrim(' a ')` is ' a'."
    ) { values, context throws(QueryError) in try trim("rTrim", values, context, start: false, end: true) },
    ScalarFunction(
      "toUpper", also: ["upper"], [text], gives: .string, "The text in capitals: `toUpper('rmc')` is 'RMC'."
    ) { values, context throws(QueryError) in
      .string(try string(values[0], "toUpper", context).uppercased())
    },
    ScalarFunction(
      "toLower", also: ["lower"], [text], gives: .string, "The text in small letters: `toLower('RMC')` is 'rmc'."
    ) { values, context throws(QueryError) in
      .string(try string(values[0], "toLower", context).lowercased())
    },
    ScalarFunction(
      "replace", [text, FunctionParameter("search", [.string]), FunctionParameter("replacement", [.string])],
      gives: .string, "The text with every occurrence replaced: `replace('a-b', '-', ' ')` is 'a b'.", replace),
    ScalarFunction(
      "split", [text, FunctionParameter("separator", [.string, .anyList])], gives: .list(.string),
      "The parts between separators: `split('a;b', ';')` is ['a', 'b'].", split),
    ScalarFunction(
      "char_length", also: ["character_length"], [text], gives: .integer,
      "How many characters a text has: `char_length('RMC')` is 3."
    ) { values, context throws(QueryError) in
      .integer(Int64(try string(values[0], "char_length", context).count))
    },
  ]

  static func string(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> String {
    guard case .string(let text) = value else { throw context.wrongType(name, wants: "a text", got: value) }
    return text
  }

  private static func count(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> Int {
    guard case .integer(let number) = value else { throw context.wrongType(name, wants: "a whole number", got: value) }
    guard number >= 0 else { throw context.outOfRange("\(name)() cannot take \(number): it must not be negative") }
    return Int(number)
  }

  private static func substring(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let text = try string(values[0], "substring", context)
    let start = try count(values[1], "substring", context)
    let rest = text.dropFirst(start)
    guard values.count > 2 else { return .string(String(rest)) }
    return .string(String(rest.prefix(try count(values[2], "substring", context))))
  }

  private static func left(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let text = try string(values[0], "left", context)
    return .string(String(text.prefix(try count(values[1], "left", context))))
  }

  private static func right(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let text = try string(values[0], "right", context)
    return .string(String(text.suffix(try count(values[1], "right", context))))
  }

  private static func trim(
    _ name: String, _ values: [Value], _ context: FunctionContext, start: Bool, end: Bool
  ) throws(QueryError) -> Value {
    var text = try string(values[0], name, context)[...]
    let unwanted = values.count > 1 ? try string(values[1], name, context) : nil
    func isUnwanted(_ character: Character) -> Bool { unwanted?.contains(character) ?? character.isWhitespace }
    if start { text = text.drop(while: isUnwanted) }
    while end, let last = text.last, isUnwanted(last) { text.removeLast() }
    return .string(String(text))
  }

  private static func replace(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let text = try string(values[0], "replace", context)
    let search = try string(values[1], "replace", context)
    let replacement = try string(values[2], "replace", context)
    guard !search.isEmpty else { return .string(text) }
    let parts = parts(of: text, between: [search])
    let (added, overflow) = (parts.count - 1).multipliedReportingOverflow(by: replacement.utf8.count)
    try ValueSize.check(bytes: overflow ? .max : added + text.utf8.count, at: context.span)
    return .string(parts.joined(separator: replacement))
  }

  private static func split(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let text = try string(values[0], "split", context)
    var separators: [String] = []
    if case .list(let list) = values[1] {
      for value in list {
        guard !value.isNull else { return .null }
        separators.append(try string(value, "split", context))
      }
    } else {
      separators = [try string(values[1], "split", context)]
    }
    let parts = separators.contains("") ? text.map { String($0) } : parts(of: text, between: separators)
    try ValueSize.check(elements: parts.count, at: context.span)
    return .list(parts.map { .string($0) })
  }

  /// The pieces of a text between any of the separators, by bytes. O(text × separators).
  private static func parts(of text: String, between separators: [String]) -> [String] {
    let bytes = Array(text.utf8)
    let separators = separators.map { Array($0.utf8) }
    var parts: [String] = []
    var (start, place) = (0, 0)
    while place < bytes.count {
      if let found = separators.first(where: { bytes[place...].starts(with: $0) }) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += found.count
        start = place
      } else {
        place += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }
}
