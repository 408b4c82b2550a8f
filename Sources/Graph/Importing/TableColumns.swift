/// Which column of a table of memberships is what, by its title in Dutch or English, whatever the spelling.
struct TableColumns {
  /// The code and the name of a region in one division.
  struct RegionColumns {
    let division: RegionDivision
    var code: Int?
    var name: Int?
  }

  var year: Int?
  var municipalityCode: Int?
  var municipalityName: Int?
  var division: Int?
  var regionCode: Int?
  var regionName: Int?
  var part: Int?
  var source: Int?
  /// In a table with one row per municipality: the columns of each division.
  var wide: [RegionColumns] = []
  /// The titles that mean nothing here.
  var ignored: [String] = []

  /// One row per membership.
  var isLong: Bool { division != nil && (regionCode != nil || regionName != nil) }

  /// Whether rows can be read at all.
  var isUsable: Bool { (municipalityCode != nil || municipalityName != nil) && (isLong || !wide.isEmpty) }

  /// Recognises titles.
  init(_ titles: [String], divisions: [RegionDivision]) {
    for (place, title) in titles.enumerated() where !title.isEmpty {
      if !takeFixed(title, place), !takeWide(title, place, divisions) { ignored.append(title) }
    }
  }

  private static let fixed: [(words: [String], column: any WritableKeyPath<TableColumns, Int?> & Sendable)] = [
    (["year", "jaar", "peiljaar"], \.year),
    (["division", "indeling", "regioindeling", "soortregio"], \.division),
    (["regioncode", "regiocode", "coderegio", "codevanderegio"], \.regionCode),
    (["regionname", "region", "regionaam", "regio", "naamregio", "naamvanderegio"], \.regionName),
    (["part", "deel", "gedeelte"], \.part),
    (["source", "bron"], \.source),
  ]

  private mutating func takeFixed(_ title: String, _ place: Int) -> Bool {
    let word = NameSpelling.letters(title)
    guard let column = TableColumns.fixed.first(where: { $0.words.contains(word) })?.column,
      self[keyPath: column] == nil
    else { return false }
    self[keyPath: column] = place
    return true
  }

  private mutating func takeWide(_ title: String, _ place: Int, _ divisions: [RegionDivision]) -> Bool {
    let reading = WideTitle(title)
    if WideTitle.municipality.contains(reading.subject) { return takeMunicipality(reading, place) }
    guard let division = divisions.first(where: { !$0.words.isDisjoint(with: reading.subjects) }) else { return false }
    if let known = wide.firstIndex(where: { $0.division.code == division.code }) {
      if reading.isCode { wide[known].code = place } else { wide[known].name = place }
    } else {
      wide.append(
        RegionColumns(division: division, code: reading.isCode ? place : nil, name: reading.isCode ? nil : place))
    }
    return true
  }

  private mutating func takeMunicipality(_ reading: WideTitle, _ place: Int) -> Bool {
    let column = reading.isCode ? \TableColumns.municipalityCode : \TableColumns.municipalityName
    guard self[keyPath: column] == nil else { return false }
    self[keyPath: column] = place
    return true
  }
}

/// A title such as "RMC-regio's/Code (code)": what it is about, and whether it holds codes or names.
private struct WideTitle {
  static let municipality: Set<String> = ["gemeente", "gemeenten", "municipality", "municipalities", "gm"]

  let subject: String
  let isCode: Bool

  init(_ title: String) {
    var text = String(title.map { $0.isASCII ? Character($0.lowercased()) : $0 })
    isCode = text.contains("code") && !text.hasSuffix("naam") && !text.hasSuffix("name") && !text.hasSuffix("(naam)")
    text = WideTitle.withoutBrackets(text)
    for phrase in [
      "codes en namen van", "lokaliseringen van gemeenten/", "code", "naam", "name", "namen", " van ",
    ] {
      text = text.split(separator: phrase, omittingEmptySubsequences: false).joined(separator: " ")
    }
    subject = NameSpelling.letters(text)
  }

  /// What stands between brackets says nothing more: "Arrondissementen (rechtsgebieden)/Code (code)".
  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return text.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")", depth > 0 { depth -= 1 } }
      return depth == 0
    }
  }

  /// What it is about as a division may be called: in the plural of a title or in the singular.
  var subjects: [String] { subject.hasSuffix("s") ? [subject, String(subject.dropLast())] : [subject] }
}
