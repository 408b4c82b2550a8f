/// A property column of a file together with where its values go.
struct LoadingColumn {
  let header: TableHeader.Column
  let key: KeyID
  let target: ColumnBuilder
  let rule: EnumerationRule?

  /// The value of a cell, null when there is none.
  ///
  /// - Parameter applies: asked only when the text is no value of the column's list: whether the list applies to the row.
  @inline(__always)
  func value(_ rows: RowReader, applies: (EnumerationRule) -> Bool) throws(CellProblem) -> Value {
    let field = rows.field(header.field)
    if field.isAbsent { return .null }
    let value = try rows.cells.value(rows.text(field), of: header.type, isList: header.isList)
    if let rule { try check(value, rule, applies) }
    return value
  }

  /// Puts the cell of the current row into the column without making a `String` of a text.
  @inline(__always)
  func load(_ rows: RowReader, into row: Int, applies: (EnumerationRule) -> Bool) throws(CellProblem) {
    let field = rows.field(header.field)
    if field.isAbsent { return }
    let text = rows.text(field)
    if header.type == .string, !header.isList {
      if let rule, !rule.allows(text), applies(rule) { throw rule.problem(String(decoding: text, as: UTF8.self)) }
      target.set(row, text: text)
    } else {
      target.set(row, try value(rows, applies: applies))
    }
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
