/// One relationship at a node that is known, with what it and the node it leads to must satisfy: followed in the adjacency, without
/// rows.
struct DirectStep {
  let neighbourhood: Neighbourhood
  /// What properties of the relationship, or of the node it leads to, must equal.
  private let tests: [PropertyTest]
  /// What the node it leads to must, or must not, have around it.
  private let conditions: [NodeCondition]

  /// Nil when a predicate is about anything else.
  ///
  /// - Parameters:
  ///   - predicates: what must be true of the relationship and of the node it leads to.
  ///   - relationship: the slot of the relationship.
  ///   - node: the slot of the node it leads to; nil when that is known too.
  ///   - compile: makes the function of an expression.
  init?(
    _ neighbourhood: Neighbourhood, _ predicates: [BoundExpression], relationship: Slot, node: Slot?,
    _ context: ExecutionContext, compile: (BoundExpression) -> Evaluate
  ) {
    var (tests, conditions): ([PropertyTest], [NodeCondition]) = ([], [])
    for predicate in predicates {
      if let test = PropertyTest(predicate, relationship, node, context, compile) {
        tests.append(test)
      } else if let node, let condition = NodeCondition(predicate, of: node, context, compile: compile) {
        conditions.append(condition)
      } else {
        return nil
      }
    }
    self.init(neighbourhood, tests: tests, conditions: conditions)
  }

  init(_ neighbourhood: Neighbourhood, tests: [PropertyTest], conditions: [NodeCondition]) {
    self.neighbourhood = neighbourhood
    self.tests = tests
    self.conditions = conditions
  }

  /// Every relationship of the neighbourhood will do.
  var isFree: Bool { tests.isEmpty && conditions.isEmpty && neighbourhood.acceptsAll }

  /// The values to compare with do not depend on the parameters.
  var isSameInEveryRun: Bool { tests.allSatisfy(\.isSameInEveryRun) && conditions.allSatisfy(\.isSameInEveryRun) }

  /// The step with the values to compare with, ready to be taken.
  ///
  /// - Parameters:
  ///   - batch: gives the values, which are the same in every row.
  ///   - steps: how often it is expected to be taken before anything changes.
  func question(for batch: Batch, steps: Int) throws(QueryError) -> Question {
    var (questions, nodeQuestions): ([PropertyTest.Question], [NodeCondition.Question]) = ([], [])
    for test in tests { questions.append(try test.question(for: batch)) }
    for condition in conditions { nodeQuestions.append(try condition.question(for: batch, asked: steps)) }
    return Question(neighbourhood: neighbourhood, tests: questions, conditions: nodeQuestions)
  }

  /// What tells apart the steps that follow different relationships.
  func key(for batch: Batch) throws(QueryError) -> Key {
    var (testKeys, conditionKeys): ([PropertyTest.Key], [NodeCondition.Key]) = ([], [])
    for test in tests { testKeys.append(try test.key(for: batch)) }
    for condition in conditions { conditionKeys.append(try condition.key(for: batch)) }
    return Key(neighbourhood: neighbourhood.key, tests: testKeys, conditions: conditionKeys)
  }

  struct Key: Hashable, Sendable {
    let neighbourhood: Neighbourhood.Key
    let tests: [PropertyTest.Key]
    let conditions: [NodeCondition.Key]
  }

  /// A step with the values to compare with.
  struct Question {
    let neighbourhood: Neighbourhood
    fileprivate let tests: [PropertyTest.Question]
    fileprivate let conditions: [NodeCondition.Question]
  }
}

extension DirectStep.Question {
  /// How many relationships can be taken from each node, counted up to a limit; none from null.
  ///
  /// - Parameter ends: where they must lead; nil when anywhere.
  func counts(from starts: [NodeID], to ends: [NodeID]? = nil, upTo limit: Int64) -> [Int64] {
    if ends == nil, limit == .max, neighbourhood.acceptsAll, let counts = allCounts(from: starts) { return counts }
    return withTest { passes in
      var counts = [Int64](filledWith: 0, count: starts.count)
      for (row, start) in starts.enumerated() where start != .none && ends?[row] != NodeID.none {
        counts[row] = count(from: start, to: ends?[row], upTo: limit, where: passes)
      }
      return counts
    }
  }

