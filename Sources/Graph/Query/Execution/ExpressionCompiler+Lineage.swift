/// The lineages of rows of a batch for which nothing was found.
typealias AbsenceNumbers = ([Int], Batch) throws(QueryError) -> [Int64]

// MARK: - Properties

extension ExpressionCompiler {
  /// The same values; what is claimed about the properties read is noted.
  func noting(_ evaluate: @escaping Evaluate, _ base: BoundExpression, _ key: BoundKey) -> Evaluate {
    guard let arena = context.lineages, arena.tracing == .everything else { return evaluate }
    let nodes = compile(base)
    return { [context] batch throws(QueryError) in
      if let notes = context.notes {
        let read = try context.noting(in: nil) { () throws(QueryError) in try nodes(batch) }
        for row in 0..<batch.count {
          guard case .node(let node) = read.value(at: row) else { continue }
          notes.add(arena.number(of: node, property: key.name), row: context.numberOfRow(row, in: batch))
        }
      }
      return try evaluate(batch)
    }
  }
}

// MARK: - Alternatives

extension ExpressionCompiler {
  /// OR: a row for which several operands are true rests on the strongest of them only.
  func notingStrongest(_ evaluate: @escaping Evaluate, of operands: [BoundExpression]) -> Evaluate {
    guard let arena = context.lineages, operands.contains(where: { $0.isNoteworthy(arena.tracing) }) else {
      return evaluate
    }
    let parts = operands.map { (evaluate: compile($0), span: $0.span) }
    return { [context] batch throws(QueryError) in
      guard let notes = context.notes else { return try evaluate(batch) }
      let truths = try context.noting(in: nil) { () throws(QueryError) in
        try evaluate(batch).truths(count: batch.count, at: operands[0].span)
      }
      let options = parts.compactMap { part -> Option? in
        let own = LineageNotes(rowCount: notes.rowCount)
        // An operand that fails for some row only has no part in it when the others decide, as in the plain evaluation.
        let values = try? context.noting(in: own) { () throws(QueryError) in
          try part.evaluate(batch).truths(count: batch.count, at: part.span)
        }
        return values.map { Option(truths: $0, notes: own) }
      }
      for row in 0..<batch.count {
        let number = context.numberOfRow(row, in: batch)
        let deciding = truths[row] == .yes ? options.filter { $0.truths[row] == .yes } : options
        let lineages = deciding.map { arena.united($0.notes[number]) }
        notes.add(truths[row] == .yes ? arena.strongestLineage(lineages) : arena.united(lineages), row: number)
      }
      return .truths(truths)
    }
  }

  /// An operand of OR with what it noted.
  private struct Option {
    let truths: [Truth]
    let notes: LineageNotes
  }
}

// MARK: - Subqueries

extension ExpressionCompiler {
  /// A subquery whose rows tell what they rest on: EXISTS rests on its strongest row, COUNT and COLLECT on all rows, and
  /// each of them, when there is no row, on the list that was searched.
  func tracedSubquery(_ expression: BoundExpression) -> Evaluate {
    guard let arena = context.lineages, let query = expression.subquery else { return { _ in .constant(.null) } }
    let part = makePart(query, false)
    let absences = search.searched(in: query).flatMap { self.absences($0) }
    let isExistence = if case .exists = expression.kind { true } else { false }
    return { [context] batch throws(QueryError) in
      let (rows, tags) = try part.all(for: batch)
      let found = Self.placesByRow(tags, count: batch.count)
      if let notes = context.notes {
        for row in 0..<batch.count where !found[row].isEmpty {
          let lineages = found[row].map { place in part.lineage.flatMap { rows?[$0].lineage(at: place) } ?? 0 }
          notes.add(
            isExistence ? arena.strongestLineage(lineages) : arena.aggregated(lineages),
            row: context.numberOfRow(row, in: batch))
        }
        let empty = found.indices.filter { found[$0].isEmpty }
        for (row, number) in zip(empty, try absences?(empty, batch) ?? []) {
          notes.add(number, row: context.numberOfRow(row, in: batch))
        }
      }
      return Self.values(of: expression, found) { place in
        query.outputs.first.flatMap { rows?[$0].value(at: place) } ?? .null
      }
    }
  }

  /// The same values; for rows for which nothing was found, the list that was searched is noted.
  func notingAbsences(_ evaluate: @escaping Evaluate, of expression: BoundExpression) -> Evaluate {
    guard let query = expression.subquery, let searched = search.searched(in: query),
      let absences = absences(searched)
    else { return evaluate }
    return { [context] batch throws(QueryError) in
      guard let notes = context.notes else { return try evaluate(batch) }
      let found = try context.noting(in: nil) { () throws(QueryError) in try evaluate(batch) }
      let empty = found.rowsWithNothing(count: batch.count)
      for (row, number) in zip(empty, try absences(empty, batch)) {
        notes.add(number, row: context.numberOfRow(row, in: batch))
      }
      return found
    }
  }

