/// A result table as texts, the columns for evidence and sources included.
struct RowTexts {
  let columns: [String]
  let rows: [[String]]
  /// By column: every value is a number or null, and at least one is a number.
  let isNumeric: [Bool]

  /// Turns every value into text. O(values).
  ///
  /// - Parameter isCited: the sources are listed elsewhere: no column names them, and evidence is a word without counts.
  init(_ table: ResultTable, _ context: OutputContext, cells: CellText, isCited: Bool = false) {
    let added = [
      EvidenceColumn(table, context, cells: cells, isBrief: isCited).map { ($0.title, $0.texts) },
      LastRecordedColumn(table, context).map { ($0.title, $0.texts) },
      isCited ? nil : SourceColumn(table, context, cells: cells).map { ($0.title, $0.texts) },
    ].compactMap { $0 }
    columns = cells.titles(of: table) + added.map(\.0)
    rows = table.rows.enumerated().map { index, row in
      zip(row, table.columns).map { cells.text($0, column: $1) } + added.map { $0.1[index] }
    }
    isNumeric = table.columns.indices.map { RowTexts.isNumeric(table, $0) } + added.map { _ in false }
  }

  init(columns: [String], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
    isNumeric = columns.map { _ in false }
  }

  private static func isNumeric(_ table: ResultTable, _ column: Int) -> Bool {
    var found = false
    for row in table.rows where column < row.count {
      switch row[column] {
      case .integer, .float: found = true
      case .null: break
      default: return false
      }
    }
    return found
  }
}

/// The column that says what each row's evidence amounts to.
struct EvidenceColumn {
  let title: String
  let texts: [String]

  /// Nil when evidence was not asked for, is not there, or the table shows it in a column of its own.
  init?(_ table: ResultTable, _ context: OutputContext, cells: CellText, isBrief: Bool = false) {
    guard context.options.showEvidence, table.evidence.contains(where: { $0.certainty != nil }) else { return nil }
    guard !table.columns.contains(where: { ["evidence", "bewijs"].contains($0) }) else { return nil }
    title = if case .person = cells.reader { context.wording.evidence } else { "evidence" }
    texts = table.rows.indices.map { index in
      index < table.evidence.count ? EvidenceColumn.text(table.evidence[index], cells, isBrief: isBrief) : ""
    }
  }

  /// `stated`, or of an aggregate `inferred (12: 10 stated, 2 inferred)`.
  static func text(_ evidence: Evidence, _ cells: CellText, isBrief: Bool = false) -> String {
    guard let certainty = evidence.certainty else { return cells.text(.null, column: "certainty") }
    func word(_ certainty: String) -> String { cells.text(.string(certainty), column: "certainty") }
    guard !evidence.counts.isEmpty, !isBrief else { return word(certainty) }
    let total = evidence.counts.reduce(0) { $0 + $1.count }
    let parts = evidence.counts.map { "\($0.count) \(word($0.certainty))" }.joined(separator: ", ")
    return "\(word(certainty)) (\(total): \(parts))"
  }
}

extension CellText {
  /// What the columns are called: the titles of a phrase for a person, the names for a program.
  func titles(of table: ResultTable) -> [String] {
    if case .person = reader { return table.columnTitles ?? table.columns }
    return table.columns
  }
}
