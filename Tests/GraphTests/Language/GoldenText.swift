@testable import Graph

/// Writes values as a query would: `'text'`, `1.0`, `(:Person {name: 'Ann'})`, `(:A)-[:T]->(:B)`.
struct GoldenText {
  let graph: PropertyGraph

  /// A header and one line per row; the columns stand between bars.
  func lines(_ table: ResultTable) -> [String] {
    [table.columns.joined(separator: " | ")]
      + table.rows.map { row in row.map { text($0) }.joined(separator: " | ") }
  }

  func text(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): String(value)
    case .integer(let value): String(value)
    case .float(let value): value.description
    case .string(let value): quoted(value)
    case .date(let date): "date('\(date)')"
    case .duration(let duration): "duration('\(duration)')"
    case .list(let items): "[" + items.map { text($0) }.joined(separator: ", ") + "]"
    case .map(let map): "{" + entries(map.entries) + "}"
    case .node(let node): text(node)
    case .relationship(let relationship): text(relationship)
    case .path(let path): text(path)
    }
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.map { character in
      switch character {
      case "'", "\\": "\\\(character)"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "'" + escaped.joined() + "'"
  }

  private func entries(_ entries: [(key: String, value: Value)]) -> String {
    entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
  }

  private func text(_ node: NodeID) -> String {
    let labels = graph.labelNames(of: node).map { ":" + $0 }.joined()
    let properties = properties(graph.nodeProperties, at: node.index)
    let inside = [labels, properties.isEmpty ? "" : "{\(entries(properties))}"].filter { !$0.isEmpty }
    return "(" + inside.joined(separator: " ") + ")"
  }

  private func text(_ relationship: RelationshipID) -> String {
    let properties = properties(graph.relationshipProperties, at: relationship.index)
    return "[:\(graph.typeName(of: relationship))" + (properties.isEmpty ? "" : " {\(entries(properties))}") + "]"
  }

  private func properties(_ table: PropertyTable, at row: Int) -> [(key: String, value: Value)] {
    table.keys(at: row).map { (graph.keys[$0.index], table.value($0, at: row)) }
  }

  private func text(_ path: PathValue) -> String {
    zip(path.relationships, path.nodes.dropFirst()).reduce(text(path.nodes[0])) { line, step in
      let isForward = graph.end(of: step.0) == step.1
      return line + (isForward ? "-" : "<-") + text(step.0) + (isForward ? "->" : "-") + text(step.1)
    }
  }
}
