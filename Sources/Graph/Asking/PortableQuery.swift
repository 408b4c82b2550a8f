/// Writes a query with the clauses that most engines for openCypher have: subqueries in expressions become `CALL { ... }`
/// before the clause, label expressions and conditions inside a pattern become conditions of its WHERE, and `rank(x)`
/// becomes a CASE.
///
/// Works in rounds, each on the text of the last: one rewrites the outermost things that are left. What has no counterpart
/// (a subquery inside a list comprehension, a group repeated) stays as it is.
struct PortableQuery {
  /// The ranks of values, for `rank(x)`: by property where its name is known, else of all.
  var ranks: (_ property: String?) -> [String: Int] = { _ in [:] }

  /// The least number that no name made here has in the text.
  private var number = 0

  init(ranks: @escaping (_ property: String?) -> [String: Int] = { _ in [:] }) { self.ranks = ranks }

  /// The same query, portable.
  ///
  /// - Throws: `QueryError` when it cannot be read.
  mutating func written(_ text: String) throws(QueryError) -> String {
    var text = text
    for _ in 0..<64 {
      let source = SourceText(name: "query", text: text)
      let query = try Parser.parse(source).query
      var edits = Edits()
      rewrite(query, source, [], &edits)
      replaceDoubledQuotes(in: source, &edits)
      let next = edits.applied(to: source, SourceSpan(0, source.bytes.count))
      guard next != text else { break }
      text = next
    }
    return text
  }

  /// A name that the text does not have yet.
  private mutating func name(_ start: String, _ source: SourceText) -> String {
    let words = Set(Lexer.tokens(of: source).filter(\.isName).map { source.text($0.span) })
    repeat { number += 1 } while words.contains("\(start)_\(number)")
    return "\(start)_\(number)"
  }
}

// MARK: - Clauses

extension PortableQuery {
  private mutating func rewrite(_ query: QuerySyntax, _ source: SourceText, _ scope: Set<String>, _ edits: inout Edits)
  {
    for single in [query.first] + query.rest.map(\.query) {
      var scope = scope
      for clause in single.clauses {
        switch clause {
        case .match(let match): rewrite(match, source, scope, &edits)
        case .with(let projection), .returning(let projection): rewrite(projection, source, scope, &edits)
        case .callSubquery(let call):
          rewrite(call.query, source, call.importsAll ? scope : Set((call.imports ?? []).map(\.text)), &edits)
        case .unwind, .callProcedure: break
        }
        scope = clause.scope(after: scope)
      }
    }
  }

  /// `WITH ... WHERE`: what stands in the columns is computed before, what stands in the condition behind.
  private mutating func rewrite(
    _ projection: ProjectionClause, _ source: SourceText, _ scope: Set<String>, _ edits: inout Edits
  ) {
    let condition = PatternText.condition(in: projection.span, of: source)
    var calls: [String] = []
    for expression in projection.items.map(\.expression) + projection.order.map(\.expression) {
      for call in subqueries(in: expression, source, countsPatterns: true) {
        let name = name("found", source)
        calls.append(text(of: call, as: name, source, scope))
        edits.replace(call.span, with: name)
      }
    }
    if !calls.isEmpty { edits.insert(calls.joined(separator: "\n") + "\n", at: projection.keywordSpan.lowerBound) }
    replaceFunctions(in: projection.items.map(\.expression) + projection.order.map(\.expression), source, &edits)
    guard let condition, let predicate = projection.predicate else { return }
    let kept = ClauseSyntax.with(projection).scope(after: scope)
    let more = predicate.names(in: source).intersection(scope).subtracting(kept).sorted()
    if !more.isEmpty, !subqueries(in: predicate, source, countsPatterns: false).isEmpty {
      guard projection.keepsRows, let last = projection.items.last else { return }
      let end = (last.alias?.span ?? last.expression.span).upperBound
      edits.insert(more.map { ", \($0)" }.joined(), at: end)
    }
    filter(predicate, condition, source, kept.union(more), &edits)
  }

  private mutating func rewrite(
    _ match: MatchClause, _ source: SourceText, _ scope: Set<String>, _ edits: inout Edits
  ) {
    if let bound = boundEnds(of: match, source, scope) { return edits.replace(match.span, with: bound) }
    var pattern = PatternText(source: source)
    for path in match.patterns { pattern.add(path) { name("node", source) } }
    if pattern.isChanged {
      edits.replace(match.span, with: pattern.text(of: match))
      return
    }
    guard let predicate = match.predicate, let condition = PatternText.condition(in: match.span, of: source) else {
      return
    }
    let bound = ClauseSyntax.match(match).scope(after: scope)
    guard match.isOptional else { return filter(predicate, condition, source, bound, &edits) }
    guard !subqueries(in: predicate, source, countsPatterns: false).isEmpty else {
      return replaceFunctions(in: [predicate], source, &edits)
    }
    edits.replace(match.span, with: collected(match, source, scope, bound))
  }

