import Graph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How long something took in several runs.
struct Timing: CustomStringConvertible {
  let median: Duration
  let least: Duration

  var description: String { "\(median.milliseconds) ms (least \(least.milliseconds))" }

  /// Runs something; gives the last result and the times.
  static func of<Result>(_ runs: Int, _ body: () throws -> Result) throws -> (Result, Timing) {
    var times: [Duration] = []
    var last: Result?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      last = try body()
      times.append(ContinuousClock.now - start)
    }
    times.sort()
    return (last!, Timing(median: times[times.count / 2], least: times[0]))
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

/// What the process has used.
enum Memory {
  /// The largest resident size so far.
  static var peakMegabytes: Int {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return usage.ru_maxrss / 1_000_000
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return usage.ru_maxrss / 1_000
    #endif
  }
}
