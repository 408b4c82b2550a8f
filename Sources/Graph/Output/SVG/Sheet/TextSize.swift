/// How much room a text takes, and where it is broken.
///
/// The widths are those of Helvetica (Adobe Font Metrics), which Arial and Liberation Sans share; other fonts come near.
enum TextSize {
  /// The width of a text in pixels. O(length).
  static func width(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    let thousandths = text.reduce(0) { $0 + width(of: $1) }
    return Double(thousandths) * size / 1000 * (isBold ? 1.08 : 1)
  }

  /// The lines of a text, each at most `width` pixels wide; words longer than a line are broken between characters, and what
  /// does not fit in `most` lines becomes `…`. O(length).
  static func lines(_ text: String, size: Double, width: Double, most: Int) -> [String] {
    var lines: [String] = []
    for line in VisibleText.lines(text).split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapped(line, size: size, width: width)
      if lines.count > most { break }
    }
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [shortened(lines[most - 1] + "……", size: size, width: width)]
  }

  /// A text of one line cut so that it fits, with `…` where something is left out.
  static func shortened(_ text: String, size: Double, width: Double) -> String {
    let line = VisibleText.oneLine(text)
    if self.width(line, size: size) <= width, !line.hasSuffix("……") { return line }
    var kept = Substring(line)
    while let last = kept.last, last == "…" || last == " " || self.width(kept, size: size) > width - size {
      kept.removeLast()
    }
    return kept + "…"
  }

  private static func wrapped(_ line: Substring, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ") {
      let joined = current.isEmpty ? String(word) : current + " " + word
      if self.width(joined, size: size) <= width {
        current = joined
        continue
      }
      if !current.isEmpty { lines.append(current) }
      let pieces = pieces(word, size: size, width: width)
      lines += pieces.dropLast()
      current = pieces.last ?? ""
    }
    return lines + (current.isEmpty && !lines.isEmpty ? [] : [current])
  }

  /// A word in parts that fit a line: broken after a hyphen or a slash where there is one.
  private static func pieces(_ word: Substring, size: Double, width: Double) -> [String] {
    var pieces: [String] = []
    var current = ""
    var used = 0.0
    for character in word {
      let next = Double(self.width(of: character)) * size / 1000
      if used + next > width, !current.isEmpty {
        let cut = current.lastIndex { "-/".contains($0) }.map { current.index(after: $0) } ?? current.endIndex
        pieces.append(String(current[..<cut]))
        current = String(current[cut...])
        used = self.width(current, size: size)
      }
      current.append(character)
      used += next
    }
    return pieces + [current]
  }

  private static func width(of character: Character) -> Int {
    if let byte = character.asciiValue {
      return byte >= 32 && byte < 127 ? helvetica[Int(byte) - 32] : 556
    }
    switch DisplayWidth.of(character) {
    case 0: return 0
    case 1: return 600
    default: return 1000
    }
  }

  /// From the space to the tilde, in thousandths of the size.
  private static let helvetica = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}
