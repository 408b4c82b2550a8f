#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// A folder of our own that only this user can read, for a moment.
struct TemporaryFolder {
  let path: String

  /// - Throws: `OutputError` of kind `file` when it cannot be made.
  init() throws(OutputError) {
    let parent = SystemLibrary.environment("TMPDIR") ?? "/tmp"
    var template = Array("\(parent)/graphq-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileBytes.failure(parent) }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Removes the folder and the files of a Graphviz run.
  func remove() {
    for name in ["in.dot", "out", "err"] { unlink(file(name)) }
    rmdir(path)
  }
}
