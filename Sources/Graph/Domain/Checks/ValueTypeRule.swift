/// Values should be of the type the vocabulary gives their property, so that dates compare as dates and numbers as numbers.
enum ValueTypeRule {
  @Sendable
  static func findings(_ context: CheckContext) -> [Finding] {
    context.schema.properties.compactMap { property in
      guard let key = context.graph.key(named: property.name) else { return nil }
      return node(property, key, context) ?? relationship(property, key, context)
    }
  }

  /// One finding per property, at its first row: a wrong suffix in a header makes them all wrong.
  private static func node(_ property: SchemaProperty, _ key: KeyID, _ context: CheckContext) -> Finding? {
    guard let column = context.graph.nodeProperties.column(key), !suits(column.storage, property.type) else {
      return nil
    }
    let wrong = context.graph.allNodes.first { node in
      let kinds = context.kinds(of: node)
      let applies = property.labels.isEmpty ? !kinds.isEmpty : property.labels.contains { kinds.contains($0) }
      return applies && !suits(column.value(at: node.index), property.type)
    }
    return wrong.map { context.finding(.error, "value-type", $0, message(property), hint: hint(property)) }
  }

  private static func relationship(_ property: SchemaProperty, _ key: KeyID, _ context: CheckContext) -> Finding? {
    guard property.labels.isEmpty, let column = context.graph.relationshipProperties.column(key),
      !suits(column.storage, property.type)
    else { return nil }
    let wrong = context.graph.allRelationships.first { relationship in
      context.schema.type(context.graph.typeName(of: relationship)) != nil
        && !suits(column.value(at: relationship.index), property.type)
    }
    return wrong.map { context.finding(.error, "value-type", $0, message(property), hint: hint(property)) }
  }

  /// Whether every value of a storage suits at sight.
  private static func suits(_ storage: PropertyColumn.Storage, _ type: SchemaProperty.ValueType) -> Bool {
    switch (storage, type) {
    case (.strings, .string), (.strings, .enumeration), (.integers, .integer), (.integers, .float), (.floats, .float),
      (.booleans, .boolean), (.dates, .date):
      true
    default: false
    }
  }

  private static func suits(_ value: Value, _ type: SchemaProperty.ValueType) -> Bool {
    switch (value, type) {
    case (.null, _), (.string, .string), (.string, .enumeration), (.list, .enumeration), (.list, .strings),
      (.integer, .integer), (.integer, .float), (.float, .float), (.boolean, .boolean), (.date, .date):
      true
    default: false
    }
  }

  private static func message(_ property: SchemaProperty) -> String {
    "the property '\(property.name)' should be \(words(property.type))"
  }

  private static func hint(_ property: SchemaProperty) -> String {
    switch property.type {
    case .string, .enumeration: "write '\(property.name)' in the header, without a suffix"
    case .strings: "write '\(property.name):string[]' in the header"
    case .integer: "write '\(property.name):int' in the header"
    case .float: "write '\(property.name):float' in the header"
    case .boolean: "write '\(property.name):boolean' in the header"
    case .date: "write '\(property.name):date' in the header"
    }
  }

  private static func words(_ type: SchemaProperty.ValueType) -> String {
    switch type {
    case .string: "a text"
    case .strings: "a list of texts"
    case .integer: "a whole number"
    case .float: "a number"
    case .boolean: "true or false"
    case .date: "a date"
    case .enumeration(let name): "a value of the list '\(name)'"
    }
  }
}
