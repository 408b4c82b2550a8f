/// A function that has a faster way for a whole column than value by value.
enum ColumnFunction: String {
  case coalesce, id, labels, length, relationships, size, type

  /// The result where the first argument is a column; nil when there is no faster way.
  func column(of first: Vector, in graph: PropertyGraph) -> Vector? {
    switch (self, first) {
    case (.coalesce, .integers): first
    case (.id, .nodes(let nodes)): ColumnFunction.numbers(nodes)
    case (.labels, .nodes(let nodes)): ColumnFunction.labels(nodes, graph)
    case (.length, .walks(let walks)) where walks.arePaths: walks.lengths
    case (.relationships, .walks(let walks)) where walks.arePaths: .walks(walks.asLists)
    case (.size, .lists(let lists)): lists.lengths
    case (.size, .walks(let walks)) where !walks.arePaths: walks.lengths
    case (.type, .relationships(let relationships)): ColumnFunction.types(relationships, graph)
    default: nil
    }
  }

  private static func numbers(_ nodes: [NodeID]) -> Vector? {
    var hasNull = false
    let numbers = nodes.map { node in
      hasNull = hasNull || node == .none
      return Int64(node.rawValue)
    }
    return hasNull ? nil : .integers(numbers)
  }

  /// Nodes with the same labels share one list.
  private static func labels(_ nodes: [NodeID], _ graph: PropertyGraph) -> Vector {
    var lists: [Value?] = []
    return .values(
      nodes.map { node in
        if node == .none { return .null }
        let set = graph.labelSetNumber(of: node)
        while lists.count <= set { lists.append(nil) }
        if let list = lists[set] { return list }
        let list = Value.list(graph.labelNames(of: node).map { .string($0) })
        lists[set] = list
        return list
      })
  }

  /// `labels(n)[place]`: as texts of a pool, by the numbers of the labels.
  static func label(at place: Int64, of nodes: [NodeID], in graph: PropertyGraph) -> Vector {
    let bySet = graph.labelSets { labels in
      let number = place < 0 ? place.addingReportingOverflow(Int64(labels.count)).partialValue : place
      return labels.indices.contains(Int(number)) ? UInt32(labels[Int(number)].index) : .max
    }
    return .texts(nodes.map { $0 == .none ? .max : bySet[graph.labelSetNumber(of: $0)] }, graph.labelTexts)
  }

  /// The names of types are texts of a pool, by the numbers of the types.
  private static func types(_ relationships: [RelationshipID], _ graph: PropertyGraph) -> Vector {
    .texts(
      relationships.map { $0 == .none ? .max : UInt32(graph.type(of: $0).index) }, graph.typeNames)
  }
}
