extension Asker {
  /// The view that also shows what may still be there on the day or not; nil when there is no such thing.
  func unknownView(
    for request: AskRequest, without more: [NodeID], _ plain: QueryEngine
  ) throws(AskError) -> UnknownView? {
    guard request.day != nil, landscape.graph.key(named: ClaimColumns.endUnknown) != nil else { return nil }
    var options = try viewOptions(for: request, without: more)
    options.withUnknown = true
    let elements = views.elements(shownOnlyBy: options) {
      SoughtElements(landscape.graph, plain: plain.view, wide: views.view(options).view)
    }
    return elements.isEmpty ? nil : UnknownView(elements: elements, engine: engine(seeing: options, request))
  }

  /// The rows that a query has only through what may still be there or not; nil when it has none.
  func unknownRows(
    of asked: AskedQuery, _ prepared: PreparedQuery, beside known: ResultTable, _ unknown: UnknownView?,
    _ request: AskRequest, into result: inout AskedAnswer
  ) throws(AskError) -> ResultTable? {
    guard let unknown, prepared.mayFind(unknown.elements) else { return nil }
    do throws(QueryError) {
      let start = ContinuousClock.now
      var table = known.rowsMissing(from: try prepared.seen(by: unknown.engine).run(asked.values))
      result.timing.execute += ContinuousClock.now - start
      table.title = result.language.choose("Unknown at this date", "Onbekend op deze datum")
      table.columnTitles = known.columnTitles
      table.isUnknown = true
      return table.rows.isEmpty ? nil : table
    } catch {
      throw .query(error, asked.source)
    }
  }
}

/// A view that includes what may still be there on the day or not.
struct UnknownView {
  let elements: SoughtElements
  let engine: QueryEngine
}

extension SoughtElements {
  /// What a view that includes what is unknown shows more than the plain view.
  fileprivate init(_ graph: PropertyGraph, plain: View, wide: View) {
    types = []
    for index in 0..<graph.relationshipCount {
      let relationship = RelationshipID(index)
      if wide.shows(relationship) && !plain.shows(relationship) { types.insert(graph.type(of: relationship)) }
    }
    nodes = graph.allNodes.filter { wide.shows($0) && !plain.shows($0) }
  }

  fileprivate var isEmpty: Bool { types.isEmpty && nodes.isEmpty }
}

extension ResultTable {
  /// The rows that another table has and this one has not, as multisets, in the order of the other.
  func rowsMissing(from other: ResultTable) -> ResultTable {
    var left: [[Value]: Int] = [:]
    for row in rows { left[row, default: 0] += 1 }
    let places = other.rows.indices.filter { place in
      let count = left[other.rows[place], default: 0]
      left[other.rows[place]] = count - 1
      return count <= 0
    }
    var missing = other
    missing.rows = ResultRows(places.map { other.rows[$0] })
    missing.evidence = other.evidence.isEmpty ? [] : places.map { other.evidence[$0] }
    return missing
  }
}
