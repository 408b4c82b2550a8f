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
    if kind == .tiles { return try TilesFormat(context, hint).write(answers, to: &output) }
    SheetWriter(try sheet(of: answers), for: answers, context).write(to: &output)
  }

  private func sheet(of answers: [Answer]) throws(OutputError) -> PictureSheet {
    switch kind {
    case .columns: ColumnsDrawing(context, try finished(answers)).sheet()
    case .layers: LayersDrawing(context, try finished(answers)).sheet()
    case .graph, .clusters, .tiles: PictureSheet()
    }
  }

  private func finished(_ answers: [Answer]) throws(OutputError) -> DrawnPicture {
    var drawn = try AnswerDrawing(context).picture(of: answers)
    drawn.picture.finish()
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
