internal import Synchronization

/// What a running statement may look at and how much it may use.
final class ExecutionContext {
  let graph: PropertyGraph
  let view: View
  let today: CalendarDate
  let ranks: [String: Int]
  let budget: Budget
  /// What was found out about the view.
  let kept: KeptOfView
  /// What rows rest on; nil when nobody asks.
  let lineages: LineageArena?
  /// Numbers rows while what expressions read is noted; nil when nobody asks.
  var rowSlot: Slot?
  /// Where expressions note what they read; nil while nobody asks.
  var notes: LineageNotes?
  /// The parameters by name; may change between runs of a prepared statement.
  var parameters: [String: Value] = [:]
  /// The number of the run: what is remembered within a run is forgotten in the next.
  private(set) var run = 0
  /// How many times as long as finding everything from a node takes must be spent on asking about its rows before it is done.
  var endsPayFrom = 1.0
  /// How many steps must have been wasted, as a part of all there are, before shortcuts are made for the rest.
  var shortcutsPayFrom = 0.25
  /// How many ways of two relationships must have been followed one by one, as a part of the first ones, before all are gathered.
  var twoStepsPayFrom = 1.0
  private var rowsUsed = 0
  private var checks = 0
  private var nextMemoryCheck = 0
  private var lastMemoryCheck = ContinuousClock.now
  private var deadline: ContinuousClock.Instant?

  /// Asking the system how much memory is used takes longer than a small query.
  private static let rowsBetweenMemoryChecks = 16_384

  init(
    graph: PropertyGraph, view: View, today: CalendarDate, ranks: [String: Int], budget: Budget,
    lineages: LineageArena?, kept: KeptOfView
  ) {
    self.kept = kept
    self.lineages = lineages
    self.graph = graph
    self.view = view
    self.today = today
    self.ranks = ranks
    self.budget = budget
  }

  /// Starts the clock and the row count of one run.
  func start() {
    run += 1
    rowsUsed = 0
    nextMemoryCheck = ExecutionContext.rowsBetweenMemoryChecks
    lineages?.reset()
    deadline = budget.seconds.map { ContinuousClock.now + .seconds($0) }
  }

  /// Starts a run that is part of another's.
  func start(as other: ExecutionContext) {
    start()
    rowSlot = other.rowSlot
    parameters = other.parameters
    deadline = other.deadline
  }

  /// A context for another thread, for the same statement; what rows rest on it writes down by itself.
  func sibling() -> ExecutionContext {
    let other = ExecutionContext(
      graph: graph, view: view, today: today, ranks: ranks, budget: budget, lineages: lineages?.sibling(),
      kept: kept)
    other.endsPayFrom = endsPayFrom
    other.shortcutsPayFrom = shortcutsPayFrom
    other.twoStepsPayFrom = twoStepsPayFrom
    return other
  }

  /// Counts rows that an operator made and stops the run when a budget is used up. Called per batch.
  func use(rows: Int) throws(QueryError) {
    rowsUsed += rows
    if rowsUsed > budget.intermediateRows { throw RuntimeErrors.tooManyIntermediateRows(budget.intermediateRows) }
    if budget.cancellation?.isCancelled == true { throw RuntimeErrors.cancelled() }
    if let deadline, ContinuousClock.now > deadline { throw RuntimeErrors.timedOut(budget.seconds ?? 0) }
    checks += 1
    if rowsUsed >= nextMemoryCheck || checks % 64 == 0 && isMillisecondOver() {
      nextMemoryCheck = rowsUsed + ExecutionContext.rowsBetweenMemoryChecks
      try MemoryMeter.check(limit: budget.memory)
    }
  }

  /// A millisecond has passed since this was last so: no statement takes much memory in less.
  private func isMillisecondOver() -> Bool {
    let now = ContinuousClock.now
    guard now - lastMemoryCheck >= .milliseconds(1) else { return false }
    lastMemoryCheck = now
    return true
  }

  func functionContext(at span: SourceSpan) -> FunctionContext {
    FunctionContext(graph: graph, view: view, today: today, ranks: ranks, span: span)
  }
}

/// How much time and how many rows a statement may use.
public struct Budget: Sendable {
  /// Wall-clock seconds; nil is without end.
  public var seconds: Double?
  /// Rows in the answer; more are an error.
  public var resultRows: Int
  /// Rows made on the way, over all operators.
  public var intermediateRows: Int
  /// Bytes that the whole program may have in memory.
  public var memory: Int
  /// Stops the run from another thread or a signal handler.
  public var cancellation: Cancellation?

  /// Makes a budget; the standard one has no time limit, room for a few billion intermediate rows, and half of the memory
  /// of the machine but at most 4 GB.
  public init(
    seconds: Double? = nil, resultRows: Int = 10_000_000, intermediateRows: Int = 4_000_000_000,
    memory: Int? = nil, cancellation: Cancellation? = nil
  ) {
    self.memory = memory ?? MemoryMeter.standardLimit
    self.seconds = seconds
    self.resultRows = resultRows
    self.intermediateRows = intermediateRows
    self.cancellation = cancellation
  }
}

/// A flag that stops running statements.
public final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  /// Makes a flag that is not set.
  public init() {}

  /// Whether the flag is set.
  public var isCancelled: Bool { flag.load(ordering: .relaxed) }

  /// Sets the flag; safe to call from a signal handler.
  public func cancel() { flag.store(true, ordering: .relaxed) }

  /// Clears the flag, for the next statement.
  public func reset() { flag.store(false, ordering: .relaxed) }
}
