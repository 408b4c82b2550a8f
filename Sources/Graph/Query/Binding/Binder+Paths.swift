extension Binder {
  /// Binds one path pattern: its elements, then what it is called and which of its matches are wanted.
  mutating func bindPath(_ pattern: PathPattern, into draft: inout PatternDraft) throws(QueryError) {
    if pattern.isFunctionForm { try checkFunctionForm(pattern) }
    let steps = try bindSteps(of: pattern, into: &draft)
    guard pattern.selector != .all else { return }
    guard !draft.isGroup else {
      throw .invalidPattern("a repeated path cannot choose the shortest", at: place(pattern.span))
    }
    draft.graph.selectors.append(
      PatternSelector(selector: pattern.selector, elements: steps, span: place(pattern.span)))
  }

  /// Binds the elements of a path and its variable.
  mutating func bindSteps(
    of pattern: PathPattern, into draft: inout PatternDraft
  ) throws(QueryError) -> [PatternPath.Element] {
    var steps: [PatternPath.Element] = []
    steps.reserveCapacity(pattern.elements.count)
    try append(pattern.elements, to: &steps, of: &draft)
    if let name = pattern.variable { try bindPathVariable(name, steps, into: &draft) }
    return steps
  }

  private func checkFunctionForm(_ pattern: PathPattern) throws(QueryError) {
    guard pattern.elements.count == 3, case .relationship = pattern.elements[1] else {
      throw .invalidPattern(
        "shortestPath() takes two nodes with one relationship between them", at: place(pattern.span),
        hint: "write shortestPath((a)-[:TYPE*]-(b)), or ANY SHORTEST before a longer pattern")
    }
  }

  private mutating func bindPathVariable(
    _ name: Name, _ steps: [PatternPath.Element], into draft: inout PatternDraft
  ) throws(QueryError) {
    guard scope[name.text] == nil else { throw .alreadyBound(placed(name)) }
    let slot = try declare(name, .path, in: &draft)
    draft.graph.paths.append(PatternPath(slot: slot, elements: steps))
  }

  /// Introduces a variable of a pattern.
  mutating func declare(_ name: Name, _ type: StaticType, in draft: inout PatternDraft) throws(QueryError) -> Slot {
    guard draft.declares else { throw .patternDeclares(placed(name)) }
    if scope.isUngrouped(name.text) { throw .ambiguousAggregation(name.text, at: place(name.span)) }
    let slot = declare(name.text, type)
    draft.newSlots.append(slot)
    if draft.isGroup { draft.declared.append(name) }
    return slot
  }

  /// Binds elements from left to right. A node that follows a node (the seam of a group without quantifier) is the same.
  private mutating func append(
    _ elements: [PatternElement], to steps: inout [PatternPath.Element], of draft: inout PatternDraft
  ) throws(QueryError) {
    var index = 0
    while index < elements.count {
      switch elements[index] {
      case .node(let node): try append(node, to: &steps, of: &draft)
      case .group(let group) where group.length == nil: try append(flat: group, to: &steps, of: &draft)
      case .relationship(let relationship):
        let (left, right) = try ends(elements, index, steps, &draft)
        steps.append(.relationship(try bindRelationship(relationship, left, right, &draft)))
        steps.append(.node(right))
        index += 1
      case .group(let group):
        let (left, right) = try ends(elements, index, steps, &draft)
        steps.append(.group(try bindGroup(group, left, right, &draft)))
        steps.append(.node(right))
        index += 1
      }
      index += 1
    }
  }

  /// The nodes on both sides of the element at a place.
  private mutating func ends(
    _ elements: [PatternElement], _ index: Int, _ steps: [PatternPath.Element], _ draft: inout PatternDraft
  ) throws(QueryError) -> (Int, Int) {
    guard case .node(let left)? = steps.last, index + 1 < elements.count, case .node(let node) = elements[index + 1]
    else { throw .invalidPattern("a relationship needs a node at both ends", at: place(elements[index].span)) }
    return (left, try bindNode(node, into: &draft))
  }

  private mutating func append(
    _ node: NodePattern, to steps: inout [PatternPath.Element], of draft: inout PatternDraft
  ) throws(QueryError) {
    guard case .node(let place)? = steps.last else {
      steps.append(.node(try bindNode(node, into: &draft)))
      return
    }
    steps[steps.count - 1] = .node(try unify(place, with: node, &draft))
  }

  /// A group that is matched once is a part of the path around it.
  private mutating func append(
    flat group: QuantifiedGroup, to steps: inout [PatternPath.Element], of draft: inout PatternDraft
  ) throws(QueryError) {
    let start = max(0, steps.count - 1)
    try append(group.pattern.elements, to: &steps, of: &draft)
    if let name = group.pattern.variable { try bindPathVariable(name, Array(steps[start...]), into: &draft) }
    if let predicate = group.predicate { draft.conditions.append(.expression(predicate)) }
  }
}

extension PatternElement {
  fileprivate var span: SourceSpan {
    switch self {
    case .node(let node): node.span
    case .relationship(let relationship): relationship.span
    case .group(let group): group.span
    }
  }
}
