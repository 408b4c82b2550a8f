@testable import graphq

/// One run of the program with streams in memory, over the landscapes of this repository.
struct ToolRun {
  let output: String
  let errors: String
  let code: Int32

  /// The folder with the landscapes.
  static let data: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/data"
  }()

  /// Runs with arguments, and lines typed on a terminal when there are any.
  init(_ arguments: [String], folders: [String] = ["groningen"], typing lines: [TypedLine] = []) {
    final class Record {
      var output: [UInt8] = []
      var errors = ""
      var lines: ArraySlice<TypedLine> = []
    }
    let record = Record()
    record.lines = lines[...]
    let streams = Streams(
      readInput: { [] }, readLine: { record.lines.popFirst() ?? .end },
      write: {
        record.output += $0
        return true
      },
      report: { record.errors += $0 }, isInputTerminal: !lines.isEmpty, isOutputTerminal: false, isErrorTerminal: false,
      width: nil, environment: { _ in nil })
    let places = folders.flatMap { ["-d", $0.hasPrefix("/") ? $0 : ToolRun.data + "/" + $0] }
    code = Tool(streams: streams).run(places + arguments)
    output = String(decoding: record.output, as: UTF8.self)
    errors = record.errors
  }

  /// Runs a session and gives what it wrote, line by line typed.
  init(session lines: [String], arguments: [String] = ["--at", "2026-11-21"]) {
    self.init(arguments, typing: lines.map { .line($0) })
  }
}