  /// A condition with subqueries: first the parts without, then the subqueries, then the parts with them.
  private mutating func filter(
    _ predicate: Expression, _ condition: SourceSpan, _ source: SourceText, _ scope: Set<String>, _ edits: inout Edits
  ) {
    let found = subqueries(in: predicate, source, countsPatterns: false)
    guard !found.isEmpty else { return replaceFunctions(in: [predicate], source, &edits) }
    var plain: [String] = []
    var later: [String] = []
    var calls: [String] = []
    var kept = scope.sorted()
    for part in PatternText.conjuncts(of: condition, source) {
      var own = Edits()
      let inside = found.filter { part.lowerBound <= $0.span.lowerBound && $0.span.upperBound <= part.upperBound }
      for call in inside {
        let name = name("found", source)
        calls.append(text(of: call, as: name, source, scope))
        own.replace(call.span, with: name)
        kept.append(name)
      }
      let text = own.applied(to: source, part)
      if inside.isEmpty { plain.append(text) } else { later.append(text) }
    }
    let keyword = PatternText.keyword(before: condition, source)
    edits.replace(
      SourceSpan(keyword, condition.upperBound),
      with: (plain.isEmpty ? "" : "WHERE " + plain.joined(separator: " AND ") + "\n")
        + calls.joined(separator: "\n") + "\nWITH \(kept.joined(separator: ", ")) WHERE "
        + later.joined(separator: " AND "))
  }

  /// An OPTIONAL MATCH whose condition has subqueries: what it finds is collected, and a row without is added where it
  /// finds nothing.
  private mutating func collected(
    _ match: MatchClause, _ source: SourceText, _ scope: Set<String>, _ bound: Set<String>
  ) -> String {
    let new = bound.subtracting(scope).sorted()
    let imports = PatternText.names(in: match.span, of: source).intersection(scope).sorted()
    let found = name("found", source)
    let row = name("row", source)
    let start = imports.isEmpty ? "" : "WITH \(imports.joined(separator: ", "))\n"
    let text = PatternText.withoutFirstWord(match.span, of: source)
    let items = new.enumerated().map { "\(row)[\($0.offset)] AS \($0.element)" }
    return "CALL {\n" + (start + text + "\nRETURN collect([\(new.joined(separator: ", "))]) AS \(found)").indented
      + "\n}\nUNWIND CASE WHEN size(\(found)) = 0 THEN [[]] ELSE \(found) END AS \(row)\nWITH "
      + (scope.sorted() + items).joined(separator: ", ")
  }

  /// Shortest paths between ends that are found first: some engines want them bound.
  private mutating func boundEnds(of match: MatchClause, _ source: SourceText, _ scope: Set<String>) -> String? {
    guard match.patterns.count == 1, !match.isOptional, let path = match.patterns.first, path.isFunctionForm,
      case .node(let first)? = path.elements.first, case .node(let last)? = path.elements.last
    else { return nil }
    var edits = Edits()
    var ends: [String] = []
    var names: [String] = []
    for node in [first, last] where node.labels != nil || node.properties != nil {
      let variable = node.variable?.text ?? name("node", source)
      let inside = node.variable?.span.upperBound ?? node.span.lowerBound + 1
      let rest = source.text(SourceSpan(inside, node.span.upperBound))
      ends.append("(\(variable)\(rest)")
      names.append(variable)
      edits.replace(node.span, with: "(\(variable))")
    }
    guard !ends.isEmpty else { return nil }
    let kept = (scope.union(names)).sorted().joined(separator: ", ")
    return "MATCH \(ends.joined(separator: ", "))\nWITH \(kept)\n" + edits.applied(to: source, match.span)
  }
}

// MARK: - Expressions

extension PortableQuery {
  /// The subqueries of an expression that can be computed before it: EXISTS, COUNT, and patterns where those are no
  /// conditions. Those inside lists, that depend on an element, stay.
  private func subqueries(in expression: Expression, _ source: SourceText, countsPatterns: Bool) -> [Expression] {
    switch expression.kind {
    case .exists, .countSubquery: [expression]
    case .patternPredicate(let path):
      countsPatterns || path.elements.contains(where: \.hasLabelChoice) ? [expression] : []
    case .listComprehension, .patternComprehension, .quantifier, .reduce: []
    default: expression.parts.flatMap { subqueries(in: $0, source, countsPatterns: countsPatterns) }
    }
  }

  /// `CALL { ... RETURN count(*) > 0 AS name }`.
  private func text(of call: Expression, as name: String, _ source: SourceText, _ scope: Set<String>) -> String {
    let imports = call.names(in: source).intersection(scope).sorted()
    let start = imports.isEmpty ? "" : "WITH \(imports.joined(separator: ", "))\n"
    let body: String
    var result = "count(*) > 0"
    switch call.kind {
    case .exists(let query): body = counted(query, source, start)
    case .countSubquery(let query):
      body = counted(query, source, start)
      result = "count(*)"
    default: body = start + "MATCH " + source.text(call.span)
    }
    return "CALL {\n" + (body + "\nRETURN \(result) AS \(name)").indented + "\n}"
  }

