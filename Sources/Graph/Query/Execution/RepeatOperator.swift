/// Continues every row with each repetition of a path, level by level for all rows of a batch at once.
final class RepeatOperator: StepOperator {
  private let step: RepeatStep
  private let part: PartRunner
  private let target: LabelTest

  /// One chain of repetitions from an incoming row.
  private struct Chain {
    var row: Int32
    var node: NodeID
    /// For each export, the values so far.
    var lists: [[Value]]
    var relationships: [RelationshipID]
  }

  init(_ context: ExecutionContext, live: [Slot], input: Operator, step: RepeatStep, part: PartRunner) {
    self.step = step
    self.part = part
    target = LabelTest(step.labels, context.graph)
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let finished = try run(batch)
      if finished.isEmpty { continue }
      var result = batch.gathered(finished.map(\.row), keeping: live)
      if isLive(step.to) { result[step.to] = .nodes(finished.map(\.node)) }
      for (index, export) in step.exports.enumerated() where isLive(export.list) {
        let lists = finished.map { step.isReversed ? $0.lists[index].reversed() : $0.lists[index] }
        result[export.list] = .values(lists.map { .list($0) })
      }
      for (index, list) in step.relationshipLists.enumerated() where isLive(list) {
        result[list] = .values(finished.map { .list(relationships(index, of: $0)) })
      }
      return result
    }
    return nil
  }

  /// The values of one relationship of the repeated path over the repetitions, in the order of the text.
  private func relationships(_ index: Int, of chain: Chain) -> [Value] {
    let count = max(1, step.innerRelationships.count)
    let values = stride(from: index, to: chain.relationships.count, by: count).map { place in
      Value.relationship(chain.relationships[place])
    }
    return step.isReversed ? values.reversed() : values
  }

  private func run(_ batch: Batch) throws(QueryError) -> [Chain] {
    let from = try batch[step.from].nodes(count: batch.count, at: step.span)
    let to = step.isToBound ? try batch[step.to].nodes(count: batch.count, at: step.span) : nil
    let distinct = DistinctCheck(step.distinctFrom, in: batch)
    var chains: [Chain] = []
    for (row, node) in from.enumerated() where node != .none {
      chains.append(Chain(row: Int32(row), node: node, lists: step.exports.map { _ in [] }, relationships: []))
    }
    var finished: [Chain] = []
    var level = 0
    while true {
      if level >= step.length.minimum {
        finished += chains.filter { chain in
          to.map { $0[Int(chain.row)] == chain.node } ?? target.accepts(chain.node)
        }
      }
      guard level < step.length.maximum ?? .max, !chains.isEmpty else { break }
      chains = try extended(chains, batch, distinct)
      try context.use(rows: 0)
      level += 1
    }
    return finished.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
  }

  /// Each chain with each next repetition whose relationships are all new to it.
  private func extended(_ chains: [Chain], _ batch: Batch, _ distinct: DistinctCheck) throws(QueryError) -> [Chain] {
    var frontier = batch.gathered(chains.map(\.row))
    frontier[step.entry] = .nodes(chains.map(\.node))
    let (rows, tags) = try part.all(for: frontier)
    guard let rows else { return [] }
    var result: [Chain] = []
    for (place, tag) in tags.enumerated() {
      var chain = chains[Int(tag)]
      let new = step.innerRelationships.compactMap { slot -> RelationshipID? in
        if case .relationship(let relationship) = rows[slot].value(at: place) { relationship } else { nil }
      }
      let isNew = new.allSatisfy {
        !chain.relationships.contains($0) && distinct.accepts($0, row: Int(chain.row))
      }
      guard isNew, case .node(let exit) = rows[step.exit].value(at: place) else { continue }
      chain.node = exit
      chain.relationships += new
      for (index, export) in step.exports.enumerated() {
        let value =
          export.inner == step.entry ? frontier[step.entry].value(at: Int(tag)) : rows[export.inner].value(at: place)
        chain.lists[index].append(value)
      }
      result.append(chain)
      if result.count & 0xfff == 0 { try context.use(rows: 0x1000) }
    }
    return result
  }
}
