/// The names a schema declares, as plain tables.
struct Vocabulary: Sendable {
  /// Which labels a relationship type joins.
  struct Triple: Sendable, Equatable {
    var from: String
    var type: String
    var to: String
  }

  /// What each type joins; a type without any joins anything.
  let triples: [Triple]

  /// The label that another word means: Municipality for `gemeente`. The word is in small letters.
  var labelMeant: @Sendable (String) -> String? = { _ in nil }

  /// The values that a property may have; nil where they are not fixed.
  var values: @Sendable (String) -> [FixedValue]? = { _ in nil }

  /// A value of a property whose values are fixed.
  struct FixedValue: Sendable {
    let name: String
    /// What it is called in print.
    let words: [String]
  }

  private let typeSet: Set<String>
  private let propertySet: Set<String>
  let joints: LabelJoints

  /// Makes a vocabulary.
  /// - Parameter parents: for a label, the other labels that its nodes carry as well.
  init(
    labels: some Sequence<String>, types: some Sequence<String>, properties: some Sequence<String>,
    triples: [Triple] = [], parents: [String: [String]] = [:]
  ) {
    typeSet = Set(types)
    propertySet = Set(properties)
    self.triples = triples
    joints = LabelJoints(labels: labels, triples: triples, parents: parents)
  }

  func hasLabel(_ name: String) -> Bool { joints.label(name) != nil }
  func hasType(_ name: String) -> Bool { typeSet.contains(name) }
  func hasProperty(_ name: String) -> Bool { propertySet.contains(name) }

  /// Every label, sorted.
  var labels: [String] { joints.labels.sorted() }

  /// Every relationship type, sorted.
  var types: [String] { typeSet.sorted() }

  /// Every property, sorted.
  var properties: [String] { propertySet.sorted() }
}
