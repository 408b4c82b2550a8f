/// The catalogue of what can be wrong with a statement before it runs, variables first.
extension QueryError {
  static func undefinedVariable(_ name: Name, in scope: Scope) -> QueryError {
    if scope.isDropped(name.text) {
      return .semantic(
        "UndefinedVariable", "the variable \(name.text) is no longer there: a WITH, DISTINCT or aggregate left it out",
        at: name.span, hint: "pass it on: WITH ..., \(name.text)")
    }
    let hint =
      NearestName.hint(for: name.text, in: scope.names)
      ?? (scope.names.isEmpty ? nil : "the variables here are \(scope.names.prefix(8).joined(separator: ", "))")
    return .semantic("UndefinedVariable", "there is no variable \(name.text)", at: name.span, hint: hint)
  }

  static func patternDeclares(_ name: Name) -> QueryError {
    .semantic(
      "UndefinedVariable", "a pattern used as a condition cannot introduce the variable \(name.text)", at: name.span,
      hint: "leave the name out, or write EXISTS { ... }")
  }

  static func alreadyBound(_ name: Name) -> QueryError {
    .semantic(
      "VariableAlreadyBound", "the variable \(name.text) already stands for something else", at: name.span,
      hint: "choose another name")
  }

  static func typeConflict(_ name: Name, is type: StaticType, usedAs use: String) -> QueryError {
    .semantic(
      "VariableTypeConflict", "the variable \(name.text) is \(type.words) and cannot be used as \(use)", at: name.span,
      hint: "choose another name")
  }

  static func repeatedRelationship(_ name: Name) -> QueryError {
    .semantic(
      "RelationshipUniquenessViolation",
      "the relationship \(name.text) stands twice in one MATCH, which matches no relationship twice", at: name.span,
      hint: "choose another name")
  }

  static func ambiguousAggregation(_ text: String, at span: SourceSpan) -> QueryError {
    .semantic(
      "AmbiguousAggregationExpression",
      "\(text) is used beside an aggregate, but the rows are not grouped by it", at: span,
      hint: "make it a column of its own, in a WITH before this")
  }

  static func aggregateNotAllowed(_ place: String, at span: SourceSpan) -> QueryError {
    .semantic(
      "InvalidAggregation", "an aggregate cannot stand in \(place)", at: span,
      hint: "compute it in a WITH first: WITH ..., count(*) AS number")
  }

  static func nestedAggregation(at span: SourceSpan) -> QueryError {
    .semantic(
      "NestedAggregation", "an aggregate cannot stand inside another", at: span,
      hint: "compute the inner one in a WITH first")
  }

  static func randomInAggregate(at span: SourceSpan) -> QueryError {
    .semantic(
      "NonConstantExpression", "rand() cannot stand inside an aggregate", at: span,
      hint: "compute it in a WITH first")
  }

  static func semantic(
    _ detail: String, _ message: String, at span: SourceSpan?, hint: String? = nil
  ) -> QueryError {
    QueryError(.compileTime, .syntax, detail, message, at: span, hint: hint)
  }
}

// MARK: - Clauses

extension QueryError {
  static func columnConflict(_ name: String, at span: SourceSpan) -> QueryError {
    .semantic(
      "ColumnNameConflict", "two columns are called \(name)", at: span, hint: "give one another name with AS")
  }

  static func missingAlias(_ text: String, at span: SourceSpan) -> QueryError {
    .semantic(
      "NoExpressionAlias", "an expression in WITH needs a name", at: span, hint: "write \(text.prefix(60)) AS name")
  }

  static func nothingToReturn(at span: SourceSpan) -> QueryError {
    .semantic(
      "NoVariablesInScope", "RETURN * finds no variables to return", at: span,
      hint: "give a node or relationship of the pattern a name")
  }

  static func differentColumns(_ columns: [String], _ others: [String], at span: SourceSpan) -> QueryError {
    .semantic(
      "DifferentColumnsInUnion",
      "the parts of a UNION must return the same columns, not \(list(columns)) and \(list(others))",
      at: span, hint: "name them alike with AS")
  }

  static func mixedUnion(at span: SourceSpan) -> QueryError {
    .semantic(
      "InvalidClauseComposition", "UNION and UNION ALL cannot be mixed", at: span,
      hint: "use one of them throughout, or put a part in CALL { }")
  }

  static func mustEndWithReturn(at span: SourceSpan) -> QueryError {
    .semantic("InvalidClauseComposition", "a query must end with RETURN", at: span, hint: "add RETURN *")
  }

  static func clauseAfterReturn(at span: SourceSpan) -> QueryError {
    .semantic(
      "InvalidClauseComposition", "nothing can follow RETURN", at: span, hint: "write WITH instead of that RETURN")
  }

  static func rowDependent(_ clause: String, at span: SourceSpan) -> QueryError {
    .semantic(
      "NonConstantExpression", "\(clause) must be the same for all rows, so it cannot use variables", at: span,
      hint: "write a number or a parameter")
  }

