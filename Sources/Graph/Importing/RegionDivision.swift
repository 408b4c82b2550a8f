/// A division: one row of `divisions.csv`, and what its files are called.
struct RegionDivision {
  let code: String
  /// Its lists hold every municipality, so that a region's municipalities are all known.
  var isComplete: Bool
  /// What a table may call it, folded.
  let words: Set<String>

  init(code: String, words: [String] = [], isComplete: Bool) {
    self.code = code
    self.isComplete = isComplete
    self.words = Set(([code] + words).map(NameSpelling.letters))
  }

  var id: String { "division-" + code.lowercased() }

  private var fileName: String { String(code.lowercased().map { $0 == "-" ? "_" : $0 }) }

  var periodsFile: String { "in_region_\(fileName).csv" }

  var regionsFile: String { code == "Province" ? "provinces.csv" : "regions_\(fileName).csv" }

  /// A division of partnerships, whose regions are parties too.
  var isOfPartnerships: Bool { code.hasPrefix("SWV-") }

  var labels: String {
    if code == "Province" { return "Province;Region;Party" }
    return isOfPartnerships ? "Partnership;Region;Party" : "\(code)Region;Region"
  }

  var convention: NamingConvention? {
    if isOfPartnerships { return .partnership }
    return code == "RMC" ? .numbered(prefix: "MC", word: "RMC") : nil
  }

  /// Lists give the regions no names that would be worth more than the convention's.
  var hasOwnNames: Bool { !isOfPartnerships }
}
