/// A whole query as written: `[EXPLAIN | PROFILE] query`.
struct StatementSyntax: Sendable {
  enum Mode: Sendable { case run, explain, profile }
  var mode: Mode
  var query: QuerySyntax
}

/// One or more single queries joined by UNION.
struct QuerySyntax: Sendable {
  var first: SingleQuerySyntax
  /// `UNION [ALL] <single query>`, left to right.
  var rest: [UnionBranch]
  var span: SourceSpan
}

/// `UNION [ALL] <single query>`.
struct UnionBranch: Sendable {
  var isAll: Bool
  var keywordSpan: SourceSpan
  var query: SingleQuerySyntax
}

/// A run of clauses, usually ended by RETURN.
struct SingleQuerySyntax: Sendable {
  var clauses: [ClauseSyntax]
  var span: SourceSpan
}

/// One clause. GQL's `FOR`, `LET` and `FILTER` are parsed into the cases they rename.
enum ClauseSyntax: Sendable {
  /// `[OPTIONAL] MATCH (a)-->(b) WHERE ...`
  case match(MatchClause)
  /// `UNWIND list AS x`, `FOR x IN list`
  case unwind(UnwindClause)
  /// `WITH ...`, `LET`, `FILTER`
  case with(ProjectionClause)
  /// `RETURN ...`
  case returning(ProjectionClause)
  /// `CALL name(args) YIELD ...`
  case callProcedure(CallProcedureClause)
  /// `CALL { ... }`, `CALL (a) { ... }`
  case callSubquery(CallSubqueryClause)
}

/// `[OPTIONAL] MATCH pattern, pattern WHERE predicate`.
struct MatchClause: Sendable {
  var isOptional: Bool
  var patterns: [PathPattern]
  var predicate: Expression?
  var span: SourceSpan
}

/// `UNWIND list AS variable`.
struct UnwindClause: Sendable {
  var list: Expression
  var variable: Name
  var span: SourceSpan
}

/// `WITH` or `RETURN` with its sub-clauses.
struct ProjectionClause: Sendable {
  var isDistinct: Bool
  /// `*` stood first.
  var includesAll: Bool
  var items: [ProjectionItem]
  var order: [SortItem]
  var skip: Expression?
  var limit: Expression?
  /// Only after WITH.
  var predicate: Expression?
  /// The keyword WITH or RETURN.
  var keywordSpan: SourceSpan
  var span: SourceSpan
}

/// `expression [AS alias]`; without alias the column is named by the source text of the expression.
struct ProjectionItem: Sendable {
  var expression: Expression
  var alias: Name?
}

/// `expression [ASC | DESC] [NULLS FIRST | LAST]`.
struct SortItem: Sendable {
  enum Nulls: Sendable { case standard, first, last }
  var expression: Expression
  var isDescending: Bool
  var nulls: Nulls
}

/// `CALL a.b(args) YIELD x AS y, z WHERE ...`.
struct CallProcedureClause: Sendable {
  var isOptional: Bool
  /// The dotted name in one piece.
  var procedure: Name
  /// nil for `CALL name` without parentheses.
  var arguments: [Expression]?
  /// nil without YIELD; empty for `YIELD *`.
  var yield: [YieldItem]?
  var predicate: Expression?
  var span: SourceSpan
}

/// `column [AS variable]`.
struct YieldItem: Sendable {
  var column: Name
  var alias: Name?
}

/// `CALL { query }` or `CALL (a, b) { query }`.
struct CallSubqueryClause: Sendable {
  var isOptional: Bool
  /// The variables of `CALL (a, b) { }`; nil when none are listed (the query may begin with an importing WITH);
  /// `CALL (*) { }` sets `importsAll`.
  var imports: [Name]?
  var importsAll: Bool
  var query: QuerySyntax
  var span: SourceSpan
}
