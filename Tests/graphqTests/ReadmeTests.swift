import Foundation
import Testing

@testable import Graph
@testable import graphq

@Suite("README.md")
struct ReadmeTests {
  private static let path = ToolRun.root + "/README.md"

  /// Commands that are not run here: running the tests from a test would not end.
  private static let others = ["swift test", "swift build -c release"]

  /// Options whose value is a place in the reader's folder.
  private static let pathOptions = ["-d", "--data", "-o", "--output", "-F", "--file", "--params", "--with"]

  @Test("every command prints what the page shows")
  func commands() throws {
    var readme = ReadmeText(try String(contentsOfFile: Self.path, encoding: .utf8))
    let folder = try ReaderFolder()
    for index in readme.blocks.indices {
      switch readme.blocks[index] {
      case .file(let path, _, let lines): try folder.write(lines, to: path)
      case .console(let commands):
        readme.blocks[index] = .console(commands.map { check($0, in: folder) })
      case .prose, .other: break
      }
    }
    if Transcript.isUpdating { try readme.text.write(toFile: Self.path, atomically: true, encoding: .utf8) }
  }

  /// Runs a command and compares; gives it with what it printed.
  private func check(_ command: ReadmeText.Command, in folder: ReaderFolder) -> ReadmeText.Command {
    if Self.others.contains(command.line) { return command }
    guard let arguments = Self.arguments(of: command.line) else {
      Issue.record("the page has a command of another kind: \(command.line)")
      return command
    }
    if Self.needsGraphviz(arguments), ExecutableSearch.find("dot", in: nil) == nil { return command }
    let printed = folder.run(arguments, pathOptions: Self.pathOptions)
    if !Transcript.isUpdating {
      #expect(command.shows(printed), "$ \(command.line)\n\(printed.joined(separator: "\n"))")
    }
    return command.showing(printed)
  }

  @Test("the commands pass --at, so that the page stays true")
  func dates() throws {
    let readme = ReadmeText(try String(contentsOfFile: Self.path, encoding: .utf8))
    for case .console(let commands) in readme.blocks {
      for command in commands where !Self.others.contains(command.line) {
        #expect(command.line.contains(" --at ") || command.line.contains("graphq check"), "\(command.line)")
      }
    }
  }

  @Test("the main job and the tests stand in it")
  func mainCommands() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    #expect(text.contains("\n$ swift run -c release graphq link Oldambt to \"SWV PO (Groningen)\""))
    #expect(text.contains("\n$ swift test\n"))
  }

  /// The arguments after `graphq`, nil for another command.
  private static func arguments(of line: String) -> [String]? {
    guard let words = shellWords(line), let place = words.firstIndex(of: "graphq") else { return nil }
    return place == 0 || Array(words[..<place]) == ["swift", "run", "-c", "release"]
      ? Array(words[(place + 1)...]) : nil
  }

  private static func needsGraphviz(_ arguments: [String]) -> Bool {
    arguments.contains { argument in [".svg", ".png", ".pdf"].contains { argument.hasSuffix($0) } }
  }
}

/// The folder of somebody who follows the page: the landscapes, and what the page says to write.
private final class ReaderFolder {
  private let folder: TemporaryData

  init() throws {
    folder = try TemporaryData(["keep.txt": ""])
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/data", withDestinationPath: ToolRun.data)
  }

  func write(_ lines: [String], to path: String) throws {
    let file = URL(fileURLWithPath: folder.path + "/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try lines.map { $0 + "\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
  }

  /// Runs the program here; gives the lines it prints, errors after answers.
  func run(_ arguments: [String], pathOptions: [String]) -> [String] {
    var placed = arguments
    for index in placed.indices.dropFirst() where pathOptions.contains(placed[index - 1]) {
      placed[index] = folder.path + "/" + placed[index]
    }
    let run = ToolRun(
      placed, in: ToolRun.Surroundings(folders: [], environment: ["GRAPHQ_DATA": folder.path + "/data"]))
    let text = (run.output + run.errors).replacingOccurrences(of: folder.path + "/", with: "")
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
