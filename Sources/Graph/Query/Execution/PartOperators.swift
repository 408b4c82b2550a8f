/// Joins every row with the rows of a part plan, or with nulls when there are none and the part is optional.
final class JoinPartOperator: StepOperator {
  private let part: PartRunner
  private let arguments: [(slot: Slot, evaluate: Evaluate)]
  private let newSlots: [Slot]
  private let isOptional: Bool
  private let absences: AbsenceNumbers?

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, part: PartRunner,
    arguments: [(slot: Slot, evaluate: Evaluate)], newSlots: [Slot], isOptional: Bool,
    absences: AbsenceNumbers? = nil
  ) {
    self.absences = absences
    self.part = part
    self.arguments = arguments
    self.newSlots = newSlots
    self.isOptional = isOptional
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      var incoming = batch
      for argument in arguments { incoming[argument.slot] = try argument.evaluate(batch) }
      let (rows, tags) = try part.all(for: incoming)
      let result = isOptional ? try joinedOptionally(batch, rows, tags) : joined(batch, rows, tags)
      if let result { return result }
    }
    return nil
  }

  private func joined(_ batch: Batch, _ rows: Batch?, _ tags: [Int32]) -> Batch? {
    guard let rows else { return nil }
    var result = batch.continued(by: tags, keeping: live)
    for slot in newSlots where isLive(slot) { result[slot] = rows[slot] }
    return result
  }

  /// As `joined`, with a row of nulls for each incoming row that has no tag.
  private func joinedOptionally(_ batch: Batch, _ rows: Batch?, _ tags: [Int32]) throws(QueryError) -> Batch? {
    guard let rows else {
      var result = batch.keeping(live)
      for slot in newSlots where isLive(slot) { result[slot] = .constant(.null) }
      if let absences, let lineage = part.lineage {
        result[lineage] = .integers(try absences((0..<batch.count).map { $0 }, batch))
      }
      return result
    }
    var outer: [Int32] = []
    var inner: [Int32] = []
    var place = 0
    for row in 0..<Int32(batch.count) {
      let start = place
      while place < tags.count, tags[place] == row {
        outer.append(row)
        inner.append(Int32(place))
        place += 1
      }
      if place == start {
        outer.append(row)
        inner.append(-1)
      }
    }
    var result = batch.continued(by: outer, keeping: live)
    if inner.count == tags.count {
      for slot in newSlots where isLive(slot) { result[slot] = rows[slot] }
      return result
    }
    for slot in newSlots where isLive(slot) { result[slot] = rows[slot].gatheredOrNull(inner) }
    try addAbsences(to: &result, of: batch, outer, inner)
    return result
  }

  /// A row of nulls rests on the list that was searched.
  private func addAbsences(
    to result: inout Batch, of batch: Batch, _ outer: [Int32], _ inner: [Int32]
  ) throws(QueryError) {
    guard let absences, let lineage = part.lineage else { return }
    let empty = outer.indices.filter { inner[$0] < 0 }
    let found = result[lineage]
    var numbers = outer.indices.map { found.lineage(at: $0) }
    for (place, number) in zip(empty, try absences(empty.map { Int(outer[$0]) }, batch)) { numbers[place] = number }
    result[lineage] = .integers(numbers)
  }
}

extension Vector {
  /// As `gathered`, with null where the place is negative.
  fileprivate func gatheredOrNull(_ rows: [Int32]) -> Vector {
    switch self {
    case .nodes(let nodes): .nodes(rows.mapped { $0 < 0 ? .none : nodes[Int($0)] })
    case .relationships(let relationships):
      .relationships(rows.mapped { $0 < 0 ? .none : relationships[Int($0)] })
    case .walks(let walks): .walks(walks.gathered(rows))
    default: .values(rows.mapped { $0 < 0 ? .null : value(at: Int($0)) })
    }
  }
}

/// Of the rows a part plan makes for one incoming row, keeps those with the shortest paths per pair of ends; rows for which a
/// search finds the path are spared the part plan.
final class SelectShortestOperator: StepOperator {
  private let step: SelectStep
  private let part: PartRunner
  private let search: RepeatedPathSearch?

  init(
    _ context: ExecutionContext, live: [Slot], input: Operator, step: SelectStep, part: PartRunner,
    search: RepeatedPathSearch?
  ) {
    self.step = step
    self.part = part
    self.search = search
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    while let batch = try input.next() {
      let (found, undecided) = try searched(batch)
      let made = undecided.isEmpty ? nil : try all(for: batch, undecided)
      let parts = [found, made].compactMap { $0 }
      guard let rows = Batch.joined(parts.map(\.rows)) else { continue }
      if parts.count == 1 { return rows }
      let sources = parts.flatMap(\.sources)
      let order = sources.indices.sorted { (sources[$0], $0) < (sources[$1], $1) }
      return rows.gathered(order.map { Int32($0) })
    }
    return nil
  }

  /// Rows made, and the incoming row that each continues.
  private typealias Made = (rows: Batch, sources: [Int32])

