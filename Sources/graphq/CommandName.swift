import Graph

/// The words that ask for something else than an answer.
enum CommandName: String, CaseIterable {
  case check, compare, export, help, `import`, phrases, report, schema, show

  /// How many words may follow the command; nil when it reads them itself.
  private var wordCount: Int? {
    switch self {
    case .check, .help, .phrases, .schema: 0
    case .show: 1
    case .compare, .export, .import, .report: nil
    }
  }

  /// Checks the words after the command.
  func require(_ rest: ArraySlice<String>) throws(UsageError) {
    guard let wordCount, rest.count != wordCount else { return }
    guard let extra = rest.dropFirst(wordCount).first else {
      throw UsageError("show needs the name of one phrase", hint: "graphq phrases lists them")
    }
    throw UsageError("there is '\(extra)' too much after '\(rawValue)'", hint: hint(about: extra))
  }

  private func hint(about extra: String) -> String {
    switch self {
    case .check, .phrases, .schema: "give a folder with --data: graphq \(rawValue) --data \(extra)"
    case .help: "'graphq phrases' lists the sentences, 'graphq show \(extra)' prints the queries behind one"
    case .show, .compare, .export, .import, .report: "put a name of several words in quotation marks"
    }
  }

  /// The command that a word was probably meant to be.
  static func meant(by word: String) -> CommandName? {
    NearestName.nearest(to: word.lowercased(), in: allCases.map(\.rawValue)).flatMap(CommandName.init)
  }
}

extension AskError {
  /// The same error; one about a single unknown word names the command that was probably meant.
  func suggestingCommand(for words: [String]) -> AskError {
    guard case .sentence(let error) = self, error.kind == .unknownPhrase, words.count == 1,
      let command = CommandName.meant(by: words[0])
    else { return self }
    return .request("there is no command or phrase '\(words[0])'", hint: "did you mean 'graphq \(command.rawValue)'?")
  }
}
