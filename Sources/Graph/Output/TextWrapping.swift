/// Breaks text into lines of a given width without losing a character other than the spaces at the breaks.
enum TextWrapping {
  /// The lines of a text, each at most `width` columns wide; words longer than a line are broken between characters.
  ///
  /// - Parameters:
  ///   - text: the text; its own line breaks stay.
  ///   - width: the columns available, at least 2 so that a wide character fits.
  ///   - indent: how many spaces stand before a line that continues the one above.
  /// - Complexity: O(length).
  static func lines(_ text: String, width: Int, indent: Int = 0) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      DisplayWidth.of(line) <= width ? [String(line)] : wrap(line, width: max(2, width), indent: indent)
    }
  }

  private static func wrap(_ line: Substring, width: Int, indent: Int) -> [String] {
    var builder = LineBuilder(width: width, indent: String(repeating: " ", count: indent))
    for word in line.split(separator: " ", omittingEmptySubsequences: false) { builder.add(word) }
    return builder.finished()
  }

  /// Fills lines word by word.
  private struct LineBuilder {
    let width: Int
    let indent: String
    private var done: [String] = []
    private var line = ""
    private var used = 0
    private var hasWord = false

    init(width: Int, indent: String) {
      self.width = width
      self.indent = indent
    }

    mutating func add(_ word: Substring) {
      let wordWidth = DisplayWidth.of(word)
      if hasWord, used + 1 + wordWidth > width { startLine() }
      if hasWord {
        line += " "
        used += 1
      }
      hasWord = true
      if used + wordWidth <= width {
        line += word
        used += wordWidth
      } else {
        addBroken(word)
      }
    }

    private mutating func addBroken(_ word: Substring) {
      for character in word {
        let characterWidth = DisplayWidth.of(character)
        if used + characterWidth > width, used > indent.count { startLine() }
        line.append(character)
        used += characterWidth
      }
      hasWord = true
    }

    private mutating func startLine() {
      done.append(line)
      line = indent
      used = indent.count
      hasWord = false
    }

    func finished() -> [String] { done + [line] }
  }
}
