internal import Synchronization

#if canImport(Glibc)
  internal import Glibc

  /// Of `malloc.h`, which the module of the C library leaves out.
  @_silgen_name("malloc_trim") private func trimMemory(_ kept: Int) -> Int32
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// How much memory the program uses, so that a query that gathers too much ends with an error and not with the program.
enum MemoryMeter {
  /// Half of the memory of the machine, at most 4 GB.
  static let standardLimit: Int = {
    let machine = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return min(4_000_000_000, max(500_000_000, machine / 2))
  }()

  /// What the data take: it is not the queries that use it.
  private static let taken = Atomic(0)

  /// Counts what is in use now as taken by the data, when these are large enough to matter; what loading them left free is
  /// returned first.
  static func countAsData(relationships: Int) {
    if relationships > 1_000_000 { giveBack() }
    if relationships > 100_000 { taken.store(used, ordering: .relaxed) }
  }

  /// Stops a query when the program uses more than a limit besides the data.
  static func check(limit: Int = standardLimit, at span: SourceSpan? = nil) throws(QueryError) {
    let (most, overflow) = limit.addingReportingOverflow(taken.load(ordering: .relaxed))
    guard !overflow, used > most else { return }
    giveBack()
    if used > most { throw RuntimeErrors.tooMuchMemory(limit, at: span) }
  }

  /// Returns what is free to the system: an earlier query must not count.
  private static func giveBack() {
    #if canImport(Glibc)
      _ = trimMemory(0)
    #endif
  }

  #if canImport(Darwin)
    /// The bytes in use.
    private static var used: Int {
      var statistics = malloc_statistics_t()
      malloc_zone_statistics(nil, &statistics)
      return Int(statistics.size_in_use)
    }
  #else
    private static let pageSize = sysconf(Int32(_SC_PAGESIZE))

    /// The bytes in memory: the second number of `/proc/self/statm`, in pages; 0 where there is no such file.
    private static var used: Int {
      let file = open("/proc/self/statm", O_RDONLY)
      guard file >= 0 else { return 0 }
      defer { close(file) }
      return withUnsafeTemporaryAllocation(byteCount: 128, alignment: 1) { buffer in
        let count = read(file, buffer.baseAddress, buffer.count)
        guard count > 0 else { return 0 }
        let words = buffer[0..<count].split(separator: UInt8(ascii: " "))
        return words.dropFirst().first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }.map { $0 * pageSize } ?? 0
      }
    }
  #endif
}
