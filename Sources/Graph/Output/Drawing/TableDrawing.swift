/// Draws an answer of nothing but plain values: each table as one node with its columns side by side.
struct TableDrawing {
  private let context: OutputContext
  private static let cellWidth = 30

  init(_ context: OutputContext) { self.context = context }

  /// - Throws: `OutputError` when there is nothing to draw, or too much.
  func picture(of tables: [ResultTable]) throws(OutputError) -> DrawnPicture {
    var drawn = DrawnPicture()
    drawn.picture.layout = .sheet
    let rows = tables.reduce(0) { $0 + $1.rows.count }
    try DrawingLimits.check(rows, most: DrawingLimits.tableRows, "rows of plain values")
    for (place, table) in tables.enumerated() where !table.columns.isEmpty {
      drawn.picture.nodes.append(node(table, place))
      for claim in table.evidence.flatMap({ ClaimReader(context).claims(of: $0) }) {
        drawn.add(source: claim.sourceIdentifier)
      }
    }
    guard !drawn.picture.nodes.isEmpty else { throw OutputError(.nothingToDraw, "The answer has nothing to draw.") }
    return drawn
  }

  private func node(_ table: ResultTable, _ place: Int) -> PictureNode {
    let texts = RowTexts(table, context, cells: .forPeople(context))
    let rows = ([texts.columns] + texts.rows).map(TableDrawing.levelled)
    let fields = texts.columns.indices.map { column in rows.map { $0[column] } }
    return PictureNode(
      identifier: "table \(place + 1)", label: table.title ?? "", look: NodeLook(shape: "record"),
      tooltip: table.title, classes: ["table"], fields: fields)
  }

  /// Wraps the cells of a row and gives all as many lines as the highest has.
  private static func levelled(_ row: [String]) -> [String] {
    let cells = row.map { TextWrapping.lines(VisibleText.lines($0), width: cellWidth) }
    let height = cells.map(\.count).max() ?? 1
    return cells.map { ($0 + Array(repeating: "", count: height - $0.count)).joined(separator: "\n") }
  }
}
