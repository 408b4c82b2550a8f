/// Resolves the names of a statement: variables to slots, labels and keys to numbers of the graph, functions to their
/// implementation; and finds every mistake that can be found without looking at data.
struct Binder {
  let environment: BindingEnvironment
  /// The text that spans refer to.
  var source: SourceText
  /// What names mean at this point.
  var scope = Scope()
  /// What names mean at the start of each branch and, but for what it adds, after each projection.
  var base = Scope()
  /// The name of each slot given out so far.
  var slotNames: [String?] = []
  var warnings: [QueryWarning] = []
  /// Some pattern has walks of which the planner must know whether anything reads them.
  var hasWalks = false
  /// The labels that patterns have demanded of a node so far.
  var labelsOfNode: [Slot: [String]] = [:]
  /// The slots read since the innermost subquery began.
  var reads: SlotSet = []
  /// Whether an aggregate may stand here.
  var aggregates: AggregateUse = .forbidden("this place")
  /// The keys and aggregates of the projection being bound.
  var grouping: Grouping?
  /// At the start of a `CALL { }` without a list of variables: what a leading WITH may import.
  var importable: Scope?
  /// Inside a named query: its parameters.
  var arguments: [String: Variable]?
  /// Inside a named query: where it was called, which all spans become.
  var callSpan: SourceSpan?
  /// The named queries being put in place, outermost first.
  var callStack: [String] = []

  init(source: SourceText, environment: BindingEnvironment) {
    self.source = source
    self.environment = environment
    slotNames.reserveCapacity(32)
  }

  /// Binds a parsed statement.
  /// - Throws: the first mistake found, always of the compile-time phase.
  static func bind(
    _ statement: StatementSyntax, source: SourceText, environment: BindingEnvironment
  ) throws(QueryError) -> BoundStatement {
    var binder = Binder(source: source, environment: environment)
    let query = try binder.bindQuery(statement.query, as: .result)
    return BoundStatement(
      mode: statement.mode, query: query.query, slotCount: binder.slotNames.count, slotNames: binder.slotNames,
      warnings: binder.warnings, hasWalks: binder.hasWalks)
  }
}

// MARK: - Slots

extension Binder {
  /// A slot never used before.
  mutating func newSlot(_ name: String?) -> Slot {
    slotNames.append(name)
    return Slot(index: slotNames.count - 1)
  }

  /// Gives a name a slot of its own.
  mutating func declare(_ name: String, _ type: StaticType) -> Slot {
    let slot = newSlot(name)
    scope.declare(name, Variable(slot: slot, type: type))
    return slot
  }

  /// The meaning of a name; counts as reading it.
  mutating func resolve(_ name: Name) throws(QueryError) -> Variable {
    if let variable = scope[name.text] {
      reads.insert(variable.slot)
      return variable
    }
    if scope.isUngrouped(name.text) {
      throw .ambiguousAggregation(name.text, at: place(name.span))
    }
    var error = QueryError.undefinedVariable(placed(name), in: scope)
    if !scope.isDropped(name.text), let advice = adviceOnVariable(name.text) { error.hint = advice }
    throw error
  }

  /// The span to keep: inside a named query that of the call.
  func place(_ span: SourceSpan) -> SourceSpan { callSpan ?? span }

  mutating func warn(_ message: String, at span: SourceSpan, hint: String?) {
    let warning = QueryWarning(message, at: place(span), hint: hint)
    if !warnings.contains(warning) { warnings.append(warning) }
  }
}

/// Whether an aggregate may stand at a place.
enum AggregateUse {
  /// It may not, for the place named.
  case forbidden(String)
  /// It may not, since this is the argument of another.
  case nested
  /// It may, and is added to `Binder.grouping`.
  case collected
}
