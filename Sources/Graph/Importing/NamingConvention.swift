/// How regions are called in a division whose lists give numbers rather than names.
enum NamingConvention {
  /// `MC01` is spoken as "RMC 01" and "RMC 1".
  case numbered(prefix: String, word: String)
  /// `PO2001` is "SWV PO 20-01"; the list gives no other name.
  case partnership

  func apply(to region: inout RegionEntry) {
    switch self {
    case .numbered(let prefix, let word):
      guard region.code.hasPrefix(prefix), let number = Int(region.code.dropFirst(prefix.count)) else { return }
      region.aliases = NamingConvention.numbers(word, region.code.dropFirst(prefix.count), number)
    case .partnership:
      guard region.code.utf8.count == 6 else { return }
      let sector = String(region.code.prefix(2))
      let (district, number) = (region.code.dropFirst(2).prefix(2), region.code.suffix(2))
      region.sector = sector
      region.name = "SWV \(sector) \(district)-\(number)"
      region.aliases = [
        "\(sector) \(district).\(number)", "\(sector)-\(district)-\(number)", "\(sector) \(district)-\(number)",
      ]
    }
  }

  private static func numbers(_ word: String, _ digits: Substring, _ number: Int) -> [String] {
    digits.hasPrefix("0") ? ["\(word) \(digits)", "\(word) \(number)"] : ["\(word) \(digits)"]
  }

  /// Those of a region's aliases that come from its number, not from a list.
  static func spoken(of region: RegionEntry, among aliases: [String]) -> [String] {
    let digits = String(region.code.drop { !$0.isNumber })
    return digits.isEmpty
      ? []
      : aliases.filter { alias in
        alias.hasSuffix(" \(digits)") || Int(digits).map { alias.hasSuffix(" \($0)") } ?? false
      }
  }
}