  /// All that can be taken from each node where one test in plain memory is all there is to ask; nil where it is not.
  private func allCounts(from starts: [NodeID]) -> [Int64]? {
    let sources = bareTests
    guard sources.count == 1, tests.count + conditions.count == 1 else { return nil }
    return sources[0].withBareTest { test in
      starts.mapped { start in
        start == .none
          ? 0 : neighbourhood.runs.reduce(0) { $0 + test.count(in: $1.adjacency.range(of: start), of: $1.adjacency) }
      }
    }
  }

  /// Whether a relationship can be taken from a node.
  func leadsOn(from start: NodeID) -> Bool {
    count(from: start, to: nil, upTo: 1) { passes($0, $1) } > 0
  }

  /// All nodes from which a relationship can be taken. O(relationships of its types).
  func starts(in graph: PropertyGraph) -> BitSet {
    var nodes = BitSet(count: graph.nodeCount)
    nodes.withWords { words in
      guard let words else { return }
      withTest { passes in
        for run in neighbourhood.runs {
          let (from, to) = run.isIncoming ? (graph.ends, graph.starts) : (graph.starts, graph.ends)
          for relationship in graph.relationships(ofType: run.type) {
            let (start, neighbour) = (from[relationship.index], to[relationship.index])
            if run.skipsLoops && neighbour == start || !neighbourhood.accepts(relationship, neighbour) { continue }
            if passes(relationship, neighbour) { words[start.index >> 6] |= 1 << UInt64(start.index & 63) }
          }
        }
      }
    }
    return nodes
  }

  @inline(__always)
  private func count(
    from start: NodeID, to end: NodeID?, upTo limit: Int64, where passes: (RelationshipID, NodeID) -> Bool
  ) -> Int64 {
    var count: Int64 = 0
    for run in neighbourhood.runs {
      var places = run.adjacency.range(of: start)
      if let end { places = run.adjacency.places(of: end, in: places) }
      for place in places {
        if count == limit { return count }
        let (relationship, neighbour) = (run.adjacency.relationships[place], run.adjacency.neighbours[place])
        if run.skipsLoops && neighbour == start || !neighbourhood.accepts(relationship, neighbour) { continue }
        if passes(relationship, neighbour) { count += 1 }
      }
    }
    return count
  }

  func passes(_ relationship: RelationshipID, _ neighbour: NodeID) -> Bool {
    for test in tests where !test.isTrue(of: relationship, neighbour) { return false }
    for condition in conditions where !condition.isTrue(of: neighbour) { return false }
    return true
  }

  /// Calls `body` with all there is to ask in plain memory; with nil where some of it cannot be asked there.
  func withBareTests<Result>(_ body: (UnsafeBufferPointer<BareTest>?) -> Result) -> Result {
    let sources = bareTests
    return sources.count == tests.count + conditions.count ? sources.withBareTests(body) : body(nil)
  }

  /// Calls `body` with the test of a relationship and the node it leads to.
  private func withTest<Result>(_ body: ((RelationshipID, NodeID) -> Bool) -> Result) -> Result {
    let sources = bareTests
    return sources.count == tests.count + conditions.count ? sources.withTest(body) : body(passes)
  }

  /// The tests that can be asked in plain memory.
  private var bareTests: [BareTestSource] {
    var sources: [BareTestSource] = []
    for test in tests {
      if let source = test.bareSource { sources.append(source) }
    }
    for condition in conditions {
      if let nodes = condition.marked { sources.append(.nodes(nodes, isNegated: condition.isNegated)) }
    }
    return sources
  }
}
