#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the tool reads from and writes to: the process's own streams, or a test's buffers.
struct Streams {
  /// All of standard input.
  var readInput: () -> [UInt8]
  /// The next line of standard input, for a session.
  var readLine: () -> TypedLine = { .end }
  /// Writes to standard output; false when nobody reads it any more.
  var write: ([UInt8]) -> Bool
  /// Writes a text to standard error.
  var report: (String) -> Void
  /// Whether input, output and errors are terminals.
  var isInputTerminal, isOutputTerminal, isErrorTerminal: Bool
  /// The width of the terminal in columns, nil when output is none.
  var width: Int?
  /// A variable of the environment.
  var environment: (String) -> String?
}

extension Streams {
  /// The process's own streams.
  static var standard: Streams {
    // A reader that goes away ends the program quietly, by a failing write.
    signal(SIGPIPE, SIG_IGN)
    return Streams(
      readInput: { readAll(STDIN_FILENO) },
      readLine: { LineReader.next() },
      write: { writeAll($0, to: STDOUT_FILENO) },
      report: { _ = writeAll(Array($0.utf8), to: STDERR_FILENO) },
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      width: terminalWidth(),
      environment: { name in getenv(name).map { String(cString: $0) } })
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    return bytes.withUnsafeBytes { buffer in
      while written < buffer.count {
        let count = send(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return false }
        written += count
      }
      return true
    }
  }
}

/// `write(2)` outside the type, whose own `write` hides it.
private func send(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
