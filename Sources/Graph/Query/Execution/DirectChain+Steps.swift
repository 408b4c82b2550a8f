/// A node to which the first steps of a chain lead.
struct ChainEntry: BitwiseCopyable {
  /// The run of rows whose node the chain began at.
  let run: Int32
  let node: NodeID
  /// The relationship that led to it; none at the beginning.
  let arrival: RelationshipID
}

/// Whether chains lead to the nodes of rows.
struct ChainAnswers {
  /// The rows that have a node in common, at which chains begin.
  let runs: [Range<Int>]
  /// By row, the node to which they should lead.
  let sought: [NodeID]
  let marks: ChainMarks
  var truths: [Truth]

  init(runs: [Range<Int>], sought: [NodeID], marks: ChainMarks) {
    (self.runs, self.sought, self.marks) = (runs, sought, marks)
    truths = Array(filledWith: .no, count: sought.count)
  }
}

extension DirectStep.Question {
  /// Calls `body` with the step, ready to be taken very often.
  func withChainStep<Result>(_ body: (ChainStep) -> Result) -> Result {
    neighbourhood.runs.withUnsafeBufferPointer { runs in
      withBareTests { tests in body(ChainStep(question: self, runs: runs, tests: tests)) }
    }
  }
}

/// A step of a chain, as long as what it looks at is lent.
struct ChainStep {
  /// Looking a node up among the neighbours of another costs as much as marking so many of them.
  private static let lookupCost = 4

  private let question: DirectStep.Question
  private let runs: UnsafeBufferPointer<Neighbourhood.Run>
  /// All there is to ask about a relationship; nil when the question must be asked.
  private let tests: UnsafeBufferPointer<BareTest>?
  private let acceptsAll: Bool

  fileprivate init(
    question: DirectStep.Question, runs: UnsafeBufferPointer<Neighbourhood.Run>, tests: UnsafeBufferPointer<BareTest>?
  ) {
    (self.question, self.runs, self.tests) = (question, runs, tests)
    acceptsAll = question.neighbourhood.acceptsAll
  }

  /// The nodes to which the step leads, those of a run once, or twice where it matters by which relationship.
  ///
  /// - Parameters:
  ///   - next: the first entry to continue; afterwards the first that was not.
  ///   - most: no more runs are continued when so many were reached.
  ///   - keepsSecond: the next step may not take the relationship of this one, so two ways to a node are kept.
  func reached(
    from entries: [ChainEntry], _ next: inout Int, atMost most: Int, keepsSecond: Bool, _ marks: ChainMarks
  ) -> [ChainEntry] {
    var reached: [ChainEntry] = []
    while next < entries.count, reached.count < most {
      let (same, neighbours) = run(in: entries, from: next)
      next = same.upperBound
      marks.begin(neighbours)
      for place in same {
        let entry = entries[place]
        forEachStep(from: entry) { relationship, neighbour in
          guard keepsSecond ? marks.markTwice(neighbour, by: relationship) : marks.mark(neighbour) else { return }
          reached.append(ChainEntry(run: entry.run, node: neighbour, arrival: relationship))
        }
      }
    }
    return reached
  }

  /// Takes the last step: answers the rows of all runs that have entries.
  func answer(_ entries: [ChainEntry], _ answers: inout ChainAnswers) {
    let marks = answers.marks
    var next = 0
    while next < entries.count {
      let (same, neighbours) = run(in: entries, from: next)
      next = same.upperBound
      let rows = answers.runs[Int(entries[same.lowerBound].run)]
      if neighbours <= ChainStep.lookupCost * rows.count * same.count {
        marks.begin(neighbours)
        for place in same { forEachStep(from: entries[place]) { marks.mark($1) } }
        for row in rows where answers.sought[row] != .none && marks.holds(answers.sought[row]) {
          answers.truths[row] = .yes
        }
      } else {
        for row in rows where answers.sought[row] != .none {
          var place = same.lowerBound
          while place < same.upperBound, !leads(from: entries[place], to: answers.sought[row]) { place += 1 }
          if place < same.upperBound { answers.truths[row] = .yes }
        }
      }
    }
  }

  /// The entries of one run, and how many neighbours their nodes have together.
  @inline(__always)
  private func run(in entries: [ChainEntry], from start: Int) -> (same: Range<Int>, neighbours: Int) {
    var (end, neighbours) = (start, 0)
    while end < entries.count, entries[end].run == entries[start].run {
      for run in runs { neighbours += run.adjacency.degree(of: entries[end].node) }
      end += 1
    }
    return (start..<end, neighbours)
  }

  /// All steps from a node.
  func steps(from node: NodeID) -> [(relationship: RelationshipID, neighbour: NodeID)] {
    var steps: [(relationship: RelationshipID, neighbour: NodeID)] = []
    forEachStep(from: ChainEntry(run: 0, node: node, arrival: .none)) { steps.append(($0, $1)) }
    return steps
  }

  @inline(__always)
  private func leads(from entry: ChainEntry, to end: NodeID) -> Bool {
    for run in runs {
      for place in run.adjacency.places(of: end, in: run.adjacency.range(of: entry.node))
      where isStep(run.adjacency.relationships[place], end, run, from: entry) {
        return true
      }
    }
    return false
  }

  @inline(__always)
  private func forEachStep(from entry: ChainEntry, _ body: (RelationshipID, NodeID) -> Void) {
    for run in runs {
      for place in run.adjacency.range(of: entry.node) {
        let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
        if isStep(relationship, neighbour, run, from: entry) { body(relationship, neighbour) }
      }
    }
  }

  /// The chain can go on by this relationship: the step before did not take it.
  @inline(__always)
  private func isStep(
    _ relationship: RelationshipID, _ neighbour: NodeID, _ run: Neighbourhood.Run, from entry: ChainEntry
  ) -> Bool {
    if relationship == entry.arrival { return false }
    if !acceptsAll {
      if run.skipsLoops && neighbour == entry.node { return false }
      if !question.neighbourhood.accepts(relationship, neighbour) { return false }
    }
    guard let tests else { return question.passes(relationship, neighbour) }
    for test in tests where !test.isTrue(of: relationship, neighbour) { return false }
    return true
  }
}
