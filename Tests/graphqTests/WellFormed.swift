/// Whether a text is well-formed XML, as far as our own SVG needs it: elements that nest, attributes in quotes, and nothing that
/// XML forbids.
enum WellFormed {
  /// The first mistake, nil when there is none.
  static func mistake(in text: String) -> String? {
    for scalar in text.unicodeScalars
    where (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || scalar.value == 0xFFFE {
      return "a control character"
    }
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      if let mistake = mistake(inText: rest[..<start]) { return mistake }
      guard let end = rest[start...].firstIndex(of: ">") else { return "a tag without end" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return "</\(tag.dropFirst())> closes another element" }
        continue
      }
      if let mistake = mistake(inTag: tag) { return mistake }
      if !tag.hasSuffix("/") { open.append(tag.prefix { $0 != " " && $0 != "\n" }) }
    }
    return open.isEmpty ? mistake(inText: rest) : "<\(open[0])> is not closed"
  }

  private static func mistake(inTag tag: Substring) -> String? {
    if tag.contains("<") { return "a sign < inside a tag" }
    guard tag.count(where: { $0 == "\"" }).isMultiple(of: 2) else { return "a quote too many in <\(tag)>" }
    return mistake(inText: tag)
  }

  private static func mistake(inText text: Substring) -> String? {
    for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: ";"), end != piece.startIndex,
        piece[..<end].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "#" })
      else { return "a sign & that begins no reference" }
    }
    return nil
  }
}
