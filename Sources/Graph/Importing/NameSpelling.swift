/// Names made comparable for an import, where hyphens and apostrophes matter more than in a question.
enum NameSpelling {
  /// Lower case without diacritics and blanks: names that differ in these only are one spelling.
  static func folded(_ name: String) -> String {
    var folded = ""
    for character in name where !character.isWhitespace {
      switch character {
      case "’", "‘": folded.append("'")
      case _ where character.isASCII: folded += character.lowercased()
      default: folded += plain(String(character))
      }
    }
    return folded
  }

  /// The letters and digits of a name, folded.
  static func letters(_ name: String) -> String {
    String(folded(name).filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
  }

  /// A name as part of an id: its words with hyphens between them.
  static func slug(_ name: String) -> String {
    let lower = name.map { $0.isASCII ? $0.lowercased() : plain(String($0)) }.joined()
    return lower.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }

  private static func plain(_ character: String) -> String {
    String(decoding: FoldedText(character).bytes, as: UTF8.self)
  }
}