  /// The clauses of a query whose rows are to be counted.
  private func counted(_ query: QuerySyntax, _ source: SourceText, _ start: String) -> String {
    let clauses = query.first.clauses
    var end = query.span.upperBound
    if query.rest.isEmpty, case .returning(let last)? = clauses.last, last.keepsRows {
      end = last.keywordSpan.lowerBound
    } else if case .returning? = clauses.last {
      let branches = ([query.first] + query.rest.map(\.query)).map { start + source.text($0.span).trimmed }
      let isAll = query.rest.allSatisfy(\.isAll)
      return start + "CALL {\n" + branches.joined(separator: isAll ? "\nUNION ALL\n" : "\nUNION\n").indented + "\n}"
    }
    let text = source.text(SourceSpan(query.span.lowerBound, end)).trimmed
    return start + (text.hasPrefix("(") ? "MATCH " : "") + text
  }

  /// A quote within a text is written with a backslash, which everybody reads, not as two quotes.
  private func replaceDoubledQuotes(in source: SourceText, _ edits: inout Edits) {
    for token in Lexer.tokens(of: source) where token.kind == .string {
      let bytes = source.bytes[token.span.lowerBound..<token.span.upperBound]
      let inside = bytes.dropFirst().dropLast()
      guard let quote = bytes.first, zip(inside, inside.dropFirst()).contains(where: { $0 == quote && $1 == quote }),
        let text = try? StringLiteral.value(bytes)
      else { continue }
      edits.replace(token.span, with: CypherText.quoted(text))
    }
  }

  /// `rank(x)` becomes a CASE; a sum of whole numbers is kept whole where an engine would make it a fraction.
  private func replaceFunctions(in expressions: [Expression], _ source: SourceText, _ edits: inout Edits) {
    var pending = expressions
    while let next = pending.popLast() {
      if case .call(let function, _, let arguments) = next.kind, function.text.lowercased() == "tointeger" {
        pending += arguments.flatMap(\.parts)
        continue
      }
      if case .call(let function, _, let arguments) = next.kind, function.text.lowercased() == "sum",
        arguments.allSatisfy(\.isWholeNumber)
      {
        edits.replace(next.span, with: "toInteger(\(source.text(next.span)))")
        continue
      }
      guard case .call(let function, _, let arguments) = next.kind, function.text.lowercased() == "rank",
        let argument = arguments.first
      else {
        pending += next.parts
        continue
      }
      var property: String?
      if case .property(_, let name) = argument.kind { property = name.text }
      let order = ranks(property).sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      guard !order.isEmpty else { continue }
      let branches = order.map { " WHEN \(CypherText.quoted($0.key)) THEN \($0.value)" }.joined()
      edits.replace(next.span, with: "CASE \(source.text(argument.span))\(branches) END")
    }
  }
}

extension ProjectionClause {
  /// Counting its rows is the same as counting those it is given.
  fileprivate var keepsRows: Bool {
    !isDistinct && skip == nil && limit == nil && !items.contains { $0.expression.containsAggregate }
  }
}

extension Expression {
  /// The names in its text, of variables and of other things.
  fileprivate func names(in source: SourceText) -> Set<String> { PatternText.names(in: span, of: source) }
}

extension Expression {
  /// A whole number whatever the row: a literal, or a choice between such.
  fileprivate var isWholeNumber: Bool {
    switch kind {
    case .integer: true
    case .conditional(_, let branches, let otherwise):
      branches.allSatisfy(\.result.isWholeNumber) && (otherwise?.isWholeNumber ?? true)
    default: false
    }
  }
}

extension PatternElement {
  /// A node with a label expression that is more than labels one after another, or with a condition.
  fileprivate var hasLabelChoice: Bool {
    guard case .node(let node) = self else { return false }
    return node.predicate != nil || !(node.labels?.isConjunction ?? true)
  }
}

extension ClauseSyntax {
  /// The variables that are known after the clause, given those before it.
  fileprivate func scope(after scope: Set<String>) -> Set<String> {
    switch self {
    case .match(let match): scope.union(match.patterns.flatMap(\.variableNames))
    case .unwind(let unwind): scope.union([unwind.variable.text])
    case .with(let projection), .returning(let projection):
      Set(projection.items.compactMap(\.name)).union(projection.includesAll ? scope : [])
    case .callProcedure(let call): scope.union((call.yield ?? []).map { ($0.alias ?? $0.column).text })
    case .callSubquery(let call): scope.union(call.query.columnNames)
    }
  }
}

extension QuerySyntax {
  fileprivate var columnNames: [String] {
    guard case .returning? = first.clauses.last else { return [] }
    return first.clauses.reduce(into: Set<String>()) { $0 = $1.scope(after: $0) }.sorted()
  }
}

extension ProjectionItem {
  fileprivate var name: String? {
    if let alias { return alias.text }
    if case .variable(let name) = expression.kind { return name }
    return nil
  }
}

extension PathPattern {
  fileprivate var variableNames: [String] {
    [variable?.text].compactMap { $0 }
      + elements.flatMap { element in
        switch element {
        case .node(let node): [node.variable?.text].compactMap { $0 }
        case .relationship(let relationship): [relationship.variable?.text].compactMap { $0 }
        case .group(let group): group.pattern.variableNames
        }
      }
  }
}
