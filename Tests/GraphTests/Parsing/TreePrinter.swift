@testable import Graph

/// Prints trees as nested lists, short enough to stand beside the text they come from in a table of tests.
enum TreePrinter {
  static func print(_ statement: StatementSyntax) -> String {
    switch statement.mode {
    case .run: print(statement.query)
    case .explain: "(explain \(print(statement.query)))"
    case .profile: "(profile \(print(statement.query)))"
    }
  }

  static func print(_ query: QuerySyntax) -> String {
    query.rest.reduce(print(query.first)) { text, branch in
      "\(text) \(branch.isAll ? "union-all" : "union") \(print(branch.query))"
    }
  }

  static func print(_ query: SingleQuerySyntax) -> String {
    query.clauses.map(print).joined(separator: " ")
  }

  // MARK: Clauses

  static func print(_ clause: ClauseSyntax) -> String {
    switch clause {
    case .match(let match):
      list(match.isOptional ? "optional-match" : "match", match.patterns.map(print) + condition(match.predicate))
    case .unwind(let unwind): list("unwind", [print(unwind.list), unwind.variable.text])
    case .with(let projection): list("with", print(projection))
    case .returning(let projection): list("return", print(projection))
    case .callProcedure(let call): print(call)
    case .callSubquery(let call): print(call)
    }
  }

  static func print(_ projection: ProjectionClause) -> [String] {
    var parts = projection.isDistinct ? ["distinct"] : []
    if projection.includesAll { parts.append("*") }
    parts += projection.items.map { item in
      item.alias.map { "(as \(print(item.expression)) \($0.text))" } ?? print(item.expression)
    }
    if !projection.order.isEmpty { parts.append(list("order", projection.order.map(print))) }
    if let skip = projection.skip { parts.append("(skip \(print(skip)))") }
    if let limit = projection.limit { parts.append("(limit \(print(limit)))") }
    return parts + condition(projection.predicate)
  }

  static func print(_ item: SortItem) -> String {
    var words = [print(item.expression)]
    if item.isDescending { words.append("desc") }
    if item.nulls != .standard { words.append(item.nulls == .first ? "nulls-first" : "nulls-last") }
    return words.count == 1 ? words[0] : "(\(words.joined(separator: " ")))"
  }

  static func print(_ call: CallProcedureClause) -> String {
    var parts = [call.procedure.text]
    if let arguments = call.arguments { parts.append("(" + arguments.map(print).joined(separator: " ") + ")") }
    if let items = call.yield {
      parts.append(list("yield", items.map { $0.column.text + ($0.alias.map { "→" + $0.text } ?? "") }))
    }
    return list(call.isOptional ? "optional-call" : "call", parts + condition(call.predicate))
  }

  static func print(_ call: CallSubqueryClause) -> String {
    var parts: [String] = []
    if call.importsAll { parts.append("[*]") }
    if let imports = call.imports { parts.append("[" + imports.map(\.text).joined(separator: " ") + "]") }
    return list(call.isOptional ? "optional-call" : "call", parts + ["{\(print(call.query))}"])
  }

  private static func condition(_ predicate: Expression?) -> [String] {
    predicate.map { ["(where \(print($0)))"] } ?? []
  }

  // MARK: Patterns

  static func print(_ path: PathPattern) -> String {
    var text = path.elements.map(print).joined()
    switch path.selector {
    case .all: break
    case .anyShortest: text = "any-shortest " + text
    case .allShortest: text = "all-shortest " + text
    case .shortest(let count): text = "shortest-\(count) " + text
    }
    if path.isFunctionForm { text = "f:" + text }
    return path.variable.map { "\($0.text)=\(text)" } ?? text
  }

  static func print(_ element: PatternElement) -> String {
    switch element {
    case .node(let node):
      "(" + inside(node.variable, node.labels, nil, node.properties, node.predicate) + ")"
    case .relationship(let relationship):
      (relationship.direction == .incoming ? "<-[" : "-[")
        + inside(
          relationship.variable, relationship.types, relationship.length, relationship.properties,
          relationship.predicate)
        + (relationship.direction == .outgoing ? "]->" : "]-")
    case .group(let group):
      "{" + ([print(group.pattern)] + condition(group.predicate)).joined(separator: " ") + "}" + print(group.length)
    }
  }

  private static func inside(
    _ variable: Name?, _ labels: LabelExpression?, _ length: PathLength?, _ map: Expression?, _ predicate: Expression?
  ) -> String {
    var text = variable?.text ?? ""
    if let labels { text += ":" + print(labels) }
    text += print(length)
    let rest = (map.map { [print($0)] } ?? []) + condition(predicate)
    return ([text] + rest).filter { !$0.isEmpty }.joined(separator: " ")
  }

