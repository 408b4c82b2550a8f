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
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  private let thread: pthread_t

  /// Starts it; nil when the system gives no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = Unmanaged.passRetained(Work(body))
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

  private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    return nil
  }
}
