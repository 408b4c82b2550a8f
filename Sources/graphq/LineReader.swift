#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What came of waiting for a line.
enum TypedLine: Equatable {
  case line(String)
  /// Ctrl-C instead of a line.
  case interrupted
  /// Nothing more will come.
  case end
}

/// Reads standard input line by line.
enum LineReader {
  /// The next line without its end. What was typed before Ctrl-C is dropped.
  static func next() -> TypedLine {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0 && errno == EINTR { return .interrupted }
      if count <= 0 { return line.isEmpty ? .end : .line(String(decoding: line, as: UTF8.self)) }
      if byte == UInt8(ascii: "\n") { return .line(String(decoding: line, as: UTF8.self)) }
      line.append(byte)
    }
  }
}
