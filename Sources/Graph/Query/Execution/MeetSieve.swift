/// Tells most of the first ends between which and a second end no node can be: rows of them are not looked at any further.
///
/// From the second end, the nodes two steps away are noted in a small table; a first end that is not there is left out. Source of
/// a table that may say yes too often: B. Bloom, Space/time trade-offs in hash coding with allowable errors, Communications of the
/// ACM 13 (1970).
final class MeetSieve {
  /// From the second end to the node sought.
  private let second: Neighbourhood
  /// From there to the first end.
  private let back: Neighbourhood
  private let words = UnsafeMutablePointer<UInt64>.allocate(capacity: MeetSieve.wordCount)

  private static let wordCount = 64
  /// So many rows with one second end make it worth while.
  static let fewestRows = 4
  /// The nodes next to the second end are at most so many times as many as the rows.
  static let mostNodesPerRow = 4
  /// More nodes than this fill the table.
  private static let mostNoted = 512

  init(_ step: MeetStep, _ context: ExecutionContext) {
    second = Neighbourhood(types: step.second.types, direction: step.second.direction, labels: nil, context)
    back = Neighbourhood(
      types: step.first.types, direction: step.first.direction.reversed(unless: false), labels: nil, context)
    words.initialize(repeating: 0, count: MeetSieve.wordCount)
  }

  deinit { words.deallocate() }

  /// First ends between which and a second end there may be a node.
  struct Noted {
    /// nil for all.
    fileprivate let words: UnsafePointer<UInt64>?

    static var all: Noted { Noted(words: nil) }

    @inline(__always)
    func contains(_ node: NodeID) -> Bool {
      guard let words else { return true }
      let bit = MeetSieve.bit(of: node)
      return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }
  }

  /// Of rows with the same second end next to each other, those between whose ends there may be a node; nil when all may be.
  func rows(_ starts: [NodeID], _ others: [NodeID]) -> [Bool]? {
    var result: [Bool]?
    var row = 0
    while row < others.count {
      var end = row + 1
      while end < others.count && others[end] == others[row] { end += 1 }
      if end - row >= MeetSieve.fewestRows, others[row] != .none,
        let noted = noted(from: others[row], mostNext: (end - row) * MeetSieve.mostNodesPerRow)
      {
        var passing = result ?? [Bool](filledWith: true, count: others.count)
        for place in row..<end where starts[place] != .none { passing[place] = noted.contains(starts[place]) }
        result = passing
      }
      row = end
    }
    return result
  }

  /// Notes the nodes two steps from a second end, in place of what was noted before; nil when there are too many.
  func noted(from node: NodeID, mostNext: Int) -> Noted? {
    var (next, noted) = (0, 0)
    words.update(repeating: 0, count: MeetSieve.wordCount)
    for run in second.runs {
      let middles = run.adjacency.range(of: node)
      next += middles.count
      if next > mostNext { return nil }
      for place in middles {
        for backRun in back.runs {
          let ends = backRun.adjacency.range(of: run.adjacency.neighbours[place])
          noted += ends.count
          if noted > MeetSieve.mostNoted { return nil }
          for end in ends {
            let bit = MeetSieve.bit(of: backRun.adjacency.neighbours[end])
            words[bit >> 6] |= 1 << UInt64(bit & 63)
          }
        }
      }
    }
    return Noted(words: words)
  }

  @inline(__always)
  fileprivate static func bit(of node: NodeID) -> Int {
    Int(truncatingIfNeeded: (node.rawValue &* 0x9E37_79B1) >> 20)
  }
}
