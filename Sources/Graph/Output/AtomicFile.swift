#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Writes files whole or not at all.
public enum AtomicFile {
  /// Writes bytes to a new file in the same folder, then gives it the name: a reader sees the old file or the new one.
  ///
  /// A symbolic link stays one, and an existing file keeps its permissions. What is no file, such as `/dev/stdout`, is
  /// written to directly.
  ///
  /// - Throws: `OutputError` of kind `file`; the old file is then as it was.
  public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    switch SystemLibrary.kind(of: path) {
    case .folder:
      throw OutputError(.file, "\(VisibleText.oneLine(path)) is a folder.", hint: "Give the name of a file.")
    case .other: try FileBytes.write(bytes, to: path, flags: 0)
    case .file, .nothing: try replace(SystemLibrary.resolved(path) ?? path, with: bytes)
    }
  }

  private static func replace(_ path: String, with bytes: [UInt8]) throws(OutputError) {
    let temporary = temporaryPath(beside: path)
    do throws(OutputError) {
      try FileBytes.write(bytes, to: temporary, flags: O_EXCL)
    } catch {
      unlink(temporary)
      throw OutputError(error.kind, error.message.replacing(temporary, with: path), hint: error.hint)
    }
    if let permissions = SystemLibrary.permissions(of: path) { chmod(temporary, permissions) }
    guard rename(temporary, path) == 0 else {
      let failure = FileBytes.failure(path)
      unlink(temporary)
      throw failure
    }
  }

  private static func temporaryPath(beside path: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(folder).graphq-\(SystemLibrary.processNumber)-\(suffix)"
  }
}
