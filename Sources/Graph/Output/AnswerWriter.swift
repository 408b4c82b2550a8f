/// Writes answers in one of the formats.
///
///     let writer = AnswerWriter(format: .csv, options: options)
///     let bytes = try writer.bytes(for: [answer], graph: graph)
public struct AnswerWriter: Sendable {
  /// The form to write.
  public let format: OutputFormat
  /// How to write it.
  public let options: OutputOptions
  /// How long Graphviz may take, in seconds.
  public var graphvizTimeout = 60.0

  /// Prepares to write.
  public init(format: OutputFormat, options: OutputOptions) {
    self.format = format
    self.options = options
  }

  /// The answers of one run as bytes: UTF-8, except for `png` and `pdf`.
  ///
  /// - Parameters:
  ///   - answers: one answer per statement, in order.
  ///   - graph: the graph that the nodes and relationships in the answers belong to.
  /// - Throws: `OutputError` when a drawing is too large, a value nested too deep, or Graphviz fails.
  /// - Complexity: O(size of the output).
  public func bytes(for answers: [Answer], graph: PropertyGraph) throws(OutputError) -> [UInt8] {
    let context = OutputContext(graph: graph, options: options)
    var output = OutputBuffer()
    if format == .svg, let fixed = try SVGFormat(context, answers) {
      try fixed.write(answers, to: &output)
      return output.bytes
    }
    try answerFormat(context).write(answers, to: &output)
    guard format.needsGraphviz else { return output.bytes }
    return try GraphvizRunner(timeout: graphvizTimeout).render(output.bytes, as: format)
  }

  /// An answer as a picture with a fixed layout: what a file with `.svg` gets, without Graphviz.
  ///
  /// - Parameters:
  ///   - answer: one answer; `Asker` draws with it when the request wants a drawing.
  ///   - kind: the kind of picture, of the columns that the phrase names; nil is the kind that the options or the phrase name.
  ///   - graph: the graph that the nodes and relationships in the answer belong to.
  /// - Returns: an `svg` element with title, legend and small print, without identifiers that could clash in a page; nil when
  ///   the layout is free, which is Graphviz's.
  /// - Throws: `OutputError` when the answer lacks the columns of the kind, or when there is too much to draw.
  public func picture(
    of answer: Answer, as kind: PictureKind? = nil, graph: PropertyGraph
  ) throws(OutputError) -> String? {
    var options = options
    if let kind { options.drawing = kind.rawValue }
    guard let format = try SVGFormat(OutputContext(graph: graph, options: options), [answer]) else { return nil }
    var output = OutputBuffer()
    try format.write([answer], to: &output)
    return output.text
  }

  /// Writes the answers to a file, whole or not at all.
  ///
  /// - Throws: `OutputError` as `bytes(for:graph:)`, or when the file cannot be written.
  public func write(_ answers: [Answer], graph: PropertyGraph, toFile path: String) throws(OutputError) {
    try AtomicFile.write(bytes(for: answers, graph: graph), to: path)
  }

  private func answerFormat(_ context: OutputContext) -> any AnswerFormat {
    switch format {
    case .table: TableFormat(context)
    case .csv: CSVFormat(context, dialect: .plain)
    case .excel: CSVFormat(context, dialect: .dutchExcel)
    case .json: JSONFormat(context)
    case .markdown: MarkdownFormat(context)
    case .html: HTMLFormat(context)
    case .dot, .svg, .png, .pdf: DOTFormat(context)
    }
  }
}
