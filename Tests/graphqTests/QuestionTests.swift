import Foundation
import Testing

@testable import graphq

/// Questions that advisers ask, each answered by one statement: `Golden/questions/Qnn.golden` holds it with its whole answer.
/// `Golden/phrases` holds one for each phrase on links, differences, what-if and reasons.
///
/// With `GRAPHQ_UPDATE_GOLDEN=1` in the environment the answers are written anew, to be read before they are kept.
@Suite("Questions of advisers")
struct QuestionTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  static let files: [String] = ["phrases", "questions"].flatMap { kind in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + kind)) ?? []
    return names.filter { $0.hasSuffix(".golden") }.sorted().map { "\(kind)/\($0)" }
  }

  @Test("each is answered as expected", arguments: files)
  func question(file: String) throws {
    let url = Self.folder.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let line = text.prefix { $0 != "\n" }
    let run = ToolRun(Self.arguments(in: line), folders: ["/" + ToolRun.data.dropFirst()])
    if Transcript.isUpdating {
      try (line + "\n" + run.output).write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(run.errors.isEmpty)
    #expect(line + "\n" + run.output == text)
  }

  @Test("there are questions")
  func some() { #expect(Self.files.count >= 30) }

  /// The arguments behind `$ graphq `, as a shell parts them: double quotes keep blanks, a backslash keeps the next character.
  private static func arguments(in line: Substring) -> [String] {
    var arguments: [String] = []
    var current: String?
    var isQuoted = false
    var isEscaped = false
    for character in line.dropFirst("$ graphq ".count) {
      switch character {
      case _ where isEscaped: (current, isEscaped) = ((current ?? "") + String(character), false)
      case "\\": isEscaped = true
      case "\"": (current, isQuoted) = (current ?? "", !isQuoted)
      case " " where !isQuoted:
        if let word = current { arguments.append(word) }
        current = nil
      default: current = (current ?? "") + String(character)
      }
    }
    return arguments + (current.map { [$0] } ?? [])
  }
}
