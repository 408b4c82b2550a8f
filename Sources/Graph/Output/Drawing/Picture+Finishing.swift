/// The last touches, when everything that is drawn is known.
extension Picture {
  private static let mostKinds = 10
  private static let fewestEqualLabels = 6

  /// With many kinds of nodes each node names its own, and no legend has to be searched; a label that all lines have stands
  /// once, in the legend.
  mutating func finish() {
    finishNodes()
    let labels = Set(edges.map(\.label))
    if edges.count >= Picture.fewestEqualLabels, labels.count == 1, let label = labels.first, !label.isEmpty {
      for place in edges.indices { edges[place].label = "" }
      legend.heading = [legend.heading, label].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// The same for the nodes alone: every line keeps its label.
  mutating func finishNodes() {
    legend.sort()
    if legend.nodes.count > Picture.mostKinds { nameKinds() }
  }

  private mutating func nameKinds() {
    legend.removeNodes()
    for place in nodes.indices {
      guard let kind = nodes[place].kind else { continue }
      nodes[place].label = "\(kind)\n\(nodes[place].label)"
    }
  }

  /// A node from which no node is further to the right; nil when there is no node. O(nodes × lines) at worst.
  var nodeInLastLayer: String? {
    var layer: [String: Int] = [:]
    for _ in nodes.indices.prefix(40) {
      var isStable = true
      for edge in edges {
        let (left, right) = edge.isMirrored ? (edge.end, edge.start) : (edge.start, edge.end)
        let next = layer[left, default: 0] + 1
        guard layer[right, default: 0] < next else { continue }
        layer[right] = next
        isStable = false
      }
      if isStable { break }
    }
    return nodes.max { layer[$0.identifier, default: 0] < layer[$1.identifier, default: 0] }?.identifier
  }
}
