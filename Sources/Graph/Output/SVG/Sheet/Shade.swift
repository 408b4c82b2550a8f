extension NodeLook {
  /// The fill as one colour; a pattern becomes a lighter shade of its colour.
  var plainFill: String {
    let parts = fill.split(whereSeparator: { ":;".contains($0) }).filter { $0.hasPrefix("#") }
    let base = parts.first { $0 != "#FFFFFF" && $0 != "#222222" }.map(String.init) ?? "#FFFFFF"
    guard parts.count > 1 else { return base }
    let share = [2: 0.55, 3: 0.3][parts.count] ?? 0.55
    return Shade.mixed(base, withWhite: 1 - share)
  }
}

/// Mixes colours written as `#RRGGBB`.
enum Shade {
  /// The colour with that share of white; one that cannot be read stays as it is.
  static func mixed(_ colour: String, withWhite share: Double) -> String {
    guard colour.count == 7, let value = Int(colour.dropFirst(), radix: 16) else { return colour }
    let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part in
      Int((Double(part) * (1 - share) + 255 * share).rounded())
    }
    return "#"
      + parts.map { part in
        let digits = String(part, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }
}
