/// The neighbours that a step follows, and after twice as many were looked at as there are, a copy of them that leaves out those
/// that are never wanted: what the view hides, other labels, and what fails a test that does not depend on the row.
///
/// Copying costs no more than was spent on looking until then, and lists are shorter afterwards.
final class NarrowedNeighbours {
  /// A condition on the relationship or the node that a step comes to, with the slot in which it stands.
  struct Test {
    let slot: Slot
    let isOfNode: Bool
    let evaluate: Evaluate
    let span: SourceSpan
  }

  private let context: ExecutionContext
  private let makeTests: (() -> [Test])?
  /// All neighbours; they are looked at one by one unless `acceptsAll`.
  private let whole: Neighbourhood
  private(set) var current: Neighbourhood
  private var run = -1
  private var looked = 0
  /// After so many were looked at a copy is made.
  private let patience: Int
  private var copies: [AdjacencyCopy] = []

  /// - Parameters:
  ///   - whole: all neighbours.
  ///   - makeTests: compiles the conditions, if there are any.
  ///   - context: what the statement looks at.
  init(_ whole: Neighbourhood, _ makeTests: (() -> [Test])?, _ context: ExecutionContext) {
    self.context = context
    self.whole = whole
    self.makeTests = makeTests
    current = whole
    patience = 2 * max(1024, whole.runs.reduce(0) { $0 + $1.adjacency.neighbours.count })
  }

  /// The copy is made.
  var isNarrowed: Bool { !copies.isEmpty }

  /// Says that so many neighbours were looked at.
  @inline(__always)
  func look(at count: Int) { looked += count }

  /// Makes the copy if that is worth while by now; between two batches only, since places change.
  func narrow() throws(QueryError) {
    if run != context.run {
      (run, looked, current) = (context.run, 0, whole)
      copies = []
    }
    guard looked >= patience, copies.isEmpty, !whole.acceptsAll || makeTests != nil else { return }
    try context.use(rows: patience / 2)
    let tests = makeTests?() ?? []
    for run in whole.runs { copies.append(try copy(of: run, tests)) }
    current = whole.narrowed(to: copies.map(\.adjacency))
  }

  private func copy(of run: Neighbourhood.Run, _ tests: [Test]) throws(QueryError) -> AdjacencyCopy {
    var passes = BitSet(count: run.adjacency.neighbours.count)
    let places = run.adjacency.neighbours.indices
    for start in stride(from: 0, to: places.count, by: Batch.targetSize) {
      let block = start..<min(places.count, start + Batch.targetSize)
      try context.use(rows: 0)
      for place in try passing(block, run.adjacency, tests) { passes[place] = true }
    }
    return AdjacencyCopy(of: run.adjacency) { node, place in
      passes[place] && !(run.skipsLoops && run.adjacency.neighbours[place] == node)
    }
  }

  /// The places of a block whose relationship and neighbour are wanted.
  private func passing(
    _ block: Range<Int>, _ adjacency: Adjacency, _ tests: [Test]
  ) throws(QueryError) -> [Int] {
    var places = Array(block)
    if !whole.showsAll {
      places = places.filter { whole.accepts(adjacency.relationships[$0], adjacency.neighbours[$0]) }
    }
    for test in tests where !places.isEmpty {
      var batch = Batch(count: places.count)
      batch[test.slot] =
        test.isOfNode
        ? .nodes(places.map { adjacency.neighbours[$0] })
        : .relationships(places.map { adjacency.relationships[$0] })
      let truths = try context.noting(in: nil) { () throws(QueryError) in
        try test.evaluate(batch).truths(count: batch.count, at: test.span)
      }
      places = truths.rows(where: .yes).map { places[Int($0)] }
    }
    return places
  }
}

extension ExpandStep {
  /// What compiles the conditions of the step, once they are needed; nil when there are none.
  func narrowingTests(_ compiler: ExpressionCompiler) -> (() -> [NarrowedNeighbours.Test])? {
    guard !tests.isEmpty else { return nil }
    return {
      tests.map { test in
        let isOfNode = !test.slotsRead.contains(relationship)
        return NarrowedNeighbours.Test(
          slot: isOfNode ? to : relationship, isOfNode: isOfNode, evaluate: compiler.compile(test), span: test.span)
      }
    }
  }

  /// Those of the conditions that compare a property with a value.
  func propertyTests(_ compiler: ExpressionCompiler) -> [PropertyTest] {
    tests.compactMap { PropertyTest($0, relationship, isToBound ? nil : to, compiler.context) { compiler.compile($0) } }
  }
}

/// Some of the neighbours of an adjacency; owns its memory.
final class AdjacencyCopy {
  let adjacency: Adjacency

  init(of other: Adjacency, where isWanted: (NodeID, Int) -> Bool) {
    adjacency = Adjacency(of: other, where: isWanted)
  }

  deinit { adjacency.deallocate() }
}
