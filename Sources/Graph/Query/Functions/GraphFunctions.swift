/// Functions on nodes, relationships and paths.
enum GraphFunctions {
  private static let node = FunctionParameter("node", [.node])
  private static let relationship = FunctionParameter("relationship", [.relationship])
  private static let path = FunctionParameter("path", [.path])
  private static let entity = FunctionParameter("nodeOrRelationship", [.node, .relationship])
  private static let holder = FunctionParameter("nodeRelationshipOrMap", [.node, .relationship, .map])

  static let all: [ScalarFunction] = [
    ScalarFunction(
      "elementId", also: ["element_id"], [entity], gives: .string,
      "The identifier of a node or relationship as the files give it: `elementId(n)`.", elementId),
    ScalarFunction(
      "id", [entity], gives: .integer,
      "The number of a node or relationship, which may change when the data do; prefer `n.id`: `id(n)`.", id),
    ScalarFunction(
      "labels", [node], gives: .list(.string), "The labels of a node: `labels(n)`.", labels),
    ScalarFunction("type", [relationship], gives: .string, "The type of a relationship: `type(r)`.", type),
    ScalarFunction(
      "properties", [holder], gives: .map, "All properties as a map: `properties(n)`.", properties),
    ScalarFunction(
      "keys", [holder], gives: .list(.string), "The names of the properties that have a value: `keys(n)`.", keys),
    ScalarFunction("startNode", [relationship], gives: .node, "The node a relationship leaves: `startNode(r)`.") {
      values, context throws(QueryError) in
      .node(context.graph.start(of: try relationship(values[0], "startNode", context)))
    },
    ScalarFunction("endNode", [relationship], gives: .node, "The node a relationship enters: `endNode(r)`.") {
      values, context throws(QueryError) in
      .node(context.graph.end(of: try relationship(values[0], "endNode", context)))
    },
    ScalarFunction("nodes", [path], gives: .list(.node), "The nodes of a path in walking order: `nodes(p)`.") {
      values, context throws(QueryError) in .list(try path(values[0], "nodes", context).nodes.map { .node($0) })
    },
    ScalarFunction(
      "relationships", also: ["edges"], [path], gives: .list(.relationship),
      "The relationships of a path in walking order: `relationships(p)`."
    ) { values, context throws(QueryError) in
      .list(try path(values[0], "relationships", context).relationships.map { .relationship($0) })
    },
    ScalarFunction(
      "length", also: ["path_length"], [path], gives: .integer,
      "How many relationships a path has: `length(p)`."
    ) { values, context throws(QueryError) in
      .integer(Int64(try path(values[0], "length", context).relationships.count))
    },
  ]

  private static func relationship(
    _ value: Value, _ name: String, _ context: FunctionContext
  ) throws(QueryError) -> RelationshipID {
    guard case .relationship(let id) = value else { throw context.wrongType(name, wants: "a relationship", got: value) }
    return id
  }

  private static func path(_ value: Value, _ name: String, _ context: FunctionContext) throws(QueryError) -> PathValue {
    guard case .path(let path) = value else { throw context.wrongType(name, wants: "a path", got: value) }
    return path
  }

  private static func elementId(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    switch values[0] {
    case .node(let id): return .string(context.graph.identifier(of: id))
    case .relationship(let id): return .string(context.graph.identifier(of: id))
    default: throw context.wrongType("elementId", wants: "a node or relationship", got: values[0])
    }
  }

  private static func id(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    switch values[0] {
    case .node(let id): return .integer(Int64(id.rawValue))
    case .relationship(let id): return .integer(Int64(id.rawValue))
    default: throw context.wrongType("id", wants: "a node or relationship", got: values[0])
    }
  }

  private static func labels(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    guard case .node(let id) = values[0] else { throw context.wrongType("labels", wants: "a node", got: values[0]) }
    return .list(context.graph.labelNames(of: id).map { .string($0) })
  }

  private static func type(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    .string(context.graph.typeName(of: try relationship(values[0], "type", context)))
  }

  private static func properties(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    switch values[0] {
    case .map: return values[0]
    case .node(let id): return .map(map(context.graph, context.graph.nodeProperties, at: id.index))
    case .relationship(let id):
      return .map(map(context.graph, context.graph.relationshipProperties, at: context.view.row(of: id)))
    default: throw context.wrongType("properties", wants: "a node, relationship or map", got: values[0])
    }
  }

  /// The properties in one row of a table.
  static func map(_ graph: PropertyGraph, _ table: PropertyTable, at row: Int) -> ValueMap {
    ValueMap(table.keys(at: row).map { (graph.keys[$0.index], table.value($0, at: row)) })
  }

  private static func keys(_ values: [Value], _ context: FunctionContext) throws(QueryError) -> Value {
    let graph = context.graph
    switch values[0] {
    case .map(let map): return .list(map.entries.map { .string($0.key) })
    case .node(let id): return .list(graph.nodeProperties.keys(at: id.index).map { .string(graph.keys[$0.index]) })
    case .relationship(let id):
      return .list(
        graph.relationshipProperties.keys(at: context.view.row(of: id)).map { .string(graph.keys[$0.index]) })
    default: throw context.wrongType("keys", wants: "a node, relationship or map", got: values[0])
    }
  }
}
