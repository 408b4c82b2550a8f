extension ExpressionCompiler {
  func compileCollection(_ expression: BoundExpression) -> Evaluate {
    let span = expression.span
    switch expression.kind {
    case .list(let items): return list(items.map { compile($0) }, span)
    case .map(let entries): return map(nil, entries, span)
    case .mapWithAll(let base, let entries): return map(compile(base), entries, span)
    case .index(let base, let index):
      let (graph, view) = (context.graph, context.view)
      let element = binary(compile(base), compile(index)) { value, place throws(QueryError) in
        try Indexing.element(of: value, at: place, graph, view, span)
      }
      guard let label = labelElement(base, index) else { return element }
      return { batch throws(QueryError) in
        if let labels = try label(batch) { return labels }
        return try element(batch)
      }
    case .slice(let base, let from, let to):
      return slice(compile(base), from.map { compile($0) }, to.map { compile($0) }, span)
    case .listComprehension(let slot, let list, let predicate, let projection):
      return comprehension(slot, list, predicate, projection)
    case .quantifier(let quantifier, let slot, let list, let predicate):
      return quantified(quantifier, slot, list, predicate)
    case .reduce(let accumulator, let initial, let element, let list, let step):
      return reduce(accumulator, compile(initial), element, list, compile(step))
    default: return { _ in .constant(.null) }
    }
  }

  /// `labels(n)[i]` for a whole column; gives nil where that is something else.
  private func labelElement(
    _ base: BoundExpression, _ index: BoundExpression
  ) -> ((Batch) throws(QueryError) -> Vector?)? {
    guard case .function(let function, let arguments) = base.kind, function.name == "labels", arguments.count == 1
    else { return nil }
    let (nodes, place, graph) = (compile(arguments[0]), compile(index), context.graph)
    return { batch throws(QueryError) in
      guard case .nodes(let nodes) = try nodes(batch), case .constant(.integer(let place)) = try place(batch) else {
        return nil
      }
      return ColumnFunction.label(at: place, of: nodes, in: graph)
    }
  }

  private func list(_ items: [Evaluate], _ span: SourceSpan) -> Evaluate {
    { batch throws(QueryError) in
      var columns: [Vector] = []
      for item in items { columns.append(try item(batch)) }
      let constants = columns.compactMap { if case .constant(let value) = $0 { Optional(value) } else { nil } }
      if constants.count == columns.count { return .constant(try Value.list(constants).notTooDeep(at: span)) }
      var result: [Value] = []
      result.reserveCapacity(batch.count)
      for row in 0..<batch.count {
        result.append(try Value.list(columns.map { $0.value(at: row) }).notTooDeep(at: span))
      }
      return .values(result)
    }
  }

  private func map(_ base: Evaluate?, _ entries: [BoundMapEntry], _ span: SourceSpan) -> Evaluate {
    let parts = entries.map { (key: $0.key, evaluate: compile($0.value)) }
    let (graph, view) = (context.graph, context.view)
    return { batch throws(QueryError) in
      let bases = try base?(batch)
      var columns: [(key: String, values: Vector)] = []
      for part in parts { columns.append((part.key, try part.evaluate(batch))) }
      var result: [Value] = []
      for row in 0..<batch.count {
        var map = ValueMap()
        if let bases {
          guard let all = try PropertyAccess.all(of: bases.value(at: row), graph, view, at: span) else {
            result.append(.null)
            continue
          }
          map = all
        }
        for column in columns { map[column.key] = column.values.value(at: row) }
        result.append(try Value.map(map).notTooDeep(at: span))
      }
      return .values(result)
    }
  }

  private func slice(
    _ base: @escaping Evaluate, _ from: Evaluate?, _ to: Evaluate?, _ span: SourceSpan
  ) -> Evaluate {
    { batch throws(QueryError) in
      let (bases, starts, ends) = (try base(batch), try from?(batch), try to?(batch))
      var result: [Value] = []
      for row in 0..<batch.count {
        result.append(
          try Indexing.slice(bases.value(at: row), starts?.value(at: row), ends?.value(at: row), at: span))
      }
      return .values(result)
    }
  }
}

// MARK: - Expressions with a variable of their own

extension ExpressionCompiler {
  /// Every element of every row's list as a row of its own, row by row.
  private struct Elements {
    var batch: Batch
    /// How many elements there are of each row.
    var counts: [Int]
    /// The rows whose list is null.
    let nulls: [Bool]

    /// Only some of the elements, in their order.
    func kept(_ places: [Int32]) -> Elements {
      var (kept, next, end) = (self, 0, 0)
      kept.batch = batch.gathered(places)
      for (row, count) in counts.enumerated() {
        end += count
        let start = next
        while next < places.count, places[next] < end { next += 1 }
        kept.counts[row] = next - start
      }
      return kept
    }
  }

  /// - Parameter read: what is read of the row besides the element.
  private func elements(
    of list: @escaping Evaluate, _ slot: Slot, _ batch: Batch, read: [Slot], _ span: SourceSpan
  ) throws(QueryError) -> Elements {
    let lists = try list(batch)
    var nulls = [Bool](repeating: false, count: batch.count)
    if case .lists(let lists) = lists {
      let (column, counts) = lists.elements
      return Elements(batch: try spread(batch, counts, read, slot, column), counts: counts, nulls: nulls)
    }
    var (values, counts): ([Value], [Int]) = ([], Array(filledWith: 0, count: batch.count))
    for row in 0..<batch.count {
      switch lists.value(at: row) {
      case .null: nulls[row] = true
      case .list(let items):
        values.append(contentsOf: items)
        counts[row] = items.count
      case let other: throw RuntimeErrors.notAList(other, at: span)
      }
    }
    return Elements(batch: try spread(batch, counts, read, slot, .compact(values)), counts: counts, nulls: nulls)
  }

