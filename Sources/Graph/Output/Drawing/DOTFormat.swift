/// An answer as a picture, in DOT.
///
/// A hint of the user goes before one of the phrase. Without a hint the nodes, relationships and paths in the rows are drawn;
/// an answer that has none is drawn as a table.
struct DOTFormat: AnswerFormat {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  func write(_ answers: [Answer], to output: inout OutputBuffer) throws(OutputError) {
    let tables = answers.flatMap { answer in answer.drawn.map { [$0] } ?? answer.tables }
    var picture = try self.picture(of: tables, hint: answers.lazy.compactMap(\.drawing).first)
    picture.title =
      answers.lazy.compactMap(\.headline).first ?? answers.lazy.flatMap(\.tables).compactMap(\.title).first
    picture.title = picture.title ?? context.options.title
    let caption = PictureCaption(context)
    picture.caption = caption.lines(for: answers, drawn: picture.sources)
    picture.picture.legend.sort()
    var writer = PictureWriter(picture.picture, wording: context.wording)
    output = writer.write()
  }

  private func picture(of tables: [ResultTable], hint: String?) throws(OutputError) -> DrawnPicture {
    if let hint = context.options.drawing ?? hint {
      return try RowDrawing(context, hint: DrawingHint(parsing: hint)).picture(of: tables)
    }
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
    return view + answers.flatMap(\.notes) + sources
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
