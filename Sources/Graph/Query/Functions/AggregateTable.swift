/// What the binder and the reference know of an aggregate.
struct AggregateDescription: Sendable {
  let function: AggregateFunction
  /// Other names for the same aggregate, such as those of GQL.
  let synonyms: [String]
  /// The arguments: one, or two with a percentile.
  let parameters: [FunctionParameter]
  /// What it does, one sentence, with an example.
  let documentation: String
}

/// Every aggregate of the language, found by name or synonym in any case.
enum AggregateTable {
  private static let value = FunctionParameter("value")
  private static let number = FunctionParameter("number", StaticType.numbers)
  private static let percentile = FunctionParameter("percentile", StaticType.numbers)

  /// The aggregates in the order of the reference.
  static let all: [AggregateDescription] = [
    AggregateDescription(
      function: .count, synonyms: [], parameters: [value],
      documentation: "How many values are not null; `count(*)` counts rows: `count(DISTINCT m)`."),
    AggregateDescription(
      function: .sum, synonyms: [], parameters: [FunctionParameter("number", StaticType.numbers + [.duration])],
      documentation: "The sum of the values that are not null, 0 without any: `sum(f.times_per_year)`."),
    AggregateDescription(
      function: .avg, synonyms: [], parameters: [FunctionParameter("number", StaticType.numbers + [.duration])],
      documentation: "The mean of the values that are not null, null without any: `avg(f.times_per_year)`."),
    AggregateDescription(
      function: .min, synonyms: [], parameters: [value],
      documentation: "The least value in the order of ORDER BY, nulls left out: `min(m.valid_from)`."),
    AggregateDescription(
      function: .max, synonyms: [], parameters: [value],
      documentation: "The greatest value in the order of ORDER BY, nulls left out: `max(m.valid_from)`."),
    AggregateDescription(
      function: .collect, synonyms: ["collect_list"], parameters: [value],
      documentation: "The values that are not null as a list: `collect(DISTINCT m.name)`."),
    AggregateDescription(
      function: .percentileCont, synonyms: ["percentile_cont"], parameters: [number, percentile],
      documentation: "The percentile (0.0 to 1.0), interpolated between values: `percentileCont(n.size, 0.5)`."),
    AggregateDescription(
      function: .percentileDisc, synonyms: ["percentile_disc"], parameters: [number, percentile],
      documentation: "The percentile (0.0 to 1.0) as one of the values: `percentileDisc(n.size, 0.5)`."),
    AggregateDescription(
      function: .stDev, synonyms: ["stddev_samp"], parameters: [number],
      documentation: "The standard deviation of a sample: `stDev(n.size)`."),
    AggregateDescription(
      function: .stDevP, synonyms: ["stddev_pop"], parameters: [number],
      documentation: "The standard deviation of a population: `stDevP(n.size)`."),
  ]

  private static let byName: [String: AggregateDescription] = {
    var table: [String: AggregateDescription] = [:]
    for aggregate in all {
      for name in [aggregate.function.rawValue] + aggregate.synonyms { table[name.lowercased()] = aggregate }
    }
    return table
  }()

  /// The aggregate with a name or synonym, whatever its case; nil when there is none. O(length).
  static func aggregate(named name: String) -> AggregateDescription? { byName[name.lowercased()] }
}
