/// How long something takes each time, on average.
struct Effort {
  private(set) var times = 0
  private(set) var nanoseconds = 0.0

  /// Nanoseconds for one; nil before the first.
  var each: Double? { times == 0 ? nil : nanoseconds / Double(times) }

  mutating func add(_ times: Int, since start: ContinuousClock.Instant) {
    self.times += times
    nanoseconds += start.nanosecondsUntilNow
  }
}

extension ContinuousClock.Instant {
  var nanosecondsUntilNow: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - self).components
    return Double(seconds) * 1e9 + Double(attoseconds) / 1e9
  }
}
