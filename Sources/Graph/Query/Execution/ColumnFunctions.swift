/// Functions that have a faster way for a whole column than value by value.
enum ColumnFunctions {
  /// The result for a column, nil when there is no faster way.
  static func column(_ name: String, _ arguments: [Vector]) -> Vector? {
    switch (name, arguments.first) {
    case ("id", .nodes(let nodes)?): numbers(nodes)
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
}
