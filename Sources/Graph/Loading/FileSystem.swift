#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Folders and files through the system's own calls, so that starting up needs no more than these.
enum FileSystem {
  /// What stands at a path.
  enum Kind {
    case folder, file, other
  }

  /// Why the system refused, in its own words.
  struct Refusal: Error {
    let reason: String

    /// The reason of the last failed call.
    static func last() -> Refusal { Refusal(reason: String(cString: strerror(errno))) }
  }

  /// What stands at a path, nil when there is nothing (or nothing that may be seen).
  static func kind(of path: String) -> Kind? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    switch UInt32(info.st_mode) & 0o170000 {
    case 0o040000: return .folder
    case 0o100000: return .file
    default: return .other
    }
  }

  /// How many bytes a file has; 0 when there is none.
  static func size(of path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// The path without links, `.` and `..`; the path itself when it cannot be resolved.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in a folder, sorted, without `.`, `..` and hidden ones.
  static func names(in folder: String) throws(Refusal) -> [String] {
    guard let directory = opendir(folder) else { throw Refusal.last() }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file of at most `limit` bytes. O(size).
  static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw Refusal.last() }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw Refusal.last() }
    guard info.st_size <= limit else { throw Refusal(reason: "it is larger than \(limit >> 20) MB") }
    var failed: Refusal?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, Int(info.st_size))) { buffer, count in
      while count < buffer.count {
        let part = read(file, buffer.baseAddress! + count, buffer.count - count)
        if part < 0 { failed = Refusal.last() }
        if part <= 0 { break }
        count += part
      }
    }
    if let failed { throw failed }
    return bytes
  }

  /// Makes a folder where there is none; what stands in the way shows when a file is written into it.
  static func makeFolder(_ path: String) { mkdir(path, 0o777) }

  /// A path inside a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
