/// An answer as a picture with a fixed layout, in SVG of our own: no Graphviz needed.
struct SVGFormat: AnswerFormat {
  private let context: OutputContext
  private let kind: PictureKind
  private let hint: DrawingHint

  /// Nil when the answers want a free layout, which is Graphviz's.
  init?(_ context: OutputContext, _ answers: [Answer]) throws(OutputError) {
    guard let hint = try DrawingHint(for: answers, context), let kind = hint.kind, kind.isFixed else { return nil }
    self.context = context
    self.kind = kind
    self.hint = hint
  }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    SheetWriter(try sheet(of: answers), for: answers, context).write(to: &output)
  }

  private func sheet(of answers: [Answer]) throws(OutputError) -> PictureSheet {
    switch kind {
    case .columns: ColumnsDrawing(context, try finished(answers)).sheet()
    case .layers: LayersDrawing(context, try finished(answers)).sheet()
    case .matrix:
      MatrixDrawing(try MatrixGrid(answers, hint, context), sources: try sources(of: answers), context).sheet()
    case .timeline:
      TimelineDrawing(
        TimelineStep.steps(of: try DrawnTable(kind, hint).find(in: answers), hint, context),
        sources: try sources(of: answers), context
      ).sheet()
    case .flow: try flowSheet(try DrawnTable(kind, hint).find(in: answers), sources: try sources(of: answers))
    case .tiles, .shapes: try MapDrawing(context, kind, hint).sheet(of: answers)
    case .graph, .clusters, .points: PictureSheet()
    }
  }

  private func flowSheet(_ table: ResultTable, sources: [String]) throws(OutputError) -> PictureSheet {
    guard let (left, right) = hint.flowColumns else { throw DrawingHint.lacking(.flow, [table]) }
    let cells = CellNodes(context)
    let names = [left, right, hint.node].compactMap { $0?.name }
    let node = hint.node?.name ?? table.columns.first { !names.contains($0) }
    func place(_ name: String?) -> Int? { name.flatMap(table.columns.firstIndex) }
    guard let leftPlace = place(left.name), let rightPlace = place(right.name), let nodePlace = place(node) else {
      throw DrawingHint.lacking(.flow, [table])
    }
    let rows = table.rows.map { row in
      (row[nodePlace], cells.text(row[leftPlace], column: left), cells.text(row[rightPlace], column: right))
    }
    let words = RegionWords(context, table)
    return FlowDrawing(
      try FlowPairs(rows), left: words.word(for: left), right: words.word(for: right), sources: sources, context
    ).sheet()
  }

  /// The sources of the table that is drawn.
  private func sources(of answers: [Answer]) throws(OutputError) -> [String] {
    var drawn = DrawnPicture()
    let reader = ClaimReader(context)
    let table = try DrawnTable(kind, hint).find(in: answers)
    for claim in table.evidence.flatMap({ reader.claims(of: $0) }) { drawn.add(source: claim.sourceIdentifier) }
    return drawn.sources
  }

  private func finished(_ answers: [Answer]) throws(OutputError) -> DrawnPicture {
    var drawn = try AnswerDrawing(context).picture(of: answers)
    drawn.picture.finishNodes()
    return drawn
  }
}

extension DrawingHint {
  /// What the user asks for, else what the phrase does; a kind alone draws in that way the columns that the phrase names.
  init?(for answers: [Answer], _ context: OutputContext) throws(OutputError) {
    let own = answers.lazy.compactMap(\.drawing).first
    switch (context.options.drawing, own) {
    case (let asked?, let own?) where PictureKind(rawValue: asked) != nil: try self.init(parsing: own + " " + asked)
    case (let asked?, _): try self.init(parsing: asked)
    case (nil, let own?): try self.init(parsing: own)
    case (nil, nil): return nil
    }
  }
}
