/// Functions on lists, and those that choose among values.
enum ListFunctions {
  private static let list = FunctionParameter("list", [.anyList])

  static let all: [ScalarFunction] = [
    ScalarFunction(
      "size", also: ["cardinality"], [FunctionParameter("listOrText", [.anyList, .string])], gives: .integer,
      "How many elements a list has, or characters a text: `size([1, 2])` is 2.", size),
    ScalarFunction(
      "isEmpty", [FunctionParameter("listOrText", [.anyList, .string, .map])], gives: .boolean,
      "Whether a list, map or text has nothing in it: `isEmpty([])` is true."
    ) { values, context throws(QueryError) in .boolean(try count(values[0], "isEmpty", context) == 0) },
    ScalarFunction("head", [list], gives: .any, "The first element, null of an empty list: `head([1, 2])` is 1.") {
      values, context throws(QueryError) in try elements(values[0], "head", context).first ?? .null
    },
    ScalarFunction("last", [list], gives: .any, "The last element, null of an empty list: `last([1, 2])` is 2.") {
      values, context throws(QueryError) in try elements(values[0], "last", context).last ?? .null
    },
    ScalarFunction("tail", [list], gives: .anyList, "The list without its first element: `tail([1, 2])` is [2].") {
      values, context throws(QueryError) in .list(Array(try elements(values[0], "tail", context).dropFirst()))
    },
    ScalarFunction(
      "reverse", [FunctionParameter("listOrText", [.anyList, .string])], gives: .any,
      "The list or text from back to front: `reverse([1, 2])` is [2, 1].", reverse),
    ScalarFunction(
      "range",
      [FunctionParameter("start"), FunctionParameter("end"), FunctionParameter(optional: "step")],
      gives: .list(.integer), "The whole numbers from start to end, both included: `range(1, 5, 2)` is [1, 3, 5].",
      range),
    ScalarFunction(
      withNull: "coalesce", [FunctionParameter("value")], isVariadic: true, gives: .any,
      "The first value that is not null: `coalesce(n.alias, n.name)`."
    ) { values, _ in values.first { !$0.isNull } ?? .null },
    ScalarFunction(
      withNull: "nullIf", [FunctionParameter("value"), FunctionParameter("other")], gives: .any,
      "Null when both are equal, else the first: `nullIf(n.name, '')`."
    ) { values, _ in Value.equals(values[0], values[1]) == true ? .null : values[0] },
    ScalarFunction(
      "rank", [FunctionParameter("value", [.string])], gives: .integer,
      "The place of a value in its enumeration, from low to high; null when it is in none: `rank(m.level)`."
    ) { values, context throws(QueryError) in
      context.ranks[try TextFunctions.string(values[0], "rank", context)].map { .integer(Int64($0)) } ?? .null
    },
  ]

  static func elements(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> [Value] {
    guard case .list(let values) = value else { throw context.wrongType(name, wants: "a list", got: value) }
    return values
  }

  private static func count(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> Int {
    switch value {
    case .list(let values): return values.count
    case .string(let text): return text.count
    case .map(let map): return map.entries.count
    default: throw context.wrongType(name, wants: "a list or text", got: value)
    }
  }

  private static func size(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    if case .map = values[0] { throw context.wrongType("size", wants: "a list or text", got: values[0]) }
    return .integer(Int64(try count(values[0], "size", context)))
  }

  private static func reverse(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    if case .string(let text) = values[0] { return .string(String(text.reversed())) }
    guard case .list(let list) = values[0] else {
      throw context.wrongType("reverse", wants: "a list or text", got: values[0])
    }
    return .list(list.reversed())
  }

  /// The longest list that `range` makes.
  private static let longestRange = 10_000_000

  private static func range(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    var numbers: [Int64] = []
    for value in values {
      guard case .integer(let number) = value else {
        throw context.wrongArgument("range", wants: "whole numbers", got: value)
      }
      numbers.append(number)
    }
    let step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw context.outOfRange("range() cannot take steps of 0") }
    return .list(try steps(from: numbers[0], to: numbers[1], by: step, context))
  }

  private static func steps(
    from start: Int64, to end: Int64, by step: Int64, _ context: FunctionContext
  ) throws(QueryError) -> [Value] {
    guard step > 0 ? start <= end : start >= end else { return [] }
    let distance = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    let count = distance / step.magnitude
    guard count < longestRange else {
      throw context.outOfRange("range() makes at most \(longestRange) numbers")
    }
    try ValueSize.check(elements: Int(count), at: context.span)
    return (0...Int64(count)).map { .integer(start &+ $0 &* step) }
  }
}
