import Graph

extension Session {
  /// The commands in the order of the help.
  enum Command: String, CaseIterable {
    case at, without, only, format, why, lang, help, quit
  }

  /// Carries out a line that begins with a colon; false when it ends the session.
  ///
  /// - Throws: `UsageError` for an unknown command or a wrong value; the options stay as they were.
  mutating func obey(_ line: String) throws(UsageError) -> Bool {
    let word = String(line.dropFirst().prefix { !$0.isWhitespace })
    let value = String(String(line.dropFirst(word.count + 1)).trimmingBlanks)
    guard let command = Command(rawValue: word) else {
      let near = NearestName.nearest(to: word, in: Command.allCases.map(\.rawValue))
      throw UsageError(texts.noCommand(word), hint: near.map { texts.didYouMean($0) } ?? texts.helpHint)
    }
    switch command {
    case .quit: return false
    case .help: _ = tool.write(texts.help)
    default:
      try change(command, to: value)
      _ = tool.write("\(texts.state(invocation))\n")
    }
    return true
  }

  /// Changes what holds for later statements; without a value it becomes what it was at the start of a session.
  private mutating func change(_ command: Command, to value: String) throws(UsageError) {
    var changed = invocation
    switch command {
    case .at where value.isEmpty || ["today", "vandaag"].contains(value): changed.day = nil
    case .without where value.isEmpty: changed.without = []
    case .only where value.isEmpty: changed.only = []
    case .format where value.isEmpty: changed.format = nil
    case .lang where value.isEmpty: changed.language = nil
    case .why: changed.showsWhy.toggle()
    case .only:
      changed.only = []
      try apply(command, value, to: &changed)
    default: try apply(command, value, to: &changed)
    }
    try check(changed)
    invocation = changed
  }

  /// As the option of that name does on the command line.
  private func apply(_ command: Command, _ value: String, to changed: inout Invocation) throws(UsageError) {
    let flag = Flag.all.first { $0.name == command.rawValue }
    try flag?.apply(&changed, Session.unquoted(value))
  }

  /// Whether there is such a view: a name that is not there is reported now, not at every statement.
  private func check(_ changed: Invocation) throws(UsageError) {
    do {
      try asker.checkView(of: try AskCommand(tool: tool, invocation: changed).request())
    } catch let error as UsageError {
      throw error
    } catch let error as AskError {
      throw UsageError(error.message, hint: error.hint)
    } catch {
      throw UsageError("\(error)")
    }
  }

  private static func unquoted(_ text: String) -> String {
    text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"") ? String(text.dropFirst().dropLast()) : text
  }
}
