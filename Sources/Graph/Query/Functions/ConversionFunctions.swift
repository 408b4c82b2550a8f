/// Functions that turn a value into another type: plain (a type that cannot be turned is an error), `...OrNull` (it is
/// null) and `...List` (element by element, null where it cannot).
enum ConversionFunctions {
  static let all: [ScalarFunction] =
    family("toInteger", .integer, example: "toInteger('1.9')` is 1", convert: integer)
    + family("toFloat", .float, example: "toFloat('1.5')` is 1.5", convert: float)
    + family("toString", .string, example: "toString(1.0)` is '1.0'", convert: string)
    + family("toBoolean", .boolean, example: "toBoolean('true')` is true", convert: boolean)

  /// What a conversion comes to; nil is a value of a type that cannot be turned.
  private typealias Conversion = @Sendable (Value) -> Value?

  private static func family(
    _ name: String, _ result: StaticType, example: String, convert: @escaping Conversion
  ) -> [ScalarFunction] {
    let subject = name.dropFirst(2).lowercased()
    let text = result == .string ? "" : ", null when a text is none"
    return [
      ScalarFunction(
        name, [FunctionParameter("value")], gives: result, "The value as \(subject)\(text): `\(example)."
      ) { values, context throws(QueryError) in
        guard let converted = convert(values[0]) else {
          throw context.wrongType(name, wants: "a value that can be read as \(subject)", got: values[0])
        }
        return converted
      },
      ScalarFunction(
        name + "OrNull", [FunctionParameter("value")], gives: result,
        "As `\(name)`, and null of a value that cannot be read as \(subject): `\(name)OrNull([])` is null."
      ) { values, _ in convert(values[0]) ?? .null },
      ScalarFunction(
        name + "List", [FunctionParameter("list", [.anyList])], gives: .list(result),
        "Every element as \(subject), null where it cannot be: `\(name)List([])` is []."
      ) { values, context throws(QueryError) in
        .list(try ListFunctions.elements(values[0], name + "List", context).map { convert($0) ?? .null })
      },
    ]
  }

  private static let integer: Conversion = { value in
    switch value {
    case .null, .integer: return value
    case .float(let number): return truncated(number)
    case .string(let text):
      let text = trimmed(text)
      if let number = Int64(text) { return .integer(number) }
      return double(text).map(truncated) ?? .null
    default: return nil
    }
  }

  private static let float: Conversion = { value in
    switch value {
    case .null, .float: value
    case .integer(let number): .float(Double(number))
    case .string(let text): double(trimmed(text)).map { .float($0) } ?? .null
    default: nil
    }
  }

  private static let boolean: Conversion = { value in
    switch value {
    case .null, .boolean: return value
    case .integer(let number): return .boolean(number != 0)
    case .string(let text):
      switch trimmed(text).lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return .null
      }
    default: return nil
    }
  }

  private static let string: Conversion = { value in
    switch value {
    case .null, .string: value
    case .integer(let number): .string(String(number))
    case .float(let number): .string(number.isInfinite ? number < 0 ? "-Infinity" : "Infinity" : text(number))
    case .boolean(let truth): .string(truth ? "true" : "false")
    case .date(let date): .string(date.description)
    case .duration(let duration): .string(duration.description)
    default: nil
    }
  }

  private static func text(_ number: Double) -> String { number.isNaN ? "NaN" : number.description }

  /// Towards zero; null beyond 64 bits and of NaN.
  private static func truncated(_ number: Double) -> Value {
    Int64(exactly: number.rounded(.towardZero)).map { .integer($0) } ?? .null
  }

  private static func trimmed(_ text: String) -> String {
    // Most texts begin and end with a letter or a digit.
    let plain: ClosedRange<UInt8> = 0x21...0x7e
    if let first = text.utf8.first, let last = text.utf8.last, plain.contains(first), plain.contains(last) {
      return text
    }
    var text = text[...]
    text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A decimal number; words such as `inf` and hexadecimal forms are none.
  private static func double(_ text: String) -> Double? {
    let allowed = Array("+-.0123456789eE".utf8)
    guard text.utf8.allSatisfy({ allowed.contains($0) }) else { return nil }
    return Double(text)
  }
}
