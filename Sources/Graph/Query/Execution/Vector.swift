/// One column of a batch. Nodes, relationships, integers, truths and texts have a compact form of their own, so that enums and
/// reference counts are paid per batch and not per row.
enum Vector {
  /// The slot holds nothing at this point of the plan.
  case absent
  /// Null is `NodeID.none`.
  case nodes([NodeID])
  /// Null is `RelationshipID.none`.
  case relationships([RelationshipID])
  /// Integers, none of them null.
  case integers([Int64])
  case truths([Truth])
  /// The numbers of texts in a pool; null is `UInt32.max`.
  case texts([UInt32], TextPool)
  /// Lists of the relationships of walks, or paths.
  case walks(WalkColumn)
  /// Lists of what has a compact form.
  case lists(ListColumn)
  case values([Value])
  /// The values at the given places of others, with repeats: copying a list or a map would count its references row by row.
  case picked([Int32], of: [Value])
  /// The same value in every row.
  case constant(Value)
}

/// A truth of three-valued logic.
enum Truth: UInt8, Sendable, BitwiseCopyable {
  case no, yes, unknown

  init(_ value: Bool) { self = value ? .yes : .no }

  init(_ value: Bool?) { self = value.map { $0 ? .yes : .no } ?? .unknown }

  var value: Value {
    switch self {
    case .no: .boolean(false)
    case .yes: .boolean(true)
    case .unknown: .null
    }
  }
}

extension NodeID {
  /// Stands for null in a column of nodes.
  static let none = NodeID(rawValue: .max)

  var value: Value { self == .none ? .null : .node(self) }
}

extension RelationshipID {
  /// Stands for null in a column of relationships.
  static let none = RelationshipID(rawValue: .max)

  var value: Value { self == .none ? .null : .relationship(self) }
}

extension Vector {
  var isAbsent: Bool { if case .absent = self { true } else { false } }

  /// The same value in every row.
  var isConstant: Bool { if case .constant = self { true } else { false } }

  /// The value in a row; the row must be below the batch's count.
  func value(at row: Int) -> Value {
    switch self {
    case .absent: .null
    case .nodes(let nodes): nodes[row].value
    case .relationships(let relationships): relationships[row].value
    case .integers(let integers): .integer(integers[row])
    case .truths(let truths): truths[row].value
    case .texts(let numbers, let pool): pool.value(numbers[row])
    case .walks(let walks): walks.value(at: row)
    case .lists(let lists): lists.value(at: row)
    case .values(let values): values[row]
    case .picked(let places, let values): values[Int(places[row])]
    case .constant(let value): value
    }
  }

  /// The values of all rows.
  func values(count: Int) -> [Value] {
    switch self {
    case .values(let values): values
    case .constant(let value): Array(filledWith: value, count: count)
    case .lists(let lists): lists.values
    default: (0..<count).map { value(at: $0) }
    }
  }

  /// The rows at the given places, in that order, with repeats.
  func gathered(_ rows: [Int32]) -> Vector {
    switch self {
    case .absent, .constant: self
    case .nodes(let nodes): .nodes(Vector.gather(nodes, rows))
    case .relationships(let relationships): .relationships(Vector.gather(relationships, rows))
    case .integers(let integers): .integers(Vector.gather(integers, rows))
    case .truths(let truths): .truths(Vector.gather(truths, rows))
    case .texts(let numbers, let pool): .texts(Vector.gather(numbers, rows), pool)
    case .walks(let walks): .walks(walks.gathered(rows))
    case .lists(let lists): .lists(lists.gathered(rows))
    case .values(let values): .picking(rows, of: values)
    case .picked(let places, let values): .picking(Vector.gather(places, rows), of: values)
    }
  }

  /// The values at some places; a few of many are copied, so that the others can be let go.
  private static func picking(_ places: [Int32], of values: [Value]) -> Vector {
    places.count < values.count / 2 ? .values(places.mapped { values[Int($0)] }) : .picked(places, of: values)
  }

