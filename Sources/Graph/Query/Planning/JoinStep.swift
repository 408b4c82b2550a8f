/// `(node:labels)` found by what an expression gives for it: `toLower(node.name) = toLower(earlier.name)`.
struct JoinStep: Sendable {
  var slot: Slot
  var label: LabelID?
  var labels: BoundLabels?
  /// A property that has the same value in every row, by which the nodes are looked up first.
  var lookup: Lookup?
  /// Reads the node and nothing else.
  var key: BoundExpression
  /// Reads what is known before the node is.
  var value: BoundExpression
  /// What the text asks of the node before it compares the two and what could fail: no node may be left out for which it does.
  var conditions: [BoundExpression]

  struct Lookup: Sendable {
    var key: BoundKey
    var value: BoundExpression
  }
}

extension MatchWork {
  /// An equality of what an expression gives for a node and what is known before the node is.
  struct Join {
    var key: BoundExpression
    var value: BoundExpression
    var conditions: [BoundExpression]
  }

  /// The equalities by which a node may be found: what is asked before one of them cannot fail for nodes that it leaves out, or
  /// asks only of the node.
  ///
  /// - Parameter onlySafely: nothing else that is asked once the node is found may fail.
  func joins(for node: PatternNode, onlySafely: Bool) -> [Join] {
    var joins: [Join] = []
    let ready = predicatesReady(once: node.slot)
    if ready.isEmpty { return joins }
    let unsafe = ready.count { !$0.expression.isSafePredicate }
    let own: SlotSet = [node.slot]
    var conditions: [BoundExpression] = []
    for predicate in ready {
      let isSafe = predicate.expression.isSafePredicate
      if let (key, value) = sides(of: predicate, joining: node.slot), !onlySafely || unsafe == (isSafe ? 0 : 1) {
        joins.append(Join(key: key, value: value, conditions: conditions))
      }
      if isSafe { continue }
      guard predicate.reads == own, !predicate.expression.isRandom, predicate.expression.asksNoSubquery else { break }
      conditions.append(predicate.expression)
    }
    return joins
  }

  private func sides(
    of predicate: Predicate, joining slot: Slot
  ) -> (key: BoundExpression, value: BoundExpression)? {
    guard predicate.reads.contains(slot), case .comparison(.equal, let left, let right) = predicate.expression.kind,
      !predicate.expression.isRandom
    else { return nil }
    let (own, leftReads, rightReads): (SlotSet, SlotSet, SlotSet) = ([slot], left.slotsRead, right.slotsRead)
    if leftReads == own && !rightReads.isEmpty && !rightReads.contains(slot) { return (left, right) }
    if rightReads == own && !leftReads.isEmpty && !leftReads.contains(slot) { return (right, left) }
    return nil
  }
}

extension BoundExpression {
  fileprivate var asksNoSubquery: Bool { subquery == nil && parts.allSatisfy(\.asksNoSubquery) }
}

extension Planner {
  /// The step that finds a node by what an expression gives for it, when looking through all nodes or up by a property would
  /// find many more.
  func join(_ node: PatternNode, _ seek: (key: BoundKey, value: BoundExpression)?, _ work: MatchWork) -> JoinStep? {
    let isFixed = seek?.value.isSameInEveryRow ?? true
    let steps = work.joins(for: node, onlySafely: !isFixed).map { join in
      JoinStep(
        slot: node.slot, label: cheapestLabel(node.labels), labels: node.labels,
        lookup: isFixed ? seek.map { JoinStep.Lookup(key: $0.key, value: $0.value) } : nil, key: join.key,
        value: join.value, conditions: join.conditions)
    }
    guard let best = steps.min(by: { joinCost($0) < joinCost($1) }) else { return nil }
    if let seek, !isFixed, seekCost(seek.key) < max(64, 4 * joinCost(best)) { return nil }
    return best
  }

  /// Expected nodes per row: as many texts are told apart as there are in the property that is read, else their square root.
  func joinCost(_ step: JoinStep) -> Double {
    let scanned = Double(step.label.map { graph.nodes(labelled: $0).count } ?? graph.nodeCount)
    let candidates = step.lookup.map { seekCost($0.key) } ?? scanned
    return candidates / max(1, min(candidates, textsRead(by: step.key) ?? candidates.squareRoot()))
  }

  private func textsRead(by expression: BoundExpression) -> Double? {
    if case .property(let base, let key) = expression.kind, base.type == .node,
      let column = key.id.flatMap({ graph.nodeProperties.column($0) }), case .strings(_, let pool) = column.storage
    {
      return Double(pool.texts.count)
    }
    return expression.parts.compactMap { textsRead(by: $0) }.max()
  }
}
