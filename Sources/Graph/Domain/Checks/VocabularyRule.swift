/// Labels, relationship types and properties should be in the vocabulary; one that is not is often a typing mistake.
enum VocabularyRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    guard context.usesVocabulary else { return [] }
    return labels(context) + types(context) + properties(context)
  }

  private static func labels(_ context: CheckContext) -> [Finding] {
    let (graph, schema) = (context.graph, context.schema)
    return (0..<graph.labels.count).compactMap { number in
      let name = graph.labels[number]
      guard schema.label(name) == nil, let first = graph.nodes(labelled: LabelID(index: number)).first else {
        return nil
      }
      let message = "the label '\(name)' is not in the vocabulary"
      return context.finding(.warning, "unknown-label", first, message, hint: hint(schema.nearestLabel(to: name)))
    }
  }

  private static func types(_ context: CheckContext) -> [Finding] {
    let (graph, schema) = (context.graph, context.schema)
    return (0..<graph.types.count).compactMap { number in
      let name = graph.types[number]
      guard schema.type(name) == nil, let first = graph.relationships(ofType: TypeID(index: number)).first else {
        return nil
      }
      let message = "the relationship type '\(name)' is not in the vocabulary"
      return context.finding(.warning, "unknown-type", first, message, hint: hint(schema.nearestType(to: name)))
    }
  }

  private static func properties(_ context: CheckContext) -> [Finding] {
    let (graph, schema) = (context.graph, context.schema)
    return (0..<graph.keys.count).compactMap { number in
      let name = graph.keys[number]
      guard schema.property(name) == nil else { return nil }
      let message = "the property '\(name)' is not in the vocabulary"
      let advice = hint(schema.nearestProperty(to: name))
      if let row = graph.nodeProperties.column(KeyID(index: number))?.firstPresentRow {
        return context.finding(.warning, "unknown-property", NodeID(row), message, hint: advice)
      }
      guard let row = graph.relationshipProperties.column(KeyID(index: number))?.firstPresentRow else { return nil }
      return context.finding(.warning, "unknown-property", RelationshipID(row), message, hint: advice)
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "did you mean '\($0)'?" } ?? "a schema.csv beside the data may add it"
  }
}

extension PropertyColumn {
  /// The first row that has a value.
  var firstPresentRow: Int? { (0..<presence.count).first { presence[$0] }.map { $0 + firstRow } }
}
