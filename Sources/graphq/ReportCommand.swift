import Graph

/// `graphq report REGION -o FILE.html`: everything about a region or a municipality as one page.
struct ReportCommand {
  let tool: Tool
  let invocation: Invocation

  func run(_ words: [String]) throws(UsageError) -> Int32 {
    guard !words.isEmpty else {
      throw UsageError(
        "report needs a region or a municipality", hint: "write: graphq report \"RMC 01\" -o report.html")
    }
    try requirePage()
    let clock = ContinuousClock.now
    let request = try AskCommand(tool: tool, invocation: invocation).request()
    guard let landscape = tool.landscape(invocation) else { return Tool.Exit.failed }
    var timing = Timing(load: ContinuousClock.now - clock)
    let asker = Asker(landscape, library: tool.library(beside: landscape), today: Today.date)
    Interruption.catchSignal()
    let report: Report
    do throws(AskError) {
      report = try asker.report(on: words.joined(separator: " "), request)
    } catch {
      return tool.fail(error)
    }
    for (warning, source) in report.warnings { tool.report(Diagnostic(warning, in: source)) }
    timing.add(report.timing)
    let code = write(report, landscape, &timing)
    if invocation.showsTiming { tool.streams.report(timing.line) }
    return code
  }

  /// A report is a page and nothing else.
  private func requirePage() throws(UsageError) {
    let format = invocation.format ?? invocation.outputFile.flatMap(OutputFormat.init(fileName:))
    let isOtherFile = invocation.outputFile != nil && format == nil
    guard isOtherFile || ![nil, .html].contains(format) else { return }
    throw UsageError(
      "a report is a page, in HTML", hint: "write -o report.html; a browser prints it to PDF")
  }

  private func write(_ report: Report, _ landscape: Landscape, _ timing: inout Timing) -> Int32 {
    let start = ContinuousClock.now
    defer { timing.output = ContinuousClock.now - start }
    var options = OutputOptions()
    options.words = landscape.schema.displayWords(in: report.language, saysYes: true)
    options.style = landscape.schema.drawingStyle(in: report.language)
    let bytes = ReportWriter(options: options).bytes(for: report, graph: landscape.graph)
    do throws(OutputError) {
      guard let file = invocation.outputFile else { return tool.write(bytes) }
      try AtomicFile.write(bytes, to: file)
      return Tool.Exit.done
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
  }
}
