/// Writes a query as plain openCypher: every `CALL name(...) YIELD ...` becomes a `CALL { ... }` with the text of the named
/// query, and its parameters become what the call gives them.
///
/// A parameter or literal is put in as it is. Any other argument is computed once, at the start of the subquery, into a
/// variable that every WITH of the body hands on.
struct QueryExpansion {
  let procedures: LibraryProcedures

  /// What stands for the parameters of the named query being written, and what its WITH clauses must hand on.
  struct Surroundings {
    var texts: [String: String] = [:]
    var carried: [String] = []
    var calls: [String] = []
  }

  /// The text of a query without calls of named queries.
  ///
  /// - Throws: `QueryError` when the query or one it calls cannot be read.
  func expanded(_ source: SourceText) throws(QueryError) -> String {
    try text(of: source, try Parser.parse(source).query, Surroundings())
  }

  private func text(
    of source: SourceText, _ query: QuerySyntax, _ around: Surroundings
  ) throws(QueryError) -> String {
    var edits = Edits()
    try edit(query, source, around, &edits)
    addParameters(source, query.span, around, &edits)
    return edits.applied(to: source, query.span)
  }

  private func edit(
    _ query: QuerySyntax, _ source: SourceText, _ around: Surroundings, _ edits: inout Edits
  ) throws(QueryError) {
    for single in [query.first] + query.rest.map(\.query) {
      for clause in single.clauses {
        switch clause {
        case .callProcedure(let call): edits.replace(call.span, with: try replacement(call, source, around))
        case .callSubquery(let call): try edit(call.query, source, around, &edits)
        case .with(let projection):
          let rest = SourceSpan(projection.span.upperBound, single.span.upperBound)
          handOn(needed(in: rest, of: source, around), by: projection, &edits)
        default: break
        }
        for inner in clause.subqueries { try edit(inner, source, around, &edits) }
      }
    }
  }

  /// The computed arguments that are read in a part of the text.
  private func needed(in span: SourceSpan, of source: SourceText, _ around: Surroundings) -> [String] {
    guard !around.carried.isEmpty else { return [] }
    let read = Lexer.tokens(of: source, in: span).filter { $0.kind == .parameter }.compactMap { token in
      around.texts[String(source.text(token.span).dropFirst())]
    }
    return around.carried.filter { read.contains($0) }
  }

  /// Adds variables to a WITH. Beside aggregates alone they are aggregated too: as keys they would leave no row where
  /// there was nothing to aggregate.
  private func handOn(_ names: [String], by projection: ProjectionClause, _ edits: inout Edits) {
    guard !projection.includesAll, let last = projection.items.last else { return }
    let isTotal = projection.items.allSatisfy { $0.expression.containsAggregate }
    let end = (last.alias?.span ?? last.expression.span).upperBound
    edits.insert(names.map { isTotal ? ", max(\($0)) AS \($0)" : ", \($0)" }.joined(), at: end)
  }

  /// Each `$name` of the named query becomes what the call gave.
  private func addParameters(
    _ source: SourceText, _ span: SourceSpan, _ around: Surroundings, _ edits: inout Edits
  ) {
    guard !around.texts.isEmpty else { return }
    for token in Lexer.tokens(of: source, in: span) where token.kind == .parameter {
      let name = String(source.text(token.span).dropFirst())
      if let text = around.texts[name] { edits.replace(token.span, with: text) }
    }
  }

  private func replacement(
    _ call: CallProcedureClause, _ source: SourceText, _ around: Surroundings
  ) throws(QueryError) -> String {
    let name = call.procedure.text
    guard let procedure = try procedures.procedure(named: name) else {
      throw .unknownProcedure(call.procedure, among: procedures.procedureNames)
    }
    guard !around.calls.contains(name) else { throw .recursion(around.calls + [name], at: call.span) }
    let given = try arguments(call, procedure, source, around)
    let inner = Surroundings(
      texts: given.texts,
      carried: given.computed.map(\.name) + Set(given.texts.values).intersection(around.carried).sorted(),
      calls: around.calls + [name])
    let start = importing(given)
    var bodies: [String] = []
    for body in procedure.bodies {
      bodies += try branches(body, inner).map { start + $0 }
    }
    let isDistinct = procedure.bodies.count == 1 && procedure.bodies[0].query.rest.contains { !$0.isAll }
    let whole = bodies.joined(separator: isDistinct ? "\nUNION\n" : "\nUNION ALL\n")
    return yielding(call, source, whole, given.imports)
  }

