/// The names a schema declares, as plain tables.
struct Vocabulary: Sendable {
  /// Which labels a relationship type joins.
  struct Triple: Sendable, Equatable {
    var from: String
    var type: String
    var to: String
  }

  /// Every label, sorted.
  let labels: [String]
  /// Every relationship type, sorted.
  let types: [String]
  /// Every property, sorted.
  let properties: [String]
  /// What each type joins; a type without any joins anything.
  let triples: [Triple]

  /// Other words for a label, in small letters: `gemeente` for Municipality.
  var words: [String: String] = [:]

  /// By property, the values it may have, where they are fixed.
  var values: [String: [FixedValue]] = [:]

  /// A value of a property whose values are fixed.
  struct FixedValue: Sendable {
    let name: String
    /// What it is called in print.
    let words: [String]
  }

  private let labelSet: Set<String>
  private let typeSet: Set<String>
  private let propertySet: Set<String>
  /// For each label: itself and every label that its nodes carry as well.
  private let carried: [String: Set<String>]

  /// Makes a vocabulary.
  /// - Parameter parents: for a label, the other labels that its nodes carry as well.
  init(
    labels: some Sequence<String>, types: some Sequence<String>, properties: some Sequence<String>,
    triples: [Triple] = [], parents: [String: [String]] = [:]
  ) {
    labelSet = Set(labels)
    typeSet = Set(types)
    propertySet = Set(properties)
    self.labels = labelSet.sorted()
    self.types = typeSet.sorted()
    self.properties = propertySet.sorted()
    self.triples = triples
    var carried: [String: Set<String>] = [:]
    for label in labelSet { carried[label] = Vocabulary.closure(of: label, parents) }
    self.carried = carried
  }

  private static func closure(of label: String, _ parents: [String: [String]]) -> Set<String> {
    var found: Set<String> = [label]
    var pending = [label]
    while let next = pending.popLast() {
      for parent in parents[next] ?? [] where found.insert(parent).inserted { pending.append(parent) }
    }
    return found
  }

  func hasLabel(_ name: String) -> Bool { labelSet.contains(name) }
  func hasType(_ name: String) -> Bool { typeSet.contains(name) }
  func hasProperty(_ name: String) -> Bool { propertySet.contains(name) }

  /// Whether some kind of node carries both labels. O(labels).
  func canCoincide(_ left: String, _ right: String) -> Bool {
    left == right || carried.values.contains { $0.contains(left) && $0.contains(right) }
  }
}
