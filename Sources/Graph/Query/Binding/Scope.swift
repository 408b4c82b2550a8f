/// A name in scope.
struct Variable: Sendable {
  var slot: Slot
  var type: StaticType
}

/// What names mean at one point of a statement.
struct Scope: Sendable {
  fileprivate private(set) var variables = NameTable<Variable>()
  /// Names that exist but are neither grouped by nor aggregated, so that their value is not one value.
  private var ungrouped: EarlierNames?
  /// Names that a projection before has left out.
  private var dropped: EarlierNames?
  /// Expressions that are already computed: after DISTINCT or grouping they stand for their slot.
  var replacements: [Replacement] = []

  subscript(name: String) -> Variable? { variables[name] }

  /// The names in scope, sorted.
  var names: [String] { variables.names.sorted() }

  /// Gives a name a meaning, over an older one.
  mutating func declare(_ name: String, _ variable: Variable) { variables.set(name, variable) }

  /// Marks the names of another scope that are not here as not grouped by.
  mutating func markUngrouped(from other: Scope) { ungrouped = EarlierNames(other.variables, before: ungrouped) }

  /// Remembers the names of another scope that are no longer here. It must know every name that was dropped before.
  mutating func markDropped(from other: Scope) { dropped = EarlierNames(other.variables, before: other.dropped) }

  /// The name exists but is neither grouped by nor aggregated.
  func isUngrouped(_ name: String) -> Bool { self[name] == nil && ungrouped?.contains(name) ?? false }

  /// A projection before has left the name out.
  func isDropped(_ name: String) -> Bool { self[name] == nil && dropped?.contains(name) ?? false }
}

/// The names of scopes that were left. They are only looked at when something is wrong, so that nothing is worked out before.
private final class EarlierNames: Sendable {
  private let names: NameTable<Variable>
  private let before: EarlierNames?

  init(_ names: NameTable<Variable>, before: EarlierNames?) {
    self.names = names
    self.before = before
  }

  func contains(_ name: String) -> Bool {
    var next: EarlierNames? = self
    while let earlier = next {
      if earlier.names.contains(name) { return true }
      next = earlier.before
    }
    return false
  }
}

/// An expression that has been computed into a slot.
struct Replacement: Sendable {
  let expression: Expression
  let variable: Variable
  /// What names meant where the expression was computed.
  private let input: NameTable<Variable>
  /// A variable or a property of one: may also be a part of an expression with aggregates.
  let isSimple: Bool
  /// Only whole expressions without aggregates may use it; as a part of others it is ambiguous.
  var isForbidden = false

  /// - Parameter input: the scope in which the expression was computed.
  init(_ expression: Expression, computedIn input: Scope, into variable: Variable) {
    self.expression = expression
    self.variable = variable
    self.input = input.variables
    isSimple = expression.isVariableOrProperty
  }

  /// The variables the expression reads and what they meant where it was computed.
  private var reads: [(name: String, variable: Variable)] {
    expression.mentionedVariables.names.compactMap { name in input[name].map { (name, $0) } }
  }

  /// It reads no variable of the scope.
  var readsNothing: Bool { reads.isEmpty }

  /// Whether the variables it reads mean the same here, or are not here.
  func isValid(in scope: Scope) -> Bool {
    reads.allSatisfy { name, variable in scope[name].map { $0.slot == variable.slot } ?? true }
  }
}
