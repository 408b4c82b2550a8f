/// Something that is made on a thread of its own while this one does something else.
public struct Background<Made: Sendable>: ~Copyable {
  private final class Making: @unchecked Sendable {
    private let make: @Sendable () -> Made
    /// Written by the thread that makes it, and read when that one is done.
    private(set) lazy var made = make()

    init(_ make: @escaping @Sendable () -> Made) { self.make = make }
  }

  private let making: Making
  private let worker: Worker?

  /// Starts to make it; where there is one processor, or no thread to be had, it is made when it is asked for.
  public init(_ make: @escaping @Sendable () -> Made) {
    let making = Making(make)
    self.making = making
    worker = Worker.processors > 1 ? Worker { _ = making.made } : nil
  }

  /// What was made; waits until it is.
  public consuming func wait() -> Made {
    let making = making
    worker?.wait()
    return making.made
  }
}
