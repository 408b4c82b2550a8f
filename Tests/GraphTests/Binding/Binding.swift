@testable import Graph

/// Parses and binds a query, by default against an empty graph.
func bound(
  _ text: String, graph: PropertyGraph = PropertyGraphBuilder().build(), parameters: [String]? = nil,
  vocabulary: Vocabulary? = nil, procedures: any ProcedureSource = NoProcedures()
) throws(QueryError) -> BoundStatement {
  let source = SourceText(name: "query", text: text)
  let environment = BindingEnvironment(
    graph: graph, parameterNames: parameters, vocabulary: vocabulary, procedures: procedures)
  return try Binder.bind(Parser.parse(source), source: source, environment: environment)
}

/// The mistake that binding finds, nil when there is none.
func bindingError(_ text: String, parameters: [String]? = nil, procedures: any ProcedureSource = NoProcedures())
  -> QueryError?
{
  do throws(QueryError) {
    _ = try bound(text, parameters: parameters, procedures: procedures)
    return nil
  } catch {
    return error
  }
}

extension BoundStatement {
  /// The clauses of the first branch.
  var clauses: [BoundClause] { query.branches[0].clauses }

  /// The first MATCH.
  var match: BoundMatch? {
    for case .match(let match) in clauses { return match }
    return nil
  }

  /// The last WITH or RETURN.
  var projection: BoundProjection? {
    for case .project(let projection) in clauses.reversed() { return projection }
    return nil
  }

  func names(_ slots: [Slot]) -> [String] { slots.map { slotNames[$0.index] ?? "_" } }
}
