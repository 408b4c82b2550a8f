internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// One more thread, for work that is over in milliseconds: a thread of the system, since a pool costs more to start.
struct Worker: ~Copyable {
  /// The work belongs to the thread once that has begun it, and until then to who asked for it.
  private final class Work: @unchecked Sendable {
    private enum State { static let asked = 0, begun = 1, dropped = 2 }

    private var body: (@Sendable () -> Void)?
    private let state = Atomic(State.asked)

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    func begin() {
      guard
        state.compareExchange(expected: State.asked, desired: State.begun, ordering: .acquiringAndReleasing).exchanged
      else { return }
      body?()
      body = nil
    }

    /// Whether it was not begun, and will not be.
    func drop() -> Bool {
      guard
        state.compareExchange(expected: State.asked, desired: State.dropped, ordering: .acquiringAndReleasing).exchanged
      else { return false }
      body = nil
      return true
    }
  }

  private let thread: pthread_t
  private let work: Work

  /// Starts it; nil when the system gives no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    work = Work(body)
    let work = Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var started: pthread_t?
      let code = pthread_create(&started, nil, { Worker.run($0) }, work.toOpaque())
      let thread = started
    #else
      var started = pthread_t()
      let code = pthread_create(&started, nil, { $0.flatMap(Worker.run) }, work.toOpaque())
      let thread = Optional(started)
    #endif
    guard code == 0, let thread else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  /// How many threads can run at once.
  static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Waits until the work is done.
  consuming func wait() { pthread_join(thread, nil) }

  /// Returns when the work is done, or was not begun yet: then it never is. On a busy machine a thread may take as long to come
  /// to its turn as all the work takes.
  consuming func finishOrDrop() {
    if work.drop() { pthread_detach(thread) } else { pthread_join(thread, nil) }
  }

  private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().begin()
    return nil
  }
}