  /// The rows made by the search, and the incoming rows that it cannot decide.
  private func searched(_ batch: Batch) throws(QueryError) -> (found: Made?, undecided: [Int32]) {
    guard let search else { return (nil, (0..<Int32(batch.count)).map { $0 }) }
    let starts = try batch[step.start].nodes(count: batch.count, at: search.span)
    let ends = try batch[step.end].nodes(count: batch.count, at: search.span)
    search.begin(starts, ends, of: batch)
    var (rows, undecided): ([Int32], [Int32]) = ([], [])
    var paths: [[RelationshipID]] = []
    for row in 0..<batch.count {
      switch search.paths(from: starts[row], to: ends[row], row: row, of: batch) {
      case .nothing: break
      case .undecided: undecided.append(Int32(row))
      case .paths(let found):
        for path in found {
          rows.append(Int32(row))
          paths.append(path)
        }
      }
    }
    if rows.isEmpty { return (nil, undecided) }
    var result = batch.gathered(rows, keeping: live)
    for (place, list) in search.lists.enumerated() where isLive(list) {
      result[list] = .values(paths.map { search.list(place, of: $0) })
    }
    return ((result, rows), undecided)
  }

  /// The rows chosen among all that the part plan makes for some incoming rows.
  private func all(for whole: Batch, _ incoming: [Int32]) throws(QueryError) -> Made? {
    let batch = incoming.count == whole.count ? whole : whole.gathered(incoming)
    let (rows, tags) = try part.all(for: batch)
    guard let rows else { return nil }
    let chosen = select(rows, tags)
    if chosen.isEmpty { return nil }
    var result = batch.gathered(chosen.map { tags[Int($0)] }, keeping: live)
    for slot in step.newSlots where isLive(slot) { result[slot] = rows[slot].gathered(chosen) }
    return (result, chosen.map { incoming[Int(tags[Int($0)])] })
  }

  private func select(_ rows: Batch, _ tags: [Int32]) -> [Int32] {
    let grouper = RowGrouper()
    let ends = [.integers(tags.map { Int64($0) }), rows[step.start], rows[step.end]]
    let groups = grouper.numbered(ends, count: rows.count).groups
    let lengths = (0..<rows.count).map { row in step.parts.reduce(0) { $0 + $1.length(in: rows, row: row) } }
    var byGroup = [[Int32]](repeating: [], count: grouper.count)
    for (row, group) in groups.enumerated() { byGroup[Int(group)].append(Int32(row)) }
    return byGroup.flatMap { choose($0, lengths) }.sorted()
  }

  private func choose(_ rows: [Int32], _ lengths: [Int]) -> [Int32] {
    let sorted = rows.sorted { (lengths[Int($0)], $0) < (lengths[Int($1)], $1) }
    switch step.selector {
    case .all: return sorted
    case .anyShortest: return Array(sorted.prefix(1))
    case .allShortest: return sorted.filter { lengths[Int($0)] == lengths[Int(sorted[0])] }
    case .shortest(let count): return Array(sorted.prefix(count))
    }
  }
}

/// Puts a path together from its parts.
final class BuildPathOperator: StepOperator {
  private let slot: Slot
  private let parts: [PathPart]

  init(_ context: ExecutionContext, live: [Slot], input: Operator, slot: Slot, parts: [PathPart]) {
    self.slot = slot
    self.parts = parts
    super.init(context, live: live, input: input)
  }

  override func next() throws(QueryError) -> Batch? {
    guard let batch = try input.next() else { return nil }
    var result = batch.keeping(live)
    if isLive(slot) {
      result[slot] = walks(in: batch) ?? .values((0..<batch.count).map { path(in: batch, row: $0) })
    }
    return result
  }

  /// The column when every path is a single walk; nil when it is more.
  private func walks(in batch: Batch) -> Vector? {
    guard parts.count == 2, case .start(let start) = parts[0], case .relationships(let slot) = parts[1],
      case .nodes(let nodes) = batch[start], case .walks(let walks) = batch[slot], !walks.arePaths
    else { return nil }
    return .walks(walks.asPaths(from: nodes, in: context.graph))
  }

  private func path(in batch: Batch, row: Int) -> Value {
    guard case .start(let start)? = parts.first, case .node(let first) = batch[start].value(at: row) else {
      return .null
    }
    var path = PathValue(nodes: [first], relationships: [])
    for part in parts.dropFirst() {
      for relationship in part.relationships(in: batch, row: row) {
        let (start, end) = (context.graph.start(of: relationship), context.graph.end(of: relationship))
        path.nodes.append(path.nodes.last == start ? end : start)
        path.relationships.append(relationship)
      }
    }
    return .path(path)
  }
}

extension PathPart {
  fileprivate func length(in batch: Batch, row: Int) -> Int { relationships(in: batch, row: row).count }

  /// The relationships of the part in walking order.
  func relationships(in batch: Batch, row: Int) -> [RelationshipID] {
    switch self {
    case .start: return []
    case .relationships(let slot): return batch[slot].value(at: row).relationshipItems
    case .interleaved(let slots):
      let lists = slots.map { batch[$0].value(at: row).relationshipItems }
      return (0..<(lists.first?.count ?? 0)).flatMap { place in lists.map { $0[place] } }
    }
  }
}

extension Value {
  /// The relationship, or those of a list.
  fileprivate var relationshipItems: [RelationshipID] {
    switch self {
    case .relationship(let relationship): [relationship]
    case .list(let items): items.flatMap(\.relationshipItems)
    default: []
    }
  }
}