  private static func gather<Element: BitwiseCopyable>(_ elements: [Element], _ rows: [Int32]) -> [Element] {
    if rows.count <= 64 { return rows.mapped { elements[Int($0)] } }
    return [Element](unsafeUninitializedCapacity: rows.count) { buffer, count in
      elements.withUnsafeBufferPointer { elements in
        for (index, row) in rows.enumerated() { buffer[index] = elements[Int(row)] }
      }
      count = rows.count
    }
  }

  /// Some of many values, one after the other; lists and maps are not copied.
  static func some(_ places: Range<Int>, of values: [Value]) -> Vector {
    switch values[places].first {
    case .list?, .map?: .picked(places.map { Int32($0) }, of: values)
    default: .compact(places.count == values.count ? values : Array(values[places]))
    }
  }

  /// The most compact column with one row.
  static func one(_ value: Value) -> Vector {
    switch value {
    case .node(let node): .nodes([node])
    case .relationship(let relationship): .relationships([relationship])
    case .integer(let integer): .integers([integer])
    default: .values([value])
    }
  }

  /// Turns values into the most compact column that holds them.
  static func compact(_ values: [Value]) -> Vector {
    guard let first = values.first else { return .values([]) }
    switch first {
    case .node: return .nodes(nodes(values) ?? []).orValues(values)
    case .relationship: return .relationships(relationships(values) ?? []).orValues(values)
    case .integer: return integers(values).map { .integers($0) } ?? .values(values)
    default: return .values(values)
    }
  }

  private static func integers(_ values: [Value]) -> [Int64]? {
    var integers: [Int64] = []
    integers.reserveCapacity(values.count)
    for value in values {
      guard case .integer(let integer) = value else { return nil }
      integers.append(integer)
    }
    return integers
  }

  private func orValues(_ values: [Value]) -> Vector {
    switch self {
    case .nodes(let nodes) where nodes.count == values.count: self
    case .relationships(let relationships) where relationships.count == values.count: self
    default: .values(values)
    }
  }

  private static func nodes(_ values: [Value]) -> [NodeID]? {
    var nodes: [NodeID] = []
    nodes.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .node(let node): nodes.append(node)
      case .null: nodes.append(.none)
      default: return nil
      }
    }
    return nodes
  }

  private static func relationships(_ values: [Value]) -> [RelationshipID]? {
    var relationships: [RelationshipID] = []
    relationships.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .relationship(let relationship): relationships.append(relationship)
      case .null: relationships.append(.none)
      default: return nil
      }
    }
    return relationships
  }
}

extension Vector {
  /// The rows as truths; anything but a boolean or null is a TypeError at `span`.
  func truths(count: Int, at span: SourceSpan) throws(QueryError) -> [Truth] {
    switch self {
    case .truths(let truths): return truths
    case .constant(let value): return Array(filledWith: try Vector.truth(of: value, at: span), count: count)
    default:
      var truths: [Truth] = []
      truths.reserveCapacity(count)
      for row in 0..<count { truths.append(try Vector.truth(of: value(at: row), at: span)) }
      return truths
    }
  }

  private static func truth(of value: Value, at span: SourceSpan) throws(QueryError) -> Truth {
    switch value {
    case .boolean(let truth): return Truth(truth)
    case .null: return .unknown
    default: throw RuntimeErrors.notABoolean(value, at: span)
    }
  }

  /// The nodes of all rows; none where there is anything else.
  func nodesOrNone(count: Int) -> [NodeID] {
    if case .nodes(let nodes) = self { return nodes }
    return (0..<count).map { if case .node(let node) = value(at: $0) { node } else { .none } }
  }

  /// The rows as nodes; anything but a node or null is a TypeError at `span`.
  func nodes(count: Int, at span: SourceSpan) throws(QueryError) -> [NodeID] {
    switch self {
    case .nodes(let nodes): return nodes
    default:
      var nodes: [NodeID] = []
      nodes.reserveCapacity(count)
      for row in 0..<count {
        switch value(at: row) {
        case .node(let node): nodes.append(node)
        case .null: nodes.append(.none)
        case let other: throw RuntimeErrors.notANode(other, at: span)
        }
      }
      return nodes
    }
  }
}
