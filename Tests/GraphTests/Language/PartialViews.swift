@testable import Graph

extension View {
  /// A view without some nodes, some relationships, and those whose ends it hides.
  static func of(
    _ graph: PropertyGraph, hidingNodes hidesNode: (Int) -> Bool, relationships hidesRelationship: (Int) -> Bool
  ) -> View {
    var view = View(nodes: BitSet(count: graph.nodeCount), relationships: BitSet(count: graph.relationshipCount))
    for node in graph.allNodes where !hidesNode(node.index) { view.nodes?[node.index] = true }
    for index in 0..<graph.relationshipCount where !hidesRelationship(index) {
      let relationship = RelationshipID(rawValue: UInt32(index))
      let ends = [graph.start(of: relationship), graph.end(of: relationship)]
      view.relationships?[index] = !ends.contains { hidesNode($0.index) }
    }
    return view
  }
}
