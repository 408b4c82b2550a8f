#if canImport(Glibc)
  internal import Glibc

  // Of `sched.h` and `pthread.h`, which the module of the C library leaves out.
  @_silgen_name("sched_getcpu") private func currentProcessor() -> Int32
  @_silgen_name("sched_getaffinity") private func getProcessors(
    _ thread: pid_t, _ size: Int, _ mask: UnsafeMutableRawPointer
  ) -> Int32
  @_silgen_name("sched_setaffinity") private func setProcessors(
    _ thread: pid_t, _ size: Int, _ mask: UnsafeRawPointer
  ) -> Int32
  @_silgen_name("pthread_attr_setaffinity_np") private func setProcessorsAtStart(
    _ attributes: UnsafeMutablePointer<pthread_attr_t>, _ size: Int, _ mask: UnsafeRawPointer
  ) -> Int32

  /// The processors on which threads may run, of the first 1024.
  struct ProcessorSet: Sendable {
    private var words = [UInt64](repeating: 0, count: 16)

    /// Those that this process may use; nil when the system does not say.
    static let ofProcess: ProcessorSet? = {
      var set = ProcessorSet()
      let size = MemoryLayout<UInt64>.size * set.words.count
      return getProcessors(0, size, &set.words) >= 0 && set.count > 0 ? set : nil
    }()

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Those besides the one that this thread runs on.
    private var others: ProcessorSet {
      var others = self
      let current = Int(currentProcessor())
      if current >= 0, current >> 6 < words.count { others.words[current >> 6] &= ~(1 << UInt64(current & 63)) }
      return others
    }

    /// Makes a new thread begin on another processor than this thread's.
    ///
    /// Left alone, some systems put it behind the thread that makes it, for milliseconds, while another processor is idle.
    static func startElsewhere(_ attributes: UnsafeMutablePointer<pthread_attr_t>) {
      guard let others = ofProcess?.others, others.count > 0 else { return }
      _ = setProcessorsAtStart(attributes, MemoryLayout<UInt64>.size * others.words.count, others.words)
    }

    /// Lets this thread run on all that the process may use.
    static func useAll() {
      guard let all = ofProcess else { return }
      _ = setProcessors(0, MemoryLayout<UInt64>.size * all.words.count, all.words)
    }
  }
#endif
