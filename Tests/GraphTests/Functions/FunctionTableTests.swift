import Testing

@testable import Graph

@Suite("The table of functions")
struct FunctionTableTests {
  @Test("no name stands for two functions")
  func unique() {
    let names = FunctionTable.names.map { $0.lowercased() }
    #expect(Set(names).count == names.count)
  }

  @Test(
    "names are found in any case, synonyms too",
    arguments: [
      ("TOUPPER", "toUpper"), ("upper", "toUpper"), ("ceiling", "ceil"), ("path_length", "length"),
      ("Element_Id", "elementId"), ("cardinality", "size"), ("ln", "log"), ("btrim", "trim"), ("nullif", "nullIf"),
    ])
  func lookup(written: String, name: String) { #expect(FunctionTable.function(named: written)?.name == name) }

  @Test(
    "aggregates and their GQL names", arguments: [("COLLECT_LIST", AggregateFunction.collect), ("stddev_pop", .stDevP)])
  func aggregates(written: String, function: AggregateFunction) {
    #expect(AggregateTable.aggregate(named: written)?.function == function)
    #expect(AggregateTable.all.count == AggregateFunction.allCases.count)
  }

  @Test(
    "every function is documented by a sentence with an example",
    arguments: FunctionTable.families.flatMap(\.functions).map(\.name))
  func documented(name: String) throws {
    let function = try #require(FunctionTable.function(named: name))
    #expect(function.documentation.hasSuffix("."))
    #expect(function.documentation.contains("`"))
  }

  @Test("a signature shows what may be left out")
  func signature() {
    #expect(FunctionTable.function(named: "substring")?.signature == "substring(text, start[, length])")
    #expect(FunctionTable.function(named: "coalesce")?.signature == "coalesce(value, ...)")
  }
}
