/// `list[i]`, `map['key']`, `list[a..b]`.
enum Indexing {
  static func element(
    of base: Value, at index: Value, _ graph: PropertyGraph, _ view: View, _ span: SourceSpan
  ) throws(QueryError) -> Value {
    switch (base, index) {
    case (.null, _): return .null
    case (.list(let items), .integer(let number)):
      let place = number < 0 ? number + Int64(items.count) : number
      return place >= 0 && place < Int64(items.count) ? items[Int(place)] : .null
    case (.list, .null), (.map, .null), (.node, .null), (.relationship, .null): return .null
    case (.list, _): throw RuntimeErrors.badIndex(index, at: span)
    case (.map, .string(let key)), (.node, .string(let key)), (.relationship, .string(let key)):
      return try PropertyAccess.value(of: base, BoundKey(name: key, id: graph.key(named: key)), graph, view, at: span)
    case (.map, _), (.node, _), (.relationship, _): throw RuntimeErrors.badMapKey(index, at: span)
    default: throw RuntimeErrors.notIndexable(base, at: span)
    }
  }

  /// The part of a list from one place up to another; an end not written is nil, an end that is null makes the result null.
  static func slice(_ base: Value, _ from: Value?, _ to: Value?, at span: SourceSpan) throws(QueryError) -> Value {
    if base.isNull || from?.isNull == true || to?.isNull == true { return .null }
    guard case .list(let items) = base else { throw RuntimeErrors.notAList(base, at: span) }
    let start = try place(from, in: items, otherwise: 0, at: span)
    let end = try place(to, in: items, otherwise: items.count, at: span)
    return .list(start < end ? Array(items[start..<end]) : [])
  }

  private static func place(
    _ value: Value?, in items: [Value], otherwise: Int, at span: SourceSpan
  ) throws(QueryError) -> Int {
    guard let value else { return otherwise }
    guard case .integer(let number) = value else { throw RuntimeErrors.badIndex(value, at: span) }
    let place = number < 0 ? number.addingReportingOverflow(Int64(items.count)).partialValue : number
    return Int(min(max(0, place), Int64(items.count)))
  }
}

extension PropertyAccess {
  /// All properties of a node or relationship, or a map itself; nil of null.
  static func all(
    of base: Value, _ graph: PropertyGraph, _ view: View, at span: SourceSpan
  ) throws(QueryError) -> ValueMap? {
    switch base {
    case .null: return nil
    case .map(let map): return map
    case .node(let node): return graph.properties(of: node)
    case .relationship(let relationship): return graph.properties(of: RelationshipID(view.row(of: relationship)))
    default: throw RuntimeErrors.noProperties(base, key: "*", at: span)
    }
  }
}

extension PropertyGraph {
  /// All properties of a node, in the order the keys were first seen.
  public func properties(of node: NodeID) -> ValueMap { properties(nodeProperties, node.index) }

  /// All properties of a relationship, in the order the keys were first seen.
  public func properties(of relationship: RelationshipID) -> ValueMap {
    properties(relationshipProperties, relationship.index)
  }

  private func properties(_ table: PropertyTable, _ row: Int) -> ValueMap {
    ValueMap(table.keys(at: row).map { (keys[$0.index], table.value($0, at: row)) })
  }
}
