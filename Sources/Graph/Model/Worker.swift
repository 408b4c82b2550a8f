#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Work for one more thread, which is over in milliseconds.
///
/// The threads are the system's own, since a pool of it costs more to start; one that is done waits for the next work, since to
/// begin and end a thread takes as long as much of that work does.
struct Worker: ~Copyable {
  private let thread: WorkerThread
  private let work: WorkerThread.Work

  /// Gives it to a thread; nil when there are no more to be had.
  init?(_ body: @escaping @Sendable () -> Void) {
    let work = WorkerThread.Work(body)
    guard let thread = WorkerThread.give(work) else { return nil }
    self.thread = thread
    self.work = work
  }

  /// How many threads can run at once.
  static let processors: Int = {
    #if canImport(Glibc)
      if let processors = ProcessorSet.ofProcess { return processors.count }
    #endif
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }()

  /// Waits until the work is done.
  consuming func wait() { thread.wait(for: work) }

  /// Returns when the work is done, or was not begun yet: then it never is. On a busy machine a thread may take as long to come
  /// to its turn as all the work takes.
  consuming func finishOrDrop() {
    if !thread.takeBack(work) { thread.wait(for: work) }
  }
}
