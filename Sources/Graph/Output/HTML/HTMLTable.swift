/// One result table as HTML: heading, table with caption and scopes, notes.
struct HTMLTable {
  private let context: OutputContext
  private let cells: CellText

  /// A matrix with more columns than this has its heads written upwards.
  private static let mostLevelHeads = 7

  /// A table with more columns than this is printed small.
  private static let mostRoomyColumns = 8
  /// A table with more columns than this is printed on a page of its own, on its side.
  private static let mostUprightColumns = 10
  /// A column with a longer text is given some room.
  private static let longText = 60
  /// A table with at most so many rows stays on one page.
  private static let shortTable = 8

  init(_ context: OutputContext) {
    self.context = context
    cells = .forPeople(context)
  }

  /// Writes a table.
  ///
  /// - Parameters:
  ///   - level: the level of its heading.
  ///   - citations: where the sources are listed; nil names them in a column.
  func write(_ table: ResultTable, level: Int, citing citations: inout Citations?, to output: inout OutputBuffer) {
    let table = citations == nil ? table : table.withoutEmptyColumns
    let texts = RowTexts.laidOut(table, context, cells: cells, isCited: citations != nil)
    let title = HTMLText.escaped(table.title ?? "")
    let marks = marks(of: table, citing: &citations)
    output.writeLine(isBroad(texts, table) ? "<div class=\"broad\">" : "<div>")
    if !title.isEmpty { output.writeLine("<h\(level)>\(title)</h\(level)>") }
    output.writeLine("<div class=\"table\(texts.rows.count <= HTMLTable.shortTable ? " short" : "")\">")
    output.writeLine("<table\(className(of: texts, table))>")
    output.writeLine(
      "<caption><span class=\"hidden\">\(title)</span> \(HTMLText.escaped(context.wording.rowCount(texts.rows.count)))</caption>"
    )
    writeHeads(texts, hasMarks: marks != nil, to: &output)
    output.writeLine("<tbody>")
    for (place, row) in texts.rows.enumerated() {
      write(row, texts, classes(of: table, texts, place), marks?[place], to: &output)
    }
    output.writeLine("</tbody>")
    output.writeLine("</table>")
    output.writeLine("</div>")
    writeNotes(table, citing: &citations, to: &output)
    output.writeLine("</div>")
  }

  private func writeHeads(_ texts: RowTexts, hasMarks: Bool, to output: inout OutputBuffer) {
    let heads = texts.columns.enumerated().map { place, title in
      let kind = HTMLTable.isLong(place, texts) ? " class=\"long\"" : ""
      return "<th scope=\"col\"\(kind)><span>\(HTMLText.escaped(title))</span></th>"
    }.joined()
    let mark = hasMarks ? "<th scope=\"col\"><span>\(HTMLText.escaped(context.wording.source))</span></th>" : ""
    output.writeLine("<thead><tr>\(heads)\(mark)</tr></thead>")
  }

  /// The first cell is the head of its row.
  private func write(
    _ row: [String], _ texts: RowTexts, _ classes: [String?], _ mark: String?, to output: inout OutputBuffer
  ) {
    var line = "<tr>"
    for (place, text) in row.enumerated() {
      let kind = [texts.isNumeric[place] ? "number" : nil, place < classes.count ? classes[place] : nil].compactMap {
        $0
      }
      let attribute = kind.isEmpty ? "" : " class=\"\(kind.joined(separator: " "))\""
      let (tag, scope) = place == 0 ? ("th", " scope=\"row\"") : ("td", "")
      line += "<\(tag)\(scope)\(attribute)>\(HTMLText.escaped(text))</\(tag)>"
    }
    if let mark { line += "<td class=\"marks\">\(mark)</td>" }
    output.writeLine(line + "</tr>")
  }

  /// What the notes and, in a matrix, the whole table rest on stands below it.
  private func writeNotes(_ table: ResultTable, citing citations: inout Citations?, to output: inout OutputBuffer) {
    if !table.notes.isEmpty {
      output.writeLine("<p class=\"note\">\(HTMLText.escaped(table.notes.joined(separator: " · ")))</p>")
    }
    if isMatrix(table), let marks = citations?.marks(of: table.evidence), !marks.isEmpty {
      output.writeLine("<p class=\"note\">\(HTMLText.escaped(context.wording.sources)): \(marks)</p>")
    }
    for line in ClaimTexts(context).lines(of: table) {
      output.writeLine("<p class=\"note\">\(HTMLText.escaped(line))</p>")
    }
  }

  private func isMatrix(_ table: ResultTable) -> Bool {
    !context.options.showWhy && MatrixTexts(table, cells: cells) != nil
  }

  /// By row the passages it rests on; nil when the table does not show them row by row.
  private func marks(of table: ResultTable, citing citations: inout Citations?) -> [String]? {
    guard !isMatrix(table), table.evidence.contains(where: { !$0.claims.isEmpty }) else { return nil }
    return citations == nil
      ? nil
      : table.rows.indices.map { place in
        place < table.evidence.count ? citations?.marks(of: [table.evidence[place]]) ?? "" : ""
      }
  }
}

// MARK: - Looks

extension HTMLTable {
  private func isBroad(_ texts: RowTexts, _ table: ResultTable) -> Bool {
    !isMatrix(table) && texts.columns.count > HTMLTable.mostUprightColumns
  }

  private func className(of texts: RowTexts, _ table: ResultTable) -> String {
    let isUpright = isMatrix(table) && texts.columns.count > HTMLTable.mostLevelHeads
    let names = [
      isMatrix(table) ? "matrix" : nil, isUpright ? "upright" : nil,
      !isMatrix(table) && texts.columns.count > HTMLTable.mostRoomyColumns ? "wide" : nil,
    ].compactMap { $0 }
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// The classes that the identifiers in a row give: `status gap`, `evidence inferred`.
  private func classes(of table: ResultTable, _ texts: RowTexts, _ place: Int) -> [String?] {
    guard !isMatrix(table), place < table.rows.count else { return [] }
    let own = zip(table.columns, table.rows[place]).map { column, value -> String? in
      guard column == "duty_status", case .string(let status) = value, HTMLTable.isWord(status) else { return nil }
      return "status \(status)"
    }
    guard place < table.evidence.count, let certainty = table.evidence[place].certainty, HTMLTable.isWord(certainty)
    else {
      return own
    }
    let evidence = texts.columns.dropFirst(own.count).firstIndex(of: context.wording.evidence)
    return own + (evidence == own.count ? ["evidence \(certainty)"] : [])
  }

  private static func isLong(_ column: Int, _ texts: RowTexts) -> Bool {
    texts.rows.contains { $0[column].utf8.count > longText }
  }

  /// An identifier of the vocabulary, as a class may be called.
  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
  }
}

extension ResultTable {
  /// Without the columns in which nothing stands; a table without rows, or with another layout, keeps them all.
  fileprivate var withoutEmptyColumns: ResultTable {
    guard !rows.isEmpty, layout == .list else { return self }
    let kept = columns.indices.filter { place in place == 0 || rows.contains { !$0[place].isNull } }
    var copy = self
    copy.columns = kept.map { columns[$0] }
    copy.columnTitles = columnTitles.map { titles in kept.map { titles[$0] } }
    copy.rows = ResultRows(rows.map { row in kept.map { row[$0] } })
    return copy
  }
}
