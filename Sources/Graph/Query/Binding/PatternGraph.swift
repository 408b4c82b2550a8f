/// The patterns of one MATCH as a small graph: what must be found, without an order in which to look.
struct PatternGraph: Sendable {
  var nodes: [PatternNode] = []
  var relationships: [PatternRelationship] = []
  var groups: [PatternGroup] = []
  var paths: [PatternPath] = []
  var selectors: [PatternSelector] = []

  /// It has a repeated path, or a relationship of variable length that no path and no selector is about.
  var hasWalks: Bool {
    if !groups.isEmpty { return true }
    return paths.isEmpty && selectors.isEmpty && relationships.contains { $0.length != nil }
  }
}

/// A node to find, or one that is already there.
struct PatternNode: Sendable {
  var slot: Slot
  /// Filled before this MATCH: the pattern only restricts it (null matches nothing; another value than a node is a
  /// runtime TypeError).
  var isBound: Bool
  /// What its labels must be; nil is anything.
  var labels: BoundLabels?
  var span: SourceSpan
}

/// A relationship to find between two nodes of the pattern.
struct PatternRelationship: Sendable {
  /// A relationship, or with `length` the list of relationships walked.
  var slot: Slot
  /// Filled before this MATCH.
  var isBound: Bool
  /// Places in `PatternGraph.nodes`, in the order of the text.
  var left: Int
  var right: Int
  var direction: RelationshipPattern.Direction
  var types: BoundLabels?
  /// nil for a single relationship.
  var length: PathLength?
  /// With `length`: what every relationship walked must satisfy, as a predicate over `elementSlot`.
  var elementSlot: Slot?
  var elementPredicate: BoundExpression?
  var span: SourceSpan
}

/// A path repeated: `((a)-[:T]->(b)){1,3}` between two nodes of the surrounding pattern.
struct PatternGroup: Sendable {
  /// Places in the surrounding `PatternGraph.nodes`.
  var left: Int
  var right: Int
  /// The repeated path; its variables stand for one repetition.
  var pattern: PatternGraph
  /// Places in `pattern.nodes` where a repetition begins and ends.
  var first: Int
  var last: Int
  /// The conjuncts that every repetition must satisfy.
  var predicates: [BoundExpression]
  var length: PathLength
  /// For each variable inside: the slot that holds the list of its values over the repetitions.
  var exports: [GroupExport]
  /// The slots of the lists of `pattern.relationships`, in order; every relationship inside has one.
  var relationshipLists: [Slot]
  var span: SourceSpan
}

/// A variable of a repeated path and the list it becomes outside.
struct GroupExport: Sendable {
  var inner: Slot
  var list: Slot
}

/// `p = (a)-->(b)`: a path to put together once its parts are found.
struct PatternPath: Sendable {
  enum Element: Sendable {
    /// A place in `PatternGraph.nodes`.
    case node(Int)
    /// A place in `PatternGraph.relationships`.
    case relationship(Int)
    /// A place in `PatternGraph.groups`.
    case group(Int)
  }

  var slot: Slot
  /// Nodes alternate with relationships and groups.
  var elements: [Element]
}

/// `ANY SHORTEST ...`: of the matches of one path pattern with the same ends, only some are wanted.
struct PatternSelector: Sendable {
  var selector: PathPattern.Selector
  /// The path pattern it governs.
  var elements: [PatternPath.Element]
  var span: SourceSpan
}

/// A label (or type) expression with its names resolved.
indirect enum BoundLabels: Sendable {
  /// A name with the numbers it has in the graph as a label and as a type; nil when the graph knows none.
  case name(String, label: LabelID?, type: TypeID?)
  case any
  case and([BoundLabels])
  case or([BoundLabels])
  case not(BoundLabels)
}
