/// A name in scope.
struct Variable: Sendable {
  var slot: Slot
  var type: StaticType
}

/// What names mean at one point of a statement.
struct Scope: Sendable {
  private(set) var variables: [String: Variable] = [:]
  /// Names that exist but are neither grouped by nor aggregated, so that their value is not one value.
  private(set) var ungrouped: Set<String> = []
  /// Names that a projection before has left out.
  private(set) var dropped: Set<String> = []
  /// Expressions that are already computed: after DISTINCT or grouping they stand for their slot.
  var replacements: [Replacement] = []

  subscript(name: String) -> Variable? { variables[name] }

  /// The names in scope, sorted.
  var names: [String] { variables.keys.sorted() }

  /// Gives a name a meaning, over an older one.
  mutating func declare(_ name: String, _ variable: Variable) {
    variables[name] = variable
    ungrouped.remove(name)
    dropped.remove(name)
  }

  /// Marks the names of another scope that are not here as not grouped by.
  mutating func markUngrouped(from other: Scope) {
    ungrouped.formUnion(other.variables.keys.filter { variables[$0] == nil })
  }

  /// Remembers the names of another scope that are no longer here.
  mutating func markDropped(from other: Scope) {
    dropped.formUnion(other.variables.keys.filter { variables[$0] == nil })
    dropped.formUnion(other.dropped.filter { variables[$0] == nil })
  }
}

/// An expression that has been computed into a slot.
struct Replacement: Sendable {
  var expression: Expression
  var variable: Variable
  /// The variables the expression reads and what they meant where it was computed.
  var reads: [String: Slot]
  /// A variable or a property of one: may also be a part of an expression with aggregates.
  var isSimple: Bool
  /// Only whole expressions without aggregates may use it; as a part of others it is ambiguous.
  var isForbidden = false

  /// Whether the variables it reads mean the same here, or are not here.
  func isValid(in scope: Scope) -> Bool {
    reads.allSatisfy { name, slot in scope[name].map { $0.slot == slot } ?? true }
  }
}
