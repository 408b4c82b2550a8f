import Graph

/// The program: arguments in, answers on one stream, everything else on the other, an exit code.
struct Tool {
  /// How a run ends.
  enum Exit {
    static let done: Int32 = 0
    static let failed: Int32 = 1
    static let usage: Int32 = 64
  }

  let streams: Streams
  /// Loads landscape folders.
  let loadFolders: ([String]) throws(LoadFailure) -> Landscape

  init(
    streams: Streams,
    loading: @escaping ([String]) throws(LoadFailure) -> Landscape = { folders throws(LoadFailure) in
      try Landscape.load(folders: folders)
    }
  ) {
    self.streams = streams
    self.loadFolders = loading
  }

  /// Runs the program once.
  ///
  /// - Parameter arguments: the arguments without the program's name.
  /// - Returns: 0 when done, 1 after a mistake in a query or the data, 64 after one on the command line.
  func run(_ arguments: [String]) -> Int32 {
    let invocation: Invocation
    do throws(UsageError) {
      invocation = try Invocation(arguments)
      if invocation.wantsHelp { return write(Help.text) }
      if invocation.wantsVersion { return write("graphq \(Version.number)\n") }
      return try dispatch(invocation)
    } catch {
      report(error)
      return Exit.usage
    }
  }

  private func dispatch(_ invocation: Invocation) throws(UsageError) -> Int32 {
    if invocation.exportsCypher, invocation.words.first != ExportCommand.name {
      throw UsageError("cypher is a format of export only", hint: "graphq export FOLDER --format cypher")
    }
    guard let command = invocation.words.first.flatMap(CommandName.init) else {
      return try AskCommand(tool: self, invocation: invocation).run()
    }
    let rest = invocation.words.dropFirst()
    try command.require(invocation.showsExpanded ? rest.prefix(1) : rest)
    switch command {
    case .check: return try CheckCommand(tool: self, invocation: invocation).run()
    case .compare: return try CompareCommand(tool: self, invocation: invocation).run()
    case .export: return try ExportCommand(tool: self, invocation: invocation).run()
    case .help: return write(Help.text)
    case .import: return try ImportCommand(tool: self, invocation: invocation).run(Array(rest))
    case .phrases: return try PhrasesCommand(tool: self, invocation: invocation).run()
    case .report: return try ReportCommand(tool: self, invocation: invocation).run(Array(rest))
    case .schema: return try SchemaCommand(tool: self, invocation: invocation).run()
    case .show: return try ShowCommand(tool: self, invocation: invocation).run(Array(rest))
    }
  }
}

// MARK: - Streams

extension Tool {
  /// Writes a text to standard output. When nobody reads it any more the program is done.
  func write(_ text: String) -> Int32 { write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) -> Int32 {
    _ = streams.write(bytes)
    return Exit.done
  }

  func report(_ error: UsageError) {
    streams.report("error: \(error.message)\n" + (error.hint.map { "hint: \($0)\n" } ?? ""))
    streams.report("graphq --help shows what can be asked.\n")
  }

  func report(_ diagnostic: Diagnostic) {
    streams.report(DiagnosticRenderer(color: usesErrorColor).render(diagnostic))
  }

  /// Reports why a statement has no answer.
  func fail(_ error: AskError) -> Int32 {
    report(Diagnostic(error))
    return Interruption.cancellation.isCancelled ? Interruption.exitCode : Exit.failed
  }

  var usesErrorColor: Bool { streams.isErrorTerminal && allowsColor }

  var usesOutputColor: Bool { streams.isOutputTerminal && allowsColor }

  private var allowsColor: Bool { streams.environment("NO_COLOR").map(\.isEmpty) ?? true }
}

/// The version of the program.
enum Version {
  static let number = "0.1.0"
}
