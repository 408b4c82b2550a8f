/// Draws the rows of a table as a hint says.
struct RowDrawing {
  private let context: OutputContext
  private let hint: DrawingHint

  init(_ context: OutputContext, hint: DrawingHint) {
    self.context = context
    self.hint = hint
  }

  /// - Throws: `OutputError` when no table has the columns, or when there is too much to draw.
  func picture(of tables: [ResultTable]) throws(OutputError) -> DrawnPicture {
    let table = try table(among: tables)
    if hint.drawsElements { return try elementPicture(of: table) }
    var drawn =
      hint.clusters == nil
      ? try LineDrawing(context, hint: hint, table: table).picture()
      : try ClusterDrawing(context, hint: hint, table: table).picture()
    let reader = ClaimReader(context)
    for claim in table.evidence.flatMap({ reader.claims(of: $0) }) { drawn.add(source: claim.sourceIdentifier) }
    return drawn
  }

  /// The nodes and relationships of the rows, with some mirrored and some missing.
  private func elementPicture(of table: ResultTable) throws(OutputError) -> DrawnPicture {
    var (shown, mirrored) = (table, DrawnElements(context))
    let turning = hint.mirror.map(\.name)
    try mirrored.collect(table.keeping(turning.contains))
    var missing: [(nodes: [NodeID], from: NodeID)] = []
    if let column = hint.missing, let place = table.columns.firstIndex(of: column.name) {
      missing = try missingNodes(table, place)
      for row in shown.rows.indices { shown.rows[row][place] = .null }
    }
    var (elements, straight) = (DrawnElements(context), DrawnElements(context))
    try elements.collect(shown)
    try straight.collect(table.keeping { !turning.contains($0) })
    let turned = Set(mirrored.relationships).subtracting(straight.relationships)
    return try GraphDrawing(context, mirrored: turned, missing: missing).picture(elements)
  }

  private func missingNodes(_ table: ResultTable, _ place: Int) throws(OutputError) -> [(nodes: [NodeID], from: NodeID)]
  {
    var missing: [(nodes: [NodeID], from: NodeID)] = []
    for row in table.rows {
      var absent = DrawnElements(context)
      try absent.collect(ResultTable(columns: ["missing"], rows: [[row[place]]]))
      let from = row.indices.lazy.filter { $0 != place }.compactMap { index in
        if case .node(let node) = row[index] { node } else { nil }
      }.first
      if let from, !absent.nodes.isEmpty { missing.append((absent.nodes, from)) }
    }
    return missing
  }

  private func table(among tables: [ResultTable]) throws(OutputError) -> ResultTable {
    let candidates =
      hint.table.map { number in tables.indices.contains(number - 1) ? [tables[number - 1]] : [] } ?? tables
    let names = hint.columns.map(\.name)
    if let table = candidates.first(where: { table in names.allSatisfy(table.columns.contains) }) { return table }
    throw DrawingHint.unknown(names, candidates)
  }
}

/// The cells of a table's rows as nodes of a picture.
struct CellNodes {
  private let looks: NodeLooks
  private let cells: CellText
  private let graph: PropertyGraph

  init(_ context: OutputContext) {
    looks = NodeLooks(context)
    cells = .forPeople(context)
    graph = context.graph
  }

  /// A node per value: of a list its elements, of null none.
  func nodes(_ value: Value, column: DrawingHint.Column) -> [(node: PictureNode, word: String?)] {
    switch value {
    case .null: []
    case .list(let values): values.flatMap { element in isList(element) ? [] : nodes(element, column: column) }
    case .node(let node): [(looks.pictureNode(node), looks.legendWord(for: node))]
    default: [textNode(cells.text(value, column: column.name), column)]
    }
  }

  /// The text of a cell.
  func text(_ value: Value, column: DrawingHint.Column) -> String { cells.text(value, column: column.name) }

  private func isList(_ value: Value) -> Bool { if case .list = value { true } else { false } }

  private func textNode(_ text: String, _ column: DrawingHint.Column) -> (PictureNode, String?) {
    if let label = column.label, let node = looks.node(called: text, label: label) {
      return (looks.pictureNode(node), looks.word(for: node))
    }
    let word = looks.word(forLabel: column.label)
    let node = PictureNode(
      identifier: "\(column.label ?? "text"): \(text)", label: text, look: looks.look(label: column.label),
      tooltip: word.map { "\($0) \(text)" }, classes: ["node"] + (column.label.map { [$0] } ?? []))
    return (node, word)
  }
}

extension ResultTable {
  /// The same rows with some of the columns.
  fileprivate func keeping(_ isKept: (String) -> Bool) -> ResultTable {
    let places = columns.indices.filter { isKept(columns[$0]) }
    return ResultTable(columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}
