/// The four-digit postcodes of municipalities, for lists that divide them.
struct PartialMunicipalities {
  private var postcodes: [String: Set<String>] = [:]

  init() {}

  /// Reads a table with columns `pc4` and `municipality_code`; a row whose column `swv_po` is there and empty belongs nowhere.
  init(_ table: PlainTable) throws(LoadFailure) {
    guard table.column("pc4") != nil, table.column("municipality_code") != nil else {
      throw LoadFailure([
        LoadError(
          file: table.path, line: 1, message: "a table of postcodes needs the columns pc4 and municipality_code")
      ])
    }
    for row in table.rows where table.column("swv_po") == nil || !table.text(row, "swv_po").isEmpty {
      postcodes[table.text(row, "municipality_code"), default: []].insert(table.text(row, "pc4"))
    }
  }

  /// A part with its postcodes in order; "all but" is written out where the municipality's postcodes are known.
  func written(_ part: String, of municipality: String) -> String {
    if part.isEmpty { return "" }
    var named = Set(part.split { !$0.isNumber }.filter { $0.utf8.count == 4 }.map(String.init))
    if named.isEmpty { return part }
    if part.hasPrefix("except") {
      guard let all = postcodes[municipality] else { return part }
      named = all.subtracting(named)
    }
    return "PC4 " + named.sorted().joined(separator: " ")
  }
}
