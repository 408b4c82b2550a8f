/// A region of a division: one row of a `regions_*.csv`.
struct RegionEntry {
  var id: String
  var labels: String
  var code: String
  var name: String
  var sector = ""
  var aliases: [String] = []
  var from: CalendarDate?
  var until: CalendarDate?
  var isComplete = false
  var isPseudo = false
  var source: String

  /// The columns of the file.
  static let titles = [
    "id:ID", ":LABEL", "code", "name", "sector", "aliases:string[]", "valid_from:date", "valid_until:date",
    "complete:boolean", "pseudo:boolean", "source",
  ]

  var cells: [String] {
    [
      id, labels, code, name, sector, aliases.joined(separator: ";"), from?.description ?? "",
      until?.description ?? "", isComplete ? "true" : "", isPseudo ? "true" : "", source,
    ]
  }

  /// Reads a row.
  init(_ row: PlainTable.Row, of table: PlainTable) {
    let text = { table.text(row, $0) }
    (id, labels, code, name) = (text("id"), text(":LABEL"), text("code"), text("name"))
    (sector, source) = (text("sector"), text("source"))
    aliases = text("aliases").split(separator: ";").map(String.init)
    (from, until) = (CalendarDate(text("valid_from")), CalendarDate(text("valid_until")))
    (isComplete, isPseudo) = (text("complete") == "true", text("pseudo") == "true")
  }

  /// A region that a list names.
  init(id: String, name: String, isPseudo: Bool, division: RegionDivision, source: String) {
    self.id = id
    self.name = name
    self.isPseudo = isPseudo
    self.source = source
    labels = isPseudo ? "Region" : division.labels
    code = id.hasPrefix("region-") ? "" : id
    isComplete = division.isComplete && !isPseudo
    if !isPseudo { division.convention?.apply(to: &self) }
  }

  /// Takes the name of a newer list; the older one becomes an alias, unless it is spelt the same but for case and blanks.
  mutating func rename(to newName: String) {
    guard newName != name else { return }
    let specials = aliases
    let older = NameSpelling.folded(name) == NameSpelling.folded(newName) ? [] : [name]
    name = newName
    aliases = []
    let fixed = NamingConvention.spoken(of: self, among: specials)
    for alias in fixed + older + specials.filter({ !fixed.contains($0) }) {
      let known = ([newName] + aliases).map(NameSpelling.folded)
      if !known.contains(NameSpelling.folded(alias)) { aliases.append(alias) }
    }
  }
}
