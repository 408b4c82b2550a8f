/// Numbers as people read them.
enum NumberText {
  /// A float that is read back as the same value: `1.0`, `0.1`, `1e+22`, `NaN`, `Infinity`.
  static func exact(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    return value.description
  }

  /// A float rounded to four decimals, at least one shown: `2.3333`, `4.0`; exact when it is very large or very small.
  static func compact(_ value: Double, decimalMark: String = ".") -> String {
    let size = abs(value)
    guard value.isFinite, size == 0 || (0.001..<1e11).contains(size) else { return exact(value) }
    let scaled = Int64((size * 10_000).rounded())
    let fraction = String(scaled % 10_000)
    var digits = String(repeating: "0", count: 4 - fraction.count) + fraction
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    return "\(value < 0 ? "-" : "")\(scaled / 10_000)\(decimalMark)\(digits)"
  }
}
