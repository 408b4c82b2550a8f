/// The names a schema declares, as plain tables.
struct Vocabulary: Sendable {
  /// Which labels a relationship type joins.
  struct Triple: Sendable, Equatable {
    var from: String
    var type: String
    var to: String
  }

  /// A relationship type with the labels at both of its ends; without labels it joins anything.
  struct Joint: Sendable {
    var from: [String]
    var type: String
    var to: [String]
  }

  private let declared: [Joint]

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

  private let typeNames: Set<String>
  private let propertyNames: Set<String>
  let joints: LabelJoints

  /// Makes a vocabulary.
  ///
  /// - Parameters:
  ///   - types: each type once, or several times with what it joins as well.
  ///   - parents: for a label, the other labels that its nodes carry as well.
  init(
    labels: some Sequence<String>, types: [Joint], properties: some Sequence<String>, parents: [String: [String]] = [:]
  ) {
    declared = types
    typeNames = Set(types.lazy.map(\.type))
    propertyNames = Set(properties)
    joints = LabelJoints(labels: labels, types: types, parents: parents)
  }

  func hasLabel(_ name: String) -> Bool { joints.label(name) != nil }
  func hasType(_ name: String) -> Bool { typeNames.contains(name) }
  func hasProperty(_ name: String) -> Bool { propertyNames.contains(name) }

  /// Every label, sorted.
  var labels: [String] { joints.labels.sorted() }

  /// Every relationship type, sorted.
  var types: [String] { typeNames.sorted() }

  /// Every property, sorted.
  var properties: [String] { propertyNames.sorted() }

  /// What some types join, label by label.
  func triples(of names: [String]) -> [Triple] {
    declared.filter { names.contains($0.type) }.flatMap { joint in
      joint.from.flatMap { from in joint.to.map { Triple(from: from, type: joint.type, to: $0) } }
    }
  }
}
