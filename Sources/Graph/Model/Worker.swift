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

  /// Starts it, on another processor where there is one; nil when the system gives no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    work = Work(body)
    let work = Unmanaged.passRetained(work)
    guard let thread = Worker.start(work.toOpaque()) else {
      work.release()
      return nil
    }
    self.thread = thread
  }

  private static func start(_ work: UnsafeMutableRawPointer) -> pthread_t? {
    #if canImport(Darwin)
      var thread: pthread_t?
      return pthread_create(&thread, nil, { Worker.run($0) }, work) == 0 ? thread : nil
    #else
      var thread = pthread_t()
      var attributes = pthread_attr_t()
      pthread_attr_init(&attributes)
      defer { pthread_attr_destroy(&attributes) }
      #if canImport(Glibc)
        ProcessorSet.startElsewhere(&attributes)
      #endif
      return pthread_create(&thread, &attributes, { $0.flatMap(Worker.run) }, work) == 0 ? thread : nil
    #endif
  }

  /// How many threads can run at once.
  static let processors: Int = {
    #if canImport(Glibc)
      if let processors = ProcessorSet.ofProcess { return processors.count }
    #endif
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }()

  /// Waits until the work is done.
  consuming func wait() { pthread_join(thread, nil) }

  /// Returns when the work is done, or was not begun yet: then it never is. On a busy machine a thread may take as long to come
  /// to its turn as all the work takes.
  consuming func finishOrDrop() {
    if work.drop() { pthread_detach(thread) } else { pthread_join(thread, nil) }
  }

  private static func run(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    #if canImport(Glibc)
      ProcessorSet.useAll()
    #endif
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().begin()
    return nil
  }
}
