/// Prints a plan as EXPLAIN shows it: one line per step, in the order in which rows pass, parts indented.
struct PlanText {
  let graph: PropertyGraph
  let source: SourceText
  let slotNames: [String?]
  /// What to print at the end of a step's line, by the number of the step in printing order; nil prints the estimate.
  var annotate: ((Int) -> String)?

  /// The lines of a plan.
  func lines(_ plan: QueryPlan) -> [String] {
    var printer = Printer(text: self)
    printer.add(plan, depth: 0)
    return printer.lines
  }

  private struct Printer {
    let text: PlanText
    var lines: [String] = []
    var number = 0

    mutating func add(_ plan: QueryPlan, depth: Int) {
      for (index, branch) in plan.branches.enumerated() {
        if index > 0 { lines.append(indent(depth) + (plan.keepsDuplicates ? "union all" : "union")) }
        for (step, estimate) in zip(branch.steps, branch.estimates) {
          let note = text.annotate?(number) ?? "about \(text.rounded(estimate)) rows"
          number += 1
          let line = indent(depth) + text.describe(step)
          lines.append(line + String(repeating: " ", count: max(2, 72 - line.count)) + note)
          for part in step.parts { add(part.plan, depth: depth + 1) }
        }
      }
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
  }

  private func rounded(_ estimate: Double) -> String {
    estimate.isFinite && estimate < 1e15 ? String(Int(estimate.rounded(.up))) : "very many"
  }
}

extension PlanStep {
  /// The plans inside a step.
  var parts: [PartPlan] {
    switch self {
    case .optional(let part, _, _), .call(_, let part): [part]
    case .repeatGroup(let step): [step.part]
    case .selectShortest(let step): [step.part]
    default: []
    }
  }
}

extension PlanText {
  private func describe(_ step: PlanStep) -> String {
    switch step {
    case .scanNodes(let slot, _, let labels):
      labels == nil ? "scan all nodes as \(name(slot))" : "scan nodes (\(name(slot)):\(describe(labels)))"
    case .seekNodes(let slot, _, let labels, let key, let value):
      "look up (\(name(slot))\(labels == nil ? "" : ":" + describe(labels))) by \(key.name) = \(written(value))"
    case .joinNodes(let step): describe(step)
    case .checkNode(let slot, let labels, _):
      "take (\(name(slot))\(labels == nil ? "" : ":" + describe(labels)))"
    case .expand(let step):
      (step.isToBound ? "join " : "expand ") + arrow(step)
    case .findOne(let step):
      "find one " + arrow(step.expand)
        + (step.conditions.isEmpty ? "" : " where " + step.conditions.map { describe($0) }.joined(separator: " and "))
    case .meet(let step):
      "meet " + arrow(step.first) + ", " + arrow(step.second)
    case .placeRelationship(let step):
      "place " + arrow(step.left.slot, step.relationship, step.right.slot, step.types, step.direction, length: nil)
    case .walk(let step): "walk " + describe(step)
    case .shortest(let step): "\(describe(step.selector)) " + describe(step.walk)
    case .repeatGroup(let step):
      "repeat from (\(name(step.from))) to (\(name(step.to))) \(describe(step.length)) times"
    case .selectShortest(let step): "choose \(describe(step.selector)) of"
    default: describeRows(step)
    }
  }

  private func describe(_ step: JoinStep) -> String {
    let sides = "\(written(step.key)) = \(written(step.value))"
    let lookup = step.lookup.map { ", of those with \($0.key.name) = \(written($0.value))" } ?? ""
    return "join (\(name(step.slot))\(step.labels == nil ? "" : ":" + describe(step.labels))) by \(sides)\(lookup)"
  }

