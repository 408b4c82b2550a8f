import Graph

/// `graphq import regions TABLE.csv`: brings a table of memberships into a landscape folder.
struct ImportCommand {
  let tool: Tool
  let invocation: Invocation

  /// Where tables go when nothing else is said.
  private static let folder = "data/nederland"

  func run(_ words: [String]) throws(UsageError) -> Int32 {
    guard words.count == 2, words[0] == "regions" else {
      throw UsageError(
        "import needs what and from where", hint: "write: graphq import regions TABLE.csv -o data/nederland")
    }
    let folder = invocation.outputFile ?? invocation.folders.first ?? ImportCommand.folder
    var request = RegionImport.Request(table: words[1], folder: folder)
    request.year = invocation.year
    request.source = invocation.source
    request.postcodes = invocation.postcodes
    return run(request)
  }

  private func run(_ request: RegionImport.Request) -> Int32 {
    do throws(LoadFailure) {
      let regions = try RegionImport(request)
      _ = tool.write(regions.summary.text)
      return invocation.isDryRun ? Tool.Exit.done : write(regions)
    } catch {
      for mistake in error.errors { tool.report(Diagnostic(mistake)) }
      if error.total > error.errors.count {
        tool.streams.report("... and \(error.total - error.errors.count) more mistakes in the table\n")
      }
      return Tool.Exit.failed
    }
  }

  private func write(_ regions: RegionImport) -> Int32 {
    do throws(OutputError) {
      try regions.write()
      return Tool.Exit.done
    } catch {
      tool.report(Diagnostic(error))
      return Tool.Exit.failed
    }
  }
}
