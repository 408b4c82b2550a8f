/// Text as HTML writes it.
enum HTMLText {
  /// The text without meaning to HTML; a line break stays one. O(length).
  static func escaped(_ text: String) -> String {
    XMLText.escaped(VisibleText.lines(text)).replacing("\n", with: "<br>")
  }

  /// The text as one line, for an attribute between double quotes or a title.
  static func attribute(_ text: String) -> String { XMLText.escaped(VisibleText.oneLine(text)) }
}
