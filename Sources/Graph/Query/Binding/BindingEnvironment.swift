/// What the binder knows of the world around a statement.
struct BindingEnvironment: Sendable {
  /// The graph whose labels, types and keys get their numbers.
  let graph: PropertyGraph
  /// The parameters that will be given; nil when that is not known yet, and then none is missed.
  var parameterNames: [String]?
  /// The names of the schema, for warnings and suggestions.
  var vocabulary: Vocabulary?
  /// The queries that `CALL name(...)` can name.
  var procedures: any ProcedureSource = NoProcedures()

  /// Describes the world; without more than a graph nothing is checked against a schema or list of parameters.
  init(
    graph: PropertyGraph, parameterNames: [String]? = nil, vocabulary: Vocabulary? = nil,
    procedures: any ProcedureSource = NoProcedures()
  ) {
    self.graph = graph
    self.parameterNames = parameterNames
    self.vocabulary = vocabulary
    self.procedures = procedures
  }
}

/// Named queries, to be put in place of their call.
protocol ProcedureSource: Sendable {
  /// Every name, for suggestions.
  var procedureNames: [String] { get }

  /// The named query; nil when there is none of that name.
  /// - Throws: the mistake in its text when it cannot be parsed.
  func procedure(named name: String) throws(QueryError) -> Procedure?
}

/// A query with a name and parameters.
struct Procedure: Sendable {
  /// The name as documented.
  var name: String
  /// The names its text uses as `$name`, in the order of the call's arguments.
  var parameters: [String]
  /// Its text, parsed; several stand for their UNION ALL and return the same columns.
  var bodies: [ProcedureBody]
}

/// One query text of a procedure.
struct ProcedureBody: Sendable {
  var source: SourceText
  var query: QuerySyntax
}

/// No procedures at all.
struct NoProcedures: ProcedureSource {
  var procedureNames: [String] { [] }
  func procedure(named name: String) throws(QueryError) -> Procedure? { nil }
}