  private static func placesByRow(_ tags: [Int32], count: Int) -> [Range<Int>] {
    var places = [Range<Int>](repeating: 0..<0, count: count)
    var start = 0
    for place in tags.indices where place + 1 == tags.count || tags[place + 1] != tags[place] {
      places[Int(tags[place])] = start..<place + 1
      start = place + 1
    }
    return places
  }

  private static func values(
    of expression: BoundExpression, _ found: [Range<Int>], _ value: (Int) -> Value
  ) -> Vector {
    switch expression.kind {
    case .exists: .truths(found.map { Truth(!$0.isEmpty) })
    case .count: .integers(found.map { Int64($0.count) })
    default: .values(found.map { .list($0.map(value)) })
    }
  }

  /// What rows rest on for which a list was searched in vain; nil when nobody asks.
  func absences(_ searched: SearchedList) -> AbsenceNumbers? {
    guard let arena = context.lineages else { return nil }
    let closedness = closedness(of: searched)
    // The same list is searched for many rows.
    var (run, known): (Int, [Int64]) = (-1, [])
    var isClosed: (NodeID) -> Bool = { _ in false }
    return { [context] rows, batch throws(QueryError) in
      guard !rows.isEmpty else { return [] }
      if run != context.run {
        isClosed = try closedness()
        (run, known) = (context.run, [])
      }
      let nodes = batch[searched.slot].nodesOrNone(count: batch.count)
      var (last, lastNumber) = (NodeID.none, LineageArena.none)
      return rows.map { row in
        if nodes[row] == last { return lastNumber }
        last = nodes[row]
        if last == .none {
          lastNumber = LineageArena.none
          return lastNumber
        }
        if last.index >= known.count {
          known += repeatElement(LineageArena.none, count: last.index + 1 - known.count)
        }
        if known[last.index] == LineageArena.none {
          known[last.index] = arena.number(
            of: EvidenceAbsence(
              type: searched.type, node: last, isOwnList: searched.property != nil, isClosed: isClosed(last)))
        }
        lastNumber = known[last.index]
        return lastNumber
      }
    }
  }

  /// Whether all of a node's list is recorded: the node says so, or every node at the other end that could be in it.
  private func closedness(of searched: SearchedList) -> () throws(QueryError) -> (NodeID) -> Bool {
    let graph = context.graph
    func says(_ node: NodeID, _ property: String) -> Bool {
      if case .boolean(true) = graph.property(property, of: node) { true } else { false }
    }
    if let property = searched.property { return { { node in says(node, property) } } }
    guard let others = searched.others else { return { { _ in false } } }
    let candidates = candidates(others)
    return { () throws(QueryError) in
      let nodes = try candidates()
      let isClosed = !nodes.isEmpty && nodes.allSatisfy { says($0, others.property) }
      return { _ in isClosed }
    }
  }

  /// The visible nodes that could be at the other end.
  private func candidates(_ others: SearchedList.Others) -> () throws(QueryError) -> [NodeID] {
    let wanted = others.wanted.map { (key: $0.key.id, value: compile($0.value)) }
    return { [context] () throws(QueryError) in
      let graph = context.graph
      var values: [(key: KeyID?, value: Value)] = []
      for property in wanted {
        values.append((property.key, try property.value(Batch.single).value(at: 0)))
      }
      return graph.allNodes.filter { node in
        context.view.shows(node) && (others.labels?.accepts(node, in: graph) ?? true)
          && values.allSatisfy { key, value in
            key.map { Value.equals(graph.nodeProperties.value($0, at: node.index), value) == true } ?? false
          }
      }
    }
  }
}

extension Vector {
  /// The rows in which the answer of a subquery says that nothing was found.
  fileprivate func rowsWithNothing(count: Int) -> [Int] {
    if case .truths(let truths) = self { return truths.indices.filter { truths[$0] == .no } }
    return (0..<count).filter { isNothing(at: $0) }
  }

  /// The answer of a subquery in a row says that nothing was found.
  fileprivate func isNothing(at row: Int) -> Bool {
    switch self {
    case .truths(let truths): truths[row] == .no
    case .integers(let counts): counts[row] == 0
    default: if case .list(let items) = value(at: row) { items.isEmpty } else { false }
    }
  }
}
