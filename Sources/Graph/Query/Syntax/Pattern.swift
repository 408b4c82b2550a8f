/// A name as written (back quotes removed), with its place.
struct Name: Sendable, Equatable {
  var text: String
  var span: SourceSpan
}

/// One path pattern: `p = ANY SHORTEST (a)-[:T]->{1,3}(b)`.
struct PathPattern: Sendable {
  /// Which of the matching paths are wanted.
  enum Selector: Sendable, Equatable {
    /// Every match.
    case all
    /// `ANY SHORTEST`, `shortestPath(...)`: one shortest path per pair of ends.
    case anyShortest
    /// `ALL SHORTEST`, `allShortestPaths(...)`: every path of the least length per pair of ends.
    case allShortest
    /// `SHORTEST k`: the k shortest per pair of ends.
    case shortest(Int)
  }

  var variable: Name?
  var selector: Selector
  /// Written as the function `shortestPath()` or `allShortestPaths()`.
  var isFunctionForm: Bool
  /// Starts and ends with a node; nodes alternate with relationships or groups. Where the text puts a group next to
  /// another group or to the end of the pattern, the parser adds an anonymous node.
  var elements: [PatternElement]
  var span: SourceSpan
}

/// A part of a path pattern.
enum PatternElement: Sendable {
  case node(NodePattern)
  case relationship(RelationshipPattern)
  case group(QuantifiedGroup)
}

/// `(n:Label {key: value} WHERE predicate)`.
struct NodePattern: Sendable {
  var variable: Name?
  var labels: LabelExpression?
  /// A map literal or a parameter.
  var properties: Expression?
  var predicate: Expression?
  var span: SourceSpan
}

/// `-[r:TYPE*1..3 {key: value} WHERE predicate]->`, with `{1,3}`, `+`, `*` after the arrow as synonyms of length.
struct RelationshipPattern: Sendable {
  enum Direction: Sendable {
    /// `-->`
    case outgoing
    /// `<--`
    case incoming
    /// `--` or `<-->`
    case either
  }

  var variable: Name?
  var types: LabelExpression?
  var direction: Direction
  var length: PathLength?
  var properties: Expression?
  var predicate: Expression?
  var span: SourceSpan
}

/// `*1..3`, `{1,3}`; a missing maximum is unbounded. `*` alone has minimum 1 after `[:T`, `{0,}` has 0.
struct PathLength: Sendable, Equatable {
  var minimum: Int
  var maximum: Int?
  var span: SourceSpan
}

/// `((a)-[:T]->(b) WHERE ...){1,3}`: a path repeated; without a quantifier it is matched once and its variables are
/// plain ones.
struct QuantifiedGroup: Sendable {
  var pattern: PathPattern
  var predicate: Expression?
  var length: PathLength?
  var span: SourceSpan
}

/// What may stand after the colon of a node or relationship.
indirect enum LabelExpression: Sendable {
  /// `A`
  case name(Name)
  /// `%`: any label at all
  case any(SourceSpan)
  /// `A&B`, `A:B`
  case and(LabelExpression, LabelExpression)
  /// `A|B`
  case or(LabelExpression, LabelExpression)
  /// `!A`
  case not(LabelExpression)
}
