/// A table with layout `matrix`: a row per row head, a column per column head, in the order of the table's rows.
///
/// Rows of the table that share a cell stand in it with commas; columns that are neither head nor cell follow the cell's value:
/// `2 board level, 3 official level`.
struct MatrixTexts {
  private let table: ResultTable
  private let cells: CellText
  private let rowPlace, columnPlace, cellPlace: Int
  private let restPlaces: [Int]

  /// Nil when the table is no matrix, or lacks one of the columns that its layout names.
  init?(_ table: ResultTable, cells: CellText) {
    guard case .matrix(let rows, let columns, let cell) = table.layout,
      let rowPlace = table.columns.firstIndex(of: rows), let columnPlace = table.columns.firstIndex(of: columns),
      let cellPlace = table.columns.firstIndex(of: cell)
    else { return nil }
    self.table = table
    self.cells = cells
    (self.rowPlace, self.columnPlace, self.cellPlace) = (rowPlace, columnPlace, cellPlace)
    restPlaces = table.columns.indices.filter { ![rowPlace, columnPlace, cellPlace].contains($0) }
  }

  /// The texts of heads and cells. O(rows of the table + cells of the matrix).
  var texts: RowTexts {
    let rowHeads = heads(at: rowPlace)
    let columnHeads = columnHeads(like: rowHeads)
    var contents: [[Value]: [String]] = [:]
    for row in table.rows { contents[[row[rowPlace], row[columnPlace]], default: []].append(content(of: row)) }
    let rows = rowHeads.map { head in
      [text(head, rowPlace)] + columnHeads.map { contents[[head, $0]]?.joined(separator: ", ") ?? "" }
    }
    let corner = cells.titles(of: table)[rowPlace]
    return RowTexts(columns: [corner] + columnHeads.map { text($0, columnPlace) }, rows: rows)
  }

  private func heads(at place: Int) -> [Value] {
    var seen: Set<Value> = []
    return table.rows.map { $0[place] }.filter { seen.insert($0).inserted }
  }

  /// The column heads; when they are the same things as the row heads, in the same order.
  private func columnHeads(like rowHeads: [Value]) -> [Value] {
    let heads = heads(at: columnPlace)
    return Set(heads) == Set(rowHeads) ? rowHeads : heads
  }

  private func content(of row: [Value]) -> String {
    let rest = restPlaces.filter { !row[$0].isNull }.map { text(row[$0], $0) }
    return ([text(row[cellPlace], cellPlace)] + rest).joined(separator: " ")
  }

  private func text(_ value: Value, _ place: Int) -> String { cells.text(value, column: table.columns[place]) }
}

extension RowTexts {
  /// The texts of a table as its layout asks. With the claims of each row below it, a matrix is written as the list of its rows.
  static func laidOut(
    _ table: ResultTable, _ context: OutputContext, cells: CellText, isCited: Bool = false
  ) -> RowTexts {
    if !context.options.showWhy, let matrix = MatrixTexts(table, cells: cells) { return matrix.texts }
    return RowTexts(table, context, cells: cells, isCited: isCited)
  }
}
