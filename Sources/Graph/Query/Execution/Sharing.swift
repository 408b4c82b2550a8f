/// Where the rows of a plan come from one by one: they can be made in shares.
protocol SharedSource: Operator {
  /// Finds the items for the one row that comes in; gives how many there are.
  func prepare(for argument: Batch) throws(QueryError) -> Int
  /// Takes over the items that another has found.
  func prepare(as other: any SharedSource)
  /// The part of the items that become rows.
  var share: Range<Int> { get set }
}

/// When the first steps of a query run on several threads.
struct Sharing: Sendable {
  /// From how many expected rows on they do so at once.
  var atOnceFrom: Double
  /// How long the rest must be expected to take for them to do so otherwise; nil is never.
  var after: Duration?

  static let standard = Sharing(atOnceFrom: 500_000, after: .microseconds(600))
  static let never = Sharing(atOnceFrom: .infinity, after: nil)
  static let always = Sharing(atOnceFrom: 0, after: nil)

  /// They may ever do so.
  var isPossible: Bool { (atOnceFrom.isFinite || after != nil) && Worker.processors > 1 }
}

/// The first steps of a plan that several threads can do.
struct SharedSteps {
  var count = 0
  /// The rows they are expected to make all together.
  var expectedRows = 0.0
  /// Perhaps not all of their rows are asked for.
  var mayStopEarly = false
  /// The slots in which their rows carry what they rest on.
  var lineages: [Slot] = []
}

extension BranchPlan {
  /// The first steps that make rows of each scanned node, or listed value, by itself.
  var sharedSteps: SharedSteps {
    switch steps.first {
    case .seekNodes? where (estimates.first ?? 0) < 64: return SharedSteps()
    case .scanNodes?, .seekNodes?, .unwind(_, _, notes: nil)?:
      let count = steps.prefix { $0.keepsRowsApart }.count
      return SharedSteps(
        count: count, expectedRows: estimates.prefix(count).reduce(0, +), mayStopEarly: steps[count...].stopEarly,
        lineages: steps.prefix(count).compactMap(\.lineageMade))
    default: return SharedSteps()
    }
  }
}

extension ArraySlice<PlanStep> {
  /// A LIMIT comes before anything that needs all rows.
  fileprivate var stopEarly: Bool {
    for step in self {
      switch step {
      case .limit: return true
      case .sort, .aggregate, .strongest: return false
      default: continue
      }
    }
    return false
  }
}

extension PlanStep {
  /// What becomes of the rows of one scanned node does not depend on those of another.
  fileprivate var keepsRowsApart: Bool {
    switch self {
    case .sort, .distinct, .strongest, .skip, .limit: false
    case .aggregate(let step): step.run != nil
    default: true
    }
  }

  /// The slot in which the step writes down what rows rest on.
  fileprivate var lineageMade: Slot? {
    switch self {
    case .filter(_, let notes), .project(_, let notes), .unwind(_, _, let notes): notes
    case .optional(let part, _, _), .call(_, let part): part.plan.lineage
    case .aggregate(let step): step.lineage
    case .trace(let step): step.lineage
    default: nil
    }
  }
}
