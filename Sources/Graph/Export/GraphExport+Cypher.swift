extension GraphExport {
  /// How many nodes or relationships one statement creates.
  private static let batch = 500

  /// Statements that create the nodes with a number for the time being, join them by it, and take it away again.
  func cypherFile() throws(ExportError) -> ExportedFile {
    var text =
      "// Creates the graph. Run it on an empty database; each statement ends with a semicolon at the end of a line.\n"
    let nodes = nodes
    let numbers = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, $0.offset) })
    for start in stride(from: 0, to: nodes.count, by: GraphExport.batch) {
      text += try creation(of: nodes[start..<min(nodes.count, start + GraphExport.batch)], from: start)
    }
    for type in 0..<graph.types.count {
      let own = relationships.filter { graph.type(of: $0).index == type }
      for start in stride(from: 0, to: own.count, by: GraphExport.batch) {
        text += try creation(of: own[start..<min(own.count, start + GraphExport.batch)], numbers)
      }
    }
    text += "MATCH (n:_Exported) REMOVE n._number REMOVE n:_Exported;\n"
    return ExportedFile(name: "create.cypher", text: text)
  }

  private func creation(of nodes: ArraySlice<NodeID>, from start: Int) throws(ExportError) -> String {
    var patterns: [String] = []
    for (offset, node) in nodes.enumerated() {
      let labels = graph.labelNames(of: node).map { ":" + CypherText.name($0) }.joined()
      let rest = try CypherText.entries(graph.nodeProperties, at: node.index, graph)
      let properties = (["_number: \(start + offset)"] + rest).joined(separator: ", ")
      patterns.append("(:_Exported\(labels) {\(properties)})")
    }
    return "CREATE\n  " + patterns.joined(separator: ",\n  ") + ";\n"
  }

  private func creation(
    of relationships: ArraySlice<RelationshipID>, _ numbers: [NodeID: Int]
  ) throws(ExportError) -> String {
    var rows: [String] = []
    for relationship in relationships {
      guard let start = numbers[graph.start(of: relationship)], let end = numbers[graph.end(of: relationship)] else {
        continue
      }
      let entries = try CypherText.entries(graph.relationshipProperties, at: relationship.index, graph)
      rows.append("[\(start), \(end), {\(entries.joined(separator: ", "))}]")
    }
    guard let first = relationships.first else { return "" }
    return "UNWIND [\n  " + rows.joined(separator: ",\n  ") + "\n] AS row\n"
      + "MATCH (a:_Exported {_number: row[0]}), (b:_Exported {_number: row[1]})\n"
      + "CREATE (a)-[r:\(CypherText.name(graph.typeName(of: first)))]->(b) SET r = row[2];\n"
  }
}

/// Names and values as a query writes them.
enum CypherText {
  /// A name, in back quotes unless it is a plain word.
  static func name(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      && !(name.utf8.first?.isDigit ?? true)
    return isPlain ? name : "`" + name.replacing("`", with: "``") + "`"
  }

  /// The properties of a row, each as `key: value`.
  static func entries(_ table: PropertyTable, at row: Int, _ graph: PropertyGraph) throws(ExportError) -> [String] {
    var entries: [String] = []
    for key in table.keys(at: row) {
      let key = (name: graph.keys[key.index], value: table.value(key, at: row))
      entries.append("\(name(key.name)): \(try value(key.value, key.name))")
    }
    return entries
  }

  static func value(_ value: Value, _ key: String) throws(ExportError) -> String {
    switch value {
    case .null: return "null"
    case .boolean(let truth): return String(truth)
    case .integer(let number): return String(number)
    case .float(let number) where number.isFinite: return number.description
    case .float(let number): return number.isNaN ? "(0.0 / 0.0)" : number < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)"
    case .string(let text): return quoted(text)
    case .date(let date): return "date('\(date)')"
    case .duration(let duration): return "duration('\(duration)')"
    case .list(let items):
      var parts: [String] = []
      for item in items { parts.append(try self.value(item, key)) }
      return "[" + parts.joined(separator: ", ") + "]"
    default:
      throw ExportError("the property \(key) has a value that no statement can give it: \(value.kindName)")
    }
  }

  /// A text in single quotes.
  static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
