internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A thread that does one piece of work after another, and sleeps while there is none.
final class WorkerThread: @unchecked Sendable {
  /// What a thread is to do, once.
  final class Work: @unchecked Sendable {
    /// Read by the thread that does it, and gone when that is done or has been taken back.
    private var body: (@Sendable () -> Void)?
    private let isOver = Atomic(false)

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    var isDone: Bool { isOver.load(ordering: .acquiring) }

    fileprivate func run() {
      body?()
      body = nil
    }

    fileprivate func drop() { body = nil }

    fileprivate func markDone() { isOver.store(true, ordering: .releasing) }
  }

  /// The threads that have nothing to do, and how many there are in all.
  private struct Threads {
    var idle: [WorkerThread] = []
    var count = 0
  }

  private static let threads = Mutex(Threads())
  /// More would not run at once anywhere; whoever asks for one more does the work alone.
  private static let mostThreads = 16
  /// Who waits looks again and again for so long before it sleeps, since to be woken takes that long as well.
  private static let wakingTime = Duration.microseconds(100)

  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled when there is work, and when it is done.
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// What it has not begun yet; read and written while `mutex` is held.
  private var next: Work?

  private init() {
    mutex.initialize(to: pthread_mutex_t())
    change.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(change, nil)
  }

  deinit {
    pthread_cond_destroy(change)
    pthread_mutex_destroy(mutex)
    change.deallocate()
    mutex.deallocate()
  }

  /// Gives work to a thread that has none, or to a new one; nil when there are no more to be had.
  static func give(_ work: Work) -> WorkerThread? {
    let (idle, mayStart) = threads.withLock { threads in
      let idle = threads.idle.popLast()
      let mayStart = idle == nil && threads.count < mostThreads
      if mayStart { threads.count += 1 }
      return (idle, mayStart)
    }
    if let idle {
      idle.locked { idle.next = work }
      return idle
    }
    guard mayStart else { return nil }
    let thread = WorkerThread()
    thread.next = work
    if thread.start() { return thread }
    threads.withLock { $0.count -= 1 }
    return nil
  }

  /// Returns when work given to this thread is done.
  func wait(for work: Work) {
    let start = ContinuousClock.now
    while !work.isDone {
      if ContinuousClock.now - start > WorkerThread.wakingTime {
        return locked { while !work.isDone { pthread_cond_wait(change, mutex) } }
      }
      sched_yield()
    }
  }

  /// Whether it did not begin the work, and never will.
  func takeBack(_ work: Work) -> Bool {
    let isTaken = locked {
      guard next === work else { return false }
      next = nil
      return true
    }
    guard isTaken else { return false }
    work.drop()
    rest()
    return true
  }

  /// Does what it is given, for ever.
  private func run() -> Never {
    while true {
      let work = nextWork()
      work.run()
      // Whoever waits for this work finds the thread idle when it asks for the next.
      rest()
      locked { work.markDone() }
    }
  }

  private func nextWork() -> Work {
    locked {
      while true {
        if let work = next {
          next = nil
          return work
        }
        pthread_cond_wait(change, mutex)
      }
    }
  }

  private func rest() { WorkerThread.threads.withLock { $0.idle.append(self) } }

  /// Reads or changes what is behind the mutex, and tells whoever sleeps.
  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_mutex_unlock(mutex)
      pthread_cond_broadcast(change)
    }
    return body()
  }

  /// Starts it, on another processor where there is one; false when the system gives no more threads.
  private func start() -> Bool {
    let this = Unmanaged.passRetained(self)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(&thread, &attributes, { WorkerThread.run($0) }, this.toOpaque())
    #else
      #if canImport(Glibc)
        ProcessorSet.startElsewhere(&attributes)
      #endif
      var thread = pthread_t()
      let result = pthread_create(&thread, &attributes, { $0.flatMap(WorkerThread.run) }, this.toOpaque())
    #endif
    if result != 0 { this.release() }
    return result == 0
  }

  private static func run(_ thread: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    // An interruption is for the thread that waits for what the user types.
    var interruption = sigset_t()
    sigemptyset(&interruption)
    sigaddset(&interruption, SIGINT)
    pthread_sigmask(SIG_BLOCK, &interruption, nil)
    #if canImport(Glibc)
      ProcessorSet.useAll()
    #endif
    Unmanaged<WorkerThread>.fromOpaque(thread).takeRetainedValue().run()
  }
}
