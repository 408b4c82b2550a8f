/// The cells of a matrix: what stands where, with its mark and in words.
struct MatrixGrid {
  /// The head of a row or of a column.
  struct Head: Hashable {
    let value: Value
    let text: String
  }

  /// One cell that has something.
  struct Cell {
    var mark: CellMark?
    var words: [String] = []
    fileprivate var number = 0.0
  }

  let rows: [Head]
  let columns: [Head]
  /// What the rows and the columns are called.
  let rowTitle, columnTitle: String
  private var cells: [[Cell?]] = []
  /// The marks that occur, each with a word that stands for it, in the order of their rank.
  private(set) var meanings: [(mark: CellMark, word: String)] = []

  private static let mostRows = 120
  private static let mostColumns = 60

  /// The cell of a row and a column, nil where the table has none.
  subscript(row: Int, column: Int) -> Cell? { cells[row][column] }

  /// Reads a table, a row per cell; or, when there are several columns, a row per row of the matrix.
  ///
  /// - Throws: `OutputError` when the table is too large for one page.
  init(
    _ table: ResultTable, rows rowName: String, columns columnNames: [String], cell cellName: String?,
    mark markName: String? = nil, _ context: OutputContext
  ) throws(OutputError) {
    let texts = CellText.forPeople(context)
    let entries = Entry.entries(of: table, rowName, columnNames, cellName, markName, texts)
    rows = Head.distinct(entries.map(\.row))
    columns = Head.distinct(entries.map(\.column), inOrderOf: rows)
    let titles = texts.titles(of: table)
    rowTitle = table.columns.firstIndex(of: rowName).map { titles[$0] } ?? rowName
    columnTitle =
      columnNames.count > 1 ? "" : columnNames.first.flatMap(table.columns.firstIndex).map { titles[$0] } ?? ""
    try DrawingLimits.check(rows.count, most: MatrixGrid.mostRows, "rows")
    try DrawingLimits.check(columns.count, most: MatrixGrid.mostColumns, "columns")
    cells = rows.map { _ in columns.map { _ in nil } }
    fill(entries)
    shadeNumbers()
    markSeatsThatAreNotThere(context)
    meanings = meanings.enumerated().sorted { ($0.1.mark.rank, $0.0) < ($1.1.mark.rank, $1.0) }.map(\.element)
  }

  /// Some cell is empty.
  var hasEmptyCells: Bool { cells.joined().contains { $0 == nil } }

  private mutating func explain(_ mark: CellMark, _ word: String) {
    if !meanings.contains(where: { $0 == (mark, word) }) { meanings.append((mark, word)) }
  }

  private mutating func fill(_ entries: [Entry]) {
    let rowPlaces = Dictionary(rows.enumerated().map { ($1, $0) }) { first, _ in first }
    let columnPlaces = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    for entry in entries {
      guard let row = rowPlaces[entry.row], let column = columnPlaces[entry.column] else { continue }
      var cell = cells[row][column] ?? Cell()
      if let mark = entry.mark { cell.mark = cell.mark?.or(mark) ?? mark }
      for meaning in entry.meanings { explain(meaning.mark, meaning.word) }
      if !entry.words.isEmpty, !cell.words.contains(entry.words) { cell.words.append(entry.words) }
      cell.number += entry.number ?? 0
      if entry.number != nil { cell.mark = .amount(0) }
      cells[row][column] = cell
    }
  }

  private mutating func shadeNumbers() {
    let most = cells.joined().compactMap { $0?.number }.max() ?? 0
    for row in rows.indices {
      for column in columns.indices {
        guard case .amount? = cells[row][column]?.mark, let number = cells[row][column]?.number else { continue }
        let tenths = most > 0 ? max(0, Int((number / most * 10).rounded(.up))) : 0
        cells[row][column]?.mark = .amount(tenths)
      }
    }
  }

