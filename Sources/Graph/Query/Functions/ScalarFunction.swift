/// A function of the language that turns values into a value.
struct ScalarFunction: Sendable {
  /// The name as documented.
  let name: String
  /// Other names for the same function, such as those of GQL.
  let synonyms: [String]
  /// What it takes; the last may repeat when `isVariadic`.
  let parameters: [FunctionParameter]
  let isVariadic: Bool
  /// What is known of its result.
  let result: StaticType
  /// What it does, one sentence, with an example.
  let documentation: String
  /// Null in any argument gives null without a call.
  let nullPropagates: Bool
  /// Computes the result.
  let evaluate: @Sendable ([Value], FunctionContext) throws(QueryError) -> Value
}

/// One parameter of a function.
struct FunctionParameter: Sendable {
  let name: String
  /// The types it accepts; an argument whose static type is known and fits none is a compile-time TypeError.
  let accepts: [StaticType]
  let isOptional: Bool
}

/// What a function may look at besides its arguments.
struct FunctionContext: Sendable {
  let graph: PropertyGraph
  let view: View
  /// The day that `date()` gives.
  let today: CalendarDate
  /// Enumerations by property value: the position of a value in its enumeration, for `rank`.
  let ranks: [String: Int]
  /// Where the call stands in the query, for errors.
  let span: SourceSpan
}
