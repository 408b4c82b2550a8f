@testable import Graph

/// The day on which tests call functions.
let testDay = CalendarDate(year: 2018, month: 3, day: 15) ?? CalendarDate(dayNumber: 0)

/// Calls a function as the executor does: null in gives null out unless the function looks at null itself.
func call(
  _ name: String, _ arguments: Value..., graph: PropertyGraph = PropertyGraphBuilder().build()
) throws(QueryError) -> Value {
  guard let function = FunctionTable.function(named: name) else {
    throw QueryError(.compileTime, .syntax, "UnknownFunction", name)
  }
  if function.nullPropagates, arguments.contains(where: \.isNull) { return .null }
  let context = FunctionContext(
    graph: graph, view: .everything, today: testDay, ranks: ["board": 3, "official": 0], span: SourceSpan(0, 1))
  return try function.evaluate(arguments, context)
}

/// The mistake a call makes, nil when there is none.
func callError(_ name: String, _ arguments: Value...) -> QueryError? {
  let function = FunctionTable.function(named: name)
  let context = FunctionContext(
    graph: PropertyGraphBuilder().build(), view: .everything, today: testDay, ranks: [:], span: SourceSpan(0, 1))
  do throws(QueryError) {
    _ = try function?.evaluate(arguments, context)
    return nil
  } catch {
    return error
  }
}

extension Value {
  static func list(_ texts: String...) -> Value { .list(texts.map { .string($0) }) }
  static func list(_ numbers: Int64...) -> Value { .list(numbers.map { .integer($0) }) }
  static func date(_ text: String) -> Value { CalendarDate(text).map { .date($0) } ?? .null }
  static func duration(_ text: String) -> Value { CalendarDuration(iso: text).map { .duration($0) } ?? .null }
}