  private func describeRows(_ step: PlanStep) -> String {
    switch step {
    case .filter(let predicates, _): "filter " + predicates.map { describe($0) }.joined(separator: " and ")
    case .buildPath(let slot, _): "build path \(name(slot))"
    case .optional: "optional"
    case .unwind(let list, let slot, _): "unwind \(written(list)) as \(name(slot))"
    case .project(let items, _):
      "compute "
        + items.map { item in
          let text = written(item.expression)
          return text == name(item.slot) ? text : "\(text) as \(name(item.slot))"
        }.joined(separator: ", ")
    case .aggregate(let step): describe(step.aggregation)
    case .sort(let keys, let limit, _, _):
      (limit == nil ? "sort by " : "first rows by ")
        + keys.map { describe($0) }.joined(separator: ", ")
    case .distinct(let slots, _), .strongest(let slots, _, _):
      "distinct " + slots.map { name($0) }.joined(separator: ", ")
    case .dropRepeats: "drop repeated rows"
    case .skip(let amount, _): "skip \(written(amount))"
    case .limit(let amount, _): "limit \(written(amount))"
    case .trace: "note what rows rest on"
    case .call(let call, _): call.procedure.map { "call \($0)" } ?? "call"
    default: ""
    }
  }

  /// A condition; one from the braces of a pattern is written out.
  private func describe(_ predicate: BoundExpression) -> String {
    if case .comparison(.equal, let left, let value) = predicate.kind, case .property(let owner, let key) = left.kind,
      case .slot(let slot) = owner.kind, left.span == owner.span
    {
      return "\(name(slot)).\(key.name) = \(written(value))"
    }
    return written(predicate)
  }

  private func describe(_ key: BoundSortKey) -> String {
    let nulls = key.nullsFirst.map { $0 ? ", nulls first" : ", nulls last" } ?? ""
    return written(key.expression) + (key.isDescending ? " descending" : "") + nulls
  }

  private func describe(_ aggregation: BoundAggregation) -> String {
    let aggregates = aggregation.aggregates.map { source.text($0.span) }.joined(separator: ", ")
    let keys = aggregation.keys.map { written($0.expression) }.joined(separator: ", ")
    return keys.isEmpty ? "aggregate \(aggregates)" : "group by \(keys)" + (aggregates.isEmpty ? "" : ": \(aggregates)")
  }

  private func describe(_ step: WalkStep) -> String {
    arrow(step.from, step.relationships, step.to, step.types, step.direction, length: step.length)
  }

  private func arrow(_ step: ExpandStep) -> String {
    arrow(step.from, step.relationship, step.to, step.types, step.direction, length: nil)
  }

  private func arrow(
    _ from: Slot, _ relationship: Slot, _ to: Slot, _ types: BoundLabels?,
    _ direction: RelationshipPattern.Direction, length: PathLength?
  ) -> String {
    let known = slotNames.indices.contains(relationship.index) ? slotNames[relationship.index] ?? "" : ""
    let inside = known + (types == nil ? "" : ":" + describe(types)) + (length.map { describe($0) } ?? "")
    let (left, right) = (direction == .incoming ? "<-" : "-", direction == .outgoing ? "->" : "-")
    return "(\(name(from)))\(left)[\(inside)]\(right)(\(name(to)))"
  }

  private func describe(_ length: PathLength) -> String {
    "{\(length.minimum),\(length.maximum.map(String.init) ?? "")}"
  }

  private func describe(_ selector: PathPattern.Selector) -> String {
    switch selector {
    case .all: "all walks"
    case .anyShortest: "a shortest walk"
    case .allShortest: "all shortest walks"
    case .shortest(let count): "the \(count) shortest walks"
    }
  }

  private func describe(_ labels: BoundLabels?) -> String {
    switch labels {
    case nil, .any: "%"
    case .name(let name, _, _): name
    case .and(let parts): parts.map { describe($0) }.joined(separator: "&")
    case .or(let parts): parts.map { describe($0) }.joined(separator: "|")
    case .not(let part): "!(\(describe(part)))"
    }
  }

  /// An expression as the query has it, on one line and not too long.
  private func written(_ expression: BoundExpression) -> String {
    let text = source.text(expression.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count > 60 ? text.prefix(57) + "..." : text
  }

  private func name(_ slot: Slot) -> String {
    slotNames.indices.contains(slot.index) ? slotNames[slot.index] ?? "" : ""
  }
}
