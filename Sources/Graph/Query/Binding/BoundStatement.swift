/// A variable's place in a row. Every variable of a statement has a slot of its own, never used again, so that an
/// expression finds its operands wherever in the plan it is evaluated.
struct Slot: Hashable, Comparable, Sendable {
  let index: Int
  static func < (left: Slot, right: Slot) -> Bool { left.index < right.index }
}

/// A statement whose names are resolved: variables to slots, labels and types and keys to numbers of the graph.
struct BoundStatement: Sendable {
  var mode: StatementSyntax.Mode
  var query: BoundQuery
  /// How many slots the statement uses.
  var slotCount: Int
  /// The variable or column a slot stands for, for EXPLAIN; nil for anonymous ones.
  var slotNames: [String?]
  var warnings: [QueryWarning]
  /// Some pattern has a repeated path, or a relationship of variable length that no path and no selector is about.
  var hasWalks: Bool
}

/// Branches joined by UNION; without UNION there is one.
struct BoundQuery: Sendable {
  var branches: [BoundBranch]
  /// `UNION ALL`: equal rows stay.
  var keepsDuplicates: Bool
  /// The names of the result columns; empty when the query returns nothing (`EXISTS { MATCH ... }`).
  var columns: [String]
  /// Where the result columns are found, whichever branch produced the row.
  var outputs: [Slot]
  /// The slots of the surrounding query that this one reads; empty at the top.
  var outerSlots: [Slot]
}

/// The clauses of a single query, in order.
struct BoundBranch: Sendable {
  var clauses: [BoundClause]
  /// The branch's own result slots, in the order of `BoundQuery.outputs`; equal to them when there is one branch.
  var outputs: [Slot]
}

/// One clause.
indirect enum BoundClause: Sendable {
  /// `MATCH`, `OPTIONAL MATCH`
  case match(BoundMatch)
  /// `UNWIND list AS x`
  case unwind(list: BoundExpression, slot: Slot)
  /// `WITH`, `RETURN`
  case project(BoundProjection)
  /// `CALL { }` and procedures written in the language
  case call(BoundCall)
}

/// `MATCH` with everything that decides whether a row matches.
struct BoundMatch: Sendable {
  var isOptional: Bool
  var pattern: PatternGraph
  /// The conjuncts of WHERE, of inline WHERE and of property maps, outside variable-length parts.
  var predicates: [BoundExpression]
  /// The slots this clause fills; all become null together when an optional match finds nothing.
  var newSlots: [Slot]
  var span: SourceSpan
}

/// `WITH` or `RETURN`: first grouping (when it aggregates), then items, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
struct BoundProjection: Sendable {
  /// The keys and aggregates; nil without aggregates. Items then read the slots of keys and aggregates only.
  var aggregation: BoundAggregation?
  /// The projected expressions with the slot each fills. A slot passed on as it is (`WITH *`) is not listed.
  var items: [BoundItem]
  var isDistinct: Bool
  var order: [BoundSortKey]
  var skip: BoundExpression?
  var limit: BoundExpression?
  var predicate: BoundExpression?
  /// The slots that exist after the clause, in column order.
  var outputs: [Slot]
}

/// `expression AS slot`.
struct BoundItem: Sendable {
  var slot: Slot
  var expression: BoundExpression
}

/// One key of ORDER BY; it may read slots from before and from after the projection's items.
struct BoundSortKey: Sendable {
  var expression: BoundExpression
  var isDescending: Bool
  /// Where nulls go; nil is the standard: last when ascending, first when descending.
  var nullsFirst: Bool?
}

/// Grouping keys and aggregates of one projection.
struct BoundAggregation: Sendable {
  var keys: [BoundItem]
  var aggregates: [BoundAggregate]
}

/// `count(DISTINCT x) AS slot`.
struct BoundAggregate: Sendable {
  var slot: Slot
  var function: AggregateFunction
  var isDistinct: Bool
  /// nil for `count(*)`.
  var argument: BoundExpression?
  /// The percentile of `percentileCont` and `percentileDisc`, the separator of `string_agg`-like functions.
  var parameter: BoundExpression?
  var span: SourceSpan
}

/// The aggregates of the language.
enum AggregateFunction: String, Sendable, CaseIterable {
  case count, sum, avg, min, max, collect
  case percentileCont, percentileDisc
  case stDev, stDevP
}

/// A subquery run for each row: `CALL { }`, or a named query put in place of its call.
struct BoundCall: Sendable {
  /// Keeps rows for which the subquery returns nothing, with null in its outputs.
  var isOptional: Bool
  /// Filled per row before the subquery runs: the parameters of a named query.
  var arguments: [BoundItem]
  var query: BoundQuery
  /// The name of the inlined query, for EXPLAIN.
  var procedure: String?
  var span: SourceSpan
}
