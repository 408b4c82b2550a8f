/// How an answer is to be written.
public struct OutputOptions: Sendable {
  /// The language of what the output adds: row counts, legends, headings.
  public var language = Language.english
  /// How many columns a line of a table may have; nil leaves lines as long as they are.
  public var width: Int?
  /// Use terminal colours in tables.
  public var color = false
  /// The line that names the view, such as `as of 2026-11-21`; nil prints none.
  public var viewLine: String?
  /// The view as JSON shows it.
  public var viewFields = ValueMap()
  /// What of the graph is visible: claims and drawn relationships outside it are left out.
  public var view = View.everything
  /// Add the evidence of each row, where the answer has it.
  public var showEvidence = false
  /// List the claims each row rests on, where the answer has them.
  public var showWhy = false
  /// The words for enumeration values in tables, markdown and drawings.
  public var words = ValueWords.none
  /// Shapes, colours and words of what is drawn.
  public var style = GraphStyle()
  /// The title of a drawing when the answer has no headline.
  public var title: String?
  /// How to draw, in the words of `DrawingHint`; it goes before what the phrase file says.
  public var drawing: String?

  /// The boundaries of municipalities, for maps of shapes.
  public var boundaries: Boundaries?

  /// The defaults: English, no colour, lines of any length, everything visible, no evidence.
  public init() {}
}
