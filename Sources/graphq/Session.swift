import Graph

/// A conversation: one statement or command per line, until `:quit` or the end of the input.
///
/// No shell stands in between, so names need no quoting. Commands change the options of all later statements.
struct Session {
  let tool: Tool
  let asker: Asker
  /// The options that hold now.
  var invocation: Invocation
  /// The sentence with a name that several things have; a number chooses one.
  private var pending: (sentence: Sentence, words: Range<Int>, candidates: [NameCandidate])?

  static let prompt = "graphq> "

  init(tool: Tool, asker: Asker, invocation: Invocation) {
    self.tool = tool
    self.asker = asker
    self.invocation = invocation
    self.invocation.words = []
  }

  var texts: SessionTexts { SessionTexts(language: invocation.language ?? .english) }

  /// Reads and answers lines. Ctrl-C stops a statement; at the prompt a second one leaves.
  mutating func run() -> Int32 {
    _ = tool.write(texts.welcome)
    while true {
      _ = tool.write(Session.prompt)
      switch tool.streams.readLine() {
      case .end:
        return tool.write("\n")
      case .interrupted:
        _ = tool.write("\n\(texts.howToLeave)\n")
      case .line(let line):
        Interruption.cancellation.reset()
        if !respond(to: String(line.trimmingBlanks)) { return Tool.Exit.done }
        Interruption.cancellation.reset()
      }
    }
  }

  /// Answers one line; false when it ends the session.
  mutating func respond(to line: String) -> Bool {
    if line.isEmpty { return true }
    if line.hasPrefix(":") {
      do throws(UsageError) {
        return try obey(line)
      } catch {
        tool.streams.report("error: \(error.message)\n" + (error.hint.map { "hint: \($0)\n" } ?? ""))
        return true
      }
    }
    if let chosen = choice(line) {
      ask(.sentence(chosen))
    } else {
      pending = nil
      for statement in Asker.statements(in: SourceText(name: "line", text: line)) { ask(statement) }
    }
    return true
  }

  /// The pending sentence with the candidate that a number stands for.
  private func choice(_ line: String) -> Sentence? {
    guard let pending, let number = Int(line), pending.candidates.indices.contains(number - 1) else { return nil }
    return pending.sentence.replacing(pending.words, with: pending.candidates[number - 1].id)
  }
}

// MARK: - Statements

extension Session {
  private mutating func ask(_ source: SourceText) {
    let text = source.text.trimmingBlanks
    if Asker.isQuery(String(text)) { return ask(.query(source)) }
    do throws(SentenceError) {
      ask(.sentence(try Sentence(text: String(text))))
    } catch {
      tool.report(Diagnostic(.sentence(error)))
    }
  }

  private mutating func ask(_ statement: AskedStatement) {
    pending = nil
    let command = AskCommand(tool: tool, invocation: invocation)
    do {
      let answer = try asker.answer(statement, try command.request())
      command.reportWarnings(of: answer)
      var timing = Timing(load: .zero)
      _ = command.write([answer], try command.format(), asker, &timing)
      timing.add(answer.timing)
      if invocation.showsTiming { tool.streams.report(timing.line) }
    } catch let error as AskError {
      tool.report(Diagnostic(error))
      offerChoice(error, statement)
    } catch {
      tool.streams.report("error: \((error as? UsageError)?.message ?? "\(error)")\n")
    }
  }

  private mutating func offerChoice(_ error: AskError, _ statement: AskedStatement) {
    guard case .sentence(let reason) = error, case .sentence(let sentence) = statement, reason.kind == .ambiguousName,
      let words = reason.words
    else { return }
    pending = (sentence, words, reason.candidates)
    _ = tool.write("\(texts.chooseNumber(reason.candidates.count))\n")
  }
}
