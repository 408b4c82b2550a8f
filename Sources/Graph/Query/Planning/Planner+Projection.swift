extension Planner {
  mutating func append(
    _ projection: BoundProjection, to steps: inout [PlanStep], _ builder: inout BranchBuilder
  ) {
    if let aggregation = projection.aggregation {
      if tracesLineage { trace(&steps, &builder) }
      let run = builder.partition == nil ? builder.order.run(among: aggregation.keys) : nil
      let dependent = builder.order.dependentKeys(among: aggregation.keys, run: run)
      let ofRun = run == nil ? [] : aggregation.keys.filter { builder.order.determines($0.expression) }.map(\.slot)
      steps.append(
        .aggregate(
          AggregateStep(
            aggregation: aggregation, carried: builder.carried, partition: builder.partition,
            run: run?.slot, dependent: dependent, clustered: builder.order.inner, lineage: builder.lineage)))
      let only = aggregation.keys.count == 1 ? aggregation.keys[0].slot : nil
      builder.order = .clustered(
        run?.slot ?? only, isUnique: only != nil,
        determines: only == nil ? ofRun : aggregation.aggregates.map(\.slot))
      builder.filled = SlotSet(builder.carried + [builder.partition].compactMap { $0 })
      builder.filled.formUnion(aggregation.keys.map(\.slot) + aggregation.aggregates.map(\.slot))
      builder.rows = groupCount(of: aggregation.keys, from: builder.rows)
    }
    if !projection.items.isEmpty {
      let notes = newNotes(projection.items.map(\.expression))
      steps.append(.project(projection.items, notes: notes))
      builder.untraced.add(notes)
    }
    if tracesLineage { trace(&steps, &builder) }
    builder.order.pass(projection.items)
    passLabels(of: (projection.aggregation?.keys ?? []) + projection.items)
    builder.filled.formUnion(projection.items.map(\.slot))
    appendOrder(of: projection, to: &steps, &builder)
    if let predicate = projection.predicate { appendFilter(predicate.conjuncts, to: &steps, &builder) }
    builder.filled = SlotSet(projection.outputs + builder.carried + [builder.partition].compactMap { $0 })
  }

  /// Expected groups of some rows: no more than there are combinations of nodes.
  private func groupCount(of keys: [BoundItem], from rows: Double) -> Double {
    let counts = keys.map { key -> Double in
      var expression = key.expression
      if case .property(let base, _) = expression.kind { expression = base }
      guard case .slot(let slot) = expression.kind, expression.type == .node else { return rows.squareRoot() }
      return Double(labelOfSlot[slot].map { graph.nodes(labelled: $0).count } ?? graph.nodeCount)
    }
    return min(rows, counts.reduce(1, *))
  }

  /// Nodes that are passed on to other slots keep their labels.
  private mutating func passLabels(of items: [BoundItem]) {
    for item in items {
      guard case .slot(let slot) = item.expression.kind else { continue }
      if let label = labelOfSlot[slot] { labelOfSlot[item.slot] = label }
    }
  }

  private func appendOrder(
    of projection: BoundProjection, to steps: inout [PlanStep], _ builder: inout BranchBuilder
  ) {
    if projection.isDistinct {
      let slots = projection.outputs
      steps.append(
        builder.lineage.map { .strongest(slots, partition: builder.partition, lineage: $0) }
          ?? .distinct(slots, partition: builder.partition))
    }
    if !projection.order.isEmpty {
      builder.order = .unknown
      steps.append(
        .sort(
          projection.order, limit: projection.limit, skip: projection.skip, partition: builder.partition))
    }
    if let skip = projection.skip { steps.append(.skip(skip, partition: builder.partition)) }
    if let limit = projection.limit { steps.append(.limit(limit, partition: builder.partition)) }
  }
}

extension BoundExpression {
  /// The operands of a conjunction, or the expression itself.
  var conjuncts: [BoundExpression] {
    if case .and(let operands) = kind { return operands.flatMap(\.conjuncts) }
    return [self]
  }
}
