/// How much can be drawn before nobody can read it.
enum DrawingLimits {
  /// Nodes joined by lines.
  static let nodes = 300
  static let edges = 900
  /// Nodes in boxes: all municipalities of the country fit.
  static let boxedNodes = 600
  /// Rows of a table drawn as one node.
  static let tableRows = 60

  static func check(_ count: Int, most: Int, _ what: String) throws(OutputError) {
    guard count > most else { return }
    throw OutputError(
      .tooLarge, "The answer has more than \(most) \(what), too many for a picture that can be read.",
      hint: "Narrow the question to one region or party, add LIMIT, or write a table (--format table or csv).")
  }
}
