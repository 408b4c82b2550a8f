/// An answer as a picture, in DOT.
///
/// A hint of the user goes before one of the phrase. Without a hint the nodes, relationships and paths in the rows are drawn;
/// an answer that has none is drawn as a table.
struct DOTFormat: AnswerFormat {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    if let hint = try DrawingHint(for: answers, context), hint.kind == .points {
      return try writePoints(answers, hint, to: &output)
    }
    var picture = try self.picture(of: answers)
    picture.title =
      answers.lazy.compactMap(\.headline).first ?? context.options.title
      ?? answers.lazy.flatMap(\.tables).compactMap(\.title).first
    let caption = PictureCaption(context)
    picture.caption = caption.lines(for: answers, drawn: picture.sources)
    picture.picture.finish()
    var writer = PictureWriter(picture.picture, wording: context.wording)
    output = writer.write()
  }

  private func writePoints(
    _ answers: [Answer], _ hint: DrawingHint, to output: inout OutputBuffer
  ) throws(OutputError) {
    let drawing = try PointsDrawing(answers, hint, context)
    drawing.write(
      title: answers.lazy.compactMap(\.headline).first ?? context.options.title ?? drawing.title ?? "",
      caption: PictureCaption(context).lines(for: answers, drawn: drawing.sources), to: &output)
  }

  private func picture(of answers: [Answer]) throws(OutputError) -> DrawnPicture {
    if context.options.drawing != nil, let kind = try DrawingHint(for: answers, context)?.kind, kind.isFixed {
      throw OutputError(
        .drawingHint, "The kind '\(kind.rawValue)' is drawn in SVG only.", hint: "Write --format svg or -o FILE.svg.")
    }
    return try AnswerDrawing(context).picture(of: answers)
  }
}

/// Finds what an answer draws: by the user's hint, by that of the phrase, or its nodes and relationships.
struct AnswerDrawing {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  /// - Throws: `OutputError` when a hint does not fit the answers, or when there is too much to draw.
  func picture(of answers: [Answer]) throws(OutputError) -> DrawnPicture {
    let drawn = answers.compactMap(\.drawn).filter { !$0.rows.isEmpty }
    let tables = answers.flatMap(\.tables)
    if context.options.drawing != nil, let hint = try DrawingHint(for: answers, context) {
      return try picture(of: hint.drawsAllElements && !drawn.isEmpty ? drawn : drawn + tables, as: hint)
    }
    // A phrase whose own picture would be empty is drawn by its tables, for which its hint is not meant.
    let isEmpty = drawn.isEmpty && answers.contains { $0.drawn != nil }
    if !isEmpty, let hint = answers.lazy.compactMap(\.drawing).first {
      return try picture(of: drawn.isEmpty ? tables : drawn, as: DrawingHint(parsing: hint))
    }
    return try picture(of: drawn.isEmpty ? tables : drawn)
  }

  private func picture(of tables: [ResultTable], as hint: DrawingHint) throws(OutputError) -> DrawnPicture {
    if hint.kind == .clusters, hint.clusters == nil { throw DrawingHint.lacking(.clusters, tables) }
    return hint.drawsAllElements
      ? try picture(of: tables) : try RowDrawing(context, hint: hint).picture(of: tables)
  }

  private func picture(of tables: [ResultTable]) throws(OutputError) -> DrawnPicture {
    var elements = DrawnElements(context)
    for table in tables { try elements.collect(table) }
    return elements.isEmpty
      ? try TableDrawing(context).picture(of: tables) : try GraphDrawing(context).picture(elements)
  }
}

/// A picture with the claims that its sources are read from.
struct DrawnPicture {
  var picture = Picture()
  /// The identifiers of the sources of what is drawn, in order, without repeats.
  private(set) var sources: [String] = []

  var title: String? {
    get { picture.title }
    set { picture.title = newValue }
  }

  var caption: [String] {
    get { picture.caption }
    set { picture.caption = newValue }
  }

  mutating func add(source: String?) {
    if let source, !sources.contains(source) { sources.append(source) }
  }
}

/// The small print of a picture: the view, the notes of the answer, the sources.
struct PictureCaption {
  private let context: OutputContext
  private static let mostSources = 8

  init(_ context: OutputContext) { self.context = context }

  func lines(for answers: [Answer], drawn: [String]) -> [String] {
    let view = context.options.viewLine.map { [$0] } ?? []
    let sources = sourceLine(drawn).map { [$0] } ?? []
    var known: Set<String> = []
    return (view + answers.flatMap(\.allNotes)).filter { known.insert($0).inserted } + sources
  }

  private func sourceLine(_ sources: [String]) -> String? {
    if sources.isEmpty { return nil }
    let reader = ClaimReader(context)
    let titles = sources.prefix(PictureCaption.mostSources).map { reader.title(ofSource: $0) ?? $0 }
    let more = sources.count - titles.count
    let rest = more > 0 ? "; \(context.wording.more(more))" : ""
    return "\(context.wording.sources): \(titles.joined(separator: "; "))\(rest)"
  }
}
