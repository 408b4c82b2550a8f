#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// The few calls of the operating system that writing files and running Graphviz need.
enum SystemLibrary {
  /// The text of the last error.
  static var lastError: String { String(cString: strerror(errno)) }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var processNumber: Int32 { getpid() }

  /// Whether a path is a program that may be run.
  static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 && kind(of: path) == .file }

  /// What a path leads to, symbolic links followed.
  enum Kind {
    case nothing, file, folder, other
  }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The permissions of an existing file.
  static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
  }

  /// The path without symbolic links, nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Finds programs.
enum ExecutableSearch {
  /// The path of a program in the folders of a search path, nil when none has it.
  static func find(_ name: String, in searchPath: String?) -> String? {
    let path = searchPath ?? SystemLibrary.environment("PATH") ?? ""
    return path.split(separator: ":").lazy.map { "\($0)/\(name)" }.first(where: SystemLibrary.isExecutable)
  }
}

/// Whole files as bytes.
enum FileBytes {
  /// The bytes of a file, nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { readBytes(descriptor, $0) }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// Writes a file, over what was there.
  static func write(_ bytes: [UInt8], to path: String, flags: Int32 = O_TRUNC) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    let isWritten = writeAll(bytes, descriptor)
    let reason = SystemLibrary.lastError
    guard close(descriptor) == 0, isWritten else { throw failure(path, reason) }
  }

  static func failure(_ path: String, _ reason: String = SystemLibrary.lastError) -> OutputError {
    OutputError(.file, "\(VisibleText.oneLine(path)) cannot be written: \(reason).")
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
        if count < 0 { return false }
        done += count
      }
      return true
    }
  }
}

/// Reads once, again when a signal came in between.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  while true {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 || errno != EINTR { return count }
  }
}

/// Writes once, again when a signal came in between.
private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  while true {
    let count = write(descriptor, buffer.baseAddress, buffer.count)
    if count >= 0 || errno != EINTR { return count }
  }
}
