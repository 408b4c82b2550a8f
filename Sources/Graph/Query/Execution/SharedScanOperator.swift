internal import Synchronization

/// Runs the first steps of a plan on several threads, each for a share of the nodes or listed values at a time. The rows come
/// in the order in which one thread would make them.
///
/// Unless very many rows are expected, one thread begins, and the others are called in when what it did first shows that the
/// rest will take long. The rest is then worked off in waves, whose rows are handed on one by one. A wave that makes very many
/// rows is paused and finished while its rows are handed on, so that memory stays bounded; what no thread came to is another
/// wave.
final class SharedScanOperator: Operator {
  /// The steps for one thread.
  struct Lane {
    let source: any SharedSource
    let last: Operator
  }

  /// What is to be handed on.
  private enum Item {
    case batch(Batch, of: Lane)
    /// What a lane still makes.
    case rest(of: Lane)
    case failure(QueryError)
  }

  /// So many rows of a wave are made ahead; fewer where perhaps not all are asked for.
  private static let rowsAhead = 1 << 20
  private static let rowsAheadOfLimit = 1 << 13
  /// So many items at most tell how long the others take.
  private static let largestSample = 128
  /// A share takes about so long at most and at least, since each costs a start of all steps.
  private static let longestShare = Duration.microseconds(400)
  private static let shortestShare = Duration.microseconds(80)
  private static let leastShare = 16

  private let lane: Lane
  private let makeLane: () -> Lane?
  private let sharing: Sharing
  private let steps: SharedSteps
  private var otherLanes: [Lane] = []
  /// What rows of other lanes rest on, in the numbers of this one.
  private let lineages: ForeignLineages
  private var argument = Batch.none
  private var count = -1
  private var nextItem = 0
  private var items: ArraySlice<Item> = []
  /// The items that one thread worked on last, how long this took, and how often it took some.
  private var sample = 0..<0
  private var spent = Duration.zero
  private var samples = 0
  /// How many items each thread takes at a time, once several work.
  private var shareSizes: ClosedRange<Int>?

  /// Makes the operator.
  ///
  /// - Parameters:
  ///   - lane: the steps for this thread, in the context of the steps that follow.
  ///   - makeLane: makes the same steps for another thread.
  init(_ lane: Lane, _ steps: SharedSteps, sharing: Sharing, makeLane: @escaping () -> Lane?) {
    self.lane = lane
    self.sharing = sharing
    self.steps = steps
    self.makeLane = makeLane
    lineages = ForeignLineages(steps.lineages.filter { lane.last.isLive($0) }, lane.last.context)
    super.init(lane.last.context, live: lane.last.live)
  }

  override func open(_ argument: Batch) {
    self.argument = argument
    count = -1
    nextItem = 0
    items = []
    samples = 0
    shareSizes = nil
  }

  override func next() throws(QueryError) -> Batch? {
    if count < 0 { count = try lane.source.prepare(for: argument) }
    while true {
      switch items.first {
      case .batch(let batch, let lane):
        items.removeFirst()
        return lineages.translated(batch, from: lane.last.context)
      case .rest(let lane):
        if let batch = try continued(lane) { return lineages.translated(batch, from: lane.last.context) }
        items.removeFirst()
      case .failure(let error): throw error
      case nil:
        guard nextItem < count else { return nil }
        shareSizes = shareSizes ?? worthwhileShareSizes
        if let shareSizes { workOffWave(shareSizes) } else { workOn(upTo: endOfSample) }
      }
    }
  }

  /// The next rows of a lane on this thread; how long this takes matters until several threads work.
  private func continued(_ lane: Lane) throws(QueryError) -> Batch? {
    guard sharing.after != nil, shareSizes == nil, nextItem < count else { return try lane.last.next() }
    let start = ContinuousClock.now
    defer { spent += .now - start }
    return try lane.last.next()
  }

  /// How many items each thread should take at a time; nil when one thread should go on.
  private var worthwhileShareSizes: ClosedRange<Int>? {
    let left = count - nextItem
    let least = SharedScanOperator.leastShare
    if steps.expectedRows >= sharing.atOnceFrom && (!steps.mayStopEarly || sharing.atOnceFrom == 0) {
      let parts = min(max(64, Int(min(steps.expectedRows / 65_536, 1e6))), left / least)
      let size = max(1, left / max(1, parts))
      return min(least, size)...size
    }
    guard let after = sharing.after, samples > 0, left > least, expectedTime > after else { return nil }
    // The first items take longer than later ones: what they do not settle, the next will.
    if samples == 1 && expectedTime < after * 4 { return nil }
    let perItem = spent / sample.count
    guard perItem > .zero else { return least...left }
    let shortest = max(least, Int(SharedScanOperator.shortestShare / perItem))
    return shortest...max(shortest, Int(SharedScanOperator.longestShare / perItem))
  }

