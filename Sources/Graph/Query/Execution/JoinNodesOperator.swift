/// Continues every row with every visible node for which an expression gives what another gives for the row.
///
/// The expression is evaluated once for each node, and rows are looked up in a table. While there are few rows, or when an
/// expression fails for some node or row, rows are continued with all nodes: which of them are wanted, and whether anything
/// fails, is for the filter behind this step to say, as it is without this step.
final class JoinNodesOperator: GrowingOperator {
  /// What the step evaluates.
  struct Expressions {
    /// The value by which nodes are looked up first.
    let lookup: Evaluate?
    let conditions: [(evaluate: Evaluate, span: SourceSpan)]
    let key: Evaluate
    let value: Evaluate
  }

  /// So many rows and nodes make a table worth while.
  private static let worthwhileRows = 4
  private static let worthwhileNodes = 8

  private let step: JoinStep
  private let expressions: Expressions
  private let visible: VisibleNodes
  private var run = -1
  private var candidates: [NodeID] = []
  private var rowsSeen = 0
  private var table: NodesByValue?
  private var hasFailed = false
  /// By row, where its nodes stand in the table; nil when all candidates are given.
  private var places: [Range<Int>]?
  private var left = 0..<0

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: JoinStep, expressions: Expressions
  ) {
    self.step = step
    self.expressions = expressions
    visible = VisibleNodes(step.label, step.labels, context)
    super.init(context, live: live, input: input)
  }

  override func begin(_ batch: Batch) throws(QueryError) {
    if run != context.run {
      candidates = try findCandidates(for: batch)
      (run, rowsSeen, table, hasFailed) = (context.run, 0, nil, false)
    }
    rowsSeen += batch.count
    places = try? context.noting(in: nil) { () throws(QueryError) in try findPlaces(for: batch) }
  }

  private func findCandidates(for batch: Batch) throws(QueryError) -> [NodeID] {
    guard let key = step.lookup?.key, let lookup = expressions.lookup else { return visible.all }
    guard let index = key.id.flatMap({ context.graph.index(of: $0) }) else { return [] }
    let value = Vector.constant(try lookup(batch).value(at: 0))
    return index.places(of: value, count: 1).flatMap { index.nodes[$0].filter { visible.accepts($0) } }
  }

  /// Where the nodes of each row are; nil when all nodes should be given.
  private func findPlaces(for batch: Batch) throws(QueryError) -> [Range<Int>]? {
    if hasFailed || rowsSeen < Self.worthwhileRows || candidates.count < Self.worthwhileNodes { return nil }
    if table == nil {
      hasFailed = true
      table = try NodesByValue(candidatesThatPass(), in: step.slot, by: expressions.key, context)
      hasFailed = false
    }
    return table?.places(of: try expressions.value(batch), count: batch.count)
  }

  /// The candidates for which all conditions hold.
  private func candidatesThatPass() throws(QueryError) -> [NodeID] {
    var nodes = candidates
    for condition in expressions.conditions {
      var batch = Batch(count: nodes.count)
      batch[step.slot] = .nodes(nodes)
      let truths = try condition.evaluate(batch).truths(count: batch.count, at: condition.span)
      nodes = truths.rows(where: .yes).map { nodes[Int($0)] }
    }
    return nodes
  }

  override func begin(row: Int, of batch: Batch) { left = places?[row] ?? candidates.indices }

  override func grow(row: Int, of batch: Batch, into output: inout Output) -> Bool {
    let count = min(left.count, max(0, Batch.targetSize - output.rows.count))
    let taken = left.prefix(count)
    output.rows.append(contentsOf: repeatElement(Int32(row), count: count))
    if places != nil, let table {
      output.nodes.append(contentsOf: table.nodes[taken])
    } else {
      output.nodes.append(contentsOf: candidates[taken])
    }
    left = left.dropFirst(count)
    return left.isEmpty
  }

  override func finish(_ batch: inout Batch, _ output: Output) {
    if isLive(step.slot) { batch[step.slot] = .nodes(output.nodes) }
  }
}
