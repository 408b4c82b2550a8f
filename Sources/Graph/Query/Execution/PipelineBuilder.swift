/// Turns plans into running operators.
final class PipelineBuilder {
  let context: ExecutionContext
  let compiler: ExpressionCompiler
  /// The plan of each subquery of an expression, made while compiling.
  fileprivate(set) var planner: Planner
  private let sharing: Sharing
  /// Measures the operators of the plan's own steps, for PROFILE; nil otherwise.
  private var profile: Profile?

  /// - Parameter sharing: when the first steps run on several threads.
  init(context: ExecutionContext, planner: Planner, profile: Profile? = nil, sharing: Sharing = .never) {
    self.sharing = sharing
    self.context = context
    self.profile = profile
    self.planner = planner
    compiler = ExpressionCompiler(context)
    compiler.search = planner.search
    compiler.makePart = { [unowned self] query, onlyExistence in
      makeExpressionPart { $0.planPart(query, onlyExistence: onlyExistence) }
    }
    compiler.makeLaterPart = { [unowned self] query in laterPart(query) }
  }

  func pipeline(for plan: QueryPlan) -> QueryPipeline {
    let mayShare =
      plan.partition == nil && profile == nil && context.lineages?.tracing != .everything && sharing.isPossible
    let branches = plan.branches.map { branch in
      let shared = branch.sharedSteps
      return mayShare && shared.count > 1 ? sharedBranch(for: branch, shared) : self.branch(for: branch)
    }
    return QueryPipeline(plan, branches: branches, arena: context.lineages)
  }

  private func branch(for plan: BranchPlan) -> Operator {
    operators(plan, plan.steps.indices, from: ArgumentOperator(context, live: [])).last
  }

  /// The operators of some steps: the first and the last.
  private func operators(_ plan: BranchPlan, _ steps: Range<Int>, from input: Operator) -> (
    first: Operator, last: Operator
  ) {
    var (first, current): (Operator?, Operator) = (nil, input)
    var next = steps.lowerBound
    while next < steps.upperBound {
      let place = profile?.reserve()
      if profile == nil, let both = twoSteps(plan, next..<steps.upperBound, current) {
        current = both
        next += 2
      } else {
        current = makeOperator(plan.steps[next], plan.live[next], current)
        next += 1
      }
      if let profile, let place { current = profile.measured(current, at: place) }
      first = first ?? current
    }
    return (first ?? input, current)
  }

  /// The first two of some steps at once, where nobody asks about the node between them; nil where somebody does.
  private func twoSteps(_ plan: BranchPlan, _ steps: Range<Int>, _ input: Operator) -> Operator? {
    let place = steps.lowerBound
    guard steps.count > 1, case .expand(let first) = plan.steps[place],
      case .expand(let second) = plan.steps[place + 1], second.from == first.to, !first.isToBound, !second.isToBound,
      first.tests.isEmpty, second.tests.isEmpty,
      !plan.live[place + 1].contains(first.to)
    else { return nil }
    let source = context.kept.twoSteps.source(
      Neighbourhood(first, context), Neighbourhood(second, context),
      areDistinct: second.distinctFrom.contains(first.relationship), context)
    guard let source else { return nil }
    var meeting: MeetStep?
    if steps.count > 2, case .meet(let meet) = plan.steps[place + 2] { meeting = meet.seen(from: second.to) }
    return TwoStepOperator(
      context, live: plan.live[place + 1], input: input, first, second, source: source, meeting: meeting)
  }

  /// A branch whose first steps may run on several threads.
  private func sharedBranch(for plan: BranchPlan, _ shared: SharedSteps) -> Operator {
    let (planner, context) = (planner, context)
    guard let lane = lane(plan, shared.count) else { return branch(for: plan) }
    let scan = SharedScanOperator(lane, shared, sharing: sharing) {
      // The same steps made from the same state use the same slots.
      let builder = PipelineBuilder(context: context.sibling(), planner: planner)
      return builder.lane(plan, shared.count)
    }
    return operators(plan, shared.count..<plan.steps.count, from: scan).last
  }