  static func negativeCount(_ clause: String, at span: SourceSpan) -> QueryError {
    .semantic("NegativeIntegerArgument", "\(clause) cannot be negative", at: span)
  }

  static func collectNeedsOneColumn(at span: SourceSpan) -> QueryError {
    .semantic("InvalidClauseComposition", "COLLECT { } must return exactly one column", at: span)
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}

// MARK: - Types and patterns

extension QueryError {
  static func wrongOperand(
    _ operation: String, _ type: StaticType, wants wanted: String, at span: SourceSpan, hint: String? = nil
  ) -> QueryError {
    .semantic("InvalidArgumentType", "\(operation) needs \(wanted), not \(type.words)", at: span, hint: hint)
  }

  static func wrongOperand(
    _ symbol: String, _ left: StaticType, and right: StaticType, at span: SourceSpan
  ) -> QueryError {
    .semantic("InvalidArgumentType", "\(symbol) cannot combine \(left.words) and \(right.words)", at: span)
  }

  static func noProperties(_ type: StaticType, _ key: Name) -> QueryError {
    QueryError(
      .compileTime, .type, "InvalidArgumentType", "\(type.words) has no property \(key.text)", at: key.span,
      hint: type.isList
        ? "take one element first, [0], or write [x IN list | x.\(key.text)]"
        : "nodes, relationships and maps have properties")
  }

  static func cannotIndex(_ type: StaticType, at span: SourceSpan) -> QueryError {
    QueryError(
      .compileTime, .type, "InvalidArgumentType", "\(type.words) has no elements to take by index", at: span)
  }

  static func wrongIndex(_ type: StaticType, at span: SourceSpan) -> QueryError {
    QueryError(
      .compileTime, .type, "ListElementAccessByNonInteger",
      "a place in a list is a whole number, not \(type.words)", at: span)
  }

  static func patternIsNoValue(at span: SourceSpan) -> QueryError {
    .semantic(
      "UnexpectedSyntax", "a pattern is a condition, not a value, and cannot stand here", at: span,
      hint: "write EXISTS { ... }, COUNT { ... } or [pattern | expression]")
  }

  static func parameterAsProperties(at span: SourceSpan) -> QueryError {
    .semantic(
      "InvalidParameterUse", "a parameter cannot stand for all properties of a pattern", at: span,
      hint: "write {name: $name}")
  }

  static func invalidPattern(_ message: String, at span: SourceSpan, hint: String? = nil) -> QueryError {
    .semantic("InvalidRelationshipPattern", message, at: span, hint: hint)
  }
}

// MARK: - Functions, parameters, procedures

extension QueryError {
  static func unknownFunction(_ name: Name) -> QueryError {
    if let reason = ForeignFunctions.unsupported(name.text) {
      return .semantic("UnknownFunction", "\(name.text)() is not supported", at: name.span, hint: reason)
    }
    let hint =
      ForeignFunctions.hint(for: name.text)
      ?? NearestName.nearest(to: name.text, in: FunctionTable.names).map { "did you mean \($0)()?" }
    return .semantic("UnknownFunction", "there is no function \(name.text)()", at: name.span, hint: hint)
  }

  static func wrongArgumentCount(_ signature: String, _ count: Int, at span: SourceSpan) -> QueryError {
    let given = count == 1 ? "1 argument" : "\(count) arguments"
    return .semantic(
      "InvalidNumberOfArguments", "\(signature) cannot be called with \(given)", at: span,
      hint: signature.hasPrefix("count(") ? "write count(*) to count rows" : nil)
  }

  static func missingParameter(_ name: String, among names: [String], at span: SourceSpan) -> QueryError {
    let near = NearestName.nearest(to: name, in: names).map { "did you mean $\($0)?" }
    return QueryError(
      .compileTime, .parameterMissing, "MissingParameter", "the parameter $\(name) has no value", at: span,
      hint: near ?? "give it a value: -p \(name)=...")
  }

  static func unknownProcedure(_ name: Name, among names: [String]) -> QueryError {
    QueryError(
      .compileTime, .procedure, "ProcedureNotFound", "there is no named query \(name.text)", at: name.span,
      hint: NearestName.hint(for: name.text, in: names)
        ?? "a folder of .gql files can be one: load the folder \(name.text) too, as in -d data/\(name.text)")
  }

  static func recursion(_ stack: [String], at span: SourceSpan) -> QueryError {
    QueryError(
      .compileTime, .procedure, "RecursiveProcedure",
      "a named query cannot call itself: \(stack.joined(separator: " → "))", at: span)
  }

  static func unknownYield(_ column: Name, of procedure: String, among columns: [String]) -> QueryError {
    .semantic(
      "UndefinedVariable", "\(procedure) yields no column \(column.text)", at: column.span,
      hint: NearestName.hint(for: column.text, in: columns) ?? "it yields \(columns.joined(separator: ", "))")
  }
}
