extension Planner {
  mutating func append(
    _ projection: BoundProjection, to steps: inout [PlanStep], _ builder: inout BranchBuilder
  ) {
    if let aggregation = projection.aggregation {
      if tracesLineage { trace(&steps, &builder) }
      let run = builder.partition == nil ? builder.order.run(among: aggregation.keys) : nil
      steps.append(
        .aggregate(
          AggregateStep(
            aggregation: aggregation, carried: builder.carried, partition: builder.partition,
            run: run?.slot, clustered: builder.order.inner, lineage: builder.lineage)))
      let only = aggregation.keys.count == 1 ? aggregation.keys[0].slot : nil
      builder.order = .clustered(run?.slot ?? only, isUnique: only != nil)
      builder.filled = Set(builder.carried + [builder.partition].compactMap { $0 })
      builder.filled.formUnion(aggregation.keys.map(\.slot) + aggregation.aggregates.map(\.slot))
      builder.rows = aggregation.keys.isEmpty ? 1 : builder.rows.squareRoot()
    }
    if !projection.items.isEmpty {
      let notes = newNotes(projection.items.map(\.expression))
      steps.append(.project(projection.items, notes: notes))
      builder.untraced.add(notes)
    }
    if tracesLineage { trace(&steps, &builder) }
    builder.order.pass(projection.items)
    builder.filled.formUnion(projection.items.map(\.slot))
    appendOrder(of: projection, to: &steps, &builder)
    if let predicate = projection.predicate { appendFilter(predicate.conjuncts, to: &steps, &builder) }
    builder.filled = Set(projection.outputs + builder.carried + [builder.partition].compactMap { $0 })
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