  private func lane(_ plan: BranchPlan, _ steps: Int) -> SharedScanOperator.Lane? {
    let made = operators(plan, 0..<steps, from: ArgumentOperator(context, live: []))
    return (made.first as? any SharedSource).map { SharedScanOperator.Lane(source: $0, last: made.last) }
  }

  /// Tells the context where rows are numbered, once every part of the plan is made.
  func finish() { context.rowSlot = planner.rowSlot }

  /// The steps of a subquery in an expression are not measured one by one: their time counts for the step they stand in.
  private func makeExpressionPart(_ plan: (inout Planner) -> PartPlan) -> PartRunner {
    let outer = profile
    profile = nil
    defer { profile = outer }
    return PartRunner(plan(&planner), self)
  }

  /// A runner to be planned and made when it is needed, with a slot of its own for its tag; nil should it need more.
  private func laterPart(_ query: BoundQuery) -> () -> PartRunner? {
    let tag = planner.newSlot()
    let (planner, context) = (planner, context)
    return {
      let builder = PipelineBuilder(context: context, planner: planner)
      let runner = PartRunner(builder.planner.planUntracedPart(query, tag: tag), builder)
      return builder.planner.slotCount <= planner.slotCount ? runner : nil
    }
  }

  private func makeOperator(_ step: PlanStep, _ live: [Slot], _ input: Operator) -> Operator {
    switch step {
    case .scanNodes(let slot, let label, let labels):
      ScanNodesOperator(context, live: live, input: input, slot: slot, label: label, labels: labels)
    case .seekNodes(let slot, _, let labels, let key, let value):
      SeekNodesOperator(
        context, live: live, input: input, slot: slot, labels: labels, key: key, value: compiler.compile(value))
    case .joinNodes(let step):
      JoinNodesOperator(context, live: live, input: input, step: step, expressions: joinExpressions(step))
    case .checkNode(let slot, let labels, let span):
      CheckNodeOperator(context, live: live, input: input, slot: slot, labels: labels, span: span)
    case .expand(let step):
      ExpandOperator(context, live: live, input: input, step: step, compiler: compiler)
    case .findOne(let step):
      FindOneOperator(context, live: live, input: input, step: step, compiler: compiler)
    case .meet(let step):
      MeetOperator(context, live: live, input: input, step: step, compiler: compiler)
    case .placeRelationship(let step):
      PlaceRelationshipOperator(context, live: live, input: input, step: step)
    case .walk(let step):
      WalkOperator(context, live: live, input: input, step: step, predicate: walkPredicate(step))
    case .shortest(let step):
      ShortestOperator(context, live: live, input: input, step: step, predicate: walkPredicate(step.walk))
    case .repeatGroup(let step):
      RepeatOperator(context, live: live, input: input, step: step, part: PartRunner(step.part, self))
    case .selectShortest(let step):
      SelectShortestOperator(
        context, live: live, input: input, step: step, part: PartRunner(step.part, self),
        search: step.search.map { search($0, findsAll: step.selector == .allShortest) })
    default: makeRowOperator(step, live, input)
    }
  }

  private func joinExpressions(_ step: JoinStep) -> JoinNodesOperator.Expressions {
    JoinNodesOperator.Expressions(
      lookup: step.lookup.map { compiler.compile($0.value) }, conditions: step.conditions.map { spanned($0) },
      key: compiler.compile(step.key), value: compiler.compile(step.value))
  }

