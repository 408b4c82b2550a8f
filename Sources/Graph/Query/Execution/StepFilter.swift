/// Which relationships a walk may take, besides what the pattern says of types and direction: each is judged once.
final class StepFilter {
  /// After so many relationships were judged one by one, the rest is judged all together.
  private static let patience = 1024

  private let context: ExecutionContext
  private let runs: [Neighbourhood.Run]
  private let predicate: WalkPredicate
  /// By relationship: the number of the question and the answer; zero when none was asked.
  private var verdicts: [UInt32] = []
  private var question: UInt32 = 0
  private var run = -1
  private var judged = 0
  private var isComplete = false
  /// Where the condition may fail, it is asked only of what a walk comes to.
  private(set) var isCautious: Bool
  /// The run in which asking of more failed.
  private var failedRun = -1
  private var row = 0
  private var batch = Batch.none

  /// - Parameters:
  ///   - predicate: what every relationship must satisfy.
  ///   - neighbourhood: where the relationships come from.
  init(_ predicate: WalkPredicate, _ neighbourhood: Neighbourhood, _ context: ExecutionContext) {
    self.context = context
    self.predicate = predicate
    runs = neighbourhood.runs
    isCautious = predicate.mayFail
  }

  /// What it answers may differ from row to row.
  var dependsOnRow: Bool { predicate.dependsOnRow }

  /// Asks about the walks of an incoming row from now on.
  func begin(row: Int, of batch: Batch) {
    (self.row, self.batch) = (row, batch)
    if run == context.run && !predicate.dependsOnRow { return }
    if verdicts.isEmpty { verdicts = Array(repeating: 0, count: context.graph.relationshipCount) }
    run = context.run
    judged = 0
    isComplete = false
    question += 1
    if question > UInt32.max / 2 - 1 {
      for place in verdicts.indices { verdicts[place] = 0 }
      question = 1
    }
  }

  /// Asks of anything from now on, unless that has failed in this run: who calls this begins anew, with `beCautious`, where it fails.
  func beBold() { isCautious = predicate.mayFail && failedRun == context.run }

  /// Asks only of what a walk comes to from now on; false when that was so, or makes no difference.
  func beCautious() -> Bool {
    guard predicate.mayFail, !isCautious else { return false }
    (isCautious, failedRun) = (true, context.run)
    return true
  }

  /// Judges the relationships that lead on from a node, those that are not yet judged.
  ///
  /// - Parameter comesTo: whether a walk could take a relationship, were it not for the filter.
  @inline(__always)
  func judge(
    from node: NodeID, _ neighbourhood: Neighbourhood, where comesTo: (RelationshipID) -> Bool
  ) throws(QueryError) {
    if !isComplete { try judgeMore(from: node, neighbourhood, where: comesTo) }
  }

  /// Whether a relationship that was judged may be taken.
  @inline(__always)
  func allows(_ relationship: RelationshipID) -> Bool { verdicts[relationship.index] == question << 1 | 1 }

  private func judgeMore(
    from node: NodeID, _ neighbourhood: Neighbourhood, where comesTo: (RelationshipID) -> Bool
  ) throws(QueryError) {
    if judged > StepFilter.patience && !predicate.dependsOnRow && !isCautious {
      for run in runs { try judge(run.adjacency, run.adjacency.relationships.indices) { _, _ in true } }
      isComplete = true
      return
    }
    for run in neighbourhood.runs {
      let range = run.adjacency.range(of: node)
      if isCautious {
        try judge(run.adjacency, range) { neighbourhood.isVisible($0, $1) && comesTo($0) }
      } else {
        try judge(run.adjacency, range) { _, _ in true }
      }
    }
  }

  private func judge(
    _ adjacency: Adjacency, _ places: Range<Int>, where isWanted: (RelationshipID, NodeID) -> Bool
  ) throws(QueryError) {
    let relationships = adjacency.relationships
    for start in stride(from: places.lowerBound, to: places.upperBound, by: Batch.targetSize) {
      var new: [RelationshipID] = []
      for place in start..<min(places.upperBound, start + Batch.targetSize)
      where verdicts[relationships[place].index] >> 1 != question
        && isWanted(relationships[place], adjacency.neighbours[place])
      {
        new.append(relationships[place])
      }
      if new.isEmpty { continue }
      judged += new.count
      try context.use(rows: new.count)
      for (relationship, isAllowed) in zip(new, try predicate.allows(new, row: row, of: batch)) {
        verdicts[relationship.index] = question << 1 | (isAllowed ? 1 : 0)
      }
    }
  }
}

/// What every relationship of a walk, or a node on it, must satisfy.
struct WalkPredicate {
  let slot: Slot
  let evaluate: Evaluate
  let span: SourceSpan
  /// It is asked in the light of the incoming row, not of the relationship alone.
  let dependsOnRow: Bool
  /// It may fail for some relationships: it is asked only of those that a walk comes to.
  let mayFail: Bool

  /// For each relationship whether it satisfies the predicate in the light of an incoming row.
  fileprivate func allows(
    _ relationships: [RelationshipID], row: Int, of batch: Batch
  ) throws(QueryError) -> [Bool] {
    var candidates =
      dependsOnRow
      ? batch.gathered(Array(filledWith: Int32(row), count: relationships.count))
      : Batch(count: relationships.count)
    candidates[slot] = .relationships(relationships)
    return try evaluate(candidates).truths(count: relationships.count, at: span).map { $0 == .yes }
  }
}
