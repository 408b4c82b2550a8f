/// What other rooms need of the vocabulary, as plain tables.
extension Schema {
  /// The properties whose values come from a list, and where they do, for the loader.
  var enumerationRules: [EnumerationRule] {
    properties.compactMap { property in
      guard let enumeration = enumeration(ofProperty: property.name) else { return nil }
      return EnumerationRule(
        property: property.name, values: enumeration.values.map(\.name),
        isOfLabel: { name in
          label(name) != nil && (property.labels.isEmpty || property.labels.contains { isLabel(name, kindOf: $0) })
        }, isOfType: { name in property.labels.isEmpty && type(name) != nil })
    }
  }

  /// The position of each value, for the function `rank(x)`. A value of several enumerations has the position in the first
  /// that has it; where a property is known, its own enumeration decides (`ranks(ofProperty:)`).
  public var ranks: [String: Int] {
    var ranks: [String: Int] = [:]
    for enumeration in enumerations {
      for (rank, value) in enumeration.values.enumerated() where ranks[value.name] == nil { ranks[value.name] = rank }
    }
    return ranks
  }

  /// The position of each value of a property, nil when its values are not from a list.
  public func ranks(ofProperty name: String) -> [String: Int]? {
    guard let enumeration = enumeration(ofProperty: name) else { return nil }
    return Dictionary(uniqueKeysWithValues: enumeration.values.enumerated().map { ($1.name, $0) })
  }

  /// The property that closes the list of a relationship type, by type.
  public var closings: [String: SchemaType.Closing] {
    Dictionary(types.compactMap { type in type.closedBy.map { (type.name, $0) } }) { first, _ in first }
  }
}
