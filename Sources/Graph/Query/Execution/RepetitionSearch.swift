/// Searches with each repetition of a path as one step, level by level from the start. The repetitions from a node are made
/// once for all rows of a run.
///
/// Time O(repetitions from the nodes reached), space O(nodes + repetitions made).
final class RepetitionSearch: RepeatedPathSearch {
  private let repetition: GroupRepetition
  private let part: PartRunner
  private let findsAll: Bool
  private var run = -1
  private var start = NodeID.none
  /// By node, where its repetitions stand among those made; nothing is known of a node that has `unknown`.
  private var places: [Places] = []
  /// By repetition, the node it ends at.
  private var exits: [NodeID] = []
  /// The relationships of the repetitions, one repetition after the other.
  private var relationships: [RelationshipID] = []
  /// The nodes reached, each by a repetition: its number stands where the relationship of a walk would.
  private var log = ReachedLog()
  private var further: [FurtherStep] = []
  /// By node: below `base` unless this search has reached it, else `base` plus its place in the log.
  private var marks: [UInt32] = []
  private var base: UInt32 = 1

  private struct Places: BitwiseCopyable {
    var start: UInt32
    var end: UInt32

    static let unknown = Places(start: 1, end: 0)

    var isKnown: Bool { start <= end }
  }

  init(_ repetition: GroupRepetition, _ part: PartRunner, findsAll: Bool, _ context: ExecutionContext) {
    (self.repetition, self.part, self.findsAll) = (repetition, part, findsAll)
    super.init(context, lists: repetition.lists, length: repetition.length, span: repetition.span)
  }

  deinit { log.deallocate() }

  override func walks(
    from start: NodeID, to end: NodeID, row: Int, of batch: Batch
  ) throws(QueryError) -> [[RelationshipID]] {
    // The search goes on where many rows have the same start.
    if run != context.run || start != self.start { begin(at: start) }
    while log.next < log.count, log.depth < length.maximum ?? .max, marks[end.index] < base {
      try takeRepetitions()
    }
    guard marks[end.index] >= base else { return [] }
    let ways = WaysBack(log, further, nil)
    return try ways.trails(to: Int(marks[end.index] - base), context.use(rows:)).map { trail in
      trail.reversed().flatMap { relationships(of: Int($0.rawValue)) }
    }
  }

  /// Forgets the search before; what was made in another run too.
  private func begin(at start: NodeID) {
    self.start = start
    if run != context.run {
      run = context.run
      places = Array(repeating: .unknown, count: context.graph.nodeCount)
      (exits, relationships) = ([], [])
    }
    if marks.isEmpty || Int(base) + log.count + marks.count >= Int(UInt32.max) {
      marks = Array(repeating: 0, count: context.graph.nodeCount)
      base = 1
    } else {
      base += UInt32(truncatingIfNeeded: log.count)
    }
    log.start(at: start)
    further.removeAll(keepingCapacity: true)
    marks[start.index] = base
  }

  /// Takes every repetition from the frontier.
  private func takeRepetitions() throws(QueryError) {
    let end = log.count
    try make(from: (log.next..<end).map { NodeID(rawValue: log.entries[$0].target) })
    let new = base + UInt32(truncatingIfNeeded: end)
    log.depth += 1
    while log.next < end {
      let at = log.next
      log.next += 1
      let own = places[Int(log.entries[at].target)]
      log.makeRoom(for: Int(own.end - own.start))
      for number in own.start..<own.end {
        let exit = exits[Int(number)]
        let mark = marks[exit.index]
        let entry = ReachedLog.Entry(
          target: exit.rawValue, relationship: RelationshipID(rawValue: number),
          before: UInt32(truncatingIfNeeded: at))
        if mark < base {
          marks[exit.index] = base + UInt32(truncatingIfNeeded: log.count)
          log.append(entry)
        } else if findsAll && mark >= new {
          further.append(FurtherStep(place: Int(mark - base), entry: entry))
        }
      }
      if at & 0xfff == 0 { try context.use(rows: 0) }
    }
  }

  /// Makes the repetitions from those of some nodes for which that was not done.
  private func make(from nodes: [NodeID]) throws(QueryError) {
    let new = nodes.filter { !places[$0.index].isKnown }
    for start in stride(from: 0, to: new.count, by: Batch.targetSize) {
      let some = Array(new[start..<min(new.count, start + Batch.targetSize)])
      var batch = Batch(count: some.count)
      batch[repetition.entry] = .nodes(some)
      let (rows, tags) = try part.all(for: batch)
      var next = 0
      for (place, node) in some.enumerated() {
        let first = next
        while next < tags.count && tags[next] == place { next += 1 }
        places[node.index] = Places(start: UInt32(exits.count + first), end: UInt32(exits.count + next))
      }
      if let rows { try append(rows) }
    }
  }

  private func append(_ rows: Batch) throws(QueryError) {
    exits += try rows[repetition.exit].nodes(count: rows.count, at: span)
    let columns = try repetition.relationships.map { slot throws(QueryError) in
      try rows[slot].relationships(count: rows.count, at: span)
    }
    for row in 0..<rows.count {
      for column in columns { relationships.append(column[row]) }
    }
  }

  private func relationships(of number: Int) -> ArraySlice<RelationshipID> {
    relationships[number * lists.count..<(number + 1) * lists.count]
  }
}
