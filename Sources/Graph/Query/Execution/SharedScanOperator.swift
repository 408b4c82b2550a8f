internal import Synchronization

/// Where the rows of a plan come from one by one: they can be made in shares.
protocol SharedSource: Operator {
  /// Finds the items for the one row that comes in; gives how many there are.
  func prepare(for argument: Batch) throws(QueryError) -> Int
  /// Takes over the items that another has found.
  func prepare(as other: any SharedSource)
  /// The part of the items that become rows.
  var share: Range<Int> { get set }
}

/// Runs the first steps of a plan on several threads, each for a share of the scanned nodes or listed values at a time. The
/// rows come in the order in which one thread would make them.
///
/// One thread begins; when that takes long, or was expected to, the shares left are worked off in waves by all, and their
/// rows handed on one by one. A wave that makes very many rows is paused and finished while its rows are handed on, so that
/// memory stays bounded; what no thread came to is another wave.
final class SharedScanOperator: Operator {
  /// The steps for one thread.
  struct Lane {
    let source: any SharedSource
    let last: Operator
  }

  /// What is to be handed on.
  private enum Item {
    case batch(Batch)
    /// What a paused lane still makes.
    case rest(of: Lane)
    case failure(QueryError)
  }

  /// So many rows of a wave are made ahead.
  private static let rowsAhead = 1 << 20
  /// A share has at least so many items: each costs a start of all steps.
  private static let leastShare = 64

  private let lane: Lane
  private let makeLane: () -> Lane?
  private let sharing: Sharing
  private let expectedRows: Double
  private var otherLanes: [Lane] = []
  private var argument = Batch.none
  private var shares: [Range<Int>]?
  private var nextShare = 0
  private var items: ArraySlice<Item> = []
  private var began: ContinuousClock.Instant?

  /// Makes the operator.
  ///
  /// - Parameters:
  ///   - lane: the steps for this thread, in the context of the steps that follow.
  ///   - expectedRows: how many rows the planner expects of all steps together.
  ///   - makeLane: makes the same steps for another thread.
  init(_ lane: Lane, sharing: Sharing, expectedRows: Double, makeLane: @escaping () -> Lane?) {
    self.lane = lane
    self.sharing = sharing
    self.expectedRows = expectedRows
    self.makeLane = makeLane
    super.init(lane.last.context, live: lane.last.live)
  }

  override func open(_ argument: Batch) {
    self.argument = argument
    shares = nil
    nextShare = 0
    items = []
  }

  override func next() throws(QueryError) -> Batch? {
    if shares == nil { shares = try cut() }
    guard let shares else { return nil }
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
        if paysForThreads(sharesLeft: shares.count - nextShare) {
          workOffWave(shares)
        } else {
          begin(shares[nextShare])
        }
      }
    }
  }

  /// Cuts the items into shares, none so large that it keeps one thread much longer than the others.
  private func cut() throws(QueryError) -> [Range<Int>] {
    let count = try lane.source.prepare(for: argument)
    let parts = max(1, min(max(64, Int(expectedRows / 65_536)), count / SharedScanOperator.leastShare))
    let shares = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    began = sharing.after == nil || parts == 1 ? nil : .now
    return shares
  }

  private func paysForThreads(sharesLeft: Int) -> Bool {
    guard sharesLeft > 1 || sharing.atOnceFrom == 0 else { return false }
    if expectedRows >= sharing.atOnceFrom { return true }
    guard let began, let after = sharing.after else { return false }
    return nextShare > 0 && .now - began > after
  }

  /// Makes the rows of a share on this thread, as they are asked for.
  private func begin(_ share: Range<Int>) {
    nextShare += 1
    lane.source.share = share
    lane.last.open(argument)
    items = [.rest(of: lane)]
  }

  private func workOffWave(_ shares: [Range<Int>]) {
    if otherLanes.isEmpty { otherLanes = (1..<min(8, Worker.processors)).compactMap { _ in makeLane() } }
    for other in otherLanes {
      other.last.context.start(as: context)
      other.source.prepare(as: lane.source)
    }
    let wave = Wave(argument, Array(shares[nextShare...]))
    run(wave, on: [lane] + otherLanes)
    items = wave.items[...]
    // A lane that is paused takes no more shares: those left over make the next wave.
    nextShare = shares.count - wave.sharesLeft
  }

  /// Works on a wave with the first lane on this thread, and with each of the others on its own.
  private func run(_ wave: Wave, on lanes: [Lane]) {
    guard let last = lanes.last, lanes.count > 1 else { return wave.work(lane) }
    let other = UnsafeLane(lane: last)
    let worker = Worker { wave.work(other.lane) }
    run(wave, on: lanes.dropLast())
    worker?.wait()
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
    private let rowsMade = Atomic(0)

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
          items.append(.batch(batch))
          if rowsMade.add(batch.count, ordering: .relaxed).newValue >= SharedScanOperator.rowsAhead {
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

/// When the first steps of a query run on several threads.
struct Sharing: Sendable {
  /// From how many expected rows on they do so at once.
  var atOnceFrom: Double
  /// After how long they do so otherwise; nil is never.
  var after: Duration?

  static let standard = Sharing(atOnceFrom: 500_000, after: .microseconds(200))
  static let never = Sharing(atOnceFrom: .infinity, after: nil)
  static let always = Sharing(atOnceFrom: 0, after: nil)

  /// They may ever do so.
  var isPossible: Bool { (atOnceFrom.isFinite || after != nil) && Worker.processors > 1 }
}

extension BranchPlan {
  /// How many first steps make rows of each scanned node, or listed value, by itself; with the rows they are expected to make.
  var sharedSteps: (count: Int, rows: Double) {
    switch steps.first {
    case .scanNodes?, .unwind(_, _, notes: nil)?:
      let count = steps.prefix { $0.keepsRowsApart }.count
      return (count, estimates.prefix(count).reduce(0, +))
    default: return (0, 0)
    }
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
