/// A pattern graph while it is being built, with what is only needed meanwhile.
struct PatternDraft {
  /// Something a pattern demands besides its shape. It may read any variable of the MATCH, so it is bound last.
  enum Condition {
    case expression(Expression)
    /// `{key: value}` of a node or relationship.
    case property(Variable, MapEntry)
    /// Two node variables that stand at one place.
    case same(Slot, Slot, SourceSpan)
    /// What every relationship of the variable-length one at a place must satisfy.
    case elements(Int, RelationshipPattern)
  }

  var graph = PatternGraph()
  var conditions: [Condition] = []
  /// The places of the nodes mentioned by name.
  var places = NameTable<Int>()
  /// The names of the relationships mentioned.
  var relationshipNames = NameSet()
  /// The slots that the MATCH fills, without repeats.
  var newSlots: [Slot] = []
  /// Inside a repeated path the names introduced, in order, for the lists it exports.
  var declared: [Name] = []
  /// Whether it may introduce variables.
  var declares: Bool
  /// The inside of a repeated path: its variables must all be new.
  var isGroup = false

  init(declares: Bool) { self.declares = declares }

  /// Makes room for the elements of some paths.
  mutating func reserve(_ paths: [PathPattern]) {
    let count = paths.reduce(0) { $0 + $1.elements.count }
    graph.nodes.reserveCapacity(count / 2 + paths.count)
    graph.relationships.reserveCapacity(count / 2)
    newSlots.reserveCapacity(count)
  }
}
