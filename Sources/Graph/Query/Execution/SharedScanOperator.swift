internal import Synchronization

/// Runs the first steps of a plan on several threads, each for a share of the scanned nodes at a time. The rows come in the
/// order in which one thread would make them.
///
/// The shares are worked off in a wave, then handed on one by one. A share that makes very many rows is paused and finished
/// while its rows are handed on, so that memory stays bounded; what no thread came to is another wave.
final class SharedScanOperator: Operator {
  /// The steps for one thread.
  struct Lane {
    let scan: ScanNodesOperator
    let last: Operator
  }

  /// What is to be handed on.
  private enum Item {
    case batch(Batch)
    /// What a paused lane still makes.
    case rest(of: Lane)
    case failure(QueryError)
  }

  /// So many rows of a share are made ahead.
  private static let rowsAhead = 16_384

  private let lanes: [Lane]
  private var argument = Batch.none
  private var shares: [Range<Int>] = []
  private var nextShare = 0
  private var items: ArraySlice<Item> = []

  /// Makes the operator from at least one lane; the first has the context of the steps that follow.
  init(_ lanes: [Lane]) {
    self.lanes = lanes
    super.init(lanes[0].last.context, live: lanes[0].last.live)
  }

  override func open(_ argument: Batch) {
    self.argument = argument
    for lane in lanes.dropFirst() { lane.last.context.start(as: context) }
    let count = lanes[0].scan.candidateCount
    let parts = max(1, min(64, count / 16))
    shares = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    nextShare = 0
    items = []
  }

  override func next() throws(QueryError) -> Batch? {
    while true {
      switch items.first {
      case .batch(let batch):
        items.removeFirst()
        return batch
      case .rest(let lane):
        if let batch = try lane.last.next() { return batch }
        items.removeFirst()
      case .failure(let error): throw error
      case nil:
        guard nextShare < shares.count else { return nil }
        workOffWave()
      }
    }
  }

  private func workOffWave() {
    let wave = Wave(argument, Array(shares[nextShare...]))
    run(wave, from: 1)
    items = wave.items[...]
    // A lane that is paused takes no more shares: those left over make the next wave.
    nextShare = shares.count - wave.sharesLeft
  }

  /// Works on a wave with every lane from a number on, and with the first on this thread.
  private func run(_ wave: Wave, from number: Int) {
    guard number < lanes.count else { return wave.work(lanes[0]) }
    let lane = UnsafeLane(lane: lanes[number])
    let worker = Worker { wave.work(lane.lane) }
    run(wave, from: number + 1)
    if let worker { worker.wait() }
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
    private let taken = Atomic(0)

    init(_ argument: Batch, _ shares: [Range<Int>]) {
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
        lane.scan.share = shares[place]
        lane.last.open(argument)
        (made[place], isPaused) = SharedScanOperator.items(of: lane)
      }
    }
  }

  /// What a lane makes of its share, up to a limit.
  private static func items(of lane: Lane) -> ([Item], isPaused: Bool) {
    var items: [Item] = []
    var rows = 0
    do throws(QueryError) {
      while let batch = try lane.last.next() {
        items.append(.batch(batch))
        rows += batch.count
        if rows >= rowsAhead { return (items + [.rest(of: lane)], true) }
      }
    } catch {
      return (items + [.failure(error)], true)
    }
    return (items, false)
  }
}

extension BranchPlan {
  /// How many first steps run for each scanned node by itself; 0 when fewer rows are expected of them than pay for threads.
  func sharedSteps(from rows: Double) -> Int {
    guard case .scanNodes? = steps.first else { return 0 }
    let steps = steps.prefix { $0.keepsRowsApart }.count
    return estimates.prefix(steps).reduce(0, +) >= rows ? steps : 0
  }
}

extension PlanStep {
  /// What becomes of the rows of one scanned node does not depend on those of another.
  fileprivate var keepsRowsApart: Bool {
    switch self {
    case .sort, .distinct, .strongest, .skip, .limit, .trace: false
    case .aggregate(let step): step.run != nil && step.lineage == nil
    default: true
    }
  }
}
