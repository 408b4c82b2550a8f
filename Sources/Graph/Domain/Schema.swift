/// The vocabulary of a landscape: labels, relationship types, properties, enumerations, and how they are shown.
///
/// Read from one table, `schema.csv`, that is part of the program; a data folder may extend it with its own. The engine knows
/// none of it: what the engine needs reaches it as plain tables.
public struct Schema: Sendable {
  /// The labels in the order of the table.
  public internal(set) var labels: [SchemaLabel] = []
  /// The relationship types in the order of the table.
  public internal(set) var types: [SchemaType] = []
  /// The properties in the order of the table.
  public internal(set) var properties: [SchemaProperty] = []
  /// The enumerations in the order of their first values.
  public internal(set) var enumerations: [SchemaEnumeration] = []

  private(set) var labelPlaces: [String: Int] = [:]
  private(set) var typePlaces: [String: Int] = [:]
  private(set) var propertyPlaces: [String: Int] = [:]
  private(set) var enumerationPlaces: [String: Int] = [:]

  /// The vocabulary that is part of the program.
  public static let builtIn: Schema = {
    var schema = Schema()
    try? schema.extend(with: PackageResources.schema_csv, file: "schema.csv")
    return schema
  }()

  /// An empty vocabulary.
  public init() {}
}

// MARK: - Looking up

extension Schema {
  /// A label by name. O(1).
  public func label(_ name: String) -> SchemaLabel? { labelPlaces[name].map { labels[$0] } }

  /// A relationship type by name. O(1).
  public func type(_ name: String) -> SchemaType? { typePlaces[name].map { types[$0] } }

  /// A property by name. O(1).
  public func property(_ name: String) -> SchemaProperty? { propertyPlaces[name].map { properties[$0] } }

  /// An enumeration by name. O(1).
  public func enumeration(_ name: String) -> SchemaEnumeration? { enumerationPlaces[name].map { enumerations[$0] } }

  /// The enumeration a property takes its values from, nil when it has other values.
  public func enumeration(ofProperty name: String) -> SchemaEnumeration? {
    guard case .enumeration(let enumeration)? = property(name)?.type else { return nil }
    return self.enumeration(enumeration)
  }

  /// The label nearest to a misspelt one.
  public func nearestLabel(to name: String) -> String? { NearestName.nearest(to: name, in: labels.map(\.name)) }

  /// The relationship type nearest to a misspelt one.
  public func nearestType(to name: String) -> String? { NearestName.nearest(to: name, in: types.map(\.name)) }

  /// The property nearest to a misspelt one.
  public func nearestProperty(to name: String) -> String? { NearestName.nearest(to: name, in: properties.map(\.name)) }

  /// A label and all it is a kind of, nearest first. O(depth).
  public func ancestry(of label: String) -> [String] {
    var found = [label]
    var place = 0
    while place < found.count {
      for parent in self.label(found[place])?.parents ?? [] where !found.contains(parent) { found.append(parent) }
      place += 1
    }
    return found
  }

  /// Whether a label is another or a kind of it: `Municipality` is a kind of `Party`.
  public func isLabel(_ label: String, kindOf other: String) -> Bool { ancestry(of: label).contains(other) }
}

// MARK: - Adding

extension Schema {
  /// Adds a label, in the place of one with the same name.
  mutating func add(_ label: SchemaLabel) { Schema.put(label, label.name, &labels, &labelPlaces) }

  /// Adds a type, in the place of one with the same name.
  mutating func add(_ type: SchemaType) { Schema.put(type, type.name, &types, &typePlaces) }

  /// Adds a property, in the place of one with the same name.
  mutating func add(_ property: SchemaProperty) { Schema.put(property, property.name, &properties, &propertyPlaces) }

  /// Adds a value behind the others of its enumeration; of a known one only the words are replaced.
  mutating func add(_ word: SchemaEnumeration.Word, to enumeration: String) {
    if enumerationPlaces[enumeration] == nil {
      Schema.put(SchemaEnumeration(name: enumeration), enumeration, &enumerations, &enumerationPlaces)
    }
    guard let place = enumerationPlaces[enumeration] else { return }
    enumerations[place].add(word)
  }

  private static func put<Entry>(
    _ entry: Entry, _ name: String, _ entries: inout [Entry], _ places: inout [String: Int]
  ) {
    if let place = places[name] {
      entries[place] = entry
    } else {
      places[name] = entries.count
      entries.append(entry)
    }
  }
}
