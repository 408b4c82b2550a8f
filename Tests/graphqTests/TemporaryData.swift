import Foundation

/// A folder of files that lives as long as the value.
final class TemporaryData {
  let path: String

  /// Writes files, by name relative to the folder.
  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/graphq-" + UUID().uuidString
    for (name, text) in files {
      let file = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