  /// Each row as often as it has elements, which go in a slot; only what is read of it.
  private func spread(
    _ batch: Batch, _ counts: [Int], _ read: [Slot], _ slot: Slot, _ elements: Vector
  ) throws(QueryError) -> Batch {
    let read = (read + [context.rowSlot].compactMap { $0 }).filter { $0 != slot && !batch[$0].isAbsent }
    let count = counts.reduce(0, +)
    try context.use(rows: count)
    var result = Batch(count: count)
    if !read.isEmpty {
      var rows: [Int32] = []
      rows.reserveCapacity(count)
      for (row, count) in counts.enumerated() {
        rows.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: row), count: count))
      }
      result = batch.gathered(rows, keeping: read)
    }
    result[slot] = elements
    return result
  }

  private func comprehension(
    _ slot: Slot, _ list: BoundExpression, _ predicate: BoundExpression?, _ projection: BoundExpression?
  ) -> Evaluate {
    let lists = compile(list)
    let read = Array((predicate?.slotsRead ?? []).union(projection?.slotsRead ?? []))
    let predicate = predicate.map { (evaluate: compile($0), span: $0.span) }
    let projection = projection.map { compile($0) }
    return { [self] batch throws(QueryError) in
      var elements = try elements(of: lists, slot, batch, read: read, list.span)
      if let predicate, elements.batch.count > 0 {
        let truths = try predicate.evaluate(elements.batch).truths(count: elements.batch.count, at: predicate.span)
        elements = elements.kept(truths.rows(where: .yes))
      }
      let values = elements.batch.count == 0 ? .absent : try projection?(elements.batch) ?? elements.batch[slot]
      if !elements.nulls.contains(true), let lists = ListPool(values, counts: elements.counts) {
        return .lists(ListColumn(lists))
      }
      var (result, start): ([Value], Int) = ([], 0)
      result.reserveCapacity(batch.count)
      for (row, count) in elements.counts.enumerated() {
        result.append(
          elements.nulls[row] ? .null : .list((start..<start + count).map { values.value(at: $0) }))
        start += count
      }
      return .values(result)
    }
  }

  private func quantified(
    _ quantifier: Quantifier, _ slot: Slot, _ list: BoundExpression, _ predicate: BoundExpression
  ) -> Evaluate {
    let (lists, test, read) = (compile(list), compile(predicate), Array(predicate.slotsRead))
    return { [self] batch throws(QueryError) in
      let elements = try elements(of: lists, slot, batch, read: read, list.span)
      let truths =
        elements.batch.count == 0
        ? [] : try test(elements.batch).truths(count: elements.batch.count, at: predicate.span)
      var (result, start): ([Truth], Int) = ([], 0)
      result.reserveCapacity(batch.count)
      for (row, count) in elements.counts.enumerated() {
        let tally = Tally(truths[start..<start + count])
        result.append(elements.nulls[row] ? .unknown : tally.truth(quantifier))
        start += count
      }
      return .truths(result)
    }
  }

  /// How many elements satisfy a predicate.
  private struct Tally {
    var yes = 0
    var no = 0
    var unknown = 0

    init(_ truths: ArraySlice<Truth>) {
      truths.withUnsafeBufferPointer { truths in
        for truth in truths {
          yes += truth == .yes ? 1 : 0
          unknown += truth == .unknown ? 1 : 0
        }
      }
      no = truths.count - yes - unknown
    }

    func truth(_ quantifier: Quantifier) -> Truth {
      switch quantifier {
      case .all: no > 0 ? .no : unknown > 0 ? .unknown : .yes
      case .any: yes > 0 ? .yes : unknown > 0 ? .unknown : .no
      case .none: yes > 0 ? .no : unknown > 0 ? .unknown : .yes
      case .single: yes > 1 ? .no : unknown > 0 ? .unknown : Truth(yes == 1)
      }
    }
  }

  /// The n-th elements of all lists are folded in together.
  private func reduce(
    _ accumulator: Slot, _ initial: @escaping Evaluate, _ element: Slot, _ list: BoundExpression,
    _ step: @escaping Evaluate
  ) -> Evaluate {
    let lists = compile(list)
    return { [context] batch throws(QueryError) in
      let listValues = try lists(batch)
      var items = [[Value]?](repeating: nil, count: batch.count)
      for row in 0..<batch.count {
        switch listValues.value(at: row) {
        case .null: break
        case .list(let values): items[row] = values
        case let other: throw RuntimeErrors.notAList(other, at: list.span)
        }
      }
      var result = try initial(batch).values(count: batch.count)
      var place = 0
      while true {
        let rows = (0..<Int32(batch.count)).filter { (items[Int($0)]?.count ?? 0) > place }
        if rows.isEmpty { break }
        var current = batch.gathered(rows)
        current[accumulator] = .compact(rows.map { result[Int($0)] })
        current[element] = .compact(rows.map { items[Int($0)]?[place] ?? .null })
        let values = try step(current)
        for (index, row) in rows.enumerated() {
          result[Int(row)] = try values.value(at: index).notTooDeep(at: list.span)
        }
        try context.use(rows: rows.count)
        place += 1
      }
      return .values(result.enumerated().map { items[$0.offset] == nil ? .null : $0.element })
    }
  }
}
