extension Binder {
  mutating func bindAccess(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .property(let operand, let name): return try bindProperty(operand, name, span)
    case .hasLabels(let operand, let labels): return try bindHasLabels(operand, labels, span)
    case .index(let container, let index): return try bindIndex(container, index, span)
    case .slice(let list, let from, let to): return try bindSlice(list, from, to, span)
    default: return .constant(.null, span)
    }
  }

  private mutating func bindProperty(
    _ operand: Expression, _ name: Name, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let target = try bindValue(operand)
    var type = StaticType.any
    switch target.type {
    case .any, .null, .node, .relationship, .map: break
    case .date, .duration:
      type = .integer
      if !Value.componentNames.contains(name.text) {
        warn(
          "\(target.type.words) has no component \(name.text), so this is null", at: name.span,
          hint: NearestName.hint(for: name.text, in: Value.componentNames))
      }
    default: throw .noProperties(target.type, placed(name))
    }
    return BoundExpression(kind: .property(target, key(name, of: target.type)), type: type, span: span)
  }

  private mutating func bindHasLabels(
    _ operand: Expression, _ labels: LabelExpression, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let target = try bindValue(operand)
    guard target.type.mayBe(anyOf: [.node, .relationship]) else {
      throw .wrongOperand("a test for labels", target.type, wants: "a node or relationship", at: target.span)
    }
    let role: LabelRole = target.type == .node ? .node : target.type == .relationship ? .relationship : .either
    let kind = BoundExpressionKind.hasLabels(target, bindLabels(labels, of: role))
    return BoundExpression(kind: kind, type: .boolean, span: span)
  }

  private mutating func bindIndex(
    _ container: Expression, _ index: Expression, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let container = try bindValue(container)
    let index = try bindValue(index)
    switch container.type {
    case .list:
      guard index.type.mayBe(.integer) else { throw .wrongIndex(index.type, at: index.span) }
    case .any, .null, .map, .node, .relationship: break
    default: throw .cannotIndex(container.type, at: span)
    }
    return BoundExpression(kind: .index(container, index), type: container.type.element, span: span)
  }

  private mutating func bindSlice(
    _ list: Expression, _ from: Expression?, _ to: Expression?, _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let list = try bindValue(list)
    guard list.type.isOpen || list.type.isList else { throw .cannotIndex(list.type, at: span) }
    var bounds: [BoundExpression?] = []
    for bound in [from, to] {
      let bound = try bound.map { bound throws(QueryError) in try bindValue(bound) }
      if let bound, !bound.type.mayBe(.integer) { throw .wrongIndex(bound.type, at: bound.span) }
      bounds.append(bound)
    }
    return BoundExpression(kind: .slice(list, from: bounds[0], to: bounds[1]), type: list.type, span: span)
  }
}

// MARK: - Lists and maps

extension Binder {
  mutating func bindCollection(_ expression: Expression) throws(QueryError) -> BoundExpression {
    let span = place(expression.span)
    switch expression.kind {
    case .list(let elements): return try bindList(elements, span)
    case .map(let entries):
      let bound = try bindEntries(entries)
      let constants = bound.compactMap { entry in entry.value.constantValue.map { (entry.key, $0) } }
      if constants.count == bound.count { return .constant(.map(ValueMap(constants)), span) }
      return BoundExpression(kind: .map(bound), type: .map, span: span)
    case .mapProjection(let name, let items): return try bindMapProjection(name, items, span)
    default: return .constant(.null, span)
    }
  }

  private mutating func bindList(_ elements: [Expression], _ span: SourceSpan) throws(QueryError) -> BoundExpression {
    let bound = try bindValues(elements)
    let type = StaticType.list(StaticType.merged(bound.lazy.map(\.type)))
    let constants = bound.compactMap(\.constantValue)
    let kind: BoundExpressionKind = constants.count == bound.count ? .constant(.list(constants)) : .list(bound)
    return BoundExpression(kind: kind, type: type, span: span)
  }

  private mutating func bindEntries(_ entries: [MapEntry]) throws(QueryError) -> [BoundMapEntry] {
    var bound: [BoundMapEntry] = []
    for entry in entries { bound.append(BoundMapEntry(key: entry.key.text, value: try bindValue(entry.value))) }
    return bound
  }

  /// `n {.name, .*}`: null of null, else a map.
  private mutating func bindMapProjection(
    _ name: Name, _ items: [MapProjectionItem], _ span: SourceSpan
  ) throws(QueryError) -> BoundExpression {
    let owner = try bind(Expression(kind: .variable(name.text), span: name.span))
    guard owner.type.mayBe(anyOf: [.node, .relationship, .map]) else {
      throw .wrongOperand("a map projection", owner.type, wants: "a node, relationship or map", at: owner.span)
    }
    var entries: [BoundMapEntry] = []
    var includesAll = false
    for item in items {
      if case .allProperties = item { includesAll = true } else { entries.append(try bindProjected(item, of: owner)) }
    }
    let kind: BoundExpressionKind = includesAll ? .mapWithAll(owner, entries) : .map(entries)
    let isNull = BoundExpression(kind: .isNull(owner, isNegated: false), type: .boolean, span: span)
    let branch = BoundBranchCase(condition: isNull, result: .constant(.null, span))
    let map = BoundExpression(kind: kind, type: .map, span: span)
    return BoundExpression(
      kind: .conditional(subject: nil, branches: [branch], otherwise: map), type: .map, span: span)
  }

  private mutating func bindProjected(
    _ item: MapProjectionItem, of owner: BoundExpression
  ) throws(QueryError) -> BoundMapEntry {
    switch item {
    case .property(let key):
      let kind = BoundExpressionKind.property(owner, self.key(key, of: owner.type))
      return BoundMapEntry(key: key.text, value: BoundExpression(kind: kind, type: .any, span: place(key.span)))
    case .entry(let entry): return BoundMapEntry(key: entry.key.text, value: try bindValue(entry.value))
    case .variable(let name):
      return BoundMapEntry(key: name.text, value: try bind(Expression(kind: .variable(name.text), span: name.span)))
    case .allProperties(let span): return BoundMapEntry(key: "", value: .constant(.null, span))
    }
  }
}