  static func print(_ length: PathLength?) -> String {
    length.map { "*\($0.minimum)..\($0.maximum.map(String.init) ?? "")" } ?? ""
  }

  static func print(_ labels: LabelExpression) -> String {
    switch labels {
    case .name(let name): name.text
    case .any: "%"
    case .and(let left, let right): "(\(print(left))&\(print(right)))"
    case .or(let left, let right): "(\(print(left))|\(print(right)))"
    case .not(let inner): "!\(print(inner))"
    }
  }

  // MARK: Expressions

  static func print(_ expression: Expression) -> String {
    switch expression.kind {
    case .integer(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let text): "'\(text)'"
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .parameter(let name): "$\(name)"
    case .variable(let name): name
    case .property(let owner, let name): "\(print(owner)).\(name.text)"
    case .hasLabels(let owner, let labels): "\(print(owner)):\(print(labels))"
    case .list(let elements): "[" + elements.map(print).joined(separator: " ") + "]"
    case .map(let entries): "{" + entries.map(print).joined(separator: " ") + "}"
    case .mapProjection(let variable, let items): "\(variable.text){\(items.map(print).joined(separator: " "))}"
    case .unary(let operation, let operand): list("\(operation)", [print(operand)])
    case .binary(let operation, let left, let right): list(sign(operation), [print(left), print(right)])
    case .comparison(let first, let steps):
      "(" + ([print(first)] + steps.map { "\(sign($0.comparison)) \(print($0.operand))" }).joined(separator: " ") + ")"
    case .isNull(let operand, let isNegated): list(isNegated ? "not-null" : "null", [print(operand)])
    case .index(let owner, let index): "\(print(owner))[\(print(index))]"
    case .slice(let owner, let from, let to): "\(print(owner))[\(from.map(print) ?? "")..\(to.map(print) ?? "")]"
    default: printForm(expression.kind)
    }
  }

  private static func printForm(_ kind: ExpressionKind) -> String {
    switch kind {
    case .conditional(let subject, let branches, let otherwise):
      list(
        "case",
        (subject.map { [print($0)] } ?? []) + branches.map { "\(print($0.condition))→\(print($0.result))" }
          + (otherwise.map { ["else→\(print($0))"] } ?? []))
    case .call(let name, let isDistinct, let arguments):
      "\(name.text)(" + ((isDistinct ? ["distinct"] : []) + arguments.map(print)).joined(separator: " ") + ")"
    case .countAll: "count(*)"
    case .listComprehension(let element, let source, let predicate, let projection):
      "[\(([element.text, "in", print(source)] + condition(predicate) + bar(projection)).joined(separator: " "))]"
    case .patternComprehension(let path, let predicate, let projection):
      "[\(([print(path)] + condition(predicate) + bar(projection)).joined(separator: " "))]"
    case .quantifier(let quantifier, let element, let source, let predicate):
      list("\(quantifier)", [element.text, print(source), print(predicate)])
    case .reduce(let accumulator, let initial, let element, let source, let step):
      list("reduce", ["\(accumulator.text)=\(print(initial))", element.text, print(source), print(step)])
    case .patternPredicate(let path): "<\(print(path))>"
    case .exists(let query): "exists{\(print(query))}"
    case .countSubquery(let query): "count{\(print(query))}"
    case .collectSubquery(let query): "collect{\(print(query))}"
    default: "?"
    }
  }

  private static func bar(_ projection: Expression?) -> [String] { projection.map { ["|", print($0)] } ?? [] }

  private static func print(_ entry: MapEntry) -> String { "\(entry.key.text):\(print(entry.value))" }

  private static func print(_ item: MapProjectionItem) -> String {
    switch item {
    case .property(let name): ".\(name.text)"
    case .allProperties: ".*"
    case .entry(let entry): print(entry)
    case .variable(let name): name.text
    }
  }

  private static func sign(_ operation: BinaryOperator) -> String {
    switch operation {
    case .or: "or"
    case .xor: "xor"
    case .and: "and"
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .concatenate: "||"
    case .isIn: "in"
    case .startsWith: "starts-with"
    case .endsWith: "ends-with"
    case .contains: "contains"
    case .matchesRegex: "=~"
    }
  }

  private static func sign(_ comparison: Comparison) -> String {
    switch comparison {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(\(([head] + parts).joined(separator: " ")))"
  }
}
