/// What of a graph is visible: nil sets mean everything.
public struct View: Sendable {
  /// The visible nodes.
  public var nodes: BitSet?
  /// The visible relationships; each has both its ends visible.
  public var relationships: BitSet?
  /// For a relationship with several claims whose strongest visible one is not its own row: that one.
  public var strongestClaims: [RelationshipID: RelationshipID] = [:]
  /// The relationships that are there only by claims merged into them: their own row claims nothing here.
  public var withoutOwnClaim: Set<RelationshipID> = []

  /// Everything is visible.
  public static let everything = View(nodes: nil, relationships: nil)

  /// Makes a view from two sets sized by the graph.
  public init(nodes: BitSet?, relationships: BitSet?) {
    self.nodes = nodes
    self.relationships = relationships
  }

  /// Nothing is hidden, and every property is read in its own row.
  var isEverything: Bool { nodes == nil && relationships == nil && strongestClaims.isEmpty }

  @inline(__always)
  func shows(_ node: NodeID) -> Bool { nodes.map { $0[node.index] } ?? true }

  /// The row in which a relationship's properties are read: its strongest visible claim.
  @inline(__always)
  func row(of relationship: RelationshipID) -> Int {
    strongestClaims.isEmpty ? relationship.index : (strongestClaims[relationship] ?? relationship).index
  }

  @inline(__always)
  func shows(_ relationship: RelationshipID) -> Bool { relationships.map { $0[relationship.index] } ?? true }

  /// The claims by which a relationship is there, its own row first when it is one of them. O(claims).
  func claims(of relationship: RelationshipID, in graph: PropertyGraph) -> [RelationshipID] {
    graph.claims(of: relationship).filter { shows($0) && !withoutOwnClaim.contains($0) }
  }
}