  /// Where a head is a forum, a cell without a row says whether its list of seats is complete.
  private mutating func markSeatsThatAreNotThere(_ context: OutputContext) {
    for (row, rowHead) in rows.enumerated() {
      for (column, columnHead) in columns.enumerated() where cells[row][column] == nil {
        guard let forum = [rowHead, columnHead].lazy.compactMap({ $0.forum(in: context.graph) }).first else { continue }
        let isClosed = context.graph.property("seats_complete", of: forum) == .boolean(true)
        let (mark, word) =
          isClosed ? (CellMark.absent, context.wording.noSeat) : (.unrecorded, context.wording.notRecorded)
        cells[row][column] = Cell(mark: mark, words: [word])
        explain(mark, word)
      }
    }
  }
}

extension MatrixGrid.Head {
  fileprivate func forum(in graph: PropertyGraph) -> NodeID? {
    guard case .node(let node) = value, graph.labelNames(of: node).contains("Forum") else { return nil }
    return node
  }

  fileprivate static func distinct(_ heads: [Self], inOrderOf others: [Self] = []) -> [Self] {
    var known: Set<Self> = []
    let found = heads.filter { known.insert($0).inserted }
    return known == Set(others) ? others : found
  }
}

/// What one row of a table says about one cell.
private struct Entry {
  let row, column: MatrixGrid.Head
  var mark: CellMark?
  var words = ""
  var number: Double?
  /// The marks of its values with the words for them.
  var meanings: [(mark: CellMark, word: String)] = []

  static func entries(
    of table: ResultTable, _ row: String, _ columns: [String], _ cell: String?, _ mark: String?, _ texts: CellText
  ) -> [Entry] {
    let places = Dictionary(table.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    guard let rowPlace = places[row] else { return [] }
    let titles = texts.titles(of: table)
    func head(_ value: Value, _ place: Int) -> MatrixGrid.Head {
      MatrixGrid.Head(value: value, text: texts.text(value, column: table.columns[place]))
    }
    guard columns.count == 1, let cell, let columnPlace = places[columns[0]], let cellPlace = places[cell] else {
      let wide = columns.compactMap { places[$0] }
      return table.rows.flatMap { row in
        wide.map { place in
          Entry(
            row: head(row[rowPlace], rowPlace),
            column: .init(value: .string(table.columns[place]), text: titles[place]),
            row[place], table.columns[place], texts)
        }
      }
    }
    let rest = restPlaces(table, [rowPlace, columnPlace, cellPlace])
    return table.rows.map { row in
      var entry = Entry(
        row: head(row[rowPlace], rowPlace), column: head(row[columnPlace], columnPlace), row[cellPlace], cell, texts)
      if let place = mark.flatMap({ places[$0] }), case .string(let text) = row[place], let mark = CellMark(text) {
        entry.mark = mark
        entry.meanings = [(mark, entry.words)]
      }
      let more = rest.filter { !row[$0].isNull }.map { texts.text(row[$0], column: table.columns[$0]) }
      entry.words = ([entry.words] + more).joined(separator: " ")
      return entry
    }
  }

  /// In a table laid out as a matrix the other columns follow the value of the cell.
  private static func restPlaces(_ table: ResultTable, _ used: [Int]) -> [Int] {
    guard case .matrix = table.layout else { return [] }
    return table.columns.indices.filter { !used.contains($0) }
  }

  private init(row: MatrixGrid.Head, column: MatrixGrid.Head, _ value: Value, _ name: String, _ texts: CellText) {
    (self.row, self.column) = (row, column)
    words = value.isNull ? "" : texts.text(value, column: name)
    switch value {
    case .boolean(let truth): meanings = [(truth ? .full : .absent, words)]
    case .integer(let number): self.number = Double(number)
    case .float(let number): self.number = number.isFinite ? number : 0
    case .list(let values): for value in values { explain(value, name, texts) }
    default: explain(value, name, texts)
    }
    mark = meanings.map(\.mark).min { $0.rank < $1.rank }
  }

  private mutating func explain(_ value: Value, _ name: String, _ texts: CellText) {
    guard case .string(let text) = value, let mark = CellMark(text) else { return }
    meanings.append((mark, texts.text(value, column: name)))
  }
}