  private func branches(_ body: ProcedureBody, _ around: Surroundings) throws(QueryError) -> [String] {
    var texts: [String] = []
    for single in [body.query.first] + body.query.rest.map(\.query) {
      let query = QuerySyntax(first: single, rest: [], span: single.span)
      texts.append(try text(of: body.source, query, around))
    }
    return texts
  }

  /// Chooses and renames columns, where the call does.
  private func yielding(
    _ call: CallProcedureClause, _ source: SourceText, _ whole: String, _ imports: [String]
  ) -> String {
    let word = call.isOptional ? "OPTIONAL CALL" : "CALL"
    let inner = "{\n" + whole.indented + "\n}"
    guard let items = call.yield, !items.isEmpty else { return "\(word) \(inner)" }
    let columns = items.map { item in
      CypherText.name(item.column.text) + (item.alias.map { " AS " + CypherText.name($0.text) } ?? "")
    }
    let start = imports.isEmpty ? "" : "WITH \(imports.joined(separator: ", "))\n"
    let nested = start + "CALL \(inner)\nRETURN " + columns.joined(separator: ", ")
    let filter = call.predicate.map { "\nWITH * WHERE \(source.text($0.span))" } ?? ""
    return "\(word) {\n" + nested.indented + "\n}" + filter
  }
}

// MARK: - Arguments

extension QueryExpansion {
  /// What a call gives to the parameters.
  struct Arguments {
    /// What `$name` becomes.
    var texts: [String: String] = [:]
    /// The arguments that are computed from variables.
    var computed: [(name: String, text: String)] = []
    /// The variables of the surroundings that they use.
    var imports: [String] = []
  }

  private func arguments(
    _ call: CallProcedureClause, _ procedure: Procedure, _ source: SourceText, _ around: Surroundings
  ) throws(QueryError) -> Arguments {
    var result = Arguments()
    for (place, parameter) in procedure.parameters.enumerated() {
      guard let given = call.arguments, place < given.count else {
        result.texts[parameter] = around.texts[parameter] ?? "$\(parameter)"
        if let carried = around.texts[parameter], around.carried.contains(carried) { result.imports.append(carried) }
        continue
      }
      var edits = Edits()
      addParameters(source, given[place].span, around, &edits)
      let text = edits.applied(to: source, given[place].span)
      let variables = Set(given[place].mentionedVariables.names).union(around.carried.filter { text.contains($0) })
        .sorted()
      result.imports += variables.filter { !result.imports.contains($0) }
      if variables.isEmpty || around.carried.contains(text) {
        result.texts[parameter] = text
      } else {
        let name = "given_\(parameter)" + (around.calls.isEmpty ? "" : "_\(around.calls.count)")
        result.texts[parameter] = name
        result.computed.append((name, text))
      }
    }
    return result
  }

  private func importing(_ given: Arguments) -> String {
    guard !given.imports.isEmpty else { return "" }
    let imports = "WITH \(given.imports.joined(separator: ", "))\n"
    guard !given.computed.isEmpty else { return imports }
    let kept = given.texts.values.filter { given.imports.contains($0) }.sorted()
    let items = given.computed.map { "\($0.text) AS \($0.name)" } + kept
    return imports + "WITH \(items.joined(separator: ", "))\n"
  }
}

/// Replacements in a text, none within another.
struct Edits {
  private var edits: [(span: SourceSpan, text: String)] = []

  mutating func replace(_ span: SourceSpan, with text: String) { edits.append((span, text)) }

  mutating func insert(_ text: String, at offset: Int) { edits.append((SourceSpan(offset, offset), text)) }

  /// The span of the text with the replacements in it; one inside another is left out.
  func applied(to source: SourceText, _ span: SourceSpan) -> String {
    let sorted = edits.enumerated().sorted {
      ($0.element.span.lowerBound, $0.offset) < ($1.element.span.lowerBound, $1.offset)
    }
    var result = ""
    var place = span.lowerBound
    for (_, edit) in sorted where edit.span.lowerBound >= place && edit.span.upperBound <= span.upperBound {
      result += source.text(SourceSpan(place, edit.span.lowerBound)) + edit.text
      place = edit.span.upperBound
    }
    return result + source.text(SourceSpan(place, span.upperBound))
  }
}

extension String {
  /// Each line two places to the right.
  var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
  }
}
