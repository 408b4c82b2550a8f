/// Subqueries about two nodes can be turned round: with one of the nodes given, find every other one there is an answer for.
extension BoundQuery {
  /// The nodes of the surrounding query that may be found instead of given, each with the query that finds it; empty when
  /// that could change an answer, or fail where this query does not.
  ///
  /// - Parameter counting: how often a row comes counts, and not only whether there is one.
  func openings(counting: Bool) -> [OpenEnd] {
    guard outerSlots.count == 2, branches.count == 1 else { return [] }
    return [(0, 1), (1, 0)].compactMap { given, found in
      opened(at: outerSlots[found], counting: counting).map {
        OpenEnd(given: outerSlots[given], found: outerSlots[found], query: $0)
      }
    }
  }

  /// The query that finds the node in a slot, which is its only output.
  private func opened(at end: Slot, counting: Bool) -> BoundQuery? {
    var clauses = branches[0].clauses
    var last: BoundProjection?
    if case .project(let projection)? = clauses.last {
      clauses.removeLast()
      guard projection.onlyNames else { return nil }
      // Unless equal rows are dropped, the values of the rows do not matter.
      if counting && projection.isDistinct { last = projection }
    }
    guard let clauses = opened(clauses, at: end) else { return nil }
    last?.outputs.append(end)
    var query = self
    query.branches = [BoundBranch(clauses: clauses + [last.map { .project($0) }].compactMap { $0 }, outputs: [end])]
    query.outputs = [end]
    query.outerSlots.removeAll { $0 == end }
    return query
  }

  /// The clauses, of which the first that knows of the node finds it.
  private func opened(_ clauses: [BoundClause], at end: Slot) -> [BoundClause]? {
    var clauses = clauses
    var isFound = false
    for place in clauses.indices {
      guard case .match(var match) = clauses[place], match.isPlain else { return nil }
      if isFound { continue }
      let nodes = match.pattern.nodes.indices.filter { match.pattern.nodes[$0].slot == end }
      if nodes.isEmpty && match.predicates.contains(where: { $0.slotsRead.contains(end) }) { return nil }
      guard !nodes.isEmpty else { continue }
      for node in nodes { match.pattern.nodes[node].isBound = false }
      match.newSlots.append(end)
      clauses[place] = .match(match)
      isFound = true
    }
    return isFound ? clauses : nil
  }
}

/// A subquery about two nodes that is given one of them and finds the other.
struct OpenEnd {
  /// Holds the node that is given.
  var given: Slot
  /// Receives the node that is found; in the rows outside it holds the one that is asked about.
  var found: Slot
  var query: BoundQuery
}

extension BoundMatch {
  /// Single relationships with predicates that cannot fail: its rows come in the order of the incoming ones.
  var isPlain: Bool {
    !isOptional && pattern.groups.isEmpty && pattern.paths.isEmpty && pattern.selectors.isEmpty
      && pattern.relationships.allSatisfy { $0.length == nil && !$0.isBound }
      && predicates.allSatisfy(\.isSafePredicate)
  }
}

extension BoundProjection {
  /// It gives values, perhaps each once, and does nothing else.
  fileprivate var onlyNames: Bool {
    aggregation == nil && order.isEmpty && skip == nil && limit == nil && predicate == nil
      && items.allSatisfy(\.expression.isSafeValue)
  }
}
