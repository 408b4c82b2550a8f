import Graph

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ctrl-C: the first stops the running statement, a second before the next one leaves the program.
enum Interruption {
  /// Set by Ctrl-C.
  static let cancellation = Cancellation()

  /// How a program ends that was stopped by Ctrl-C.
  static let exitCode: Int32 = 130

  /// Catches Ctrl-C from now on. A read from the terminal that waits then ends too.
  static func catchSignal() {
    // Made before the handler can run: a handler must not allocate.
    _ = cancellation.isCancelled
    var action = sigaction()
    let handler: @convention(c) (Int32) -> Void = { _ in
      if Interruption.cancellation.isCancelled { _exit(Interruption.exitCode) }
      Interruption.cancellation.cancel()
    }
    #if canImport(Glibc) || canImport(Musl)
      action.__sigaction_handler.sa_handler = handler
    #else
      action.__sigaction_u.__sa_handler = handler
    #endif
    sigaction(SIGINT, &action, nil)
  }
}
