internal import Synchronization

/// Pieces of work that need nothing of each other, done on as many threads as there are processors.
final class SharedWork: Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private let taken = Atomic(0)

  private init(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
  }

  /// Calls `body` with each number below `count`, once, and returns when all is done.
  ///
  /// - Parameters:
  ///   - count: how many pieces there are.
  ///   - isLarge: whether the work pays for threads; if not, this one does it all, in order.
  ///   - body: does one piece, perhaps while others are being done.
  static func run(_ count: Int, isLarge: Bool = true, _ body: @Sendable (Int) -> Void) {
    let threads = isLarge ? min(count, 8, Worker.processors) : 1
    withoutActuallyEscaping(body) { body in SharedWork(count, body).run(threads: threads) }
  }

  /// Works on this thread and on the others that are asked for, as far as the system gives them.
  private func run(threads: Int) {
    guard threads > 1 else { return takePieces() }
    let worker = Worker { [self] in takePieces() }
    run(threads: threads - 1)
    worker?.finishOrDrop()
  }

  private func takePieces() {
    while true {
      let piece = taken.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      body(piece)
    }
  }
}
