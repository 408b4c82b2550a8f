/// Every scalar function of the language, found by name or synonym in any case.
enum FunctionTable {
  /// The functions in the order of the reference, family by family.
  static let families: [FunctionFamily] = [
    FunctionFamily(title: "Graph", functions: GraphFunctions.all),
    FunctionFamily(title: "Lists", functions: ListFunctions.all),
    FunctionFamily(title: "Text", functions: TextFunctions.all),
    FunctionFamily(title: "Numbers", functions: NumberFunctions.all),
    FunctionFamily(title: "Conversion", functions: ConversionFunctions.all),
    FunctionFamily(title: "Time", functions: TimeFunctions.all),
  ]

  private static let byName: [String: ScalarFunction] = {
    var table: [String: ScalarFunction] = [:]
    for function in families.flatMap(\.functions) {
      for name in [function.name] + function.synonyms { table[name.lowercased()] = function }
    }
    return table
  }()

  /// The function with a name or synonym, whatever its case; nil when there is none. O(length).
  static func function(named name: String) -> ScalarFunction? { byName[name.lowercased()] }

  /// Every name a call may use, scalar and aggregate, sorted.
  static let names: [String] = {
    let scalars = families.flatMap(\.functions).flatMap { [$0.name] + $0.synonyms }
    let aggregates = AggregateTable.all.flatMap { [$0.function.rawValue] + $0.synonyms }
    return (scalars + aggregates + ["exists"]).sorted()
  }()
}

/// The functions about one thing, with the heading of their part of the reference.
struct FunctionFamily: Sendable {
  let title: String
  let functions: [ScalarFunction]
}
