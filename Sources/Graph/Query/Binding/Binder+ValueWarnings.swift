/// Typos are not answers: a value that a property never has finds nothing, which would look like "there is none".
extension Binder {
  /// Warns when a property with fixed values is compared with a text that is none of them, nor anywhere in the data.
  mutating func warnAboutUnknownValue(_ left: BoundExpression, _ right: BoundExpression) {
    guard let vocabulary = environment.vocabulary else { return }
    for (side, other) in [(left, right), (right, left)] {
      guard case .property(let base, let key) = side.kind, base.type == .node || base.type == .relationship,
        let values = vocabulary.values(key.name)
      else { continue }
      for (text, span) in other.texts
      where !values.contains(where: { $0.name == text }) && !environment.graph.has(text, as: key) {
        warn("no \(key.name) is '\(text)'", at: span, hint: values.hint(for: text))
      }
    }
  }
}

extension [Vocabulary.FixedValue] {
  /// The value that is called so or nearly so, or all of them.
  fileprivate func hint(for text: String) -> String {
    if let meant = first(where: { $0.words.contains { $0.lowercased() == text.lowercased() } }) {
      return "did you mean '\(meant.name)'?"
    }
    let names = map(\.name)
    return NearestName.hint(for: text, in: names) ?? "the values are \(names.joined(separator: ", "))"
  }
}

extension BoundExpression {
  /// The text it is, or the texts of the list it is.
  fileprivate var texts: [(text: String, span: SourceSpan)] {
    switch kind {
    case .constant(.string(let text)): [(text, span)]
    case .constant(.list(let items)):
      items.compactMap { if case .string(let text) = $0 { (text, span) } else { nil } }
    case .list(let items): items.flatMap(\.texts)
    default: []
    }
  }
}

extension PropertyGraph {
  /// Whether a text is among the values of a property of nodes or relationships; columns of mixed types may hold it.
  fileprivate func has(_ text: String, as key: BoundKey) -> Bool {
    [nodeProperties, relationshipProperties].contains { table in
      switch key.id.flatMap({ table.column($0) })?.storage {
      case .strings(_, let pool): pool.texts.number(of: text) != nil
      case .mixed: true
      default: false
      }
    }
  }
}
