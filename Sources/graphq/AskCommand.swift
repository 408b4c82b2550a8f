import Graph

/// Answers statements: one from the words of the command line, or several from a file or standard input.
struct AskCommand {
  let tool: Tool
  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    if startsSession { return try runSession() }
    let clock = ContinuousClock.now
    let statements = try statements()
    let format = try format()
    let areQueries = statements.allSatisfy(\.isQuery)
    let reading = Background { [files = invocation.parameterFiles] in
      _ = Schema.builtIn
      if !areQueries { _ = PhraseLibrary.builtIn }
      return ParameterFiles.read(files)
    }
    let loaded = Result { () throws(LoadFailure) in try tool.load(invocation) }
    let request = try request(try reading.wait().get())
    guard let landscape = tool.landscape(loaded) else { return Tool.Exit.failed }
    var timing = Timing(load: ContinuousClock.now - clock)
    let asker = Asker(landscape, library: tool.library(beside: landscape), today: Today.date)
    Interruption.catchSignal()
    var answers: [AskedAnswer] = []
    for statement in statements {
      do throws(AskError) {
        let answer = try asker.answer(try statement.read(), request)
        reportWarnings(of: answer)
        timing.add(answer.timing)
        answers.append(answer)
      } catch {
        return tool.fail(error.suggestingCommand(for: invocation.words))
      }
    }
    let code = write(answers, format, asker, &timing)
    if invocation.showsTiming { tool.streams.report(timing.line) }
    LastingMemory.keep((asker, request, answers))
    return code
  }

  /// Nothing was asked, and somebody sits there to ask.
  private var startsSession: Bool {
    invocation.words.isEmpty && invocation.statementFile == nil && tool.streams.isInputTerminal
  }

  private func runSession() throws(UsageError) -> Int32 {
    _ = try request()
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    Interruption.catchSignal()
    let asker = Asker(landscape, library: tool.library(beside: landscape), today: Today.date)
    var session = Session(tool: tool, asker: asker, invocation: invocation)
    return session.run()
  }

  func reportWarnings(of answer: AskedAnswer) {
    for (warning, source) in answer.warnings { tool.report(Diagnostic(warning, in: source)) }
  }
}

/// A statement as it was typed.
enum TypedStatement {
  case query(SourceText)
  case sentence([String])

  var isQuery: Bool { if case .query = self { true } else { false } }

  /// The statement with its words told apart.
  func read() throws(AskError) -> AskedStatement {
    switch self {
    case .query(let source): return .query(source)
    case .sentence(let words):
      do throws(SentenceError) {
        return .sentence(try Sentence(arguments: words))
      } catch {
        throw .sentence(error)
      }
    }
  }
}

// MARK: - What is asked

extension AskCommand {
  func statements() throws(UsageError) -> [TypedStatement] {
    if let file = invocation.statementFile {
      guard invocation.words.isEmpty else {
        throw UsageError("statements come from --file, but there is also '\(invocation.words[0])'")
      }
      return try statements(in: file)
    }
    let words = invocation.words
    if words.isEmpty || words == ["-"] {
      return try statements(in: "-")
    }
    if words.count == 1 || Asker.isQuery(words.joined(separator: " ")) {
      let text = words.joined(separator: " ")
      if Asker.isQuery(text) { return [.query(SourceText(name: "query", text: text))] }
    }
    return [.sentence(words)]
  }

  private func statements(in file: String) throws(UsageError) -> [TypedStatement] {
    let bytes: [UInt8]
    if file == "-" {
      bytes = tool.streams.readInput()
    } else {
      guard let contents = FileReader.contents(of: file) else {
        throw UsageError("the file '\(file)' cannot be read")
      }
      bytes = contents
    }
    let source = SourceText(name: file == "-" ? "input" : file, bytes: bytes)
    return Asker.statements(in: source).map { statement in
      let text = statement.text.trimmingBlanks
      return Asker.isQuery(String(text)) ? .query(statement) : .sentence([String(text)])
    }
  }

  /// How a statement is to be answered.
  func request() throws(UsageError) -> AskRequest {
    try request(try ParameterFiles.read(invocation.parameterFiles).get())
  }

