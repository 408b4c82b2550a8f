/// Answers queries about one graph, seen through one view.
public struct QueryEngine: Sendable {
  /// The graph asked about.
  public let graph: PropertyGraph
  /// What of it is visible.
  public var view: View {
    didSet { kept = graph.kept(for: view) }
  }
  /// How much a statement may use.
  public var budget: Budget
  /// The day that `date()` gives.
  public var today: CalendarDate
  /// The position of each enumeration value, for the function `rank`.
  public var ranks: [String: Int]
  /// How claims are recognised and weighed; nil when answers have no evidence.
  public var evidenceRules: EvidenceRules?
  /// When the first steps of a query run on several threads.
  var sharing = Sharing.standard
  /// How many times as long as finding everything from a node takes must be spent on asking about its rows before it is done.
  var endsPayFrom = 1.0
  /// What was found out about the view.
  private(set) var kept: KeptOfView
  /// How many steps must have been wasted, as a part of all there are, before shortcuts are made for the rest.
  var shortcutsPayFrom = 0.25
  /// How many such ways must have been followed one by one, as a part of the first relationships, before all are gathered.
  var twoStepsPayFrom = 1.0
  /// Reads and plans statements.
  var reader: StatementReader

  /// Makes an engine that sees everything and knows no vocabulary.
  ///
  /// - Parameters:
  ///   - graph: the graph to ask about.
  ///   - today: the day that `date()` gives.
  public init(graph: PropertyGraph, today: CalendarDate) {
    self.graph = graph
    self.today = today
    view = .everything
    kept = graph.kept
    budget = Budget()
    ranks = [:]
    reader = StatementReader(graph: graph)
  }

  /// Looks at a view of which something may have been found out before.
  mutating func see(_ view: View, keeping kept: KeptOfView) {
    self.view = view
    self.kept = kept
  }

  /// Reads, binds and plans a query, to be run once or often.
  ///
  /// - Parameters:
  ///   - source: the text of one query.
  ///   - parameters: the names of the parameters it may use; nil leaves them unchecked.
  ///   - withEvidence: rows tell what they rest on, if the engine has rules for that.
  /// - Throws: `QueryError` when the query is not one.
  public func prepare(
    _ source: SourceText, parameters: [String]? = nil, withEvidence: Bool = false
  ) throws(QueryError) -> PreparedQuery {
    let statement = try reader.statement(
      source, parameters: parameters, lists: evidenceRules?.lists, withEvidence: withEvidence)
    return PreparedQuery(statement, engine: self)
  }

  /// Where the rows of a statement write down what they rest on; nil when they write down nothing.
  fileprivate func arena(for tracing: Tracing) -> LineageArena? {
    guard let rules = evidenceRules, tracing != .nothing else { return nil }
    return LineageArena(graph: graph, view: view, rules: rules, tracing: tracing)
  }

  /// Prepares and runs a query.
  ///
  /// - Throws: `QueryError` when the query is not one, or fails.
  public func run(_ text: String, parameters: [String: Value] = [:]) throws(QueryError) -> ResultTable {
    let source = SourceText(name: "query", text: text)
    return try prepare(source, parameters: parameters.keys.sorted()).run(parameters)
  }
}

/// A query ready to run; each run may have other parameters. Not for use from several threads at once.
public final class PreparedQuery {
  /// The names of the columns.
  public let columns: [String]
  /// What is odd about the query.
  public let warnings: [QueryWarning]

  private let statement: PlannedStatement
  private let context: ExecutionContext
  private let pipeline: QueryPipeline
  private let profile: Profile?

  init(_ statement: PlannedStatement, engine: QueryEngine) {
    self.statement = statement
    let bound = statement.bound
    warnings = bound.warnings
    columns = bound.mode == .run ? bound.query.columns : ["plan"]
    context = ExecutionContext(
      graph: engine.graph, view: engine.view, today: engine.today, ranks: engine.ranks, budget: engine.budget,
      lineages: engine.arena(for: statement.tracing), kept: engine.kept)
    context.endsPayFrom = engine.endsPayFrom
    context.shortcutsPayFrom = engine.shortcutsPayFrom
    context.twoStepsPayFrom = engine.twoStepsPayFrom
    profile = bound.mode == .profile ? Profile() : nil
    let builder = PipelineBuilder(
      context: context, planner: statement.planner, profile: profile, sharing: engine.sharing)
    pipeline = builder.pipeline(for: statement.plan)
    builder.finish()
  }

  /// Runs the query.
  ///
  /// - Parameter parameters: the values of the parameters by name.
  /// - Throws: `QueryError` when it fails or uses up its budget.
  public func run(_ parameters: [String: Value] = [:]) throws(QueryError) -> ResultTable {
    guard statement.bound.mode != .explain else { return explanation(nil) }
    context.parameters = parameters
    context.start()
    pipeline.open(Batch.single)
    var rows = ResultRows()
    var evidence: [Evidence] = []
    let plan = statement.plan
    while let batch = try pipeline.next() {
      rows.append(plan.outputs.mapped { batch[$0] }, count: batch.count)
      if let lineages = context.lineages, let slot = plan.lineage {
        let column = batch[slot]
        evidence.reserve(batch.count)
        for row in 0..<batch.count { evidence.append(lineages.evidence(column.lineage(at: row))) }
      }
      if rows.count > context.budget.resultRows { throw RuntimeErrors.tooManyRows(context.budget.resultRows) }
    }
    if profile != nil { return explanation(rows.count) }
    return ResultTable(columns: columns, rows: rows, evidence: evidence)
  }

  /// The same query in another view.
  func seen(by engine: QueryEngine) -> PreparedQuery { PreparedQuery(statement, engine: engine) }

  /// Whether the query could find any of these elements.
  func mayFind(_ elements: SoughtElements) -> Bool {
    statement.bound.mode == .run && statement.bound.query.mayFind(elements, in: context.graph)
  }

  /// Whether anything is written down of what rows rest on.
  var hasLineage: Bool { context.lineages != nil }

  private func explanation(_ resultRows: Int?) -> ResultTable {
    var text = PlanText(graph: context.graph, source: statement.source, slotNames: statement.bound.slotNames)
    if let profile { text.annotate = profile.note }
    var lines = text.lines(statement.plan)
    if let resultRows { lines.append("\(resultRows) rows in the answer") }
    return ResultTable(columns: ["plan"], rows: lines.map { [.string($0)] })
  }
}

extension Duration {
  /// Milliseconds with three decimals.
  public var milliseconds: String {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}
