/// Finds the table that a picture of rows is made of.
struct DrawnTable {
  private let kind: PictureKind
  private let hint: DrawingHint
  private let names: [String]

  init(_ kind: PictureKind, _ hint: DrawingHint) {
    self.kind = kind
    self.hint = hint
    names =
      switch kind {
      case .matrix: ([hint.rows, hint.cell, hint.mark] + hint.heads).compactMap { $0?.name }
      case .timeline: [hint.step, hint.start, hint.end].compactMap { $0?.name }
      case .flow: [hint.flowColumns?.left, hint.flowColumns?.right, hint.node].compactMap { $0?.name }
      default: []
      }
  }

  /// The first table with all columns that the hint names for this kind; what a phrase draws goes before its tables.
  ///
  /// - Throws: `OutputError` of kind `drawingHint` when there is none, with the columns that there are.
  func find(in answers: [Answer]) throws(OutputError) -> ResultTable {
    let tables = answers.compactMap(\.drawn) + answers.flatMap(\.tables)
    let fitting = tables.filter { table in isNamed ? names.allSatisfy(table.columns.contains) : isLaidOut(table) }
    let number = hint.table ?? 1
    if isNamed, fitting.isEmpty { throw DrawingHint.unknown(names, tables) }
    guard number >= 1, let table = fitting.dropFirst(number - 1).first else { throw DrawingHint.lacking(kind, tables) }
    return table
  }

  private var isNamed: Bool { !names.isEmpty }

  private func isLaidOut(_ table: ResultTable) -> Bool {
    if kind == .matrix, case .matrix = table.layout { return true }
    return false
  }
}

extension MatrixGrid {
  /// The matrix that a hint names, else that of the first table laid out as one.
  init(_ answers: [Answer], _ hint: DrawingHint, _ context: OutputContext) throws(OutputError) {
    let table = try DrawnTable(.matrix, hint).find(in: answers)
    if hint.rows == nil, case .matrix(let rows, let columns, let cell) = table.layout {
      try self.init(table, rows: rows, columns: [columns], cell: cell, context)
    } else {
      guard let rows = hint.rows, !hint.heads.isEmpty, hint.cell != nil || hint.heads.count > 1 else {
        throw DrawingHint.lacking(.matrix, [table])
      }
      try self.init(
        table, rows: rows.name, columns: hint.heads.map(\.name), cell: hint.cell?.name, mark: hint.mark?.name, context)
    }
  }
}

extension DrawingHint {
  /// The two columns of regions of a flow.
  var flowColumns: (left: Column, right: Column)? {
    if let clusters, let colour { return (clusters, colour) }
    if let from, let to { return (from, to) }
    return nil
  }
}

/// What the regions in a column are called, when all are of one kind; else the name of the column.
struct RegionWords {
  private let looks: NodeLooks
  private let table: ResultTable

  init(_ context: OutputContext, _ table: ResultTable) {
    looks = NodeLooks(context)
    self.table = table
  }

  func word(for column: DrawingHint.Column) -> String {
    guard let place = table.columns.firstIndex(of: column.name) else { return column.name }
    let words = table.rows.compactMap { row in
      if case .node(let node) = row[place] { looks.word(for: node) } else { nil }
    }
    return Set(words).count == 1 ? words[0] : column.name
  }
}