  /// How a statement is to be answered.
  ///
  /// - Parameter parameters: those from files.
  func request(_ parameters: ParameterFiles.Parameters) throws(UsageError) -> AskRequest {
    let format = try format()
    var request = AskRequest(day: Today.date)
    switch invocation.day {
    case .on(let day)?: request.day = day
    case .any?: request.day = nil
    case nil: request.isDayChosen = false
    }
    request.without = invocation.without
    request.only = invocation.only
    request.withProposed = invocation.with.contains("proposed")
    request.language = invocation.language
    request.parameters = parameters + invocation.parameters
    request.wantsEvidence = invocation.showsWhy
    request.wantsDrawing = [.dot, .html].contains(format) || format.needsGraphviz
    request.isStrict = invocation.isStrict
    request.budget.seconds = invocation.timeout
    request.budget.cancellation = Interruption.cancellation
    if let rows = invocation.maximumRows { request.budget.resultRows = rows }
    return request
  }
}

// MARK: - How it is answered

extension AskCommand {
  func format() throws(UsageError) -> OutputFormat {
    if let format = invocation.format { return format }
    guard let file = invocation.outputFile else { return .table }
    guard let format = OutputFormat(fileName: file) else {
      throw UsageError(
        "the extension of '\(file)' names no format", hint: "add --format, or use .csv, .json, .md, .dot, .svg, ...")
    }
    return format
  }

  /// Writes answers where the options say.
  func write(
    _ answers: [AskedAnswer], _ format: OutputFormat, _ asker: Asker, _ timing: inout Timing
  ) -> Int32 {
    guard let last = answers.last else { return Tool.Exit.done }
    let start = ContinuousClock.now
    defer { timing.output = ContinuousClock.now - start }
    do throws(OutputError) {
      let writer = AnswerWriter(format: format, options: try options(last, asker))
      if let file = invocation.outputFile {
        try writer.write(answers.map(\.answer), graph: asker.landscape.graph, toFile: file)
        return Tool.Exit.done
      }
      return tool.write(try writer.bytes(for: answers.map(\.answer), graph: asker.landscape.graph))
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
  }

  private func options(_ answer: AskedAnswer, _ asker: Asker) throws(OutputError) -> OutputOptions {
    let schema = asker.landscape.schema
    var options = OutputOptions()
    options.language = answer.language
    options.width = tool.streams.width
    options.color = tool.usesOutputColor
    options.viewLine = answer.viewLine
    options.viewFields = answer.viewFields
    options.view = answer.view
    options.showEvidence = invocation.showsWhy || answer.answer.isPhrase
    options.showWhy = invocation.showsWhy
    options.words = schema.displayWords(in: answer.language, saysYes: answer.answer.isPhrase)
    options.style = schema.drawingStyle(in: answer.language)
    options.drawing = invocation.drawing
    if let file = invocation.boundaryFile {
      options.boundaries = try boundaries(file)
      options.drawing = options.drawing ?? PictureKind.shapes.rawValue
    }
    if answer.answer.isPhrase { options.title = invocation.words.joined(separator: " ") }
    return options
  }
}

extension AskCommand {
  private func boundaries(_ file: String) throws(OutputError) -> Boundaries {
    guard let bytes = FileReader.contents(of: file) else {
      throw OutputError(.boundaries, "the file '\(file)' cannot be read", hint: "Check its name.")
    }
    return try Boundaries(geoJSON: bytes, name: file)
  }
}

/// Where the time of a run went.
struct Timing {
  var load: Duration
  var compile = Duration.zero
  var execute = Duration.zero
  var output = Duration.zero

  init(load: Duration) { self.load = load }

  mutating func add(_ timing: AskTiming) {
    compile += timing.compile
    execute += timing.execute
  }

  /// One line of JSON in milliseconds.
  var line: String {
    "{\"load\":\(load.milliseconds),\"compile\":\(compile.milliseconds),\"execute\":\(execute.milliseconds),"
      + "\"output\":\(output.milliseconds)}\n"
  }
}
