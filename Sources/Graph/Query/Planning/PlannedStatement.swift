/// A statement that was read, bound and planned: all that depends neither on what is visible nor on the values of parameters.
struct PlannedStatement: Sendable {
  let source: SourceText
  let bound: BoundStatement
  /// What its rows write down of what they rest on.
  let tracing: Tracing
  let plan: QueryPlan
  /// The planner as it was afterwards, for the plans of subqueries in expressions.
  let planner: Planner

  /// Plans a statement.
  ///
  /// - Parameters:
  ///   - lists: what the absence of a relationship says, by type; nil when rows tell nothing of what they rest on.
  ///   - withEvidence: rows tell all that they rest on.
  init(
    _ bound: BoundStatement, source: SourceText, graph: PropertyGraph, lists: [String: RecordedList]?,
    withEvidence: Bool
  ) {
    self.source = source
    self.bound = bound
    tracing = PlannedStatement.tracing(of: bound, lists: lists, withEvidence: withEvidence)
    var planner = Planner(graph: graph, for: bound, tracing: tracing, lists: tracing == .nothing ? [:] : lists ?? [:])
    plan = planner.plan(bound.query, filled: [], partition: nil)
    self.planner = planner
  }

  private static func tracing(
    of bound: BoundStatement, lists: [String: RecordedList]?, withEvidence: Bool
  ) -> Tracing {
    guard let lists, bound.mode == .run else { return .nothing }
    if withEvidence { return .everything }
    return bound.query.searchesLists(ListSearch(lists: lists)) ? .absences : .nothing
  }
}
