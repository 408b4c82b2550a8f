/// README.md as a sequence of blocks: what it says in between stays as it is.
struct ReadmeText {
  /// A fenced block.
  enum Block {
    /// Lines that are no fenced block.
    case prose([String])
    /// A file to make before the commands that follow: the line above the fence names it.
    case file(path: String, language: String, lines: [String])
    /// Commands and what they print.
    case console([Command])
    /// Another block, such as a drawing of the folders.
    case other(language: String, lines: [String])
  }

  /// A command of a console block, with the lines shown under it.
  struct Command {
    let line: String
    var shown: [String]
  }

  var blocks: [Block] = []

  init(_ text: String) {
    var prose: [String] = []
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = rest.popFirst() {
      guard line.hasPrefix("```") else {
        prose.append(line)
        continue
      }
      let lines = Array(rest.prefix { $0 != "```" })
      rest = rest.dropFirst(lines.count + 1)
      blocks.append(.prose(prose))
      blocks.append(ReadmeText.block(language: String(line.dropFirst(3)), lines, after: prose))
      prose = []
    }
    blocks.append(.prose(prose))
  }

  private static func block(language: String, _ lines: [String], after prose: [String]) -> Block {
    if language == "console" { return .console(commands(lines)) }
    if let name = prose.last(where: { !$0.isEmpty }), name.hasPrefix("`"), name.hasSuffix("`:") {
      return .file(path: String(name.dropFirst().dropLast(2)), language: language, lines: lines)
    }
    return .other(language: language, lines: lines)
  }

  private static func commands(_ lines: [String]) -> [Command] {
    var commands: [Command] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        commands.append(Command(line: String(line.dropFirst(2)), shown: []))
      } else if !commands.isEmpty {
        commands[commands.count - 1].shown.append(line)
      }
    }
    return commands
  }

  /// The text again.
  var text: String {
    blocks.map { block in
      switch block {
      case .prose(let lines): lines
      case .file(_, let language, let lines): ["```" + language] + lines + ["```"]
      case .console(let commands): ["```console"] + commands.flatMap { ["$ " + $0.line] + $0.shown } + ["```"]
      case .other(let language, let lines): ["```" + language] + lines + ["```"]
      }
    }.map { $0.joined(separator: "\n") }.joined(separator: "\n")
  }
}

extension ReadmeText.Command {
  private static let cut = "..."

  /// Whether what is shown is what was printed; a line `...` stands for any lines.
  func shows(_ printed: [String]) -> Bool {
    guard let place = shown.firstIndex(of: ReadmeText.Command.cut) else { return shown == printed }
    let (head, tail) = (shown[..<place], shown[(place + 1)...])
    return printed.count >= head.count + tail.count && Array(printed.prefix(head.count)) == Array(head)
      && Array(printed.suffix(tail.count)) == Array(tail)
  }

  /// The same command showing what was printed, cut where it was cut.
  func showing(_ printed: [String]) -> ReadmeText.Command {
    var command = self
    if let place = shown.firstIndex(of: ReadmeText.Command.cut), place + shown.count - place - 1 < printed.count {
      command.shown =
        Array(printed.prefix(place)) + [ReadmeText.Command.cut] + Array(printed.suffix(shown.count - place - 1))
    } else {
      command.shown = printed
    }
    return command
  }
}
