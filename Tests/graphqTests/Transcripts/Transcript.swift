import Foundation

/// A golden file of the program: commands, what stands on their input, and what they must print.
///
///     $ graphq -d data/groningen "RETURN 1 AS one"
///     < a line of standard input
///     one
///     ...
///     [errors]
///     warning: ...
///     [exit 0]
///
/// A command runs on over several lines while a quotation mark is open. `data/` and `Tests/` are those of the repository.
struct Transcript {
  /// One command with what it must print.
  struct Step {
    var command: String
    var input: [String] = []
    var expected = ""
  }

  let path: String
  var steps: [Step] = []

  /// The transcripts in a folder beside the tests, by name without ending.
  static func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: Transcript.folder + folder)) ?? []
    return files.filter { $0.hasSuffix(".golden") }.map { String($0.dropLast(7)) }.sorted()
  }

  private static let folder = ToolRun.root + "/Tests/graphqTests/Golden/"

  /// Whether golden files are rewritten instead of compared.
  static let isUpdating = ProcessInfo.processInfo.environment["GRAPHQ_UPDATE_GOLDEN"] == "1"

  /// Reads a transcript by its name, as `names(in:)` gives it, and its folder.
  init(_ name: String, in folder: String = "") throws {
    path = Transcript.folder + folder + "/" + name + ".golden"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var isCommand = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if isCommand {
        steps[steps.count - 1].command += "\n" + line
      } else if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if line == "<" || line.hasPrefix("< "), steps.last?.expected.isEmpty == true {
        steps[steps.count - 1].input.append(String(line.dropFirst(2)))
        continue
      } else {
        steps[steps.count - 1].expected += line + "\n"
        continue
      }
      isCommand = shellWords(steps[steps.count - 1].command) == nil
    }
  }

  /// Writes the file anew.
  func write() throws {
    let text = steps.map { step in
      "$ \(step.command)\n" + step.input.map { $0.isEmpty ? "<\n" : "< \($0)\n" }.joined() + step.expected
    }
    try text.joined().write(toFile: path, atomically: true, encoding: .utf8)
  }
}

extension Transcript.Step {
  /// What the command prints now, as the transcript writes it.
  func run() -> String {
    var words = shellWords(command) ?? []
    words.removeFirst()
    let arguments = words.map { word in
      word.hasPrefix("data/") || word == "data" || word.hasPrefix("Tests/") ? ToolRun.root + "/" + word : word
    }
    let run = ToolRun(
      arguments, in: ToolRun.Surroundings(folders: [], input: input.map { $0 + "\n" }.joined()))
    let errors = run.errors.isEmpty ? "" : "[errors]\n" + ended(run.errors)
    return Transcript.visible(ended(run.output) + errors + "[exit \(run.code)]\n")
  }

  private func ended(_ text: String) -> String {
    text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? text : text + "\n"
  }
}

extension Transcript {
  /// Shows bytes that an editor hides, and leaves the place of the repository out.
  private static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": scalars.append("␍")
      case "\u{FEFF}": scalars.append(contentsOf: "⟨BOM⟩".unicodeScalars)
      case "\u{1B}": scalars.append("␛")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).replacingOccurrences(of: ToolRun.root + "/", with: "")
  }
}