  private func makeRowOperator(_ step: PlanStep, _ live: [Slot], _ input: Operator) -> Operator {
    switch step {
    case .filter(let predicates, let notes):
      FilterOperator(
        context, live: live, input: input,
        predicates: predicates.map { (compiler.compileCondition($0), $0.span) }, notes: notes,
        tester: notes == nil ? (input as? ExpandOperator).flatMap { $0.tests(predicates) ? $0 : nil } : nil)
    case .buildPath(let slot, let parts):
      BuildPathOperator(context, live: live, input: input, slot: slot, parts: parts)
    case .optional(let part, let newSlots, let searched):
      JoinPartOperator(
        context, live: live, input: input, part: PartRunner(part, self), arguments: [], newSlots: newSlots,
        isOptional: true, absences: searched.flatMap { compiler.absences($0) })
    case .call(let call, let part):
      JoinPartOperator(
        context, live: live, input: input, part: PartRunner(part, self), arguments: items(call.arguments),
        newSlots: call.query.outputs + [part.plan.lineage].compactMap { $0 }, isOptional: call.isOptional)
    case .unwind(let list, let slot, let notes):
      UnwindOperator(context, live: live, input: input, list: compiler.compile(list), slot: slot, notes: notes)
    case .project(let items, let notes):
      ProjectOperator(context, live: live, input: input, items: self.items(items), notes: notes)
    case .aggregate(let step): aggregate(step, live, input)
    case .sort(let keys, let limit, let skip, let partition):
      SortOperator(
        context, live: live, input: input, keys: keys.map { sortKey($0) }, partition: partition,
        limit: limit.map { spanned($0) }, skip: skip.map { spanned($0) })
    case .distinct(let slots, let partition):
      DistinctOperator(context, live: live, input: input, slots: slots, partition: partition)
    case .dropRepeats: DropRepeatsOperator(context, live: live, input: input)
    case .skip(let amount, let partition):
      CutOperator(
        context, live: live, input: input, side: .skip, amount: spanned(amount), partition: partition)
    case .limit(let amount, let partition):
      CutOperator(
        context, live: live, input: input, side: .limit, amount: spanned(amount), partition: partition)
    default: makeTracingOperator(step, live, input)
    }
  }

  private func makeTracingOperator(_ step: PlanStep, _ live: [Slot], _ input: Operator) -> Operator {
    guard let arena = context.lineages else { return input }
    switch step {
    case .trace(let step): return TraceOperator(context, live: live, input: input, step: step, arena: arena)
    case .strongest(let slots, let partition, let lineage):
      return StrongestOperator(
        context, live: live, input: input, slots: [partition].compactMap { $0 } + slots, lineage: lineage,
        arena: arena)
    default: return input
    }
  }

  private func aggregate(_ step: AggregateStep, _ live: [Slot], _ input: Operator) -> Operator {
    let aggregates = step.aggregation.aggregates.map { aggregate in
      AggregateOperator.Aggregate(
        slot: aggregate.slot, argument: aggregate.argument.map { compiler.compile($0) },
        parameter: aggregate.parameter.map { compiler.compile($0) },
        make: {
          aggregate.function.makeState(
            isDistinct: aggregate.isDistinct, isClustered: step.isClustered(aggregate), at: aggregate.span)
        })
    }
    return AggregateOperator(
      context, live: live, input: input, step: step, keys: items(step.aggregation.keys), aggregates: aggregates)
  }

  private func items(_ items: [BoundItem]) -> [(slot: Slot, evaluate: Evaluate)] {
    items.map { ($0.slot, compiler.compile($0.expression)) }
  }

  private func spanned(_ expression: BoundExpression) -> (evaluate: Evaluate, span: SourceSpan) {
    (compiler.compile(expression), expression.span)
  }

  private func sortKey(_ key: BoundSortKey) -> SortOperator.Key {
    SortOperator.Key(
      evaluate: compiler.compile(key.expression),
      direction: SortDirection(isDescending: key.isDescending, nullsFirst: key.nullsFirst))
  }

  private func search(_ search: SelectStep.Search, findsAll: Bool) -> RepeatedPathSearch {
    switch search {
    case .stages(let walk):
      StageSearch(walk, findsAll: findsAll, context) { slot, predicate in self.predicate(slot, predicate) }
    case .repetitions(let repetition):
      RepetitionSearch(repetition, PartRunner(repetition.part, self), findsAll: findsAll, context)
    }
  }

  private func walkPredicate(_ step: WalkStep) -> WalkPredicate? {
    guard let slot = step.elementSlot, let predicate = step.elementPredicate else { return nil }
    return self.predicate(slot, predicate)
  }

  private func predicate(_ slot: Slot, _ predicate: BoundExpression) -> WalkPredicate {
    let isFixed = predicate.slotsRead.subtracting([slot]).isEmpty && !predicate.isRandom
    return WalkPredicate(
      slot: slot, evaluate: compiler.compile(predicate), span: predicate.span, dependsOnRow: !isFixed,
      mayFail: !predicate.isSafePredicate)
  }
}
