/// The places that one side of a search has reached, in the order in which it reached them: those behind the frontier, then the
/// frontier.
///
/// The steps back to the start are kept here and not by node, so that they lie close together in memory whatever the size of the graph.
/// Plain memory, which its search owns and frees.
struct ReachedLog: BitwiseCopyable {
  /// A place, and how it was reached.
  struct Entry: BitwiseCopyable {
    /// The node; for a node that shortcuts pass, what is said of the step to it in `Shortcuts`.
    let target: UInt32
    /// The relationship taken; none from a node that shortcuts pass, which has only one other.
    let relationship: RelationshipID
    /// Where the place before it stands in the log.
    let before: UInt32
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private var capacity = 256
  /// How many places were reached.
  private(set) var count = 0
  /// The first place of the frontier: the first from which no step was taken yet.
  var next = 0
  /// How many levels of steps were taken.
  var depth = 0

  init() { entries = .allocate(capacity: capacity) }

  func deallocate() { entries.deallocate() }

  /// How many places are in the frontier.
  var frontierCount: Int { count - next }

  /// Forgets what was reached, and starts at a node.
  mutating func start(at node: NodeID) {
    (count, next, depth) = (0, 0, 0)
    append(Entry(target: node.rawValue, relationship: .none, before: 0))
  }

  /// Makes room for so many more places. Amortised O(1) for one.
  @inline(__always)
  mutating func makeRoom(for more: Int) {
    if count + more > capacity { grow(to: max(2 * capacity, count + more)) }
  }

  /// Appends a place for which room was made.
  @inline(__always)
  mutating func append(_ entry: Entry) {
    (entries + count).initialize(to: entry)
    count += 1
  }

  /// Whether a node was reached. O(places), without a branch for each.
  @inline(__always)
  func holds(_ node: NodeID) -> Bool {
    var places = 0
    for place in 0..<count { places &+= entries[place].target == node.rawValue ? 1 : 0 }
    return places > 0
  }

  /// The place to which a relationship leads from another, which was reached by that. O(log places + degree).
  func place(behind before: Int, by relationship: RelationshipID) -> Int? {
    var (low, high) = (1, count)
    while low < high {
      let middle = (low + high) >> 1
      if Int(entries[middle].before) < before { low = middle + 1 } else { high = middle }
    }
    return (low..<count).prefix { Int(entries[$0].before) == before }.first { entries[$0].relationship == relationship }
  }

  private mutating func grow(to wanted: Int) {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: wanted)
    larger.initialize(from: entries, count: count)
    entries.deallocate()
    (entries, capacity) = (larger, wanted)
  }
}
