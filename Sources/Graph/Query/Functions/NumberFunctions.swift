#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Functions on numbers.
enum NumberFunctions {
  static let all: [ScalarFunction] = rounding + arithmetic + constants + logarithms + angles

  private static let number = FunctionParameter("number", StaticType.numbers)

  private static let rounding: [ScalarFunction] = [
    ScalarFunction(
      "abs", [number], gives: .number, "The number without its sign: `abs(-1)` is 1.", absolute),
    float("ceil", also: ["ceiling"], "The least whole number that is not smaller: `ceil(1.2)` is 2.0.") {
      $0.rounded(.up)
    },
    float("floor", "The greatest whole number that is not larger: `floor(1.8)` is 1.0.") { $0.rounded(.down) },
    ScalarFunction(
      "round", [number, FunctionParameter(optional: "decimals", [.integer])], gives: .float,
      "The nearest number with so many decimals, halves upwards: `round(1.25, 1)` is 1.3.", round),
    ScalarFunction(
      "sign", [number], gives: .integer, "-1, 0 or 1: `sign(-3.5)` is -1."
    ) { values, context throws(QueryError) in
      let value = try double(values[0], "sign", context)
      return .integer(value > 0 ? 1 : value < 0 ? -1 : 0)
    },
  ]

  private static let arithmetic: [ScalarFunction] = [
    ScalarFunction(
      "mod", [number, FunctionParameter("divisor", StaticType.numbers)], gives: .number,
      "The rest of a division, as `%`: `mod(7, 3)` is 1.", modulo),
    ScalarFunction(
      "power", [number, FunctionParameter("exponent", StaticType.numbers)], gives: .float,
      "The number raised to a power, as `^`: `power(2, 3)` is 8.0."
    ) { values, context throws(QueryError) in
      .float(pow(try double(values[0], "power", context), try double(values[1], "power", context)))
    },
    ScalarFunction(
      "isNaN", [number], gives: .boolean, "Whether a number is the float that is not a number: `isNaN(0.0 / 0.0)`."
    ) { values, context throws(QueryError) in .boolean(try double(values[0], "isNaN", context).isNaN) },
  ]

  private static let constants: [ScalarFunction] = [
    ScalarFunction("e", [], gives: .float, "The base of natural logarithms: `e()`.") { _, _ in .float(exp(1)) },
    ScalarFunction("pi", [], gives: .float, "The ratio of a circle's circumference to its diameter: `pi()`.") { _, _ in
      .float(.pi)
    },
    ScalarFunction("rand", [], gives: .float, "A random number from 0 up to 1, never 1 itself: `rand()`.") { _, _ in
      .float(.random(in: 0..<1))
    },
  ]

  private static let logarithms: [ScalarFunction] = [
    float("sqrt", "The square root, NaN of a negative number: `sqrt(9)` is 3.0.") { $0.squareRoot() },
    float("exp", "e raised to a power: `exp(0)` is 1.0.") { exp($0) },
    float("log", also: ["ln"], "The natural logarithm: `log(1)` is 0.0.") { log($0) },
    float("log10", "The logarithm to base 10: `log10(100)` is 2.0.") { log10($0) },
  ]

  private static let angles: [ScalarFunction] = [
    float("sin", "The sine of an angle in radians: `sin(0)` is 0.0.") { sin($0) },
    float("cos", "The cosine of an angle in radians: `cos(0)` is 1.0.") { cos($0) },
    float("tan", "The tangent of an angle in radians: `tan(0)` is 0.0.") { tan($0) },
    float("cot", "The cotangent of an angle in radians: `cot(pi() / 4)`.") { 1 / tan($0) },
    float("asin", "The angle whose sine is given: `asin(1)`.") { asin($0) },
    float("acos", "The angle whose cosine is given: `acos(1)` is 0.0.") { acos($0) },
    float("atan", "The angle whose tangent is given: `atan(0)` is 0.0.") { atan($0) },
    ScalarFunction(
      "atan2", [FunctionParameter("y", StaticType.numbers), FunctionParameter("x", StaticType.numbers)], gives: .float,
      "The angle of a point seen from the origin: `atan2(1, 1)`."
    ) { values, context throws(QueryError) in
      .float(atan2(try double(values[0], "atan2", context), try double(values[1], "atan2", context)))
    },
    float("haversin", "Half the versine of an angle: `haversin(0)` is 0.0.") { (1 - cos($0)) / 2 },
    float("degrees", "Radians as degrees: `degrees(pi())` is 180.0.") { $0 * 180 / .pi },
    float("radians", "Degrees as radians: `radians(180)`.") { $0 * .pi / 180 },
  ]

  /// A function from one number to a float.
  private static func float(
    _ name: String, also synonyms: [String] = [], _ documentation: String,
    _ compute: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    ScalarFunction(name, also: synonyms, [number], gives: .float, documentation) {
      values, context throws(QueryError) in .float(compute(try double(values[0], name, context)))
    }
  }

  static func double(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> Double {
    switch value {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    default: throw context.wrongType(name, wants: "a number", got: value)
    }
  }

  private static func absolute(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    guard case .integer(let number) = values[0] else { return .float(abs(try double(values[0], "abs", context))) }
    guard number != .min else { throw context.overflow("abs") }
    return .integer(abs(number))
  }

  private static func modulo(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    guard case .integer(let left) = values[0], case .integer(let right) = values[1] else {
      let (left, right) = (try double(values[0], "mod", context), try double(values[1], "mod", context))
      return .float(left.truncatingRemainder(dividingBy: right))
    }
    guard right != 0 else {
      throw QueryError(.runtime, .arithmetic, "DivisionByZero", "mod() cannot divide by zero", at: context.span)
    }
    return .integer(left.remainderReportingOverflow(dividingBy: right).partialValue)
  }

  /// Without decimals, halves go up (towards positive infinity); with decimals they go away from zero.
  private static func round(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let number = try double(values[0], "round", context)
    guard values.count > 1 else {
      let floor = number.rounded(.down)
      return .float(number - floor >= 0.5 ? floor + 1 : floor)
    }
    guard case .integer(let decimals) = values[1] else {
      throw context.wrongType("round", wants: "a whole number of decimals", got: values[1])
    }
    guard (0...15).contains(decimals) else {
      throw context.outOfRange("round() takes 0 to 15 decimals, not \(decimals)")
    }
    let scale = pow(10, Double(decimals))
    let scaled = (number * scale).rounded(.toNearestOrAwayFromZero) / scale
    return .float(scaled.isFinite ? scaled : number)
  }
}
