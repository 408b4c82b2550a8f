#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// A program that is run to its end, without input and with its errors in a file.
struct ChildProcess {
  /// How the run ended.
  enum Outcome: Equatable {
    /// The exit code; 128 and more when a signal ended it.
    case exited(Int32)
    case timedOut
  }

  let program: String
  let arguments: [String]
  let errorFile: String

  #if canImport(Darwin)
    private typealias FileActions = posix_spawn_file_actions_t?
  #else
    private typealias FileActions = posix_spawn_file_actions_t
  #endif

  /// What of our environment the program needs: where to find programs, libraries, fonts, and the language.
  private static let passedOn = [
    "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "GVBINDIR",
    "FONTCONFIG_PATH", "FONTCONFIG_FILE", "XDG_CACHE_HOME", "XDG_DATA_DIRS",
  ]

  /// Runs the program and waits; when the time is over it is killed.
  ///
  /// - Throws: `OutputError` of kind `graphviz` when it cannot be started.
  func run(timeout: Double) throws(OutputError) -> Outcome {
    let process = try start()
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(min(max(timeout, 0), 86_400))
    var status: Int32 = 0
    var pause: UInt32 = 500
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process { return ChildProcess.outcome(status) }
      if result < 0, errno != EINTR { return .exited(255) }
      if clock.now >= deadline { break }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .timedOut
  }

  private func start() throws(OutputError) -> pid_t {
    var actions = ChildProcess.emptyActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let variables = ChildProcess.passedOn.compactMap { name in
      SystemLibrary.environment(name).map { "\(name)=\($0)" }
    }
    var process: pid_t = 0
    let code = ChildProcess.withCStrings(arguments) { arguments in
      ChildProcess.withCStrings(variables) { variables in
        posix_spawn(&process, program, &actions, nil, arguments, variables)
      }
    }
    guard code == 0 else {
      throw OutputError(.graphviz, "\(program) cannot be started: \(String(cString: strerror(code))).")
    }
    return process
  }

  private static func emptyActions() -> FileActions {
    #if canImport(Darwin)
      nil
    #else
      posix_spawn_file_actions_t()
    #endif
  }

  /// The exit code out of what `waitpid` gives.
  private static func outcome(_ status: Int32) -> Outcome {
    let signal = status & 0x7F
    return .exited(signal == 0 ? (status >> 8) & 0xFF : 128 + signal)
  }

  /// Calls with a list of C strings that ends in nil.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    copies.append(nil)
    defer { for copy in copies { free(copy) } }
    return body(copies)
  }
}