  /// The items left in shares, smaller towards the end so that the threads are done at about the same time.
  private func shares(of sizes: ClosedRange<Int>) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = nextItem
    while start < count {
      let fair = (count - start) / (2 * (otherLanes.count + 1))
      let end = min(count, start + min(max(fair, sizes.lowerBound), sizes.upperBound))
      shares.append(start..<end)
      start = end
    }
    return shares
  }

  /// How long one thread would take for the items left, by what it did last.
  private var expectedTime: Duration { spent / sample.count * (count - nextItem) }

  /// How far one thread goes before it is asked again whether it should go on alone.
  private var endOfSample: Int {
    guard let after = sharing.after else { return count }
    let size = max(SharedScanOperator.leastShare, min(SharedScanOperator.largestSample, count / 16))
    if samples == 1 && expectedTime > after { return min(count, nextItem + size) }
    return min(count, max(size, 8 * nextItem))
  }

  /// Makes the rows of some items on this thread, as they are asked for.
  private func workOn(upTo end: Int) {
    sample = nextItem..<end
    spent = .zero
    samples += 1
    lane.source.share = sample
    nextItem = end
    lane.last.open(argument)
    items = [.rest(of: lane)]
  }

  private func workOffWave(_ sizes: ClosedRange<Int>) {
    if otherLanes.isEmpty { otherLanes = (1..<min(8, Worker.processors)).compactMap { _ in makeLane() } }
    for other in otherLanes {
      other.last.context.start(as: context)
      other.source.prepare(as: lane.source)
    }
    lineages.forget()
    let shares = shares(of: sizes)
    let wave = Wave(
      argument, shares,
      rowsAhead: steps.mayStopEarly ? SharedScanOperator.rowsAheadOfLimit : SharedScanOperator.rowsAhead)
    run(wave, on: [lane] + otherLanes)
    items = wave.items[...]
    // A lane that is paused takes no more shares: those left over make the next wave.
    nextItem = wave.sharesLeft == 0 ? count : shares[shares.count - wave.sharesLeft].lowerBound
  }

  /// Works on a wave with the first lane on this thread, and with each of the others on its own.
  private func run(_ wave: Wave, on lanes: [Lane]) {
    guard let last = lanes.last, lanes.count > 1 else { return wave.work(lane) }
    let other = UnsafeLane(lane: last)
    let worker = Worker { wave.work(other.lane) }
    run(wave, on: lanes.dropLast())
    worker?.finishOrDrop()
  }

  /// A lane on its way to a thread; no other thread touches it until that one is done.
  private struct UnsafeLane: @unchecked Sendable {
    let lane: Lane
  }

  /// Shares that lanes take in turn, and what they made of them; each place is written by one lane.
  private final class Wave: @unchecked Sendable {
    private let argument: Batch
    private let shares: [Range<Int>]
    private let made: UnsafeMutableBufferPointer<[Item]>
    private let rowsAhead: Int
    private let taken = Atomic(0)
    private let rowsMade = Atomic(0)

    init(_ argument: Batch, _ shares: [Range<Int>], rowsAhead: Int) {
      self.rowsAhead = rowsAhead
      self.argument = argument
      self.shares = shares
      made = .allocate(capacity: shares.count)
      made.initialize(repeating: [])
    }

    deinit {
      made.deinitialize()
      made.deallocate()
    }

    /// The items of all shares that were taken, in order.
    var items: [Item] { made.flatMap(\.self) }

    /// How many shares no lane took.
    var sharesLeft: Int { max(0, shares.count - taken.load(ordering: .relaxed)) }

    func work(_ lane: Lane) {
      var isPaused = false
      while !isPaused {
        let place = taken.add(1, ordering: .relaxed).oldValue
        guard place < shares.count else { return }
        lane.source.share = shares[place]
        lane.last.open(argument)
        (made[place], isPaused) = items(of: lane)
      }
    }

    /// What a lane makes of its share, while the wave has room.
    private func items(of lane: Lane) -> ([Item], isPaused: Bool) {
      var items: [Item] = []
      do throws(QueryError) {
        while let batch = try lane.last.next() {
          items.append(.batch(batch, of: lane))
          if rowsMade.add(batch.count, ordering: .relaxed).newValue >= rowsAhead {
            return (items + [.rest(of: lane)], true)
          }
        }
      } catch {
        return (items + [.failure(error)], true)
      }
      return (items, false)
    }
  }
}
