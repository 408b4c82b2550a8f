/// A property column of a file together with where its values go.
struct LoadingColumn: Sendable {
  let header: TableHeader.Column
  let key: KeyID
  let target: ColumnBuilder
  let rule: EnumerationRule?

  /// Whether the cells are texts that stand for themselves.
  var holdsTexts: Bool { header.type == .string && !header.isList }

  /// The value of a cell, null when there is none.
  ///
  /// - Parameter applies: asked only when the text is no value of the column's list: whether the list applies to the row.
  func value(_ rows: TableRows, _ row: Int, applies: (EnumerationRule) -> Bool) throws(CellProblem) -> Value {
    let cell = rows.cell(row, header.field)
    if cell.isAbsent { return .null }
    let value = try rows.reader.value(rows.text(cell), of: header.type, isList: header.isList)
    if let rule { try check(value, rule, applies) }
    return value
  }

  private func check(_ value: Value, _ rule: EnumerationRule, _ applies: (EnumerationRule) -> Bool) throws(CellProblem)
  {
    let texts: [String] =
      switch value {
      case .null: []
      case .string(let text): [text]
      case .list(let elements): elements.map(LoadingColumn.text)
      default: [LoadingColumn.text(value)]
      }
    for var text in texts where !text.withUTF8(rule.allows) && applies(rule) { throw rule.problem(text) }
  }

  /// A single value as a cell writes it.
  static func text(_ value: Value) -> String {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .float(let number): String(number)
    case .boolean(let truth): String(truth)
    case .date(let date): String(describing: date)
    default: ""
    }
  }
}
