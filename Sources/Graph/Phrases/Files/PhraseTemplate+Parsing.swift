extension PhraseTemplate {
  /// Reads a template from the value of a `phrase` or `zin` line.
  ///
  /// - Throws: `PhraseFileError` with the place in the file.
  static func parse(_ span: SourceSpan, in source: SourceText) throws(PhraseFileError) -> PhraseTemplate {
    var reader = TemplateReader(source: source, place: span.lowerBound, end: span.upperBound)
    let parts = try reader.parts()
    let template = PhraseTemplate(text: source.text(span), parts: parts)
    guard !template.firstWord.isEmpty else {
      throw PhraseFileError(
        "a phrase begins with a word", in: source, at: span, hint: "write the verb before the first { or [")
    }
    try template.check(span, in: source)
    return template
  }

  private func check(_ span: SourceSpan, in source: SourceText) throws(PhraseFileError) {
    let optional = parts.count { if case .optional = $0 { true } else { false } }
    guard optional <= PhraseTemplate.maximumOptionalParts else {
      throw PhraseFileError(
        "a phrase has at most \(PhraseTemplate.maximumOptionalParts) optional parts", in: source, at: span,
        hint: "write it as several phrases")
    }
    let names = slots.map(\.name)
    if let repeated = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
      throw PhraseFileError("the slot '\(names[repeated])' stands twice", in: source, at: span)
    }
  }
}

/// Walks through the bytes of one template.
private struct TemplateReader {
  let source: SourceText
  var place: Int
  let end: Int

  mutating func parts() throws(PhraseFileError) -> [PhraseTemplate.Part] {
    var parts: [PhraseTemplate.Part] = []
    while let byte = next() {
      if byte == UInt8(ascii: "[") {
        parts.append(.optional(try optionalPart()))
      } else {
        parts.append(.element(try element(byte)))
      }
    }
    return parts
  }

  /// The byte at the next place that is no space, nil at the end.
  private mutating func next() -> UInt8? {
    while place < end, source.bytes[place] == UInt8(ascii: " ") || source.bytes[place] == UInt8(ascii: "\t") {
      place += 1
    }
    return place < end ? source.bytes[place] : nil
  }

  private mutating func optionalPart() throws(PhraseFileError) -> [PhraseTemplate.Element] {
    let open = place
    place += 1
    var elements: [PhraseTemplate.Element] = []
    while let byte = next() {
      if byte == UInt8(ascii: "]") {
        place += 1
        if elements.isEmpty { break }
        return elements
      }
      if byte == UInt8(ascii: "[") { break }
      elements.append(try element(byte))
    }
    throw PhraseFileError(
      "this optional part has no end, or is empty, or has another in it", in: source, at: SourceSpan(open, place),
      hint: "write [from {p:Party}]")
  }

  private mutating func element(_ byte: UInt8) throws(PhraseFileError) -> PhraseTemplate.Element {
    switch byte {
    case UInt8(ascii: "{"): return .slot(try slot())
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      throw PhraseFileError("nothing was opened here", in: source, at: SourceSpan(place, place + 1))
    default: return word()
    }
  }

  private mutating func word() -> PhraseTemplate.Element {
    let start = place
    while place < end, !TemplateReader.endsWord(source.bytes[place]) { place += 1 }
    let text = source.text(SourceSpan(start, place))
    return .word(text: text, folded: FoldedText(text))
  }

  private static func endsWord(_ byte: UInt8) -> Bool { " \t[]{}".utf8.contains(byte) }

  private mutating func slot() throws(PhraseFileError) -> PhraseTemplate.Slot {
    let open = place
    while place < end, source.bytes[place] != UInt8(ascii: "}") { place += 1 }
    guard place < end else {
      throw PhraseFileError("this slot has no end", in: source, at: SourceSpan(open, place), hint: "write {a:Party}")
    }
    place += 1
    return try slot(SourceSpan(open + 1, place - 1))
  }

  private func slot(_ span: SourceSpan) throws(PhraseFileError) -> PhraseTemplate.Slot {
    let halves = source.text(span).split(separator: ":", omittingEmptySubsequences: false)
      .map { PhraseHeaderLine.trimmed($0) }
    guard halves.count == 2, PhraseHeaderLine.isIdentifier(halves[0]) else {
      throw PhraseFileError(
        "a slot is a name and what may stand in it", in: source, at: span,
        hint: "write {a:Party}, {d:date} or {n:integer}")
    }
    return PhraseTemplate.Slot(name: halves[0], kind: try kind(halves[1], at: span))
  }

  private func kind(_ text: String, at span: SourceSpan) throws(PhraseFileError) -> PhraseTemplate.SlotKind {
    switch text {
    case "date": return .date
    case "integer": return .integer
    default: break
    }
    let isList = text.hasSuffix(",...")
    let isSet = text.hasSuffix("+")
    let labels = text.dropLast(isList ? 4 : isSet ? 1 : 0).split(separator: "|", omittingEmptySubsequences: false)
      .map { PhraseHeaderLine.trimmed($0) }
    guard labels.allSatisfy(TemplateReader.isLabel) else {
      let nearest = NearestName.nearest(to: text, in: ["date", "integer"])
      throw PhraseFileError(
        "'\(text)' is not what a slot can hold", in: source, at: span,
        hint: nearest.map { "did you mean '\($0)'?" } ?? "a label begins with a capital; else write date or integer")
    }
    return isList ? .nodeList(labels: labels) : isSet ? .nodes(labels: labels) : .node(labels: labels)
  }

  private static func isLabel(_ text: String) -> Bool {
    PhraseHeaderLine.isIdentifier(text) && text.utf8.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
  }
}
