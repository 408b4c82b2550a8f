/// Draws each row as a line from one cell to another, perhaps over a third.
struct LineDrawing {
  private let context: OutputContext
  private let hint: DrawingHint
  private let table: ResultTable
  private let cells: CellNodes

  init(_ context: OutputContext, hint: DrawingHint, table: ResultTable) {
    self.context = context
    self.hint = hint
    self.table = table
    cells = CellNodes(context)
  }

  /// A line between two places, drawn once for equal label and look.
  private struct Line: Hashable {
    let start, end, label: String
    let look: LineLook
  }

  /// What is drawn so far.
  private struct Progress {
    var drawn = DrawnPicture()
    var nodes: Set<String> = []
    var lines: Set<Line> = []
  }

  func picture() throws(OutputError) -> DrawnPicture {
    var progress = Progress()
    for place in table.rows.indices {
      add(row: place, to: &progress)
      try DrawingLimits.check(progress.drawn.picture.nodes.count, most: DrawingLimits.nodes, "nodes")
      try DrawingLimits.check(progress.drawn.picture.edges.count, most: DrawingLimits.edges, "lines")
    }
    return progress.drawn
  }

  private func add(row place: Int, to progress: inout Progress) {
    let stops = [hint.from, hint.via, hint.to].compactMap { $0 }.map { nodes($0, row: place, in: &progress) }
    let labels = [label(hint.labels, row: place), label(hint.toLabels, row: place)]
    let certainty = certainty(row: place)
    for leg in 0..<(stops.count - 1) {
      for start in stops[leg] {
        for end in stops[leg + 1] {
          let line = Line(start: start, end: end, label: labels[leg], look: LineLook(certainty: certainty))
          add(line, certainty, to: &progress)
        }
      }
    }
  }

  private func add(_ line: Line, _ certainty: String?, to progress: inout Progress) {
    guard progress.lines.insert(line).inserted else { return }
    var edge = PictureEdge(start: line.start, end: line.end, label: line.label, look: line.look)
    edge.isDirected = hint.arrows ?? (hint.via == nil)
    edge.classes = ["row"] + (certainty.map { [$0] } ?? [])
    progress.drawn.picture.edges.append(edge)
    if let certainty {
      progress.drawn.picture.legend.add(context.options.words.word(certainty, column: "certainty"), line.look)
    }
  }

  /// Draws the nodes of a cell that are new and gives the identifiers of all.
  private func nodes(_ column: DrawingHint.Column, row: Int, in progress: inout Progress) -> [String] {
    cells.nodes(value(column, row: row), column: column).map { node, word in
      if progress.nodes.insert(node.identifier).inserted {
        progress.drawn.picture.nodes.append(node)
        if let word { progress.drawn.picture.legend.add(word, node.look) }
      }
      return node.identifier
    }
  }

  private func label(_ columns: [DrawingHint.Column], row: Int) -> String {
    let values = columns.map { ($0, value($0, row: row)) }.filter { !$0.1.isNull && $0.1 != .string("unknown") }
    return values.map { cells.text($0.1, column: $0.0) }.joined(separator: ", ")
  }

  private func certainty(row: Int) -> String? {
    if let column = hint.certainty {
      if case .string(let certainty) = value(column, row: row) { return certainty }
      return nil
    }
    return row < table.evidence.count ? table.evidence[row].certainty : nil
  }

  private func value(_ column: DrawingHint.Column, row: Int) -> Value {
    guard let place = table.columns.firstIndex(of: column.name), place < table.rows[row].count else { return .null }
    return table.rows[row][place]
  }
}
