#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Writes a folder whole or not at all.
public enum FolderWriter {
  /// Writes files into a new folder beside the one meant, then gives it the name.
  ///
  /// - Parameters:
  ///   - files: what the folder is to hold.
  ///   - path: the folder; it may be there already when it is empty.
  /// - Throws: `OutputError` of kind `file`; nothing is left behind then.
  public static func write(_ files: [ExportedFile], to path: String) throws(OutputError) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    switch SystemLibrary.kind(of: path) {
    case .nothing: break
    case .folder:
      guard rmdir(path) == 0 else {
        throw OutputError(.file, "The folder \(VisibleText.oneLine(path)) is not empty.", hint: "Name a new folder.")
      }
    case .file, .other:
      throw OutputError(.file, "\(VisibleText.oneLine(path)) is no folder.", hint: "Name a new folder.")
    }
    let temporary = path + ".graphq-" + String(UInt64.random(in: .min ... .max), radix: 36)
    guard mkdir(temporary, 0o777) == 0 else { throw FileBytes.failure(path) }
    do throws(OutputError) {
      for file in files { try FileBytes.write(file.bytes, to: "\(temporary)/\(file.name)", flags: O_EXCL) }
      guard rename(temporary, path) == 0 else { throw FileBytes.failure(path) }
    } catch {
      for file in files { unlink("\(temporary)/\(file.name)") }
      rmdir(temporary)
      throw error
    }
  }
}
