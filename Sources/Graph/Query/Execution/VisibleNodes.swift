/// The nodes of a view that have some labels.
struct VisibleNodes {
  private let label: LabelID?
  private let labels: BoundLabels?
  private let test: LabelTest
  private let context: ExecutionContext

  /// - Parameters:
  ///   - label: one that all of them have, nil when none is known.
  ///   - labels: the labels they must have, nil when any will do.
  ///   - context: what the statement looks at.
  init(_ label: LabelID?, _ labels: BoundLabels?, _ context: ExecutionContext) {
    self.label = label
    self.labels = labels
    self.context = context
    test = LabelTest(labels, context.graph)
  }

  /// All of them, ascending. O(nodes with the label).
  var all: [NodeID] {
    if case .name(_, nil, _) = labels { return [] }
    let nodes = label.map { context.graph.nodes(labelled: $0) } ?? (0..<context.graph.nodeCount).map { NodeID($0) }
    let isExact = if case .name = labels { true } else { labels == nil }
    return isExact && context.view.nodes == nil ? nodes : nodes.filter { accepts($0) }
  }

  func accepts(_ node: NodeID) -> Bool { context.view.shows(node) && test.accepts(node) }
}
