import Graph
import Synchronization

@testable import graphq

/// One run of the program with streams in memory, over the landscapes of this repository.
struct ToolRun {
  let output: String
  let errors: String
  let code: Int32

  /// What surrounds a run.
  struct Surroundings {
    /// The landscapes, by folder of `data` or by path.
    var folders: [String] = ["groningen"]
    /// What is typed on a terminal; a run without is not on one.
    var lines: [TypedLine] = []
    /// What standard input holds.
    var input = ""
    /// Whether output and errors are terminals.
    var isTerminal = false
    /// The width of the terminal.
    var width: Int?
    var environment: [String: String] = [:]
    /// Whether somebody reads the output.
    var isRead = true
  }

  /// The folder of the repository.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// The folder with the landscapes.
  static let data = root + "/data"

  /// Runs with arguments, and lines typed on a terminal when there are any.
  init(_ arguments: [String], folders: [String] = ["groningen"], typing lines: [TypedLine] = []) {
    self.init(arguments, in: Surroundings(folders: folders, lines: lines))
  }

  /// Runs with arguments in given surroundings.
  init(_ arguments: [String], in surroundings: Surroundings) {
    final class Record {
      var output: [UInt8] = []
      var errors = ""
      var lines: ArraySlice<TypedLine> = []
    }
    let record = Record()
    record.lines = surroundings.lines[...]
    let streams = Streams(
      readInput: { Array(surroundings.input.utf8) }, readLine: { record.lines.popFirst() ?? .end },
      write: {
        record.output += surroundings.isRead ? $0 : []
        return surroundings.isRead
      },
      report: { record.errors += $0 }, isInputTerminal: !surroundings.lines.isEmpty,
      isOutputTerminal: surroundings.isTerminal, isErrorTerminal: surroundings.isTerminal, width: surroundings.width,
      environment: { surroundings.environment[$0] })
    let places = surroundings.folders.flatMap { ["-d", $0.hasPrefix("/") ? $0 : ToolRun.data + "/" + $0] }
    code = Tool(streams: streams, loading: ToolRun.load).run(places + arguments)
    output = String(decoding: record.output, as: UTF8.self)
    errors = record.errors
  }

  private static let loaded = Mutex<[[String]: Landscape]>([:])

  /// Loads the landscapes of this repository once for all tests; others, which tests write, each time.
  private static func load(_ folders: [String]) throws(LoadFailure) -> Landscape {
    guard folders.allSatisfy({ $0.hasPrefix(data) }) else { return try Landscape.load(folders: folders) }
    if let landscape = loaded.withLock({ $0[folders] }) { return landscape }
    let landscape = try Landscape.load(folders: folders)
    loaded.withLock { $0[folders] = landscape }
    return landscape
  }

  /// Runs a session and gives what it wrote, line by line typed.
  init(session lines: [String], arguments: [String] = ["--at", "2026-11-21"]) {
    self.init(arguments, typing: lines.map { .line($0) })
  }
}
