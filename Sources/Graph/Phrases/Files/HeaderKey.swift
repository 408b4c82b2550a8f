/// The keys of a phrase header, in English and, where it is a text, in Dutch.
enum HeaderKey: String, CaseIterable, Sendable {
  case title, titel
  case phrase, zin
  case example, voorbeeld
  case columns, kolommen
  case headline
  case show
  case layout
  case draw
  case procedure
  case prefer
  case at

  /// May stand several times in one block.
  var isRepeatable: Bool {
    switch self {
    case .phrase, .zin, .example, .voorbeeld, .prefer: true
    default: false
    }
  }

  /// Stands only in the first block of a file.
  var opensFile: Bool {
    switch self {
    case .phrase, .zin, .example, .voorbeeld, .headline, .draw, .procedure, .prefer, .at: true
    case .title, .titel, .columns, .kolommen, .show, .layout: false
    }
  }

  /// The key of a header line.
  static func read(_ line: PhraseHeaderLine, in source: SourceText) throws(PhraseFileError) -> HeaderKey {
    if let key = HeaderKey(rawValue: line.key) { return key }
    let nearest = NearestName.nearest(to: line.key, in: allCases.map(\.rawValue))
    throw PhraseFileError(
      "'\(line.key)' is no key of a phrase header", in: source, at: line.keySpan,
      hint: nearest.map { "did you mean '\($0)'?" }
        ?? "the keys are \(allCases.map(\.rawValue).joined(separator: ", "))")
  }
}
