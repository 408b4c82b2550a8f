/// Pictures inside a page.
struct HTMLPicture {
  private let context: OutputContext

  init(_ context: OutputContext) { self.context = context }

  /// The picture of answers whose layout is fixed, as a figure; nil when they want a free one.
  ///
  /// - Throws: `OutputError` when they hold nothing that can be drawn so.
  func fixed(_ answers: [Answer]) throws(OutputError) -> String? {
    guard let format = try SVGFormat(context, answers) else { return nil }
    var picture = OutputBuffer()
    try format.write(answers, to: &picture)
    return "<figure>\n\(picture.text)</figure>"
  }

  /// The picture of an answer in a report: a figure, or a line that says why there is none; nil when there is nothing to draw.
  func illustration(of answer: Answer) -> String? {
    do throws(OutputError) {
      return try fixed([answer])
    } catch {
      // Nothing was found to draw: then the tables say so.
      if error.kind == .drawingHint, answer.drawn == nil { return nil }
      return "<p class=\"note\">\(HTMLText.escaped(context.wording.noPicture(error.message)))</p>"
    }
  }
}
